// The columns of seats that every board of committees has: how many, filled, vacant, too many, and the share.
import { useLevelName } from '../../frame/levels.ts';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { SeatCount } from '../../../shared/model/committee.ts';
import { SeatBar } from './SeatBar.tsx';

export function useSeatColumns(levelId: string): GridColumn<SeatCount & { units: number }>[] {
  const t = useWords('committees');
  const level = useLevelName();
  const { number, percent } = useNumbers();
  return [
    { id: 'units', head: t('committees', { level: level(levelId, 2) }), width: 'minmax(90px, 1fr)', figures: true, render: (row) => number(row.units) },
    { id: 'seats', head: t('seats'), width: '92px', figures: true, render: (row) => number(row.seats) },
    { id: 'filled', head: t('filled'), width: '92px', figures: true, render: (row) => number(row.filled) },
    { id: 'vacant', head: t('vacant'), width: '92px', figures: true, render: (row) => (row.vacant > 0 ? <strong className="committees-vacant">{number(row.vacant)}</strong> : <span className="committees-full">{t('complete')}</span>) },
    { id: 'over', head: t('over'), width: '92px', figures: true, render: (row) => (row.over > 0 ? number(row.over) : <span className="committees-dim">–</span>) },
    { id: 'share', head: t('share'), width: 'minmax(110px, 1fr)', render: (row) => <span className="committees-share"><SeatBar seats={row.seats} filled={row.filled} /> {percent(row.seats === 0 ? 0 : row.filled / row.seats)}</span> },
  ];
}
