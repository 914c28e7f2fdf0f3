// Tables to and from Excel: what is copied as text between tabs, what is pasted as a column of figures.
import { parseNumber } from '../../../shared/text/numbers.ts';

/** Excel takes what begins with these for a formula; a name never is one. */
const plainText = (text: string): string => (/^[=+\-@]/.test(text) ? `'${text}` : text).replace(/[\t\r\n]+/g, ' ');

/** Rows of cells as Excel takes them. Figures are handed in as numbers and stay bare digits, days and names are text. */
export const asTabbed = (rows: readonly (readonly (string | number | null)[])[]): string =>
  rows.map((row) => row.map((cell) => (cell === null ? '' : typeof cell === 'number' ? String(cell) : plainText(cell))).join('\t')).join('\n');

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

/** Puts a text on the clipboard; must be run within a moment of a key or click. */
export function copyText(text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
