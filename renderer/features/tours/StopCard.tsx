// A stop on the board: when it is reached, when the meeting is, whether it is fixed; held by its grip or anywhere by the pointer.
import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconGripVertical, IconPin, IconPinFilled, IconPinned } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand } from '../../hooks.ts';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import type { TourProblem, TourVisit } from '../../../shared/model/tour.ts';
import type { BoardShared } from './BoardDay.tsx';
import { StopMenu } from './StopMenu.tsx';
import { useStopName } from '../../frame/useStopName.ts';
import styles from './board.module.css';

interface StopCardProps extends BoardShared {
  visit: TourVisit;
  dayName: string;
  wrong: TourProblem[];
}

export function StopCard({ tour, visit, dayName, wrong, held, unitId, onUnit, press, keys, spotOf }: StopCardProps) {
  const t = useWords('tours');
  const named = useNamed();
  const pick = usePick();
  const inWords = useProblemWords();
  const { time } = useNumbers();
  const [pin] = useCommand('tours.pin');
  const place = pick(visit.placeEn, visit.placeHi);
  const name = useStopName()(visit);
  const unit = named(visit);
  const isHeld = held?.stopId === visit.stopId;
  const end = visit.unitId === tour.firstUnitId ? 'first' : visit.unitId === tour.lastUnitId ? 'last' : null;
  const grip = useRef<HTMLButtonElement>(null);
  // Carried by keys the card is drawn anew in every column it comes to; the keyboard goes with it.
  const carried = isHeld && held.by === 'keys';
  useEffect(() => { if (carried) grip.current?.focus(); }, [carried]);
  const what = { stopId: visit.stopId, name, from: spotOf(visit.stopId) };
  const waits = visit.begin - visit.arrive;
  const PinIcon = visit.pinned ? IconPinFilled : visit.dayPinned ? IconPinned : IconPin;
  const next = visit.pinned || visit.dayPinned ? 'unpin' : 'pin';
  return (
    <li
      className={styles.card} data-stop={visit.stopId} data-held={isHeld || undefined} data-wrong={wrong.length > 0 || undefined} data-wanted={!visit.must || undefined}
      data-selected={visit.unitId === unitId || undefined} data-done={visit.marked ?? undefined} onPointerDown={(event) => press(event, what)}
    >
      <div className={styles.cardTop}>
        <button
          ref={grip} type="button" data-grip className={styles.grip} aria-pressed={isHeld} aria-label={t('lift', { place: name, day: dayName })} title={t('liftHelp')}
          onKeyDown={(event) => keys(event, what)}
        >
          <IconGripVertical size={14} />
        </button>
        <span className={styles.hours}>{time(visit.begin)}–{time(visit.leave)}</span>
        {visit.marked ? <IconCheck size={14} aria-label={t(`marked.${visit.marked}`)} /> : null}
        <ActionIcon
          variant="subtle" color={visit.pinned || visit.dayPinned ? undefined : 'gray'} size={22} aria-pressed={visit.pinned || visit.dayPinned}
          aria-label={t('pinPlace', { place: name })} title={t(visit.pinned ? 'unpinHelp' : visit.dayPinned ? 'dayPinHelp' : 'pinHelp')}
          onClick={() => void pin({ stopId: visit.stopId, pinned: next === 'pin' })}
        >
          <PinIcon size={15} />
        </ActionIcon>
        <StopMenu tour={tour} visit={visit} place={name} />
      </div>
      <button type="button" className={styles.name} data-grip onClick={() => onUnit(visit.unitId === unitId ? null : visit.unitId)} aria-pressed={visit.unitId === unitId}>{name}</button>
      {end ? <em className={styles.tag}>{t(`end.${end}`)}</em> : null}
      {visit.must ? null : <em className={styles.tag}>{t('wantedTag', { worth: visit.worth })}</em>}
      {foldKey(unit) === foldKey(place) ? null : <small>{unit}</small>}
      {visit.fromUnitId === null ? null : <small>{waits > 5 ? t('arrivesWaits', { arrive: visit.arrive, minutes: waits }) : t('arrives', { arrive: visit.arrive })}</small>}
      {wrong.map((problem, index) => <p key={`${problem.code} ${index}`} className={styles.why}><IconAlertTriangle size={13} aria-hidden /> {inWords(problem)}</p>)}
    </li>
  );
}
