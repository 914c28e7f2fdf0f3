// What would make a plan hold that does not: planning the rest anew, a pin released, longer days, one day more, or which stops to leave out; each tried before it is offered.
import { addDays } from '../../../shared/dates.ts';
import type { TourOffer } from '../../../shared/model/tour.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import type { TourPlan } from '../../../shared/tour/plan.ts';
import type { TourProblem } from '../../../shared/tour/problem.ts';
import { solveInDark } from '../../../shared/tour/darkRoads.ts';
import { solveTour } from '../../../shared/tour/solveTour.ts';
import type { ReadDb } from '../../store/sql.ts';
import { seed } from './planTour.ts';
import { tourCase } from './tourCase.ts';
import type { TourCase } from './tourCase.ts';
import type { StopRecord } from './tourRecord.ts';

const mostLongerMinutes = 120;
const quarter = 15;

/** Nothing where the plan holds. */
export function offersFor(db: ReadDb, one: TourCase, onProgress: (done: number) => void): TourOffer[] {
  const { problem, entries, tour } = one;
  const now = checkTour(problem, entries);
  if (now.violations.length === 0) return [];
  const solve = (asked: TourProblem, from: number): TourPlan =>
    solveInDark(asked, (light) => solveTour(light, { seed, noAdvice: true, onProgress: ({ done, of }) => onProgress(Math.round(from + (done / of) * 50)) }));
  const offers: TourOffer[] = [];
  // What costs nobody anything comes first, and alone: days and stops are not given up where planning again will do.
  if (solve(problem, 0).violations.length === 0) return [{ kind: 'planAgain' }];
  const pins = pinsInTheWay(one, now);
  if (pins.length > 0 && solve(unpinned(problem, pins), 0).violations.length === 0) offers.push({ kind: 'unpinStops', stops: pins.map(namesOf) });

  const lates = now.violations.filter(({ code }) => code === 'late');
  const longest = Math.max(...lates.map(({ minutes = Infinity }) => minutes));
  if (lates.length === now.violations.length && longest <= mostLongerMinutes) {
    offers.push({ kind: 'longerDays', dutyTo: Math.ceil((tour.dutyTo + longest) / quarter) * quarter });
  }
  const toDay = addDays(tour.toDay, 1);
  if (solve(tourCase(db, tour.id, undefined, { toDay }).problem, 0).violations.length === 0) offers.push({ kind: 'oneMoreDay', toDay });

  // With every stop only wanted, and all worth the same, as many are held as can be; the others are what stands in the way.
  const wished = problem.stops.map((stop) => (stop.must && !stop.pinned && one.stopById.has(stop.id) ? { ...stop, must: false, worth: mostWorth } : stop));
  const fewer = solve({ ...problem, stops: wished }, 50);
  const drop = fewer.leftOut.flatMap(({ stopId }) => one.stopById.get(stopId) ?? []).filter((stop) => stop.must);
  if (fewer.violations.length === 0 && drop.length > 0) {
    offers.push({ kind: 'dropStops', stops: drop.map(namesOf) });
  }
  return offers;
}

const namesOf = ({ id, placeEn, placeHi }: StopRecord) => ({ stopId: id, nameEn: placeEn, nameHi: placeHi });

/** Stops pinned by hand at which something breaks; those that were held already stay where they were. */
function pinsInTheWay({ stopById }: TourCase, { violations }: TourPlan): StopRecord[] {
  const ids = new Set(violations.flatMap(({ stopId, otherStopId }) => [stopId, otherStopId]));
  return [...stopById.values()].filter((stop) => ids.has(stop.id) && (stop.pinned || stop.dayPinned) && stop.marked === null);
}

function unpinned(problem: TourProblem, pins: readonly StopRecord[]): TourProblem {
  const free = new Set(pins.map(({ id }) => id));
  return { ...problem, stops: problem.stops.map((stop) => (free.has(stop.id) ? { ...stop, pinned: undefined } : stop)) };
}

/** More than any wanted stop is worth: no must gives way to one. */
const mostWorth = 100_000;
