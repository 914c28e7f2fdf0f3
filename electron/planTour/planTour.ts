// The inside of `npm run plan-tour`: reads a problem, plans it, prints the plan; for scripts and comparison, without the app.
import { readFileSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { comparePlans } from '../../shared/tour/rankPlan.ts';
import { solveTour } from '../../shared/tour/solveTour.ts';
import { problemOfJson, WrongProblem } from './problemJson.ts';
import type { TourPlan } from '../../shared/tour/plan.ts';
import type { TourProblem } from '../../shared/tour/problem.ts';

const usage = 'npm run --silent plan-tour -- problem.json [--seconds s] [--seed n]   (- reads the problem from standard input)';

interface Asked {
  path: string;
  seconds: number | null;
  seed: number;
}

function asked(words: string[]): Asked {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    throw new WrongProblem(`${(error as Error).message.split(/\.?\s*\n|\. /)[0]}: ${usage}`);
  }
  const { values, positionals } = parsed;
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new WrongProblem(`Name one file: ${usage}`);
  const seconds = values.seconds === undefined ? null : Number(values.seconds);
  if (seconds !== null && !(seconds > 0 && seconds <= 86_400)) throw new WrongProblem(`--seconds ${values.seconds} is not a number of seconds above 0.`);
  const seed = Number(values.seed ?? 1);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new WrongProblem(`--seed ${values.seed} is not a whole number of 0 or more.`);
  return { path, seconds, seed };
}

const parse = (words: string[]) => parseArgs({ args: words, allowPositionals: true, options: { seconds: { type: 'string' }, seed: { type: 'string' } } });

const causes: Record<string, string> = {
  ENOENT: 'there is no such file', EISDIR: 'it is a folder', EACCES: 'it may not be read', EBADF: 'it is closed', EAGAIN: 'nothing comes from it',
  ERR_STRING_TOO_LONG: 'it is too large', ERR_FS_FILE_TOO_LARGE: 'it is too large',
};

function textOf(path: string): string {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new WrongProblem(`${path === '-' ? 'Standard input' : path} cannot be read: ${causes[code] ?? (code || (error as Error).message)}.`);
  }
}

/** What npm takes to start us and to end, of the seconds given. */
const npmMilliseconds = 250;

/**
 * Without seconds: the usual search, the same plan on every machine. With seconds: never longer than that by the clock, from
 * `begun` on; what a fast machine leaves of it goes to further searches with the next seeds. The best of them all.
 */
export function planWithin(problem: TourProblem, seed: number, seconds: number | null, begun = performance.now()): TourPlan {
  if (seconds === null) return solveTour(problem, { seed });
  const end = begun + seconds * 1000;
  const shouldStop = (): boolean => performance.now() >= end;
  let best = solveTour(problem, { seed, seconds, shouldStop });
  for (let next = seed + 1; !shouldStop() && !isProved(best); next++) {
    const plan = solveTour(problem, { seed: next, seconds: Math.max(0.1, (end - performance.now()) / 1000), shouldStop });
    if (comparePlans(problem, plan, best) < 0) best = plan;
  }
  return best;
}

const isProved = ({ provedBest, bound, violations, leftOut }: TourPlan): boolean => provedBest ?? (bound.gap === 0 && violations.length === 0 && leftOut.length === 0);

/** `writeSync` may write less than all, and a pipe may be full for a moment. Stopped from here on, the plan is still printed whole. */
function print(text: string): void {
  process.on('SIGINT', () => undefined);
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOSPC') throw new WrongProblem('The plan cannot be printed: the disk is full.');
      if (code === 'EPIPE' || code === 'EBADF') throw new WrongProblem('The plan cannot be printed: nobody reads it any more.');
      if (code !== 'EAGAIN') throw error;
    }
  }
}

const longestSentence = 400;

/** On one line, without what a terminal would obey, and not a page long: what is wrong stands at a sentence's end. */
function asSentence(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return line.length <= longestSentence ? line : `${line.slice(0, longestSentence / 2)} … ${line.slice(-longestSentence / 2)}`;
}

/** Returns the exit code. */
export function planTour(words: string[]): number {
  try {
    const { path, seconds, seed } = asked(words);
    print(`${JSON.stringify(planWithin(problemOfJson(textOf(path)), seed, seconds, -Math.min(npmMilliseconds, 250 * (seconds ?? 1))), null, 1)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(error instanceof WrongProblem ? `${asSentence(error.message)}\n` : `The planner failed, which it should not: ${(error as Error).stack ?? String(error)}\n`);
    return 1;
  }
}
