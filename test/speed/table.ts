// One line of the bench: what was measured, its figure, what it is held against, the goal and whether it is met.

export interface BenchLine {
  what: string;
  /** As read: `12.3 ms`, `312 MB`. */
  figure: string;
  /** What it is measured against, with its own figure, in the same run. */
  beside?: string;
  /** As read: `at most 3 ×`. */
  goal?: string;
  met?: boolean;
}

export const ms = (milliseconds: number): string => (milliseconds < 10_000 ? `${milliseconds.toFixed(milliseconds < 100 ? 1 : 0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`);
export const mb = (bytes: number): string => `${(bytes / 1_000_000).toFixed(0)} MB`;

/** Whether `found` stays within `times` of the baseline. */
export function within(what: string, found: number, times: number | null, baseline: string, baselineFound: number, read: (value: number) => string = ms): BenchLine {
  const ratio = found / baselineFound;
  return {
    what, figure: `${read(found)} = ${ratio.toFixed(2)} ×`, beside: `${baseline}: ${read(baselineFound)}`,
    ...(times === null ? {} : { goal: `at most ${times} ×`, met: ratio <= times }),
  };
}

export function below(what: string, found: number, limit: number, read: (value: number) => string = ms): BenchLine {
  return { what, figure: read(found), goal: `below ${read(limit)}`, met: found < limit };
}

/** Left-aligned columns. */
export function asBenchTable(lines: readonly BenchLine[]): string {
  const rows = [['what', 'figure', 'goal', '', 'beside'], ...lines.map(({ what, figure, beside, goal, met }) => [what, figure, goal ?? '', met === undefined ? '' : met ? 'met' : 'NOT MET', beside ?? ''])];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => [...(row[column] ?? '')].length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
