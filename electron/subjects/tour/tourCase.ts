// Builds what the planner and the check are asked from the file: places, roads, days, leaders, and what else takes their time.
import { daysFrom } from '../../../shared/dates.ts';
import { minutesInDark } from '../../../shared/rules/travel.ts';
import type { TourEntry } from '../../../shared/tour/plan.ts';
import type { TourDuty, TourEnds, TourLeader, TourProblem, TourStop } from '../../../shared/tour/problem.ts';
import type { ReadDb } from '../../store/sql.ts';
import { blackoutsOn, daysClosed, isAvoided, isClosed } from './closedDays.ts';
import type { BlackoutPlace } from './closedDays.ts';
import type { Engagement } from './engagements.ts';
import { placesOf } from './places.ts';
import type { UnitPlace } from './places.ts';
import { roadsBetween } from './roads.ts';
import { dutiesOf } from './tourDuty.ts';
import type { Duties } from './tourDuty.ts';
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
  blackouts: BlackoutPlace[];
  /** For each day, when it is light everywhere on the tour. */
  light: Duties['light'];
  /** Days without duty because of one of them. */
  closedDays: ReadonlySet<string>;
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
  const blackouts = blackoutsOn(db, days);
  const closing = blackouts.filter((one) => isAvoided(tour, one));
  const closedDays = daysClosed(days, closing, { planned, locked: sides.dayRules });
  const duties = dutiesOf(db, tour, sides, days, { points: placed, closedDays });
  const fixed = duties.engagements.filter((one) => one.lat !== null && one.lon !== null);

  // A unit is one place however often a leader comes to it.
  const ownPlaces = sides.leaders.slice(1).flatMap((one) => [one.firstUnitId, one.lastUnitId, ...one.nightUnitIds].filter((unitId) => unitId !== null));
  const unitIds = [...[...placed, ...fixed].map((one) => one.unitId!), ...sides.nightUnitIds, ...ownPlaces];
  const places = [...placesOf(db, unitIds).values()].filter((place) => place.lat !== null && place.lon !== null).sort((a, b) => (a.path < b.path ? -1 : 1));
  const placeIndex = new Map(places.map((place, index) => [place.unitId, index]));
  const roads = roadsBetween(db, places, tour);
  const dark = tour.slowInDark === 1 ? minutesInDark(roads) : null;
  const several = sides.leaders.length > 1;
  const leaderIndex = new Map(sides.leaders.map(({ personId }, index) => [personId, index]));
  const leaderOf = (personId: string | null): number => leaderIndex.get(personId ?? tour.personId) ?? 0;

  const ends = endsOf(sides, placed, placeIndex);
  const ownStops = placed.map((stop): TourStop => {
    const held = isPlanned(stop) && (stop.pinned || stop.dayPinned || stop.marked !== null);
    const atHour = isPlanned(stop) && (stop.pinned || stop.marked !== null);
    return {
      id: stop.id, place: placeIndex.get(stop.unitId)!, durationMinutes: stop.minutes, must: stop.must, worth: stop.worth,
      ...(held ? { pinned: { day: dayIndex.get(stop.day)!, ...(atHour ? { begin: stop.beginMinute } : {}) } } : {}),
      ...windowsOf(stop, days, (day) => !closedDays.has(day) && !(held && stop.day === day) && isClosed(closing, stop.path, day)),
      // Where a leader begins or ends nobody else goes in his place.
      ...(several ? held ? { leader: leaderOf(stop.personId) } : endOf(ends, stop.id) : {}),
    };
  });
  const otherStops = fixed.map((one): TourStop => ({
    id: engagementId(one, tour.personId), place: placeIndex.get(one.unitId!)!, durationMinutes: one.end - one.begin, must: true, worth: 1,
    pinned: { day: dayIndex.get(one.day)!, begin: one.begin },
    ...(several ? { leader: leaderOf(one.personId) } : {}),
  }));
  const lockedDays = days.flatMap((day, index) => (sides.dayRules.get(day)?.locked ? [index] : []));
  const entries: TourEntry[] = [
    ...planned.map((stop) => ({ stopId: stop.id, day: dayIndex.get(stop.day)!, begin: stop.beginMinute, ...(several ? { leader: leaderOf(stop.personId) } : {}) })),
    ...otherStops.map((stop) => ({ stopId: stop.id, day: stop.pinned!.day, begin: stop.pinned!.begin!, ...(several ? { leader: stop.leader! } : {}) })),
  ];
  const leaders = sides.leaders.map(({ personId }, index): TourLeader => ({
    id: personId, days: duties.days[index]!, ...(lockedDays.length > 0 ? { lockedDays } : {}),
    ...ends[index]!,
    ...nightsOf(sides.leaders[index]!.nightUnitIds, placeIndex),
  }));
  const nightPlaces = sides.nightUnitIds.flatMap((unitId) => placeIndex.get(unitId) ?? []);
  return {
    tour, ...sides, stops, places, days, duties: duties.days, away: duties.away, blackouts, light: duties.light, closedDays,
    engagements: new Map(fixed.map((one) => [engagementId(one, tour.personId), one])),
    placeless: duties.engagements.filter((one) => one.lat === null || one.lon === null),
    stopById: new Map(stops.map((stop) => [stop.id, stop])),
    corrected: roads.corrected,
    source: roads.source,
    problem: {
      placeCount: places.length,
      travelMinutes: roads.travelMinutes,
      ...(dark ? { darkTravelMinutes: dark } : {}),
      distanceKm: roads.distanceKm,
      stops: [...ownStops, ...otherStops],
      days: duties.days[0]!,
      driveOnInEvening: tour.driveOn === 1,
      ...(tour.fewestDays === 1 ? { fewestDays: true } : {}),
      ...(nightPlaces.length > 0 ? { nightPlaces } : {}),
      ...(several ? { leaders } : { ...ends[0]!, ...(lockedDays.length > 0 ? { lockedDays } : {}) }),
      ...(lockedDays.length > 0 ? { start: entries.filter((entry) => lockedDays.includes(entry.day)) } : {}),
    },
    entries,
  };
}

