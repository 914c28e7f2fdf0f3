// The inside of `npm run make-state`: reads its words, writes the sheet, says what is in it.
import { parseArgs } from 'node:util';
import { writeBigSheet } from './bigSheet.ts';
import { bigState, statesBySize, unitsOf } from './bigState.ts';
import type { BigSize } from './bigState.ts';

const counts = ['districts', 'blocks', 'panchayats', 'towns', 'wards', 'booths', 'assemblySeats', 'lokSabhaSeats'] as const;

/** Returns the exit code. */
export function makeState(words: string[]): number {
  const options = { state: { type: 'string' as const }, seed: { type: 'string' as const }, ...Object.fromEntries(counts.map((name) => [name, { type: 'string' as const }])) };
  const { values, positionals: [path] } = parseArgs({ args: words, allowPositionals: true, options });
  const given = values as Record<string, string | undefined>;
  const preset = (statesBySize as Record<string, BigSize>)[given['state'] ?? 'up'];
  if (!preset || path === undefined) {
    console.error(`npm run make-state -- --state ${Object.keys(statesBySize).join('|')} --seed 7 ${counts.map((name) => `[--${name} n]`).join(' ')} out.csv`);
    return 1;
  }
  const size = { ...preset };
  for (const name of counts) if (given[name] !== undefined) size[name] = Number(given[name]);
  const seed = Number(given['seed'] ?? 7);
  const rows = writeBigSheet(seed, size, path);
  console.log(`${path}: ${rows} rows below the head, ${unitsOf(size)} units with the state, ${bigState(seed, size).seats.length} seats, seed ${seed}`);
  return 0;
}
