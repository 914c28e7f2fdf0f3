// Whatever is handed to the command: a plan, or one sentence of one line, within memory and time; never a fault, never half a plan.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWithin } from '../../electron/planTour/planTour.ts';
import { problemOfJson, WrongProblem } from '../../electron/planTour/problemJson.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';

type Json = Record<string, unknown>;
type Problem = { travelMinutes: unknown[][]; stops: Json[]; days: Json[] } & Json;
const three = (change: (problem: Problem) => void = () => undefined): string => {
  const problem: Problem = {
    travelMinutes: [[0, 195, 210], [195, 0, 205], [210, 205, 0]],
    stops: ['a', 'b', 'c'].map((id, place) => ({ id, place, durationMinutes: 90 })),
    days: [{ dutyFrom: 540, dutyTo: 1140 }, { dutyFrom: 540, dutyTo: 1140 }],
  };
  change(problem);
  return JSON.stringify(problem);
};
const nested = (text: string): string => `${'['.repeat(100_000)}${text}${']'.repeat(100_000)}`;
const many = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value);
const inside = (key: string, text: string): string => three((p) => { p[key] = 'HERE'; }).replace('"HERE"', text);

const refused: [string, string, RegExp][] = [
  ['nothing', '', /^The problem is not JSON/],
  ['a mark of order and nothing', '\uFEFF', /^The problem is not JSON/],
  ['lists in lists', nested(''), /^The problem: expected object/],
  ['lists in lists as stops', inside('stops', nested('')), /^stops\[0\] .*expected object/],
  ['lists in lists as a matrix', inside('travelMinutes', nested('')), /from place 0 to place 0 is a list: it must be a number/],
  ['a cell without end', three((p) => { p.travelMinutes[0]![1] = 'CELL'; }).replace('"CELL"', `[${nested('')}]`), /is a list: it must be a number/],
  ['fifty megabytes of one word', `{"stops":"${'x'.repeat(5e7)}"}`, /^stops: expected array/],
  ['not a number', three().replace('195', 'NaN'), /^The problem is not JSON/],
  ['a number beyond all', three().replace('195', '1e309'), /is null: it must be a number from 0 to 9999999/],
  ['a way of 1e308 minutes', three((p) => { p.travelMinutes[0]![1] = 1e308; }), /is 1e\+308: it must be a number from 0 to 9999999/],
  ['a meeting of 1e308 minutes', three((p) => { p.stops[0]!['durationMinutes'] = 1e308; }), /durationMinutes/],
  ['a meeting longer than a life', three((p) => { p.stops[0]!['durationMinutes'] = 1e9; }), /^Stop "a" has a durationMinutes of 1000000000/],
  ['a worth of 1e308', three((p) => { p.stops[0]!['worth'] = 1e308; }), /^Stop "a" has a worth/],
  ['a negative way', three((p) => { p.travelMinutes[2]![0] = -5; }), /is -5/],
  ['one id twice', three((p) => { p.stops[1]!['id'] = 'a'; }), /^Stop "a" stands there twice/],
  ['a prototype', `${three().slice(0, -1)},"__proto__":{"x":1}}`, /^The problem has "__proto__"/],
  ['a prototype in a stop', three().replace('{"id":"a"', '{"__proto__":{"must":false},"id":"a"'), /^stops\[0\] has "__proto__"/],
  ['no days', three((p) => { p.days = []; }), /^There are no days/],
  ['two thousand places', JSON.stringify({ places: many(2000, { lat: 23, lon: 85 }), stops: [], days: [] }), /^places has 2000 entries; at most 1000/],
  ['two thousand stops', three((p) => { p.stops = Array.from({ length: 2000 }, (_, at) => ({ id: `${at}`, place: 0 })); }), /^stops has 2000 entries; at most 1000/],
  ['a hundred thousand days', three((p) => { p.days = many(100_000, p.days[0]!); }), /^days has 100000 entries/],
  ['days of many leaders', three((p) => { p.days = many(100, p.days[0]!); p['leaders'] = Array.from({ length: 50 }, (_, at) => ({ id: `${at}` })); }), /^There are 5000 days of all leaders together/],
  ['windows without end', three((p) => { p.stops[0]!['windows'] = many(200_000, { day: 0, from: 600, to: 601 }); }), /^stops\[0\]\.windows has 200000 entries/],
  ['more places than there are numbers', three((p) => { p['travelMinutes'] = []; p['placeCount'] = 1e9; }), /^placeCount/],
  ['a matrix of 1100 places', inside('travelMinutes', `[${'0,'.repeat(1100 ** 2 - 1)}0]`), /^There are 1100 places/],
];

