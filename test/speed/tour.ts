// `npm run bench:tour`: how good and how fast the planner is, by size and kind, beside a baseline in the same run; or on one instance.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { TourPlan } from '../../shared/tour/plan.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { baselinePlan } from '../tour/baseline.ts';
import { readInstance } from '../tour/formats/readInstance.ts';
import { makeTour, tourKinds, upTour, windowsTour } from '../tour/generate.ts';
import { circleTour } from '../tour/hotelTours.ts';
import { jharkhandTour } from '../tour/jharkhandTour.ts';

interface Run {
  plan: TourPlan;
  firstMs: number;
  ms: number;
}

function run(problem: TourProblem, seed: number): Run {
  const begun = performance.now();
  let firstMs = Number.NaN;
  const plan = solveTour(problem, { seed, onProgress: () => { if (Number.isNaN(firstMs)) firstMs = performance.now() - begun; } });
  const ms = performance.now() - begun;
  return { plan, firstMs: Number.isNaN(firstMs) ? ms : firstMs, ms };
}

const widths = [22, 6, 7, 10, 8, 8, 10, 10, 8, 8, 8, 9, 9];
const line = (cells: (string | number)[]): string => cells.map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]!) : String(cell).padStart(widths[at] ?? 9))).join(' ');
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number | null): string => (share === null || !Number.isFinite(share) ? '–' : `${(share * 100).toFixed(2)} %`);

/** `problems`: one a seed, or the same for each. */
function report(name: string, problems: TourProblem[], seeds: readonly number[]): void {
  const clerk = problems.map(baselinePlan);
  const runs = problems.map((problem, at) => run(problem, seeds[at]!));
  const good = runs.filter(({ plan }) => plan.violations.length === 0);
  const travel = (plans: TourPlan[]): string => (plans.length === 0 ? '–' : mean(plans.map((plan) => plan.totals.travelMinutes)).toFixed(0));
  const gaps = runs.flatMap(({ plan }) => (plan.bound.gap === null ? [] : [plan.bound.gap]));
  console.log(line([
    name, problems[0]!.stops.length, runs.length,
    travel(clerk), clerk.filter((plan) => plan.violations.length === 0).length, mean(clerk.map((plan) => plan.totals.worth)).toFixed(1),
    travel(runs.map(({ plan }) => plan)), `${good.length}`, mean(runs.map(({ plan }) => plan.totals.worth)).toFixed(1),
    percent(gaps.length === 0 ? null : mean(gaps)), runs.filter(({ plan }) => plan.provedBest === true || (plan.provedBest === undefined && plan.bound.gap === 0)).length,
    mean(runs.map(({ firstMs }) => firstMs)).toFixed(0), Math.max(...runs.map(({ ms }) => ms)).toFixed(0),
  ]));
}

function table(seeds: readonly number[], sizes: readonly number[]): void {
  console.log(`Seeds ${seeds.join(', ')}. clerk: nearest next, 2-opt, days filled greedily. whole: runs in which nothing is broken and no must left out. gap: travel above the proven bound. first, most: milliseconds to the first plan, and of the slowest run.\n`);
  console.log(line(['tour', 'stops', 'runs', 'clerk min', 'whole', 'worth', 'ours min', 'whole', 'worth', 'gap', 'proved', 'first ms', 'most ms']));
  for (const kind of tourKinds) for (const size of sizes) report(kind === 'leaders' ? 'two leaders' : kind, seeds.map((seed) => makeTour(kind, size, seed)), seeds);
  for (const size of [40, 100]) for (const width of [20, 60, 100]) report(`one day, width ${width}`, seeds.map((seed) => windowsTour(size, width, seed)), seeds);
  const more = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
  for (const days of [8, 9]) for (const hours of [10, 11.5]) {
    const end = 540 + hours * 60;
    const tour = jharkhandTour(days, { days: Array.from({ length: days }, () => ({ dutyFrom: 540, dutyTo: end, reserved: [] })) });
    report(`Jharkhand ${days} d ${hours} h`, more.map(() => tour), more);
  }
  for (const minutes of [60, 90]) report(`U.P. 22 d, ${minutes} min`, seeds.map((seed) => upTour(seed, minutes)), seeds);
  hotels();
}

/** Nights at hotels, with the best known by construction: fewest trips within 5 seconds of search, most worth within 2. */
function hotels(): void {
  const rounds = [1, 2, 3, 4, 5, 6, 7, 8];
  const fewest = rounds.map((seed) => ({ known: circleTour(50, 6, 10, seed), plan: solveTour(circleTour(50, 6, 10, seed).problem, { seed, seconds: 5 }) }));
  const hit = fewest.filter(({ known, plan }) => plan.violations.length === 0 && plan.totals.daysUsed <= known.days);
  const over = hit.map(({ known, plan }) => (plan.totals.travelMinutes - known.travel) / known.travel);
  console.log(`\nHotels on a circle, 50 stops, 6 trips: trips hit ${hit.length} of ${fewest.length}, there ${percent(over.length === 0 ? null : mean(over))} over.`);
  const worth = rounds.map((seed) => ({ known: circleTour(50, 4, 8, seed, true), plan: solveTour(circleTour(50, 4, 8, seed, true).problem, { seed, seconds: 2 }) }));
  const below = worth.map(({ known, plan }) => (known.worth - plan.totals.worth) / known.worth);
  console.log(`The same with worths, 4 days: ${percent(mean(below))} below the best, ${below.filter((share) => share < 1e-9).length} of ${below.length} optimal.`);
}

function one(path: string, seeds: readonly number[], best: number | null): void {
  const { kind, problem } = readInstance(readFileSync(path, 'utf8'), path);
  console.log(`${path}: ${kind}, ${problem.stops.length} stops, ${problem.days.length} days`);
  for (const seed of seeds) {
    const { plan, firstMs, ms } = run(problem, seed);
    const { worth, travelMinutes, daysUsed } = plan.totals;
    const isScore = problem.stops.some((stop) => !stop.must);
    const value = isScore ? worth : travelMinutes;
    const from = best === null ? '' : `, ${percent(isScore ? (best - value) / best : (value - best) / best)} from ${best}`;
    console.log(`seed ${seed}: ${isScore ? `score ${worth}, ` : ''}length ${travelMinutes.toFixed(2)}, ${daysUsed} days, ${plan.violations.length} broken, bound ${plan.bound.lower.toFixed(2)} (${percent(plan.bound.gap)})${from}; first ${firstMs.toFixed(0)} ms, all ${ms.toFixed(0)} ms`);
  }
}

export function benchTour(words: string[]): number {
  const options = { file: { type: 'string' as const, multiple: true as const }, best: { type: 'string' as const }, seeds: { type: 'string' as const }, sizes: { type: 'string' as const } };
  const { values } = parseArgs({ args: words, options });
  const seeds = (values.seeds ?? '1,2,3').split(',').map(Number);
  const sizes = (values.sizes ?? '10,24,50,75,150').split(',').map(Number);
  if (values.file) for (const path of values.file) one(path, seeds, values.best === undefined ? null : Number(values.best));
  else table(seeds, sizes);
  return 0;
}
