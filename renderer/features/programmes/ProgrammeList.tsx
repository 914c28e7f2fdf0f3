// The programmes in columns: name, state, days, leader, place, what is counted; thousands scroll as easily as two.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useSession } from '../../store.ts';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { daysBetween } from '../../../shared/dates.ts';
import type { FullBar, Outline, OutlineOrder } from '../../../shared/model/timeline.ts';
import { StateMark } from './StateMark.tsx';
import { keyOf } from './timelineRows.ts';
import { useBars } from './useBars.ts';

interface Props {
  /** Programmes only. */
  outline: Outline;
  by: OutlineOrder;
  onBy: (by: OutlineOrder) => void;
  openId: string | null;
  onOpen: (id: string) => void;
}

export function ProgrammeList({ outline, by, onBy, openId, onOpen }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const { day } = useNumbers();
  const go = useSession((session) => session.go);
  const dense = useSession((session) => session.density === 'dense');
  const rowHeight = dense ? 26 : 32;
  const scrollRef = useRef<HTMLDivElement>(null);
  const { today, ids } = outline;
  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the list redraws as it scrolls
  const virtualizer = useVirtualizer({ count: ids.length, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 12 });
  const seen = virtualizer.getVirtualItems();
  const { bars } = useBars(outline, seen[0]?.index ?? 0, seen.at(-1)?.index ?? 0);
  const left = ({ fromDay, toDay, state }: FullBar): string => {
    if (today === '' || state === 'cancelled' || state === 'untilFurtherNotice' || state === 'done') return '';
    return today < fromDay ? t('begins', { count: daysBetween(today, fromDay) }) : today > toDay ? t('over') : t('daysLeft', { count: daysBetween(today, toDay) });
  };
  const columns: GridColumn<FullBar>[] = [
    { id: 'name', head: t('name'), width: 'minmax(150px, 2fr)', sortable: true, render: (row) => <strong className="programme-name">{named(row)}</strong> },
    { id: 'state', head: t('stateHead'), width: 'minmax(120px, 1.1fr)', sortable: true, render: (row) => <StateMark state={row.state} /> },
    { id: 'from', head: t('from'), width: '92px', sortable: true, render: (row) => day(row.fromDay) },
    { id: 'to', head: t('to'), width: '92px', sortable: true, render: (row) => day(row.toDay) },
    { id: 'left', head: t('leftHead'), width: 'minmax(92px, 0.8fr)', render: left },
    { id: 'leader', head: t('leaderHead'), width: 'minmax(110px, 1.2fr)', sortable: true, render: (row) => (row.personId ? named({ nameEn: row.personNameEn, nameHi: row.personNameHi }) : <span className="dim">{t('noLeader')}</span>) },
    { id: 'place', head: t('place'), width: 'minmax(90px, 1fr)', render: (row) => (row.unitId ? named({ nameEn: row.unitNameEn, nameHi: row.unitNameHi }) : t('wholeState')) },
    {
      id: 'metrics', head: t('metrics'), width: 'minmax(150px, 1.6fr)',
      render: (row) => (row.metrics.length === 0
        ? <span className="dim">{t('noMetrics')}</span>
        : <span className="programme-metrics">{row.metrics.map((metric) => <button type="button" key={metric.id} className="metric-chip" title={t('seeTargets')} tabIndex={-1} onClick={(event) => { event.stopPropagation(); go('targets', { programmeId: row.id, metricId: metric.id }); }}>{named(metric)}</button>)}</span>),
    },
  ];
  return (
    <div className="programmes">
      <RowGrid
        label={t('title')} columns={openId === null ? columns : columns.filter(({ id }) => id !== 'place' && id !== 'left' && id !== 'metrics')} total={ids.length} rowAt={(index) => bars.get(keyOf('programme', ids[index]!))} keyOf={(row) => row.id}
        virtualizer={virtualizer} scrollRef={scrollRef} rowHeight={rowHeight} selectedKey={openId} onSelect={(row) => onOpen(row.id)} sortedBy={by} onSort={(id) => onBy(id as OutlineOrder)}
      />
    </div>
  );
}
