// Dividing one metric over 2,20,000 units without the store, in time and beside the barest pass there is over the same arrays.
import { apportionTree } from '../../shared/rules/apportionTree.ts';
import { seeded } from '../rules/seeded.ts';
import { below, within } from './table.ts';
import type { BenchLine } from './table.ts';
import { median, runs } from './timing.ts';

const limit = 1000;
const total = 10_000_000;

/** State, districts, blocks, panchayats and booths; `leaves` booths, spread evenly, with electors drawn by seed. */
function tree(leaves: number): { parent: Int32Array; weight: Float64Array } {
  const random = seeded(4);
  const counts = [1, 75, 826, 58_000, leaves];
  const size = counts.reduce((sum, units) => sum + units, 0);
  const parent = new Int32Array(size);
  const weight = new Float64Array(size);
  let at = 0;
  for (const [level, units] of counts.entries()) {
    for (let i = 0; i < units; i++, at++) {
      parent[at] = level === 0 ? -1 : at - i - counts[level - 1]! + Math.floor((i * counts[level - 1]!) / units);
      weight[at] = random.whole(300, 1500);
    }
  }
  return { parent, weight };
}

/** Adds the weights up to the root and hands each unit its share, neither whole nor exact: the least any division down this tree does. */
function shares({ parent, weight }: { parent: Int32Array; weight: Float64Array }): Float64Array {
  const size = parent.length;
  const value = new Float64Array(size);
  for (let i = size - 1; i > 0; i--) {
    if (value[i] === 0) value[i] = weight[i]!;
    value[parent[i]!]! += value[i]!;
  }
  const all = value[0]!;
  for (let i = 0; i < size; i++) value[i] = (value[i]! * total) / all;
  return value;
}

export async function apportioningLines(): Promise<BenchLine[]> {
  const problem = tree(220_000);
  const locked = new Float64Array(problem.parent.length).fill(Number.NaN);
  // Every hundredth booth stays at 30.
  for (let i = locked.length - 1; i > locked.length - 220_000; i -= 100) locked[i] = 30;
  const barest = median(await runs(11, () => shares(problem)));
  const what: [string, () => unknown][] = [
    ['2,20,000 leaves by electors', () => apportionTree({ total, ...problem })],
    ['the same with 2,200 locks, a minimum of 5 and a maximum of 60', () => apportionTree({ total, ...problem, locked, minimum: 5, maximum: 60 })],
    ['the same equally, rounded to fives', () => apportionTree({ total, ...problem, equalAmongSiblings: true, step: 5 })],
  ];
  const lines: BenchLine[] = [];
  for (const [name, work] of what) {
    const found = median(await runs(7, work));
    lines.push(below(name, found, limit), within(`${name}, as a ratio`, found, null, 'adding up and sharing out, neither whole nor exact', barest));
  }
  return lines;
}
