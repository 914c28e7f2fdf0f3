// Finds what is wrong with a tour problem: what makes no sense at all, and what can never be.
import { AppError } from '../errors.ts';
import { leadersOf } from './problem.ts';
import type { TourDuty, TourProblem, TourStop } from './problem.ts';

/** Above every travel or meeting, in minutes; from here on the planner could not tell a way from none. */
export const mostMinutes = 9_999_999;

export interface TourFault {
  /** As in `AppError`. */
  code: string;
  detail: Record<string, unknown>;
}

/** Throws the first of `faultsOf` as an AppError. */
export function checkProblem(problem: TourProblem): void {
  const [first] = faultsOf(problem);
  if (first) throw new AppError(first.code, first.detail);
}

/**
 * Everything that makes no sense: `tour.matrixSize {placeCount, travelMinutes, distanceKm}`, `tour.badTravel {fromPlace, toPlace}`,
 * `tour.noPlace {stopId, place}` (stopId null: start, return or night place), `tour.badLength {stopId, durationMinutes}`,
 * `tour.badWorth {stopId, worth}`, `tour.stopTwice {stopId}`, `tour.unknownStop {stopId}`, `tour.noSuchDay {stopId, day}`,
 * `tour.badWindow {stopId, day}`, `tour.badPin {stopId, day}`, `tour.badDay {day}`, `tour.badReserved {day}`,
 * `tour.firstIsLast {stopId}`, `tour.noSuchLeader {stopId, leader}`, `tour.leaderDays {leader, have, need}`.
 */
export function faultsOf(problem: TourProblem): TourFault[] {
  const { placeCount, travelMinutes, distanceKm, stops, days } = problem;
  const faults: TourFault[] = [];
  const add = (code: string, detail: Record<string, unknown>): void => void faults.push({ code: `tour.${code}`, detail });
  const isPlace = (place: number): boolean => isIndex(place, placeCount);
  const size = placeCount * placeCount;
  const kmCount = distanceKm ? distanceKm.length : size;
  if (!Number.isInteger(placeCount) || travelMinutes.length !== size || kmCount !== size) {
    add('matrixSize', { placeCount, travelMinutes: travelMinutes.length, distanceKm: kmCount });
  }
  for (let cell = 0; cell < size && faults.length === 0; cell++) {
    if (isLength(travelMinutes[cell]!) && isLength(distanceKm ? distanceKm[cell]! : 0)) continue;
    add('badTravel', { fromPlace: Math.floor(cell / placeCount), toPlace: cell % placeCount });
  }
  const leaders = leadersOf(problem);
  const ids = new Set<string>();
  for (const { id: stopId, place, durationMinutes, worth, pinned, windows, leader } of stops) {
    if (ids.has(stopId)) add('stopTwice', { stopId });
    ids.add(stopId);
    if (!isPlace(place)) add('noPlace', { stopId, place });
    if (!isLength(durationMinutes)) add('badLength', { stopId, durationMinutes });
    if (!isLength(worth)) add('badWorth', { stopId, worth });
    for (const { day } of [...(pinned ? [pinned] : []), ...(windows ?? [])]) {
      if (!isIndex(day, days.length)) add('noSuchDay', { stopId, day });
    }
    for (const { day, from, to } of windows ?? []) if (!(from <= to)) add('badWindow', { stopId, day });
    if (pinned?.begin !== undefined && !Number.isFinite(pinned.begin)) add('badPin', { stopId, day: pinned.day });
    if (leader !== undefined && !isIndex(leader, leaders.length)) add('noSuchLeader', { stopId, leader });
  }
  const places = [problem.nightPlaces ?? [], days.map((day) => day.nightPlace)].flat();
  leaders.forEach(({ days: own, firstStopId, lastStopId, startPlace, returnTo, lockedDays, nightPlaces }, leader) => {
    places.push(startPlace, returnTo, ...(nightPlaces ?? []), ...(own ?? []).map((day) => day.nightPlace));
    if (own && own.length !== days.length) add('leaderDays', { leader, have: own.length, need: days.length });
    for (const id of [firstStopId, lastStopId]) if (id !== undefined && !ids.has(id)) add('unknownStop', { stopId: id });
    if (firstStopId !== undefined && firstStopId === lastStopId && stops.length > 1) add('firstIsLast', { stopId: firstStopId });
    for (const day of lockedDays ?? []) if (!isIndex(day, days.length)) add('noSuchDay', { stopId: null, day });
  });
  for (const place of places) if (place !== undefined && !isPlace(place)) add('noPlace', { stopId: null, place });
  for (const duties of [days, ...leaders.map((leader) => leader.days ?? [])]) duties.forEach((duty, day) => addDay(add, duty, day));
  const started = new Set<string>();
  for (const { stopId, day, leader } of problem.start ?? []) {
    if (!ids.has(stopId)) add('unknownStop', { stopId });
    if (started.has(stopId)) add('stopTwice', { stopId });
    started.add(stopId);
    if (!isIndex(day, days.length)) add('noSuchDay', { stopId, day });
    if (leader !== undefined && !isIndex(leader, leaders.length)) add('noSuchLeader', { stopId, leader });
  }
  return faults;
}

