// What comes out of Excel: a pasted column of figures.
import { parseNumber } from '../../../shared/text/numbers.ts';

/** The first column of what was copied; the empty line that Excel puts at the end is not one of it. */
export function firstColumn(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => (line.split('\t')[0] ?? '').trim().replace(/^"(.*)"$/, '$1').trim());
}

/** What a person typed as a target; null clears it, undefined is no target. */
export function typedTarget(text: string, most: number): number | null | undefined {
  const typed = text.trim().replace(/\s*%$/, '');
  if (typed === '' || typed === '–') return null;
  const value = parseNumber(typed);
  return value !== null && Number.isInteger(value) && value >= 0 && value <= most ? value : undefined;
}

export type PastedColumn = { values: (number | null)[] } | { wrongLine: number; wrongText: string };

/** A pasted column read line by line; the first line that is no figure stops it, so that nothing is booked by guess. */
export function pastedColumn(text: string, most: number): PastedColumn {
  const values: (number | null)[] = [];
  for (const [index, cell] of firstColumn(text).entries()) {
    const value = typedTarget(cell, most);
    if (value === undefined) return { wrongLine: index + 1, wrongText: cell };
    values.push(value);
  }
  return { values };
}
