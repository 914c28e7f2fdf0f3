// A made state as one flat CSV, a row per unit with the units above it, as an office would hand it in.
import { closeSync, openSync, writeSync } from 'node:fs';
import { bigState } from './bigState.ts';
import type { BigSize, BigUnit } from './bigState.ts';

const columns = ['district', 'block', 'town', 'panchayat', 'ward', 'booth'] as const;
const titles = { district: 'District', block: 'Block', town: 'Town', panchayat: 'Panchayat', ward: 'Ward', booth: 'Booth' };

const head = [
  ...columns.flatMap((level) => (level === 'booth' ? [titles[level], `${titles[level]} (Hindi)`] : [`${titles[level]} Code`, titles[level], `${titles[level]} (Hindi)`])),
  'AC No', 'Part No', 'Electors', 'Latitude', 'Longitude',
];

/** Names and codes hold no quotes, but commas may come one day. */
const cell = (value: string | number | null): string => (value === null ? '' : /[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value));

/** The lines of the sheet without their ends, the head first; the state itself has no row. */
export function* bigSheetLines(seed: number, size: BigSize): Generator<string> {
  yield head.join(',');
  const way: BigUnit[] = [];
  for (const unit of bigState(seed, size).units()) {
    way.length = unit.path.length / 4 - 1;
    way.push(unit);
    if (unit.levelId === 'state') continue;
    const above = new Map(way.map((one) => [one.levelId, one]));
    const names = columns.flatMap((level) => {
      const found = above.get(level);
      const both = [found?.nameEn ?? null, found?.nameHi ?? null];
      return level === 'booth' ? both : [found?.code ?? null, ...both];
    });
    yield [...names, unit.seat, unit.partNumber, unit.electors, unit.lat, unit.lon].map(cell).join(',');
  }
}

/** Writes the sheet in UTF-8 with its mark, line by line, so that its size doesn't matter; returns how many rows it has below the head. */
export function writeBigSheet(seed: number, size: BigSize, path: string): number {
  const file = openSync(path, 'w');
  let rows = -1;
  let waiting = '\uFEFF';
  for (const line of bigSheetLines(seed, size)) {
    rows += 1;
    waiting += `${line}\r\n`;
    if (waiting.length > 1_000_000) {
      writeSync(file, waiting);
      waiting = '';
    }
  }
  writeSync(file, waiting);
  closeSync(file);
  return rows;
}
