// Holds the proven bounds against the shortest ways of small tours, of one leader and of several, found by looking at every way.
import { describe, expect, it } from 'vitest';
import { travelBound } from '../../shared/tour/bound.ts';
import { branchedBound } from '../../shared/tour/branchedBound.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import type { Random } from '../../shared/tour/random.ts';
import { timetable } from '../../shared/tour/timetable.ts';

function randomTour(random: Random, count: number, leaders: number): TourProblem {
  const some = (share: number): boolean => random.next() < share;
  const points = Array.from({ length: count }, () => [random.below(100), random.below(100)] as const);
  const isSkewed = some(0.3);
  const travelMinutes = points.flatMap(([x, y]) => points.map(([a, b]) => Math.round(Math.hypot(x - a, y - b)) + (isSkewed && (x !== a || y !== b) ? random.below(30) : 0)));
  // Closed under shortest ways: the ways below go from stop to stop.
  for (let k = 0; k < count; k++) for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) travelMinutes[i * count + j] = Math.min(travelMinutes[i * count + j]!, travelMinutes[i * count + k]! + travelMinutes[k * count + j]!);
  const ends = Array.from({ length: leaders }, (_, at) => ({
    id: `l${at}`,
    ...(some(0.4) ? { firstStopId: `s${2 * at}` } : {}), ...(some(0.3) ? { lastStopId: `s${2 * at + 1}` } : {}),
    ...(some(0.4) ? { startPlace: random.below(count) } : {}), ...(some(0.4) ? { returnTo: random.below(count) } : {}),
  }));
  return {
    placeCount: count, travelMinutes,
    stops: Array.from({ length: count }, (_, place) => ({ id: `s${place}`, place, durationMinutes: 0, must: true, worth: 1 })),
    days: [{ dutyFrom: 0, dutyTo: 1e6, reserved: [] }],
    ...(leaders > 1 ? { leaders: ends } : ends[0]),
  };
}

/** The least travel of all leaders together, every way to share out and order the stops. */
function shortest({ placeCount: n, travelMinutes, stops, leaders, ...whole }: TourProblem): number {
  const who = leaders ?? [{ id: '', ...whole }];
  const indexOf = (id: string | undefined): number => stops.findIndex((stop) => stop.id === id);
  const leg = (from: number | undefined, to: number | undefined): number => (from === undefined || to === undefined ? 0 : travelMinutes[from * n + to]!);
  const [firsts, lasts] = [who.map((one) => indexOf(one.firstStopId)), who.map((one) => indexOf(one.lastStopId))];
  let least = Infinity;
  const go = (leader: number, at: number, visited: number, travel: number): void => {
    if (travel >= least) return;
    const one = who[leader];
    if (!one) {
      if (visited === 2 ** n - 1) least = travel;
      return;
    }
    const [first, last] = [firsts[leader]!, lasts[leader]!];
    const mayEnd = at < 0 ? first < 0 && last < 0 : last < 0 || at === last;
    if (mayEnd) go(leader + 1, -1, visited, travel + (at < 0 ? 0 : leg(at, one.returnTo)));
    if (at >= 0 && at === last) return;
    for (let next = 0; next < n; next++) {
      if (visited & (1 << next) || (at < 0 ? first >= 0 && next !== first : false)) continue;
      if (firsts.some((stop, other) => stop === next && (other !== leader || at >= 0))) continue;
      if (lasts.some((stop, other) => stop === next && other !== leader)) continue;
      go(leader, next, visited | (1 << next), travel + leg(at < 0 ? one.startPlace : at, next));
    }
  };
  go(0, -1, 0, 0);
  return least;
}

describe('bounds of travel', () => {
  it('one leader: never above the shortest way, and branched it reaches it', () => {
    const random = seededRandom(11);
    let [plain, branched, of] = [0, 0, 0];
    for (let round = 0; round < 150; round++) {
      const problem = randomTour(random, 5 + (round % 5), 1);
      const least = shortest(problem);
      if (least === Infinity) continue;
      const table = timetable(problem);
      const stops = problem.stops.map((_, at) => at);
      const lower = travelBound(table, stops, least * 1.2);
      const raised = branchedBound(table, stops, least, { trees: 20_000 });
      expect(lower, `round ${round}`).toBeLessThanOrEqual(least);
      expect(raised, `round ${round}`).toBeLessThanOrEqual(least);
      expect(branchedBound(table, stops, least + 40, { trees: 20_000 }), `round ${round}, no good plan known`).toBeLessThanOrEqual(least);
      const isSymmetric = problem.travelMinutes[1] === problem.travelMinutes[problem.placeCount];
      if (!isSymmetric) continue;
      of++;
      if (lower === least) plain++;
      if (raised === least) branched++;
    }
    expect(plain).toBeGreaterThan(of * 0.5);
    expect(branched).toBeGreaterThan(of * 0.95);
  });
  it('several leaders: never above what they need together, and near it', () => {
    const random = seededRandom(12);
    const shares: number[] = [];
    for (let round = 0; round < 150; round++) {
      const problem = randomTour(random, 5 + (round % 4), 2 + (round % 2));
      const least = shortest(problem);
      if (least === Infinity || least === 0) continue;
      const lower = travelBound(timetable(problem), problem.stops.map((_, at) => at), least * 1.2);
      expect(lower, `round ${round}`).toBeLessThanOrEqual(least);
      shares.push(lower / least);
    }
    expect(shares.length).toBeGreaterThan(80);
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.7);
  });
});
