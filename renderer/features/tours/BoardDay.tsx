// A day of the board: its hours at the head, legs and cards one under the other, the night and what is free at the foot.
import { IconAlertTriangle, IconCalendarOff, IconLock, IconMoon, IconSunset2 } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { LeaderDay, TourDay, TourDetail, TourProblem, TourVisit } from '../../../shared/model/tour.ts';
import { dayColour } from './dayColours.ts';
import { BoardLeg, EveningLeg } from './BoardLeg.tsx';
import { DayMenu } from './DayMenu.tsx';
import { DayStrip } from './DayStrip.tsx';
import { DaySlot } from './slots.ts';
import { StopCard } from './StopCard.tsx';
import type { Held, Spot } from './useDrop.ts';
import styles from './board.module.css';

/** What every card and column of the board needs. */
export interface BoardShared {
  tour: TourDetail;
  held: Held | null;
  unitId: string | null;
  onUnit: (unitId: string | null) => void;
  press: (event: PointerEvent, what: Omit<Held, 'by'>) => void;
  keys: (event: KeyboardEvent, what: Omit<Held, 'by'>) => void;
  spotOf: (stopId: string) => Spot;
}

interface BoardDayProps extends BoardShared {
  day: TourDay;
  /** Whose row it is, and whether it is the first of several: what holds for the whole day stands there. */
  personId: string;
  isFirst: boolean;
  number: number;
  /** What the held stop would newly break here. */
  wrong: TourProblem[];
  changed: boolean;
  aimed: boolean;
  /** Alone on the map. */
  pressed: boolean;
  onHover: (day: string | null) => void;
  onPress: () => void;
}

/** A card, or a time that is taken otherwise, in the order of the day. */
type Line = { begin: number; end: number } & ({ visit: TourVisit } | { taken: string });

export function BoardDay({ day, personId, isFirst, number, wrong, changed, aimed, pressed, onHover, onPress, ...shared }: BoardDayProps) {
  const t = useWords('tours');
  const pick = usePick();
  const inWords = useProblemWords();
  const { dayWords, duration, time, number: digits } = useNumbers();
  const { tour, held } = shared;
  const leader = leaderDay(day, personId);
  const visits = day.visits.filter((visit) => visit.personId === personId);
  const lines: Line[] = [
    ...visits.map((visit) => ({ begin: visit.begin, end: visit.leave, visit })),
    ...day.reserved.map((part) => ({ begin: part.from, end: part.to, taken: part.note === '' ? t('reserved') : t('reservedFor', { note: part.note }) })),
    ...day.others.filter((other) => other.personId === personId).map((other) => ({ begin: other.begin, end: other.end, taken: pick(other.titleEn, other.titleHi) })),
  ].sort((a, b) => a.begin - b.begin);
  const night = day.nights.find((one) => one.personId === personId);
  const evening = day.evening.find((one) => one.personId === personId);
  const concerns = (problem: TourProblem) => visits.some((visit) => visit.stopId === problem.detail['stopId']);
  const ofAnother = (problem: TourProblem) => day.visits.some((visit) => visit.personId !== personId && visit.stopId === problem.detail['stopId']);
  const said = held ? [...wrong, ...day.problems.filter((one) => !wrong.some((other) => other.code === one.code && other.detail['stopId'] === one.detail['stopId']))] : day.problems;
  // What is said of no leader is the first row's.
  const shown = said.filter((problem) => concerns(problem) || (typeof problem.detail['personId'] === 'string' ? problem.detail['personId'] === personId : isFirst && !ofAnother(problem)));
  return (
    <li
      className={styles.day} data-board-day={day.day} data-board-person={personId} data-changed={changed || undefined} data-aimed={aimed || undefined} data-pressed={pressed || undefined}
      data-locked={day.locked || undefined} style={dayColour(number - 1)} onPointerEnter={() => onHover(day.day)} onPointerLeave={() => onHover(null)}
    >
      <header className={styles.head}>
        <button type="button" className={styles.dayName} aria-pressed={pressed} onClick={onPress} title={t('onlyThisDay')}>
          <span className={styles.badge}>{digits(number)}</span>
          <span>{dayWords(day.day)}</span>
        </button>
        {day.locked ? <IconLock size={15} className={styles.locked} aria-label={t('dayLocked')} /> : null}
        {isFirst ? <DayMenu tour={tour} day={day} /> : null}
      </header>
      <p className={styles.sums}>
        {visits.length > 0 ? t('daySums', { km: Math.round(leader.drivingKm), minutes: leader.drivingMinutes }) : t('nothingHere')}
        {day.ownHours || leader.dutyFrom !== tour.dutyFrom || (leader.dutyTo !== tour.dutyTo && !leader.away) ? <em>{leader.dutyTo > leader.dutyFrom ? `${time(leader.dutyFrom)}–${time(leader.dutyTo)}` : t('noDuty')}</em> : null}
      </p>
      {isFirst ? day.blackouts.map((one) => (
        <p key={one.nameEn} className={styles.blackout} data-avoided={one.avoided || undefined} title={t(one.avoided ? 'blackoutAvoided' : 'blackoutWarned', { name: pick(one.nameEn, one.nameHi), where: one.unitNameEn === null ? '' : ` (${pick(one.unitNameEn, one.unitNameHi)})` })}>
          <IconCalendarOff size={13} aria-hidden /> {pick(one.nameEn, one.nameHi)}{one.unitNameEn === null ? '' : ` (${pick(one.unitNameEn, one.unitNameHi)})`}
        </p>
      )) : null}
      <DayStrip day={day} leader={leader} />
      <ol className={styles.cards}>
        {lines.map((line) => ('visit' in line ? (
          <Fragment key={line.visit.stopId}>
            <BoardLeg tour={tour} day={day} visit={line.visit} />
            <StopCard {...shared} visit={line.visit} dayName={dayWords(day.day)} wrong={shown.filter((problem) => problem.detail['stopId'] === line.visit.stopId)} />
          </Fragment>
        ) : (
          <li key={`${line.begin} ${line.taken}`} className={styles.taken}><b>{time(line.begin)}–{time(line.end)}</b> {line.taken}</li>
        )))}
      </ol>
      {shown.filter((problem) => !concerns(problem)).map((problem, index) => (
        <p key={`${problem.code} ${index}`} className={styles.why}><IconAlertTriangle size={13} aria-hidden /> {inWords(problem)}</p>
      ))}
      <footer className={styles.foot}>
        {evening ? <EveningLeg tour={tour} leg={evening} /> : null}
        {night && visits.length > 0 ? <p title={t('nightAt', { place: pick(night.placeEn, night.placeHi) })}><IconMoon size={13} aria-hidden /> <span className="unseen">{t('night')}</span> {pick(night.placeEn, night.placeHi)}</p> : null}
        {leader.dutyTo > leader.dutyFrom ? <p className={styles.freeTime}>{t('freeTime', { time: duration(leader.freeMinutes) })}</p> : null}
        {day.light && (tour.rules.darkBySun || tour.rules.slowInDark) ? <p title={t('sunHelp', day.light)}><IconSunset2 size={13} aria-hidden /> {t('sunset', { at: day.light.set })}</p> : null}
        {DaySlot ? <DaySlot tour={tour} day={day} personId={personId} /> : null}
      </footer>
    </li>
  );
}

/** The day as that leader has it. */
function leaderDay(day: TourDay, personId: string): LeaderDay {
  return day.leaders.find((one) => one.personId === personId) ?? day.leaders[0]!;
}
