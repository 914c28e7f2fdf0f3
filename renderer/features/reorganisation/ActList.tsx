// What was reorganised, the latest day first: kind, units, by whose order and why.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { ActRow } from '../../../shared/model/reorganisation.ts';
import { actTold } from './actWords.ts';

interface Props {
  selectedId: string | null;
  onSelect: (act: ActRow) => void;
  onLookBefore: (act: ActRow) => void;
  newButton: ReactNode;
}

export function ActList({ selectedId, onSelect, onLookBefore, newButton }: Props) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const { day } = useNumbers();
  const density = useSession((session) => session.density);
  const rowHeight = density === 'dense' ? 26 : 32;
  const list = useWindowedPages('reorganisation.list', {}, { rowHeight });
  const columns: GridColumn<ActRow>[] = [
    { id: 'day', head: t('fromDay'), width: '110px', render: (act) => day(act.day) },
    { id: 'kind', head: t('kindOfAct'), width: '120px', render: (act) => t(`kinds.${act.kind}`) },
    { id: 'what', head: t('what'), width: 'minmax(220px, 3fr)', render: (act) => actTold(act, t, named) },
    { id: 'orderBy', head: t('orderBy'), width: 'minmax(120px, 1fr)', render: (act) => act.orderBy },
    { id: 'reason', head: t('reason'), width: 'minmax(120px, 1.4fr)', render: (act) => act.reason },
    { id: 'before', head: '', width: '170px', render: (act) => <Button size="compact-xs" variant="subtle" onClick={(event) => { event.stopPropagation(); onLookBefore(act); }}>{t('dayBefore')}</Button> },
  ];
  const isEmpty = list.first?.total === 0;
  return (
    <div className="split-main">
      <LoadingLine shown={list.loading} />
      {list.error ? <ErrorPanel error={list.error} /> : null}
      {isEmpty ? <EmptyState title={t('emptyTitle')} text={t('emptyText')} action={newButton} /> : (
        <RowGrid
          label={t('title')} columns={columns} total={list.total} rowAt={list.rowAt} keyOf={(act) => act.id} virtualizer={list.virtualizer} scrollRef={list.scrollRef}
          rowHeight={rowHeight} selectedKey={selectedId} onSelect={onSelect} onOpen={onLookBefore}
        />
      )}
    </div>
  );
}
