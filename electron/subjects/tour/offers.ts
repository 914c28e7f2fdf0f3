// What would make a plan hold that does not: longer days, one day more, or which stops to leave out; each tried before it is offered.
import { addDays } from '../../../shared/dates.ts';
import type { TourOffer } from '../../../shared/model/tour.ts';
import { checkTour } from '../../../shared/tour/checkTour.ts';
import { solveTour } from '../../../shared/tour/solveTour.ts';
import { seed } from './planTour.ts';
import type { TourCase } from './tourCase.ts';

const mostLongerMinutes = 120;
const quarter = 15;

/** Nothing where the plan holds. */
export function offersFor(one: TourCase, onProgress: (done: number) => void): TourOffer[] {
  const { problem, entries, tour } = one;
  const now = checkTour(problem, entries);
  if (now.violations.length === 0) return [];
  const offers: TourOffer[] = [];
  const lates = now.violations.filter(({ code }) => code === 'late');
  const longest = Math.max(...lates.map(({ minutes = Infinity }) => minutes));
  if (lates.length === now.violations.length && longest <= mostLongerMinutes) {
    offers.push({ kind: 'longerDays', dutyTo: Math.ceil((tour.dutyTo + longest) / quarter) * quarter });
  }
  const { advice } = solveTour({ ...problem, start: entries }, { seed, onProgress: ({ done, of }) => onProgress(Math.round((done / of) * 100)) });
  if (advice?.oneMoreDay) offers.push({ kind: 'oneMoreDay', toDay: addDays(tour.toDay, 1) });
  const drop = (advice?.drop ?? []).flatMap((stopId) => one.stopById.get(stopId) ?? []);
  if (drop.length > 0 && drop.length === advice!.drop!.length) {
    offers.push({ kind: 'dropStops', stops: drop.map(({ id, placeEn, placeHi }) => ({ stopId: id, nameEn: placeEn, nameHi: placeHi })) });
  }
  return offers;
}
