// The tour day by day: departure, arrival, meeting, road and night halt, with what cannot be marked where it is.
import { ActionIcon } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconLockOpen, IconMoon } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import type { TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import { dayColour } from './dayColours.ts';
import { LegFix } from './LegFix.tsx';
import styles from './tours.module.css';

interface DayTableProps {
  tour: TourDetail;
  /** Only this leader's visits; null: everybody's. */
  personId: string | null;
  shownDay: string | null;
  pressedDay: string | null;
  unitId: string | null;
  onHover: (day: string | null) => void;
  onPress: (day: string) => void;
  onUnit: (unitId: string | null) => void;
}

const columns = ['place', 'departure', 'arrival', 'meeting', 'distance', 'drive', 'pin'] as const;

export function DayTable({ tour, personId, shownDay, pressedDay, unitId, onHover, onPress, onUnit }: DayTableProps) {
  const t = useWords('tours');
  const named = useNamed();
  const rows = tour.leaders.filter((leader) => personId === null || leader.personId === personId);
  const away = useQuery('people.get', { id: tour.personId }).data?.daysAway ?? [];
  return (
    <div className={styles.tableBox} tabIndex={0} role="region" aria-label={t('days')}>
      <table className={styles.table}>
        <caption className="unseen">{t('days')}</caption>
        <thead>
          <tr>
            {columns.map((column) => <th key={column} scope="col" data-column={column}><span className={column === 'pin' ? 'unseen' : undefined}>{t(`column.${column}`)}</span></th>)}
          </tr>
        </thead>
        {tour.days.map((day, index) => (
          <tbody
            key={day.day} data-dim={(shownDay !== null && shownDay !== day.day) || undefined} data-day={day.day}
            onPointerEnter={() => onHover(day.day)} onPointerLeave={() => onHover(null)}
          >
            <DayHead day={day} personId={personId} alone={rows.length === 1} number={index + 1} pressed={pressedDay === day.day} onPress={() => onPress(day.day)} />
            {day.visits.length === 0 ? <FreeDay blackout={day.blackouts.find((one) => one.avoided)} reason={away.find((one) => one.fromDay <= day.day && day.day <= one.toDay)?.reason} /> : null}
            {rows.map((leader) => (
              <Fragment key={leader.personId}>
                {rows.length > 1 && day.visits.some((visit) => visit.personId === leader.personId) ? <LeaderHead name={named(leader)} day={day} personId={leader.personId} /> : null}
                {day.visits.filter((visit) => visit.personId === leader.personId).map((visit) => (
                  <Fragment key={visit.stopId}>
                    <VisitRow tour={tour} visit={visit} selected={visit.unitId === unitId} wrong={day.problems.some((problem) => problem.detail['stopId'] === visit.stopId)} onSelect={() => onUnit(visit.unitId === unitId ? null : visit.unitId)} />
                    <Problems problems={day.problems.filter((problem) => problem.detail['stopId'] === visit.stopId)} />
                  </Fragment>
                ))}
              </Fragment>
            ))}
            <Problems problems={day.problems.filter((problem) => !day.visits.some((visit) => visit.stopId === problem.detail['stopId']))} />
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** One of several leaders on a day: his own sums and night. */
function LeaderHead({ name, day, personId }: { name: string; day: TourDay; personId: string }) {
  const t = useWords('tours');
  const pick = usePick();
  const { duration } = useNumbers();
  const own = day.leaders.find((one) => one.personId === personId)!;
  const night = day.nights.find((one) => one.personId === personId);
  return (
    <tr className={styles.leaderHead}>
      <th scope="row" colSpan={4}>{name}{night ? <span className={styles.night}><IconMoon size={13} aria-hidden /> {t('nightAt', { place: pick(night.placeEn, night.placeHi) })}</span> : null}</th>
      <td className="figures">{t('km', { km: Math.round(own.drivingKm) })}</td>
      <td className="figures">{duration(own.drivingMinutes)}</td>
      <td />
    </tr>
  );
}

function DayHead({ day, personId, alone, number, pressed, onPress }: { day: TourDay; personId: string | null; alone: boolean; number: number; pressed: boolean; onPress: () => void }) {
  const t = useWords('tours');
  const pick = usePick();
  const { dayWords, duration } = useNumbers();
  const own = alone ? day.nights.find((one) => personId === null || one.personId === personId) : undefined;
  const night = !own || day.visits.length === 0 ? null : pick(own.placeEn, own.placeHi);
  return (
    <tr className={styles.dayHead}>
      <th scope="rowgroup" colSpan={4}>
        <button type="button" aria-pressed={pressed} onClick={onPress} title={t('onlyThisDay')}>
          <span className={styles.badge} style={dayColour(number - 1)}>{number}</span>
          {dayWords(day.day)}
        </button>
        {night === null ? null : <span className={styles.night}><IconMoon size={13} aria-hidden /> {t('nightAt', { place: night })}</span>}
      </th>
      <td className="figures">{day.visits.length > 0 ? t('km', { km: Math.round(day.drivingKm) }) : ''}</td>
      <td className="figures">{day.visits.length > 0 ? duration(day.drivingMinutes) : ''}</td>
      <td />
    </tr>
  );
}

function FreeDay({ reason, blackout }: { reason: string | undefined; blackout: TourDay['blackouts'][number] | undefined }) {
  const t = useWords('tours');
  const named = useNamed();
  return (
    <tr className={styles.free}>
      <td colSpan={columns.length}>{reason !== undefined ? t('awayDay', { reason }) : blackout ? t('blackoutAvoided', { name: named(blackout), where: '' }) : t('freeDay')}</td>
    </tr>
  );
}

function VisitRow({ tour, visit, selected, wrong, onSelect }: { tour: TourDetail; visit: TourVisit; selected: boolean; wrong: boolean; onSelect: () => void }) {
  const t = useWords('tours');
  const named = useNamed();
  const pick = usePick();
  const { time } = useNumbers();
  const [pin] = useCommand('tours.pin');
  const place = pick(visit.placeEn, visit.placeHi);
  const unit = named(visit);
  const end = visit.unitId === tour.firstUnitId ? 'first' : visit.unitId === tour.lastUnitId ? 'last' : null;
  return (
    <tr data-selected={selected || undefined} data-wrong={wrong || undefined} data-stop={visit.stopId}>
      <th scope="row" className={styles.place}>
        <button type="button" onClick={onSelect} aria-pressed={selected}>
          {place}{end ? <em>{t(`end.${end}`)}</em> : null}
        </button>
        {foldKey(unit) === foldKey(place) ? null : <small>{unit}</small>}
      </th>
      <td className="figures">{visit.fromUnitId === null ? '–' : time(visit.arrive - visit.legMinutes)}</td>
      <td className="figures">{visit.fromUnitId === null ? '–' : time(visit.arrive)}</td>
      <td className="figures"><b>{time(visit.begin)}</b>–{time(visit.leave)}</td>
      <LegFix tour={tour} visit={visit} />
      <td className={styles.pin}>
        <ActionIcon
          variant={visit.pinned ? 'light' : 'subtle'} color={visit.pinned ? undefined : 'gray'} size={26} aria-pressed={visit.pinned}
          aria-label={t('pinPlace', { place })} title={t(visit.pinned ? 'unpinHelp' : 'pinHelp')}
          onClick={() => void pin({ stopId: visit.stopId, pinned: !visit.pinned })}
        >
          {visit.pinned ? <IconLock size={15} /> : <IconLockOpen size={15} />}
        </ActionIcon>
      </td>
    </tr>
  );
}

function Problems({ problems }: { problems: TourDay['problems'] }) {
  const inWords = useProblemWords();
  return problems.map((problem, index) => (
    <tr key={`${problem.code} ${index}`} className={styles.problem}>
      <td colSpan={columns.length}><IconAlertTriangle size={14} aria-hidden /> {inWords(problem)}</td>
    </tr>
  ));
}