describe('a problem that is meant ill', () => {
  it.each(refused)('of %s is refused in a sentence', (_what, text, sentence) => {
    expect(() => problemOfJson(text)).toThrow(WrongProblem);
    expect(() => problemOfJson(text)).toThrow(sentence);
  });

  it.each([
    ['with a mark of order', `\uFEFF${three()}`],
    ['with a number above all others where a place meets itself', three((p) => { for (const at of [0, 1, 2]) p.travelMinutes[at]![at] = 1e8; })],
    ['with days without end', three((p) => { for (const day of p.days) Object.assign(day, { dutyFrom: 0, dutyTo: 9e15 }); })],
    ['with the names of what objects have', three((p) => { for (const [at, id] of ['__proto__', 'constructor', 'toString'].entries()) p.stops[at]!['id'] = id; p['firstStopId'] = '__proto__'; })],
  ])('but not %s: all are visited', (_what, text) => {
    const plan = solveTour(problemOfJson(text), { seed: 1 });
    expect([plan.totals.visits, plan.violations]).toEqual([3, []]);
    expect(Number.isFinite(plan.bound.lower)).toBe(true);
  });

  it('of no stops is planned: nowhere', () => {
    expect(solveTour(problemOfJson(three((p) => { p.stops = []; })), { seed: 1 }).totals.visits).toBe(0);
  });

  it('of many stops bound to days ends when the time is over, with every must on a day', () => {
    const count = 120;
    const problem = problemOfJson(JSON.stringify({
      places: Array.from({ length: count }, (_, at) => ({ lat: 22 + (at * 7919 % 300) / 100, lon: 83 + (at * 104_729 % 400) / 100 })),
      stops: Array.from({ length: count }, (_, at) => ({ id: `${at}`, place: at, durationMinutes: 30, windows: [{ day: at % 10, from: 600, to: 900 }] })),
      days: many(10, { dutyFrom: 540, dutyTo: 1140 }),
    }));
    expect(planWithin(problem, 1, 0.01).totals.visits).toBe(count);
  });
});

describe('the command', () => {
  const command = join(import.meta.dirname, '../../build/plan-tour.mjs');
  let folder: string;
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'plan-tour-hostile-')); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const keptAs = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const said = (words: string[], stdio: ('ignore' | 'pipe' | number)[] = ['ignore', 'pipe', 'pipe']) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { stdio, encoding: 'utf8' });
    return { status, stdout: stdout ?? '', stderr };
  };

  it('says one line, whatever letters a name brings, and not a page of them', () => {
    const answers = [
      said([folder]), said([keptAs('bytes.json', Buffer.from(Array.from({ length: 10_000 }, (_, at) => (at * 7919) % 256)))]),
      said([keptAs('long.json', three((p) => Object.assign(p.stops[0]!, { id: `a\nb\u001b[31m${'x'.repeat(1e6)}`, place: 9 })))]), said(['-', '--seed', '-1']),
    ];
    for (const { status, stdout, stderr } of answers) {
      expect([status, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^[^\p{Cc}]{10,450}\n$/u);
    }
    expect(answers[0]!.stderr).toContain('cannot be read: it is a folder.');
  });

  it.skipIf(process.platform === 'win32')('says so where the plan cannot be printed (left out on Windows, which has no full device)', () => {
    expect(said([keptAs('three.json', three())], ['ignore', openSync('/dev/full', 'w'), 'pipe'])).toMatchObject({ status: 1, stderr: 'The plan cannot be printed: the disk is full.\n' });
  });

  it('stopped, it has printed a whole plan or nothing', async () => {
    const path = keptAs('stopped.json', three((p) => { p.days = many(900, p.days[0]!); }));
    const child = spawn(process.execPath, [command, path, '--seconds', '30'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let printed = '';
    child.stdout.on('data', (data: Buffer) => { printed += data.toString(); });
    const ended = new Promise((resolve) => child.on('close', resolve));
    setTimeout(() => child.kill('SIGINT'), 500);
    await ended;
    if (printed !== '') expect(JSON.parse(printed)).toMatchObject({ totals: { visits: 3 } });
  });
});
