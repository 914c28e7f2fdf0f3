// The day on the road, made for the car: what is now, what is next, what became of each stop; one press for each act.
import { Button, Group, Select } from '@mantine/core';
import { IconAlarm, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { SheetDialog } from '../../frame/SheetDialog.tsx';
import { useQuery, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { RoadDay, TourOnRoad } from '../../../shared/model/onTheDay.ts';
import { LateDialog } from './LateDialog.tsx';
import { StopSheet } from './StopSheet.tsx';
import './today.css';

export default function TodayScreen() {
  const today = useToday();
  const { data: tours, error, refresh } = useQuery('onTheDay.tours', {}, { keep: true });
  const [chosen, setChosen] = useState<string | null>(null);
  const t = useWords('today');
  const go = useSession((session) => session.go);
  if (error) return <div className="screen"><ScreenHeader title={t('title')} /><ErrorPanel error={error} onRetry={refresh} /></div>;
  if (!tours || today === '') return null;
  const tour = tours.find((one) => `${one.tourId} ${one.personId}` === chosen) ?? tours[0];
  if (!tour) return <div className="screen"><ScreenHeader title={t('title')} /><EmptyState title={t('noneTitle')} text={t('noneText')} action={<Button onClick={() => go('tours')}>{t('toTours')}</Button>} /></div>;
  return <Day key={`${tour.tourId} ${tour.personId}`} tour={tour} tours={tours} today={today} onTour={setChosen} />;
}

function Day({ tour, tours, today, onTour }: { tour: TourOnRoad; tours: TourOnRoad[]; today: string; onTour: (key: string | null) => void }) {
  const t = useWords('today');
  const named = useNamed();
  const pick = usePick();
  const { dayWords } = useNumbers();
  const [day, setDay] = useState(tour.day);
  const [late, setLate] = useState(false);
  const [printing, setPrinting] = useState(false);
  const { data, error, loading, refresh } = useQuery('onTheDay.day', { tourId: tour.tourId, personId: tour.personId, day }, { keep: true });
  const at = data ? data.days.indexOf(day) : -1;
  const beside = (step: 1 | -1) => data?.days[at + step];
  const isOpen = data?.stops.some((stop) => stop.mark === null) ?? false;
  return (
    <div className="screen today">
      <ScreenHeader
        title={day === today ? t('title') : dayWords(day)} note={day === today ? dayWords(day) : t(day < today ? 'isPast' : 'isAhead')}
        action={<Button size="md" variant="default" disabled={!isOpen} leftSection={<IconAlarm size={19} aria-hidden="true" />} onClick={() => setLate(true)}>{t('late')}</Button>}
      >
        {tours.length > 1 ? <Select aria-label={t('whose')} w={260} allowDeselect={false} value={`${tour.tourId} ${tour.personId}`} onChange={onTour} data={tours.map((one) => ({ value: `${one.tourId} ${one.personId}`, label: `${pick(one.personNameEn, one.personNameHi)} · ${named(one)}` }))} /> : null}
        <Group gap={4}>
          <Button variant="default" px={8} aria-label={t('dayBefore')} disabled={beside(-1) === undefined} onClick={() => { const next = beside(-1); if (next) setDay(next); }}><IconChevronLeft size={18} aria-hidden="true" /></Button>
          <Button variant="default" px={8} aria-label={t('dayAfter')} disabled={beside(1) === undefined} onClick={() => { const next = beside(1); if (next) setDay(next); }}><IconChevronRight size={18} aria-hidden="true" /></Button>
          <Button variant="default" leftSection={<IconPrinter size={17} aria-hidden="true" />} onClick={() => setPrinting(true)}>{t('daySheet')}</Button>
        </Group>
      </ScreenHeader>
      {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      <LoadingLine shown={loading} />
      {data ? <Stops key={day} data={data} today={today} /> : null}
      {late && data ? <LateDialog day={data} onClose={() => setLate(false)} /> : null}
      {printing ? <SheetDialog sheet={{ kind: 'day', tourId: tour.tourId, personId: tour.personId, day }} title={t('daySheet')} onClose={() => setPrinting(false)} /> : null}
    </div>
  );
}

function Stops({ data, today }: { data: RoadDay; today: string }) {
  const t = useWords('today');
  const pick = usePick();
  const { time, number, duration } = useNumbers();
  const now = data.stops.find((stop) => stop.mark?.state === 'arrived') ?? data.stops.find((stop) => stop.mark === null);
  const [chosenId, choose] = useState<string | null>(null);
  const chosen = data.stops.find((stop) => stop.stopId === chosenId) ?? now ?? data.stops[0];
  if (!chosen) return <EmptyState text={t('noStops')} />;
  const stateOf = (stop: RoadDay['stops'][number]) => stop.mark?.state ?? (stop === now ? 'next' : 'open');
  return (
    <div className="split">
      <ol className="today-list" aria-label={t('listLabel')}>
        {data.stops.map((stop) => (
          <li key={stop.stopId} data-state={stateOf(stop)}>
            {stop.legMinutes > 0 ? <p>{t('drive', { km: Math.round(stop.legKm), duration: duration(stop.legMinutes) })}</p> : null}
            <button type="button" aria-current={stop === chosen ? 'true' : undefined} onClick={() => choose(stop.stopId)}>
              <b>{time(stop.begin)}</b>
              <span><strong>{pick(stop.placeEn, stop.placeHi)}</strong><small>{t(`state.${stateOf(stop)}`)}{stop.mark?.attendance != null ? ` · ${t('present', { count: stop.mark.attendance })}` : ''}{stop.openPromises > 0 ? ` · ${t('openPromises', { count: stop.openPromises })}` : ''}</small></span>
            </button>
          </li>
        ))}
        <li className="today-night">{data.nightPlaceEn === null ? null : t('night', { place: pick(data.nightPlaceEn, data.nightPlaceHi) })} · {t('whole', { km: number(Math.round(data.drivingKm)), duration: duration(Math.round(data.drivingMinutes)) })}</li>
      </ol>
      <StopSheet key={chosen.stopId} stop={chosen} day={data} today={today} isNow={chosen === now} onDone={() => choose(null)} />
    </div>
  );
}
