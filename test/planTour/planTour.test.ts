// Checks `npm run plan-tour`: what it reads, what it prints and where, and the sentence for everything that is wrong.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWithin } from '../../electron/planTour/planTour.ts';
import { problemOfJson } from '../../electron/planTour/problemJson.ts';
import type { TourPlan } from '../../shared/tour/plan.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'shared/tour/README.md'), 'utf8');
const example = /```json\n([^]*?)```/.exec(readme)![1]!;
const run = (words: string[], input = '') => spawnSync(process.execPath, [join(root, 'build/plan-tour.mjs'), ...words], { input, encoding: 'utf8' });

let folder: string;
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'plan-tour-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command', () => {
  it('prints the plan of the example in the README, and nothing else', () => {
    const path = join(folder, 'example.json');
    writeFileSync(path, example);
    const { status, stdout, stderr } = run([path, '--seed', '3']);
    expect([status, stderr]).toEqual([0, '']);
    const plan = JSON.parse(stdout) as TourPlan;
    expect(plan.days.map((day) => day.visits.map((visit) => [visit.stopId, visit.begin, visit.leave]))).toEqual([
      [['Jamshedpur', 540, 630], ['Dhanbad', 840, 930]], [['Ranchi', 840, 930]],
    ]);
    expect([plan.totals.travelMinutes, plan.violations, plan.bound, plan.days[0]!.nightPlace]).toEqual([415, [], { lower: 415, gap: 0 }, 2]);
  });
  it('reads standard input, and says what is wrong on standard error with exit code 1', () => {
    expect(JSON.parse(run(['-', '--seconds', '0.2'], example).stdout)).toMatchObject({ totals: { travelMinutes: 415 } });
    expect(run(['-'], example.replace('"place": 2,', ''))).toMatchObject({ status: 1, stdout: '', stderr: 'Stop "Dhanbad" has no place: give the index of one of the places.\n' });
    expect(run([join(folder, 'nowhere.json')])).toMatchObject({ status: 1, stdout: '' });
    expect(run(['a.json', '--seed', 'x']).stderr).toBe('--seed x is not a whole number of 0 or more.\n');
  });
});

type Json = Record<string, unknown>;
const changed = (change: (problem: { stops: Json[]; days: Json[] } & Json) => void): string => {
  const problem = JSON.parse(example) as { stops: Json[]; days: Json[] } & Json;
  change(problem);
  return JSON.stringify(problem);
};

describe('the problem', () => {
  it('takes a matrix flat or in rows, null for what is not said, and names and notes', () => {
    const rows = problemOfJson(example);
    const flat = problemOfJson(changed((problem) => {
      problem['travelMinutes'] = (problem['travelMinutes'] as number[][]).flat();
      problem['nightPlaces'] = null;
      problem['name'] = 'Three towns';
      problem.stops[0]!['note'] = 'the first';
    }));
    expect(Array.from(flat.travelMinutes)).toEqual(Array.from(rows.travelMinutes));
    expect(flat.stops).toEqual(rows.stops);
    expect(solveTour(flat, { seed: 1 })).toEqual(solveTour(rows, { seed: 1 }));
  });
  it('estimates distances and times of points, as the app does', () => {
    const problem = problemOfJson(JSON.stringify({
      places: [{ lat: 22.8002, lon: 86.19508, name: 'Jamshedpur' }, { lat: 23.36369, lon: 85.33812 }],
      stops: [{ id: 'a', place: 0 }, { id: 'b', place: 1 }], days: [{ dutyFrom: 0, dutyTo: 600 }], speedKmPerHour: 50,
    }));
    expect(problem.distanceKm![1]).toBeCloseTo(107.8 * 1.25, 0);
    expect(problem.travelMinutes[1]).toBe(Math.round((problem.distanceKm![1]! / 50) * 60));
    expect(problem.stops[0]).toEqual({ id: 'a', place: 0, durationMinutes: 0, must: true, worth: 1, pinned: undefined, windows: undefined, leader: undefined });
  });
  it.each([
    ['not JSON', () => '{', /^The problem is not JSON/],
    ['a stop at no such place', () => changed((p) => { p.stops[1]!['place'] = 3; }), 'Stop "Dhanbad" has no place: 3 is not one of the 3 places, numbered from 0.'],
    ['a row too short', () => changed((p) => { (p['travelMinutes'] as number[][])[1]!.pop(); }), 'Row 1 of travelMinutes has 2 numbers, but there are 3 places.'],
    ['a matrix of another size', () => changed((p) => { p['placeCount'] = 4; }), 'distanceKm has 3 rows, but there are 4 places.'],
    ['a flat matrix of another size', () => changed((p) => { p['travelMinutes'] = [0, 1, 1, 0]; p['placeCount'] = 3; }), 'travelMinutes has 4 numbers, but 3 places need 3 × 3 = 9.'],
    ['a negative time', () => changed((p) => { (p['travelMinutes'] as number[][])[0]![2] = -1; }), 'travelMinutes from place 0 to place 2 is -1: it must be a number from 0 to 9999999.'],
    ['a window outside every day', () => changed((p) => { p.stops[1]!['windows'] = [{ day: 0, from: 1200, to: 1300 }]; }), 'Stop "Dhanbad" can never be visited: all its windows lie outside the duty hours of every day.'],
    ['a pin outside duty', () => changed((p) => { p.stops[2]!['pinned'] = { day: 1, begin: 1100 }; }), 'Stop "Ranchi" has an impossible pin: on day 1 at 1100 it does not fit into the duty hours 540 to 1140.'],
    ['a pin on no day', () => changed((p) => { p.stops[2]!['pinned'] = { day: 2 }; }), 'Stop "Ranchi" is for day 2, but there are 2 days, numbered from 0.'],
    ['two pins at once', () => changed((p) => { p.stops[1]!['windows'] = null; p.stops[1]!['pinned'] = { day: 1, begin: 800 }; }), 'Stop "Ranchi" and stop "Dhanbad" are pinned to the same time on day 1.'],
    ['a stop twice', () => changed((p) => { p.stops[1]!['id'] = 'Ranchi'; }), 'Stop "Ranchi" stands there twice: every stop needs an id of its own.'],
    ['a slip of the pen', () => changed((p) => { p.stops[0]!['durationMinute'] = 9; }), 'stops[0] has "durationMinute", which nothing is known of: see shared/tour/README.md.'],
    ['a day without end', () => changed((p) => { delete p.days[1]!['dutyTo']; }), 'days[1].dutyTo: expected number, received undefined.'],
    ['no travel times', () => changed((p) => { delete p['travelMinutes']; delete p['distanceKm']; }), /^There are no travel times|^Stop/],
    ['no object', () => '[]', 'The problem: expected object, received array.'],
  ])('refuses %s', (_, text, sentence) => {
    expect(() => problemOfJson(text())).toThrow(sentence);
  });
});

describe('planning within a time', () => {
  it('ends sooner where the plan is proved best, and gives a plan however short the time', () => {
    const problem = problemOfJson(example);
    const begun = performance.now();
    expect(planWithin(problem, 1, 600)).toEqual(solveTour(problem, { seed: 1 }));
    expect(performance.now() - begun).toBeLessThan(60_000);
    expect(planWithin(problem, 1, 0.001).totals.visits).toBe(3);
  });
});
