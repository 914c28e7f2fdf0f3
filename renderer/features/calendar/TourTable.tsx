// The tour as a table: day by day when he leaves, arrives, meets and sleeps; a press on a line opens the stop.
import { Button, Group, Select } from '@mantine/core';
import { IconAlertTriangle, IconRoute } from '@tabler/icons-react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { TourDay } from '../../../shared/model/tour.ts';

interface TourTableProps {
  /** Only tours of these leaders; none: all. */
  personIds: readonly string[];
  onStop: (stopId: string, day: string) => void;
}

const columns = ['departure', 'arrival', 'km', 'place', 'meeting'] as const;

export function TourTable({ personIds, onStop }: TourTableProps) {
  const t = useWords('calendar');
  const named = useNamed();
  const go = useSession((session) => session.go);
  const [wanted, setWanted] = useRemembered<string>('calendar.tour', '');
  const tours = useQuery('tours.list', {}).data?.filter((tour) => tour.onCalendar && (personIds.length === 0 || personIds.includes(tour.personId)));
  const chosen = tours?.find((tour) => tour.id === wanted) ?? tours?.find((tour) => tour.planned > 0) ?? tours?.[0];
  const tour = useQuery('tours.get', chosen ? { id: chosen.id } : null, { keep: true });
  if (tours && !chosen) return <EmptyState text={t('noTours')} action={<Button onClick={() => go('tours')}>{t('toTours')}</Button>} />;
  return (
    <div className="tour-table">
      <Group gap="sm" mb="sm">
        <Select aria-label={t('views.tour')} w={300} allowDeselect={false} value={chosen?.id ?? null} onChange={(id) => { if (id) setWanted(id); }} data={(tours ?? []).map((one) => ({ value: one.id, label: named(one) }))} />
        {chosen ? <Button variant="default" leftSection={<IconRoute size={15} />} onClick={() => go('tours', { tourId: chosen.id })}>{t('openTour')}</Button> : null}
      </Group>
      <LoadingLine shown={tour.loading} />
      {tour.data ? (
        <table>
          <caption className="unseen">{named(tour.data)}</caption>
          <thead><tr><th scope="col">{t('columns.date')}</th>{columns.map((column) => <th key={column} scope="col">{t(`columns.${column}`)}</th>)}</tr></thead>
          {tour.data.days.map((day) => <DayRows key={day.day} day={day} onStop={onStop} />)}
        </table>
      ) : null}
    </div>
  );
}

function DayRows({ day, onStop }: { day: TourDay; onStop: TourTableProps['onStop'] }) {
  const t = useWords('calendar');
  const pick = usePick();
  const inWords = useProblemWords();
  const { dayWords, time, number, duration } = useNumbers();
  const lines = Math.max(1, day.visits.length);
  const head = (
    <th scope="rowgroup" rowSpan={lines}>
      {dayWords(day.day)}
      {day.drivingMinutes > 0 ? <small>{t('driving', { distanceKm: Math.round(day.drivingKm) })} · {duration(day.drivingMinutes)}</small> : null}
      {day.nightUnitId === null ? null : <small>{t('night')}: {pick(day.nightPlaceEn ?? '', day.nightPlaceHi)}</small>}
    </th>
  );
  if (day.visits.length === 0) return <tbody><tr>{head}<td colSpan={columns.length} className="none">{t('freeDay')}</td></tr></tbody>;
  return (
    <tbody>
      {day.visits.map((visit, at) => {
        const problems = day.problems.filter((problem) => problem.detail['stopId'] === visit.stopId);
        return (
          <tr key={visit.stopId} data-wrong={problems.length > 0 || undefined}>
            {at === 0 ? head : null}
            <td>{visit.legMinutes > 0 ? time(visit.arrive - visit.legMinutes) : ''}</td>
            <td>{time(visit.arrive)}</td>
            <td>{visit.legKm > 0 ? number(Math.round(visit.legKm)) : ''}</td>
            <td>
              <button type="button" className="entry" data-entry={`stop ${visit.stopId}`} onClick={() => onStop(visit.stopId, day.day)}><b>{pick(visit.placeEn, visit.placeHi)}</b></button>
              {problems.map((problem, index) => <small key={`${problem.code} ${index}`} className="wrong-line"><IconAlertTriangle size={12} aria-hidden /> {inWords(problem)}</small>)}
            </td>
            <td>{time(visit.begin)}–{time(visit.leave)}</td>
          </tr>
        );
      })}
    </tbody>
  );
}
