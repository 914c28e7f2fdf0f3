// Builds what the planner and the check are asked from the file: places, roads, days, and what else takes the leader's time.
import { daysFrom } from '../../../shared/dates.ts';
import type { TourEntry } from '../../../shared/tour/plan.ts';
import type { TourDuty, TourProblem, TourStop } from '../../../shared/tour/problem.ts';
import type { ReadDb } from '../../store/sql.ts';
import { awayOf, engagementsOf, isAway } from './engagements.ts';
import type { Engagement } from './engagements.ts';
import { placesOf } from './places.ts';
import type { UnitPlace } from './places.ts';
import { roadsBetween } from './roads.ts';
import { isPlanned, stopsOf, tourOf } from './tourRecord.ts';
import type { StopRecord, TourRecord } from './tourRecord.ts';

export interface TourCase {
  tour: TourRecord;
  stops: StopRecord[];
  /** By the id used in the problem. */
  stopById: Map<string, StopRecord>;
  /** What the leader has promised elsewhere, at a known place: fixed stops of the problem that are no stops of the tour. */
  engagements: Map<string, Engagement>;
  /** The indexes of the problem's places. */
  places: UnitPlace[];
  /** Row by row like the roads: 1 where the user's own figure stands. */
  corrected: Uint8Array;
  /** Likewise: where each figure comes from, as an index into `travelSources`. */
  source: Uint8Array;
  /** The days of the window, and others on which stops stand. */
  days: string[];
  away: Set<string>;
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
}

/** Throws `tours.gone`. Stops whose unit has lost its point are left out of the problem. */
export function tourCase(db: ReadDb, tourId: string, moved?: MovedStop): TourCase {
  const tour = tourOf(db, tourId);
  const stops = stopsOf(db, tourId).map((stop) => (
    stop.id === moved?.stopId ? { ...stop, day: moved.day, beginMinute: moved.begin, minutes: moved.minutes, pinned: true } : stop
  ));
  const placed = stops.filter((stop) => stop.lat !== null && stop.lon !== null);
  const planned = placed.filter(isPlanned);
  const days = [...new Set([...daysFrom(tour.fromDay, tour.toDay), ...planned.map((stop) => stop.day)])].sort();
  const asked = { fromDay: days[0]!, toDay: days.at(-1)!, personIds: [tour.personId] };
  const awayTimes = awayOf(db, asked);
  const away = new Set(days.filter((day) => isAway(awayTimes, tour.personId, day)));
  const others = engagementsOf(db, asked).filter((one) => one.tourId !== tourId && days.includes(one.day) && !away.has(one.day));
  const fixed = others.filter((one) => one.lat !== null && one.lon !== null);
  const engagements = new Map(fixed.map((one) => [`${one.kind} ${one.id}`, one]));

  // A unit is one place however often the leader comes to it.
  const places = [...placesOf(db, [...placed, ...fixed].map((one) => one.unitId!)).values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const placeIndex = new Map(places.map((place, index) => [place.unitId, index]));
  const roads = roadsBetween(db, places, tour);
  const dayIndex = (day: string): number => days.indexOf(day);
  const duty = (day: string): TourDuty => {
    const works = day >= tour.fromDay && day <= tour.toDay && !away.has(day);
    return {
      dutyFrom: tour.dutyFrom,
      dutyTo: works ? tour.dutyTo : tour.dutyFrom,
      reserved: others.filter((one) => one.day === day && one.lat === null).map((one) => ({ from: one.begin, to: one.end })),
    };
  };
  const ownStops = placed.map((stop): TourStop => ({
    id: stop.id, place: placeIndex.get(stop.unitId)!, durationMinutes: stop.minutes, must: true, worth: 1,
    ...(stop.pinned && isPlanned(stop) ? { pinned: { day: dayIndex(stop.day), begin: stop.beginMinute } } : {}),
  }));
  const otherStops = fixed.map((one): TourStop => ({
    id: `${one.kind} ${one.id}`, place: placeIndex.get(one.unitId!)!, durationMinutes: one.end - one.begin, must: true, worth: 1,
    pinned: { day: dayIndex(one.day), begin: one.begin },
  }));
  const stopAt = (unitId: string | null): string | undefined => placed.find((stop) => stop.unitId === unitId)?.id;
  const isOneTown = tour.firstUnitId === tour.lastUnitId && placed.length > 1;
  return {
    tour, stops, engagements, places, days, away,
    stopById: new Map(stops.map((stop) => [stop.id, stop])),
    corrected: roads.corrected,
    source: roads.source,
    problem: {
      placeCount: places.length,
      travelMinutes: roads.travelMinutes,
      distanceKm: roads.distanceKm,
      stops: [...ownStops, ...otherStops],
      days: days.map(duty),
      firstStopId: stopAt(tour.firstUnitId),
      lastStopId: isOneTown ? undefined : stopAt(tour.lastUnitId),
    },
    entries: [
      ...planned.map((stop) => ({ stopId: stop.id, day: dayIndex(stop.day), begin: stop.beginMinute })),
      ...otherStops.map((stop) => ({ stopId: stop.id, day: stop.pinned!.day, begin: stop.pinned!.begin })),
    ],
  };
}
