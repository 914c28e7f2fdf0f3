// The board grouped by class: one line a seat, division or district, with the same figures as the board of units.
import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { useClassName, useGrouping } from '../../frame/grouping.ts';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Classification, ClassBoardRow } from '../../../shared/model/group.ts';
import type { Metric } from '../../../shared/model/programme.ts';
import type { TargetKey } from '../../../shared/model/target.ts';
import { PercentBar } from './PercentBar.tsx';

type Figure = 'electors' | 'booths' | 'target' | 'achieved' | 'percent';
const isFigure = (id: string): id is Figure => ['electors', 'booths', 'target', 'achieved', 'percent'].includes(id);

export function ClassBoard({ about, metric, unitId, classification, onlyId }: { about: TargetKey; metric: Metric; unitId: string; classification: Classification; onlyId: string | null }) {
  const t = useWords('groups');
  const status = useWords('common');
  const named = useNamed();
  const className = useClassName();
  const { exact, percent, day } = useNumbers();
  const { setGroupBy, setOnly } = useGrouping();
  const rowHeight = useSession((session) => (session.density === 'dense' ? 26 : 32));
  const [order, setOrder] = useState('name');
  const [chosen, setChosen] = useState<string | null>(null);
  const board = useQuery('groups.board', { ...about, classificationId: classification.id, unitId }, { keep: true });
  const isShare = metric.kind === 'share';
  const rows = useMemo(() => {
    const all = (board.data?.rows ?? []).filter((row) => onlyId === null || row.id === onlyId);
    // What has no figure stands last.
    return isFigure(order) ? all.toSorted((a, b) => (b[order] ?? -1) - (a[order] ?? -1)) : all;
  }, [board.data, onlyId, order]);
  const scrollRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the list redraws as it scrolls
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 12 });
  const amount = (value: number | null) => (isShare ? percent(value) : exact(value));
  const columns: GridColumn<ClassBoardRow>[] = [
    {
      id: 'name', head: named(classification), width: 'minmax(170px, 2fr)', sortable: true,
      render: (row) => <>{className(row)}{row.partly > 0 ? <span className="part-mark" title={t('cutUnits', { count: row.partly })}>{t('cutHead')} {exact(row.partly)}</span> : null}</>,
    },
    { id: 'electors', head: t('electors'), width: 'minmax(90px, 1fr)', figures: true, sortable: true, render: (row) => exact(row.electors) },
    { id: 'booths', head: t('booths'), width: 'minmax(64px, .7fr)', figures: true, sortable: true, render: (row) => exact(row.booths) },
    { id: 'target', head: t('target'), width: 'minmax(90px, 1fr)', figures: true, sortable: true, render: (row) => amount(row.target) },
    {
      id: 'achieved', head: t('achieved'), width: 'minmax(90px, 1fr)', figures: true, sortable: true,
      render: (row) => <>{exact(row.achieved)}{row.undivided > 0 ? <abbr className="part-mark" title={t('undivided', { count: row.undivided })}>+?<span className="unseen">{t('undivided', { count: row.undivided })}</span></abbr> : null}</>,
    },
    ...(isShare ? [{ id: 'share', head: t('share'), width: 'minmax(70px, .8fr)', figures: true, render: (row: ClassBoardRow) => percent(row.sharePercent) }] : []),
    { id: 'percent', head: t('percent'), width: 'minmax(104px, 1fr)', figures: true, sortable: true, render: (row) => <PercentBar percent={row.percent} state={row.state} /> },
    { id: 'state', head: t('state'), width: 'minmax(124px, .8fr)', render: (row) => <span className="after-figure"><StatusMark state={row.state} /></span> },
    { id: 'lastReport', head: t('lastReport'), width: 'minmax(98px, .8fr)', render: (row) => day(row.lastReportDay) },
  ];
  function copy(): void {
    const heads = [named(classification), ...['electors', 'booths', 'target', 'achieved', 'percent', 'state', 'lastReport'].map((id) => t(id))];
    const lines = rows.map((row) => [className(row), row.electors, row.booths, row.target, row.achieved, row.percent, row.state === null ? null : status(`status.${row.state}`), row.lastReportDay === null ? null : day(row.lastReportDay)]);
    showNotice(copyText(asTabbed([heads, ...lines])) ? t('copied', { count: lines.length }) : t('notCopied'));
  }
  /** Down to one class: its units, in place of the classes. */
  function open(row: ClassBoardRow): void {
    setOnly({ classificationId: classification.id, classId: row.id });
    setGroupBy(null);
  }
  return (
    <>
      <LoadingLine shown={board.loading} />
      {board.error ? <div className="targets-error"><ErrorPanel error={board.error} /></div> : null}
      <div className="class-board">
        <RowGrid
          label={t('boardBy', { name: named(classification) })} columns={columns} total={rows.length} rowAt={(index) => rows[index]} keyOf={(row) => row.id} virtualizer={virtualizer} scrollRef={scrollRef} rowHeight={rowHeight}
          selectedKey={chosen} onSelect={(row) => setChosen(row.id)} onOpen={open} sortedBy={order} onSort={setOrder}
        />
      </div>
      <p className="board-keys">{t('boardNote')} <ActionIcon component="button" variant="subtle" color="gray" size={22} title={t('copy')} aria-label={t('copy')} onClick={copy}><IconCopy size={14} aria-hidden="true" /></ActionIcon></p>
    </>
  );
}
