// A programme's days as bars: the whole first, then each level's own days, today across them.
import { useLevelName } from '../../frame/levels.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { monthNames } from '../../../shared/text/days.ts';
import { useLanguage } from '../../words.ts';
import type { TimeAxis } from './timeAxis.ts';

export function Timeline({ programme, axis, today }: { programme: Programme; axis: TimeAxis; today: string }) {
  const t = useWords('programmes');
  const level = useLevelName();
  const { day } = useNumbers();
  const bar = (fromDay: string, toDay: string) => ({ left: `${axis.left(fromDay)}%`, width: `${axis.width(fromDay, toDay)}%` });
  const past = (toDay: string) => (today !== '' && toDay < today) || undefined;
  return (
    <div className="timeline">
      <TodayLine axis={axis} today={today} />
      <div className="timeline-row"><span className="timeline-bar" data-whole data-past={past(programme.toDay)} style={bar(programme.fromDay, programme.toDay)} /></div>
      {programme.phases.map((phase) => (
        <div className="timeline-row" key={phase.levelId}>
          <span className="timeline-bar" data-past={past(phase.toDay)} style={bar(phase.fromDay, phase.toDay)} title={t('phaseSays', { level: level(phase.levelId), fromDay: day(phase.fromDay), toDay: day(phase.toDay) })} />
          <span className="timeline-label" data-before={axis.left(phase.fromDay) > 55 || undefined} style={axis.left(phase.fromDay) > 55 ? { right: `calc(${100 - axis.left(phase.fromDay)}% + 6px)` } : { left: `calc(${axis.left(phase.fromDay) + axis.width(phase.fromDay, phase.toDay)}% + 6px)` }}>
            {level(phase.levelId)} {day(phase.fromDay).slice(0, 5)} – {day(phase.toDay).slice(0, 5)}
          </span>
        </div>
      ))}
    </div>
  );
}

function TodayLine({ axis, today }: { axis: TimeAxis; today: string }) {
  if (today === '' || today < axis.fromDay || today > axis.toDay) return null;
  return <i className="timeline-today" aria-hidden="true" style={{ left: `${axis.left(today) + axis.width(today, today) / 2}%` }} />;
}

/** The days named above all bars. */
export function TimelineHead({ axis, today }: { axis: TimeAxis; today: string }) {
  const t = useWords('programmes');
  const language = useLanguage();
  const { day } = useNumbers();
  return (
    <div className="timeline timeline-head">
      {axis.marks.map((mark) => <span key={mark.day} data-month={mark.month || undefined} style={{ left: `${axis.left(mark.day)}%` }}>{mark.month ? monthNames[language][Number(mark.day.slice(5, 7)) - 1] : Number(mark.day.slice(8))}</span>)}
      {today !== '' && today >= axis.fromDay && today <= axis.toDay ? <b style={{ left: `${axis.left(today) + axis.width(today, today) / 2}%` }}>{t('today', { day: day(today).slice(0, 5) })}</b> : null}
    </div>
  );
}
