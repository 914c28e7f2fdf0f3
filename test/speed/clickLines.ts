// The clicks as lines of the bench: every query on Uttar Pradesh, its middle and its 95th percentile, and the question that took longest.
import { bigTour } from '../help/bigTour.ts';
import { bigWorkspace } from '../help/bigWorkspace.ts';
import { clicks, notAsked, percentile } from './clicks.ts';
import { ms } from './table.ts';
import type { BenchLine } from './table.ts';

const clickLimit = 100;
const searchLimit = 20;
const timesEach = 7;

export async function clickLines(): Promise<BenchLine[]> {
  const workspace = await bigWorkspace({ leaders: true, programme: true });
  try {
    await bigTour(workspace);
    clicks(workspace, 1);
    const found = clicks(workspace, timesEach);
    const others = found.filter(({ name }) => name !== 'units.search');
    const together = (of: 'milliseconds' | 'processor') => others.flatMap((click) => click[of]).sort((a, b) => a - b);
    const untimed = notAsked(workspace);
    const lineOf = (what: string, limit: number, processor: number[], milliseconds: number[], worst: string): BenchLine => {
      const p95 = percentile(processor, 0.95);
      return { what, figure: `p95 ${ms(p95)}`, goal: `below ${limit} ms`, met: p95 < limit, beside: `p50 ${ms(percentile(processor, 0.5))}; by the clock p95 ${ms(percentile(milliseconds, 0.95))}; longest ${worst}` };
    };
    return [
      ...found.map(({ name, worst, milliseconds, processor }) => lineOf(name, name === 'units.search' ? searchLimit : clickLimit, processor, milliseconds, worst)),
      lineOf('all clicks together', clickLimit, together('processor'), together('milliseconds'), `${ms(together('processor').at(-1) ?? 0)}`),
      ...(untimed.length > 0 ? [{ what: `queries not asked: ${untimed.join(', ')}`, figure: '' }] : []),
    ];
  } finally {
    workspace.close();
  }
}
