// The planner from outside: against every possible plan, against HiGHS, and what must hold of any plan for any problem.
import highsLoader from 'highs';
import { describe, expect, it } from 'vitest';
import { checkTour } from '../../shared/tour/checkTour.ts';
import { entriesOf } from '../../shared/tour/plan.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { seededRandom } from '../../shared/tour/random.ts';
import type { Random } from '../../shared/tour/random.ts';
import { comparePlans } from '../../shared/tour/rankPlan.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { auditPlan } from './audit.ts';
import { bestOfAll } from './bruteForce.ts';
import { makeTour, tourKinds } from './generate.ts';

/** Musts and wanted stops, windows (two on a day too), pins, reserved times, driving limits, a start and a way home. */
function smallTour(random: Random, count: number): TourProblem {
  const some = (share: number): boolean => random.next() < share;
  const dayCount = 1 + random.below(3);
  const day = (): number => random.below(dayCount);
  const at = (): number => 540 + 10 * random.below(45);
  const travelMinutes = Array.from({ length: count * count }, (_, cell) => (Math.floor(cell / count) === cell % count ? 0 : 15 + random.below(120)));
  // Shortcuts through a third place are no question here.
  for (let k = 0; k < count; k++) for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) travelMinutes[i * count + j] = Math.min(travelMinutes[i * count + j]!, travelMinutes[i * count + k]! + travelMinutes[k * count + j]!);
  const withEnds = some(0.4);
  return {
    placeCount: count, travelMinutes,
    stops: Array.from({ length: count }, (_, place) => {
      const from = at();
      const windows = some(0.35) ? [{ day: day(), from, to: from + 60 + random.below(180) }, ...(some(0.4) ? [{ day: day(), from: 900, to: 1000 }] : [])] : undefined;
      const pinned = !windows && some(0.12) ? { day: day(), ...(some(0.6) ? { begin: at() } : {}) } : undefined;
      return { id: `s${place}`, place, durationMinutes: 20 + 10 * random.below(8), must: some(0.5), worth: random.below(6), windows, pinned };
    }),
    days: Array.from({ length: dayCount }, () => ({
      dutyFrom: 540, dutyTo: 800 + 10 * random.below(40), reserved: some(0.3) ? [{ from: 700, to: 740 }] : [], maxDrivingMinutes: some(0.2) ? 150 : undefined,
    })),
    firstStopId: withEnds && some(0.7) ? 's0' : undefined, lastStopId: withEnds && some(0.7) ? 's1' : undefined,
    startPlace: some(0.3) ? 0 : undefined, returnTo: some(0.3) ? 0 : undefined, fewestDays: some(0.4),
  };
}

describe('against every possible plan of up to seven stops', () => {
  it('visits what is worth most, on fewest days where asked, with least travel; and where no plan exists, says so', () => {
    const random = seededRandom(18042022);
    let whole = 0;
    for (let round = 0; round < 240; round++) {
      const problem = smallTour(random, 3 + (round % 5));
      const best = bestOfAll(problem);
      const plan = solveTour(problem, { seed: round });
      expect(auditPlan(problem, plan), `round ${round}`).toEqual([]);
      if (best === null) {
        expect(plan.violations.length, `round ${round}`).toBeGreaterThan(0);
        continue;
      }
      whole++;
      expect(plan.violations, `round ${round}`).toEqual([]);
      const { worth, daysUsed, travelMinutes } = plan.totals;
      expect({ round, worth, days: problem.fewestDays ? daysUsed : 0, travel: travelMinutes }).toEqual({ round, worth: best.worth, days: problem.fewestDays ? best.days : 0, travel: best.travel });
    }
    expect(whole).toBeGreaterThan(100);
  });
});

