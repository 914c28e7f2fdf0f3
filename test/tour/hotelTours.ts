// Makes tours with nights at hotels whose best is known: a shortest round cut into trips, hotels at the cuts, days no longer than the longest trip needs.
import type { TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';

/** Best known by construction: no plan needs fewer days or less travel, or is worth more. */
export interface KnownTour {
  problem: TourProblem;
  days: number;
  travel: number;
  worth: number;
}

/**
 * Stops on a circle, where the shortest round is the circle itself; the hotels stand where the trips end, as Vansteenwegen, Souffriau
 * and Sörensen (2012) lay them on shortest rounds, besides others off the way. A day less is proved impossible by travel alone.
 * `optional`: the stops are worth something instead of must; all of them can be had (Divsalar et al. 2013), and only as the circle goes.
 */
export function circleTour(stopCount: number, trips: number, hotels: number, seed: number, optional = false): KnownTour {
  const random = seededRandom(seed * 104_729 + stopCount);
  const on = (turn: number, radius = 100): [number, number] => [radius * Math.cos(2 * Math.PI * turn), radius * Math.sin(2 * Math.PI * turn)];
  const cuts = Array.from({ length: trips }, (_, k) => k / trips);
  const turns = Array.from({ length: stopCount }, () => random.next()).sort((a, b) => a - b);
  const points = [
    ...cuts.map((turn) => on(turn)),
    ...Array.from({ length: hotels - trips }, () => on(random.next(), 30 + 60 * random.next())),
    ...turns.map((turn) => on(turn)),
  ];
  const travelMinutes = points.flatMap(([x, y]) => points.map(([a, b]) => Math.hypot(x - a, y - b)));
  const size = points.length;
  const service = optional ? 0 : 5;
  const lengths = cuts.map((cut, k) => {
    const stops = turns.flatMap((turn, at) => (turn >= cut && turn < cut + 1 / trips ? [hotels + at] : []));
    const way = [k, ...stops, (k + 1) % trips];
    return way.slice(1).reduce((sum, to, at) => sum + travelMinutes[way[at]! * size + to]!, 0) + service * stops.length;
  });
  const stops = turns.map((_, at) => ({
    id: `s${at}`, place: hotels + at, durationMinutes: service, must: !optional, worth: optional ? 1 + random.below(20) : 1,
  }));
  const day = (dutyTo: number): TourProblem['days'][number] => ({ dutyFrom: 0, dutyTo, reserved: [] });
  const longest = Math.max(...lengths) + 1e-4;
  const problem: TourProblem = {
    placeCount: size, travelMinutes, stops, startPlace: 0, returnTo: 0, nightPlaces: Array.from({ length: hotels }, (_, hotel) => hotel), driveOnInEvening: true,
    days: optional ? lengths.map((length) => day(length + 1e-4)) : Array.from({ length: trips + 4 }, () => day(longest)),
    ...(optional ? {} : { fewestDays: true }),
  };
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { problem, days: trips, travel: total - service * stopCount, worth: stops.reduce((sum, { worth }) => sum + worth, 0) };
}

/** Does travel alone prove that a day less cannot do? */
export function isDaysProved({ problem, days, travel }: KnownTour): boolean {
  const service = problem.stops.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0);
  return travel - hotelDetours({ problem, days, travel }) + service > (days - 1) * problem.days[0]!.dutyTo;
}

/** What the hotels add to the round through the stops and home alone, at most. */
function hotelDetours({ problem, travel }: Pick<KnownTour, 'problem' | 'days' | 'travel'>): number {
  const { placeCount, travelMinutes, stops } = problem;
  const way = [0, ...stops.map(({ place }) => place), 0];
  return travel - way.slice(1).reduce((sum, to, at) => sum + travelMinutes[way[at]! * placeCount + to]!, 0);
}
