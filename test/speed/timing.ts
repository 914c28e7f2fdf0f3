// Times a piece of work over several runs and keeps the middle one: single runs on a shared machine say little.

/** Milliseconds of each run, sorted. */
export async function runs(times: number, work: () => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let run = 0; run < times; run++) {
    const begun = performance.now();
    await work();
    found.push(performance.now() - begun);
  }
  return found.sort((a, b) => a - b);
}

export const median = (sorted: number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

export interface Line {
  what: string;
  milliseconds: number;
  least: number;
  most: number;
  baseline: string;
  baselineMilliseconds: number;
}

export function line(what: string, found: number[], baseline: string, baselineFound: number[]): Line {
  return { what, milliseconds: median(found), least: found[0] ?? 0, most: found.at(-1) ?? 0, baseline, baselineMilliseconds: median(baselineFound) };
}

/** One table, figures right-aligned. */
export function asTable(lines: Line[]): string {
  const rows = lines.map(({ what, milliseconds, least, most, baseline, baselineMilliseconds }) => [
    what, `${milliseconds.toFixed(1)} ms`, `${least.toFixed(1)}–${most.toFixed(1)}`, `${(milliseconds / baselineMilliseconds).toFixed(2)} ×`, `${baseline}: ${baselineMilliseconds.toFixed(1)} ms`,
  ]);
  const head = ['what', 'median', 'least–most', 'ratio', 'baseline'];
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) => row.map((cell, column) => (column === 0 || column === 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}