/** One day with windows and wanted stops as a mixed integer programme: arcs, times by big M; 1000 a point of worth, 1 a minute. */
function asProgramme({ placeCount: n, travelMinutes, stops, days }: TourProblem): string {
  const nodes = [0, ...stops.map((stop) => stop.place)];
  const arcs = nodes.flatMap((i) => nodes.filter((j) => j !== i).map((j) => [i, j] as const));
  const x = (i: number, j: number): string => `x_${i}_${j}`;
  const stopAt = (place: number): TourProblem['stops'][number] => stops.find((stop) => stop.place === place)!;
  const { dutyFrom, dutyTo } = days[0]!;
  const big = 2000;
  const objective = arcs.map(([i, j]) => {
    const gain = (j === 0 ? 0 : 1000 * stopAt(j).worth) - travelMinutes[i * n + j]!;
    return `${gain >= 0 ? '+' : '-'} ${Math.abs(gain)} ${x(i, j)}`;
  });
  const rows: string[] = [];
  for (const node of nodes) {
    const out = arcs.filter(([i]) => i === node).map(([i, j]) => x(i, j)).join(' + ');
    const into = arcs.filter(([, j]) => j === node).map(([i, j]) => `- ${x(i, j)}`).join(' ');
    rows.push(`${out} ${into} = 0`);
    rows.push(`${out} ${node === 0 ? '= 1' : '<= 1'}`);
  }
  for (const [i, j] of arcs) {
    const service = i === 0 ? 0 : stopAt(i).durationMinutes;
    const need = service + travelMinutes[i * n + j]!;
    if (j === 0) rows.push(`t_${i} + ${big} ${x(i, j)} <= ${dutyTo + big - need}`);
    else if (i === 0) rows.push(`t_${j} - ${need + dutyFrom} ${x(i, j)} >= 0`);
    else rows.push(`t_${j} - t_${i} - ${big} ${x(i, j)} >= ${need - big}`);
  }
  const bounds = stops.map(({ place, windows }) => `${windows?.[0]!.from ?? dutyFrom} <= t_${place} <= ${windows?.[0]!.to ?? dutyTo}`);
  return `Maximize\n obj: ${objective.join(' ')}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row}`).join('\n')}\nBounds\n t_0 = ${dutyFrom}\n${bounds.map((bound) => ` ${bound}`).join('\n')}\nBinary\n ${arcs.map(([i, j]) => x(i, j)).join('\n ')}\nEnd\n`;
}

describe('against HiGHS', () => {
  it('finds the proved optimum of one day with windows and eight wanted stops', async () => {
    const highs = await highsLoader();
    const random = seededRandom(77);
    for (let round = 0; round < 3; round++) {
      const points = Array.from({ length: 9 }, () => [random.below(100), random.below(100)] as const);
      const travelMinutes = points.flatMap(([x, y]) => points.map(([a, b]) => Math.ceil(Math.hypot(x - a, y - b))));
      const stops = points.slice(1).map((_, at) => {
        const from = random.below(250);
        return { id: `p${at}`, place: at + 1, durationMinutes: 10, must: false, worth: 1 + random.below(9), windows: [{ day: 0, from, to: from + 90 }] };
      });
      const problem: TourProblem = { placeCount: 9, travelMinutes, stops, days: [{ dutyFrom: 0, dutyTo: 330, reserved: [] }], startPlace: 0, returnTo: 0 };
      const proved = highs.solve(asProgramme(problem));
      expect(proved.Status).toBe('Optimal');
      const plan = solveTour(problem, { seed: round });
      expect(plan.violations).toEqual([]);
      expect(auditPlan(problem, plan)).toEqual([]);
      expect(1000 * plan.totals.worth - plan.totals.travelMinutes).toBeCloseTo(proved.ObjectiveValue, 3);
    }
  }, 60_000);
});

describe('what holds of any plan, seen from outside', () => {
  const problems = tourKinds.flatMap((kind, at) => [makeTour(kind, 14, at + 1), makeTour(kind, 20, at + 11)]);
  it('its times are those of the matrix, nothing is broken that it does not report, and pins survive', () => {
    for (const [at, problem] of problems.entries()) {
      const plan = solveTour(problem, { seed: at, seconds: 0.02 });
      expect(auditPlan(problem, plan), `problem ${at}`).toEqual([]);
      // What is not reported is held: so a pin that is not reported stands where it was put.
      for (const { id, pinned } of problem.stops) {
        if (!pinned || plan.violations.some((one) => one.stopId === id)) continue;
        const day = plan.days.find(({ visits }) => visits.some(({ stopId }) => stopId === id))!;
        expect([id, day.day, day.visits.find(({ stopId }) => stopId === id)!.begin]).toEqual([id, pinned.day, pinned.begin]);
      }
    }
  });
  it('is never worse than the order it was given, nor with more time', () => {
    for (const [at, problem] of problems.entries()) {
      if (at % 3 !== 0) continue;
      const little = solveTour(problem, { seed: at, seconds: 0.02 });
      const more = solveTour(problem, { seed: at, seconds: 0.06 });
      expect(comparePlans(problem, more, little), `problem ${at}: more time`).toBeLessThanOrEqual(0);
      const given = { ...problem, start: entriesOf(more) };
      const on = solveTour(given, { seed: at + 100, seconds: 0.02 });
      expect(comparePlans(problem, on, more), `problem ${at}: from a start`).toBeLessThanOrEqual(0);
    }
  });
  it('is reported whole also where somebody throws it together: a random schedule', () => {
    const random = seededRandom(9);
    for (const problem of problems) {
      const order = problem.stops.filter(() => random.next() < 0.8).map(({ id: stopId }) => ({
        stopId, day: random.below(problem.days.length), ...(random.next() < 0.4 ? { begin: 500 + random.below(700) } : {}), ...(problem.leaders ? { leader: random.below(problem.leaders.length) } : {}),
      }));
      expect(auditPlan(problem, checkTour(problem, order))).toEqual([]);
    }
  });
});
