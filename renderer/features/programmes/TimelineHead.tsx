// The heads of the timeline: months, days or weeks, and the blackout days by name.
import { memo, useRef } from 'react';
import { useLanguage, useNamed, useNumbers, useWords } from '../../words.ts';
import type { Blackout } from '../../../shared/model/blackout.ts';
import { weekday } from '../../../shared/dates.ts';
import { monthNames, weekdayNames } from '../../../shared/text/days.ts';
import { useWholeLabels } from './headLabels.ts';
import { dayHeads, leftOf, monthHeads, placeOf } from './timeScale.ts';
import type { Scale } from './timeScale.ts';

/** In pixels: less would show a letter or two of a name; it is told under the pointer then. */
const leastRoom = 40;
/** Half of the mark of today, and how wide the number of a week is, in pixels. */
const todayHalf = 12;
const weekNumber = 8;

export const TimelineHead = memo(function TimelineHead({ scale, fromX, toX, today, blackouts, corner }: { scale: Scale; fromX: number; toX: number; today: string; blackouts: readonly Blackout[]; corner: string }) {
  const t = useWords('programmes');
  const language = useLanguage();
  const named = useNamed();
  const { day } = useNumbers();
  const months = useRef<HTMLDivElement>(null);
  useWholeLabels(months);
  const todayX = today === '' ? NaN : leftOf(scale, today) + scale.perDay / 2;
  /** A number of a week gives way to today's, which says more. */
  const hidden = (left: number) => scale.zoom !== 'week' && todayX - left > -todayHalf && todayX - left < todayHalf + weekNumber;
  const says = (blackout: Blackout) => t('blackoutSays', { name: named(blackout), days: blackout.fromDay === blackout.toDay ? day(blackout.fromDay) : t('fromTo', { from: day(blackout.fromDay), to: day(blackout.toDay) }), where: blackout.unitId === null ? t('wholeState') : named({ nameEn: blackout.unitNameEn, nameHi: blackout.unitNameHi }) });
  return (
    <div className="tl-head" role="row">
      <div className="tl-corner" role="columnheader">{corner}</div>
      <div className="tl-scale" role="columnheader" aria-label={t('daysHead')} style={{ width: scale.width }}>
        <div className="tl-months" ref={months}>
          {monthHeads(scale, fromX, toX).map((cell) => (
            <div key={cell.day} className="tl-month" style={{ left: cell.left, width: cell.width }}><span>{monthNames[language][Number(cell.day.slice(5, 7)) - 1]} {cell.day.slice(0, 4)}</span></div>
          ))}
        </div>
        <div className="tl-days">
          {dayHeads(scale, fromX, toX).map((cell) => (
            <div key={cell.day} className="tl-day" data-weekend={(scale.zoom === 'week' && weekday(cell.day) === 6) || undefined} data-today={(scale.zoom === 'week' && cell.day === today) || undefined} style={{ left: cell.left, width: cell.width }}>
              {scale.zoom === 'week' ? <small>{weekdayNames[language][weekday(cell.day)]!.slice(0, language === 'en' ? 2 : undefined).replace('वार', '')}</small> : null}
              {hidden(cell.left) ? null : Number(cell.day.slice(8))}
            </div>
          ))}
        </div>
        {blackouts.length > 0 ? (
          <div className="tl-blackout-names">
            {blackouts.map((blackout, at) => {
              const { left, width } = placeOf(scale, blackout.fromDay, blackout.toDay);
              if (left + width < fromX || left > toX) return null;
              // A name may run on until the next one begins.
              const room = at + 1 < blackouts.length ? Math.max(width, leftOf(scale, blackouts[at + 1]!.fromDay) - left - 4) : Infinity;
              return <div key={blackout.id} className="tl-blackout-name" data-part={blackout.unitId !== null || undefined} data-tight={room < leastRoom || undefined} title={says(blackout)} style={{ left, width }}><span style={{ width: 'max-content', maxWidth: room }}>{named(blackout)}</span></div>;
            })}
          </div>
        ) : null}
        {today !== '' ? <b className="tl-today-chip" data-cell={scale.zoom === 'week' || undefined} title={t('today', { day: day(today) })} style={{ left: todayX }}>{scale.zoom === 'week' ? null : Number(today.slice(8))}<span className="unseen">{t('today', { day: day(today) })}</span></b> : null}
      </div>
    </div>
  );
});
