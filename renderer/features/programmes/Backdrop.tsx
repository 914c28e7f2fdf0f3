// What lies behind the bars: Sundays lightly, weeks and months as lines, blackout days hatched, today.
import { memo } from 'react';
import type { Blackout } from '../../../shared/model/blackout.ts';
import { leftOf, monthHeads, placeOf } from './timeScale.ts';
import type { Scale } from './timeScale.ts';

export const Backdrop = memo(function Backdrop({ scale, fromX, toX, today, blackouts }: { scale: Scale; fromX: number; toX: number; today: string; blackouts: readonly Blackout[] }) {
  const { perDay } = scale;
  const week = perDay * 7;
  const lines = scale.zoom === 'week' ? perDay : week;
  // The scale begins on a Monday, so that Sunday is the seventh day of each stripe.
  const background = `repeating-linear-gradient(90deg, transparent 0 ${week - perDay}px, var(--tl-sunday) ${week - perDay}px ${week}px), repeating-linear-gradient(90deg, var(--tl-line) 0 1px, transparent 1px ${lines}px)`;
  return (
    <div className="tl-backdrop" aria-hidden="true" style={{ width: scale.width, background }}>
      {monthHeads(scale, fromX, toX).filter(({ day }) => day.endsWith('-01')).map(({ day, left }) => <i key={day} className="tl-month-line" style={{ left }} />)}
      {blackouts.map((blackout) => {
        const { left, width } = placeOf(scale, blackout.fromDay, blackout.toDay);
        return left + width < fromX || left > toX ? null : <i key={blackout.id} className="tl-blackout" data-part={blackout.unitId !== null || undefined} style={{ left, width }} />;
      })}
      {today !== '' ? <i className="tl-today" style={{ left: leftOf(scale, today) + perDay / 2 }} /> : null}
    </div>
  );
});