/**
 * What makes sense but can never be, for whoever writes a problem by hand: `tour.noDays {}`, `tour.windowOutside {stopId}`
 * (all its windows lie outside the days' duty), `tour.pinOutside {stopId, day, begin, dutyFrom, dutyTo}`,
 * `tour.pinReserved {stopId, day, begin}`, `tour.pinWindow {stopId, day, begin}` (outside the stop's own windows),
 * `tour.pinsOverlap {stopId, otherStopId, day}`. The check reports such things as violations; ask only after `faultsOf`.
 */
export function impossibilitiesOf(problem: TourProblem): TourFault[] {
  const { stops, days } = problem;
  const faults: TourFault[] = [];
  const add = (code: string, detail: Record<string, unknown>): void => void faults.push({ code: `tour.${code}`, detail });
  if (days.length === 0) add('noDays', {});
  const leaders = leadersOf(problem);
  const dutiesOf = (stop: TourStop, day: number): TourDuty[] =>
    leaders.flatMap((leader, index) => (stop.leader === undefined || stop.leader === index ? [(leader.days ?? days)[day]!] : []));
  for (const stop of stops) {
    const { id: stopId, durationMinutes: length, pinned, windows } = stop;
    const meets = windows?.some(({ day, from, to }) => dutiesOf(stop, day).some((duty) => from <= duty.dutyTo && to >= duty.dutyFrom));
    if (meets === false) add('windowOutside', { stopId });
    if (!pinned) continue;
    const { day, begin } = pinned;
    const duties = dutiesOf(stop, day);
    const fits = ({ dutyFrom, dutyTo }: TourDuty): boolean =>
      begin === undefined ? dutyTo - dutyFrom >= length && dutyTo > dutyFrom : begin >= dutyFrom && begin + length <= dutyTo;
    if (!duties.some(fits)) add('pinOutside', { stopId, day, begin, dutyFrom: duties[0]?.dutyFrom, dutyTo: duties[0]?.dutyTo });
    if (windows && !windows.some((one) => one.day === day && (begin === undefined || (one.from <= begin && begin <= one.to)))) {
      add('pinWindow', { stopId, day, begin });
    }
    if (begin === undefined) continue;
    if (duties.every(({ reserved }) => reserved.some((part) => begin < part.to && begin + length > part.from))) {
      add('pinReserved', { stopId, day, begin });
    }
  }
  const alone = leaders.length === 1;
  const timed = stops.filter((stop) => stop.pinned?.begin !== undefined && (alone || stop.leader !== undefined))
    .sort((a, b) => (a.leader ?? 0) - (b.leader ?? 0) || a.pinned!.day - b.pinned!.day || a.pinned!.begin! - b.pinned!.begin!);
  timed.forEach((stop, index) => {
    const next = timed[index + 1];
    if (!next || next.pinned!.day !== stop.pinned!.day || (next.leader ?? 0) !== (stop.leader ?? 0)) return;
    if (next.pinned!.begin! >= stop.pinned!.begin! + stop.durationMinutes) return;
    add('pinsOverlap', { stopId: next.id, otherStopId: stop.id, day: stop.pinned!.day });
  });
  return faults;
}

/** Throws `tour.noSuchDay {stopId, day}` unless `day` is the index of one of the days. */
export function checkDay(problem: TourProblem, stopId: string, day: number): void {
  if (!isIndex(day, problem.days.length)) throw new AppError('tour.noSuchDay', { stopId, day });
}

function addDay(add: (code: string, detail: Record<string, unknown>) => void, duty: TourDuty, day: number): void {
  const { dutyFrom, dutyTo, reserved, maxDrivingMinutes, noDrivingFrom, noDrivingUntil } = duty;
  const known = [dutyFrom, dutyTo, noDrivingFrom ?? 0, noDrivingUntil ?? 0];
  if (!known.every(Number.isFinite) || !((maxDrivingMinutes ?? 0) >= 0)) add('badDay', { day });
  if (reserved.some((part) => !(part.from <= part.to))) add('badReserved', { day });
}

function isIndex(value: number, count: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < count;
}

function isLength(value: number): boolean {
  return value >= 0 && value <= mostMinutes;
}
