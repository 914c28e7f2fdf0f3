// Who is on the road: today's or the next day of each tour, stop by stop.
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconMoon } from '@tabler/icons-react';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { HomeSummary } from '../../../shared/contract/sheets.ts';

type NextDay = HomeSummary['nextTourDays'][number];
const mostStops = 7;

function Day({ next, today }: { next: NextDay; today: string }) {
  const t = useWords('home');
  const named = useNamed();
  const pick = usePick();
  const { time } = useNumbers();
  const go = useSession((session) => session.go);
  const { day } = next;
  const left = day.visits.length - mostStops;
  return (
    <div className="home-day">
      <button type="button" className="home-day-head" title={t('openTour')} onClick={() => go('tours', { tourId: next.tourId, day: day.day })}>
        <strong>{t(day.day === today ? 'roadToday' : 'roadNext', { day: day.day })}</strong>
        <span className="home-dim">{pick(next.personNameEn, next.personNameHi)} · {named(next)}</span>
      </button>
      <ol className="home-stops">
        {day.visits.slice(0, mostStops).map((visit) => (
          <li key={visit.stopId}><time>{time(visit.begin)}</time><span>{pick(visit.placeEn, visit.placeHi)}</span></li>
        ))}
      </ol>
      {left > 0 ? <div className="home-dim">{t('moreStops', { count: left })}</div> : null}
      <div className="home-dim">{t('drive', { km: Math.round(day.drivingKm), minutes: day.drivingMinutes })}</div>
      {day.nightPlaceEn ? <div className="home-dim home-icon-line"><IconMoon size={14} />{t('night', { place: pick(day.nightPlaceEn, day.nightPlaceHi) })}</div> : null}
      {day.problems.length > 0 ? <div className="home-warn"><IconAlertTriangle size={14} />{t('dayProblems', { count: day.problems.length })}</div> : null}
    </div>
  );
}

export function RoadPanel({ days, today, conflicts }: { days: NextDay[]; today: string; conflicts: number }) {
  const t = useWords('home');
  const go = useSession((session) => session.go);
  return (
    <Panel title={t('road')} flush>
      {days.length === 0 ? <EmptyState compact text={t('noTour')} action={<Button variant="light" onClick={() => go('tours')}>{t('planTour')}</Button>} /> : null}
      {days.map((next) => <Day key={next.tourId} next={next} today={today} />)}
      {conflicts > 0 ? (
        <button type="button" className="home-line home-warn" onClick={() => go('tours')}><IconAlertTriangle size={15} />{t('conflicts', { count: conflicts })}</button>
      ) : null}
    </Panel>
  );
}
