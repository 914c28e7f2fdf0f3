// Merges that were made, the newest first; each can be taken apart at any time.
import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useCommand, useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { MergeRow } from '../../../shared/model/duplicate.ts';

const rowHeight = 36;

export function MergeList() {
  const t = useWords('duplicates');
  const pick = usePick();
  const { day, number } = useNumbers();
  const go = useSession((session) => session.go);
  const list = useWindowedPages('duplicates.merges', {}, { rowHeight });
  const [takeApart, { busy }] = useCommand('duplicates.takeApart');
  const columns: GridColumn<MergeRow>[] = [
    { id: 'day', head: t('day'), width: '110px', render: (row) => day(row.day) },
    { id: 'kept', head: t('keptHead'), width: 'minmax(140px, 2fr)', render: (row) => <Figure onOpen={() => go('people', { personId: row.keptId })} label={t('openPerson')}>{pick(row.keptEn, row.keptHi)}</Figure> },
    { id: 'gone', head: t('goneHead'), width: 'minmax(140px, 2fr)', render: (row) => pick(row.goneEn, row.goneHi) },
    { id: 'moved', head: t('moved'), width: '100px', figures: true, render: (row) => number(row.moved) },
    {
      id: 'act', head: t('apart'), width: 'minmax(150px, 1fr)',
      render: (row) => (row.apartDay !== null ? <span className="duplicates-dim">{t('apartOn', { day: day(row.apartDay) })}</span>
        : <Button size="compact-sm" variant="light" disabled={busy} leftSection={<IconArrowsSplit2 size={14} />} onClick={() => void takeApart({ id: row.id }, { undoToast: true })}>{t('takeApart')}</Button>),
    },
  ];
  if (list.error) return <ErrorPanel error={list.error} />;
  if (list.first?.total === 0) return <EmptyState title={t('noMergesTitle')} text={t('noMerges')} />;
  return (
    <RowGrid
      label={t('merges')} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(row) => row.id} virtualizer={list.virtualizer} scrollRef={list.scrollRef} rowHeight={rowHeight}
      selectedKey={null} onSelect={() => undefined}
    />
  );
}
