// Builds what the planner and the check are asked from the file: places, roads, days, leaders, and what else takes their time.
import { daysFrom } from '../../../shared/dates.ts';
import type { TourEntry } from '../../../shared/tour/plan.ts';
import type { TourDuty, TourLeader, TourProblem, TourStop } from '../../../shared/tour/problem.ts';
import type { Blackout } from '../../../shared/model/blackout.ts';
import type { ReadDb } from '../../store/sql.ts';
import { blackoutsOf } from '../programme/blackouts.ts';
import type { Engagement } from './engagements.ts';
import { placesOf } from './places.ts';
import type { UnitPlace } from './places.ts';
import { roadsBetween } from './roads.ts';
import { dutiesOf } from './tourDuty.ts';
import { isPlanned, sidesOf, stopsOf, tourOf } from './tourRecord.ts';
import type { StopRecord, TourRecord, TourSides } from './tourRecord.ts';

export interface TourCase extends TourSides {
  tour: TourRecord;
  stops: StopRecord[];
  /** By the id used in the problem. */
  stopById: Map<string, StopRecord>;
  /** What a leader has promised elsewhere, at a known place: fixed stops of the problem that are no stops of the tour. */
  engagements: Map<string, Engagement>;
  /** Likewise where the place is not known: only their hours are taken. */
  placeless: Engagement[];
  /** The indexes of the problem's places. */
  places: UnitPlace[];
  /** Row by row like the roads: 1 where the user's own figure stands. */
  corrected: Uint8Array;
  /** Likewise: where each figure comes from, as an index into `travelSources`. */
  source: Uint8Array;
  /** The days of the window, and others on which stops stand. */
  days: string[];
  /** For each leader, his days. */
  duties: TourDuty[][];
  away: Set<string>[];
  /** Festivals, exams: days on which nothing should be held, everywhere or below a unit. */
  blackouts: (Blackout & { path: string })[];
  problem: TourProblem;
  /** The schedule as stored, with the fixed engagements. */
  entries: TourEntry[];
}

/** Where a stop is to be instead of where the file has it. */
export interface MovedStop {
  stopId: string;
  day: string;
  begin: number;
  minutes: number;
  /** Whose it is to be; without: whose it is. */
  personId?: string;
}