/**
 * Where each leader begins and ends. A town where two of them would begin or end is visited by the first of these; the other sets
 * out from there, or comes back to it, without a meeting.
 */
function endsOf({ leaders }: TourSides, placed: readonly StopRecord[], placeIndex: ReadonlyMap<string, number>): TourEnds[] {
  const taken = new Set<string>();
  return leaders.map(({ firstUnitId, lastUnitId }, index) => {
    const ends: TourEnds = {};
    const own = (unitId: string | null): string | undefined => {
      const stop = placed.find((one) => one.unitId === unitId && !taken.has(one.unitId));
      if (stop) taken.add(stop.unitId);
      return stop?.id;
    };
    const isOneTown = firstUnitId === lastUnitId && (placed.length > 1 || index > 0);
    const first = index > 0 && isOneTown ? undefined : own(firstUnitId);
    const last = isOneTown ? undefined : own(lastUnitId);
    if (first !== undefined) ends.firstStopId = first;
    else if (index > 0 && firstUnitId !== null && placeIndex.has(firstUnitId)) ends.startPlace = placeIndex.get(firstUnitId)!;
    if (last !== undefined) ends.lastStopId = last;
    else if (index > 0 && lastUnitId !== null && placeIndex.has(lastUnitId)) ends.returnTo = placeIndex.get(lastUnitId)!;
    return ends;
  });
}

/** A leader's own places for the night, where he has any that are known. */
function nightsOf(unitIds: readonly string[], placeIndex: ReadonlyMap<string, number>): Pick<TourLeader, 'nightPlaces'> {
  const nightPlaces = unitIds.flatMap((unitId) => placeIndex.get(unitId) ?? []);
  return nightPlaces.length > 0 ? { nightPlaces } : {};
}

/** Where several leaders attend the same, it takes the hours of each. */
const engagementId = ({ kind, id, personId }: Engagement, first: string): string => (personId === first ? `${kind} ${id}` : `${kind} ${id} ${personId}`);

/** Whose end a stop is. */
function endOf(ends: readonly TourEnds[], stopId: string): { leader?: number } {
  const leader = ends.findIndex(({ firstStopId, lastStopId }) => stopId === firstStopId || stopId === lastStopId);
  return leader < 0 ? {} : { leader };
}

/** The hours and days a stop asks for, for each day of the tour; nothing where it asks for none. */
function windowsOf({ beginFrom, beginTo, onlyFromDay, onlyToDay }: StopRecord, days: readonly string[], isShut: (day: string) => boolean): Pick<TourStop, 'windows'> {
  const asksNothing = beginFrom === null && beginTo === null && onlyFromDay === null && onlyToDay === null;
  if (asksNothing && !days.some(isShut)) return {};
  const open = days.flatMap((day, index) => ((onlyFromDay ?? day) <= day && day <= (onlyToDay ?? day) && !isShut(day) ? [index] : []));
  return { windows: open.map((day) => ({ day, from: beginFrom ?? 0, to: Math.max(beginFrom ?? 0, beginTo ?? 2880) })) };
}