/** Throws `tours.gone`. Stops whose unit has lost its point are left out of the problem. `change`: as if the tour were so. */
export function tourCase(db: ReadDb, tourId: string, moved?: MovedStop, change: Partial<Pick<TourRecord, 'toDay'>> = {}): TourCase {
  const tour = { ...tourOf(db, tourId), ...change };
  const sides = sidesOf(db, tour);
  const stops = stopsOf(db, tourId).map((stop) => (
    stop.id === moved?.stopId ? { ...stop, day: moved.day, beginMinute: moved.begin, minutes: moved.minutes, pinned: true, personId: moved.personId ?? stop.personId } : stop
  ));
  const placed = stops.filter((stop) => stop.lat !== null && stop.lon !== null);
  const planned = placed.filter(isPlanned);
  const days = [...new Set([...daysFrom(tour.fromDay, tour.toDay), ...planned.map((stop) => stop.day)])].sort();
  const dayIndex = new Map(days.map((day, index) => [day, index]));
  const duties = dutiesOf(db, tour, sides, days);
  const fixed = duties.engagements.filter((one) => one.lat !== null && one.lon !== null);

  // A unit is one place however often a leader comes to it.
  const unitIds = [...[...placed, ...fixed].map((one) => one.unitId!), ...sides.nightUnitIds];
  const places = [...placesOf(db, unitIds).values()].filter((place) => place.lat !== null && place.lon !== null).sort((a, b) => (a.path < b.path ? -1 : 1));
  const placeIndex = new Map(places.map((place, index) => [place.unitId, index]));
  const roads = roadsBetween(db, places, tour);
  const several = sides.leaders.length > 1;
  const leaderIndex = new Map(sides.leaders.map(({ personId }, index) => [personId, index]));
  const leaderOf = (personId: string | null): number => leaderIndex.get(personId ?? tour.personId) ?? 0;

  const ownStops = placed.map((stop): TourStop => {
    const held = isPlanned(stop) && (stop.pinned || stop.dayPinned || stop.marked !== null);
    const atHour = isPlanned(stop) && (stop.pinned || stop.marked !== null);
    return {
      id: stop.id, place: placeIndex.get(stop.unitId)!, durationMinutes: stop.minutes, must: stop.must, worth: stop.worth,
      ...(held ? { pinned: { day: dayIndex.get(stop.day)!, ...(atHour ? { begin: stop.beginMinute } : {}) } } : {}),
      ...windowsOf(stop, days),
      ...(held && several ? { leader: leaderOf(stop.personId) } : {}),
    };
  });
  const otherStops = fixed.map((one): TourStop => ({
    id: `${one.kind} ${one.id}`, place: placeIndex.get(one.unitId!)!, durationMinutes: one.end - one.begin, must: true, worth: 1,
    pinned: { day: dayIndex.get(one.day)!, begin: one.begin },
    ...(several ? { leader: leaderOf(one.personId) } : {}),
  }));
  const stopAt = (unitId: string | null): string | undefined => placed.find((stop) => stop.unitId === unitId)?.id;
  const isOneTown = tour.firstUnitId === tour.lastUnitId && placed.length > 1;
  const ends = { firstStopId: stopAt(tour.firstUnitId), lastStopId: isOneTown ? undefined : stopAt(tour.lastUnitId) };
  const lockedDays = days.flatMap((day, index) => (sides.dayRules.get(day)?.locked ? [index] : []));
  const entries: TourEntry[] = [
    ...planned.map((stop) => ({ stopId: stop.id, day: dayIndex.get(stop.day)!, begin: stop.beginMinute, ...(several ? { leader: leaderOf(stop.personId) } : {}) })),
    ...otherStops.map((stop) => ({ stopId: stop.id, day: stop.pinned!.day, begin: stop.pinned!.begin!, ...(several ? { leader: stop.leader! } : {}) })),
  ];
  const leaders = sides.leaders.map(({ personId }, index): TourLeader => ({
    id: personId, days: duties.days[index]!, ...(lockedDays.length > 0 ? { lockedDays } : {}),
    // The first and the last town are those of the tour's own leader; the others begin and end where it is shortest.
    ...(index === 0 ? ends : {}),
  }));
  const nightPlaces = sides.nightUnitIds.flatMap((unitId) => placeIndex.get(unitId) ?? []);
  return {
    tour, ...sides, stops, places, days, duties: duties.days, away: duties.away, blackouts: blackoutsOn(db, days),
    engagements: new Map(fixed.map((one) => [`${one.kind} ${one.id}`, one])),
    placeless: duties.engagements.filter((one) => one.lat === null || one.lon === null),
    stopById: new Map(stops.map((stop) => [stop.id, stop])),
    corrected: roads.corrected,
    source: roads.source,
    problem: {
      placeCount: places.length,
      travelMinutes: roads.travelMinutes,
      distanceKm: roads.distanceKm,
      stops: [...ownStops, ...otherStops],
      days: duties.days[0]!,
      driveOnInEvening: tour.driveOn === 1,
      ...(tour.fewestDays === 1 ? { fewestDays: true } : {}),
      ...(nightPlaces.length > 0 ? { nightPlaces } : {}),
      ...(several ? { leaders } : { ...ends, ...(lockedDays.length > 0 ? { lockedDays } : {}) }),
      ...(lockedDays.length > 0 ? { start: entries.filter((entry) => lockedDays.includes(entry.day)) } : {}),
    },
    entries,
  };
}

/** With the path of what they are for; of the whole state: an empty one. */
function blackoutsOn(db: ReadDb, days: readonly string[]): TourCase['blackouts'] {
  const blackouts = blackoutsOf(db, { fromDay: days[0]!, toDay: days.at(-1)! });
  const paths = placesOf(db, blackouts.flatMap(({ unitId }) => unitId ?? []));
  return blackouts.map((one) => ({ ...one, path: one.unitId === null ? '' : paths.get(one.unitId)?.path ?? ' ' }));
}

/** The hours and days a stop asks for, for each day of the tour; nothing where it asks for none. */
function windowsOf({ beginFrom, beginTo, onlyFromDay, onlyToDay }: StopRecord, days: readonly string[]): Pick<TourStop, 'windows'> {
  if (beginFrom === null && beginTo === null && onlyFromDay === null && onlyToDay === null) return {};
  const open = days.flatMap((day, index) => ((onlyFromDay ?? day) <= day && day <= (onlyToDay ?? day) ? [index] : []));
  return { windows: open.map((day) => ({ day, from: beginFrom ?? 0, to: Math.max(beginFrom ?? 0, beginTo ?? 2880) })) };
}
