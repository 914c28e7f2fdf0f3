// The lines of a section in their order: its rows, the heads within them, and the totals.
import type { SheetCell, SheetSection } from '../../shared/model/sheet.ts';
import { filledRows } from './filledRows.ts';

export interface SheetLine {
  cells: SheetCell[];
  bold: boolean;
  head: boolean;
  /** Which row of the section; null for heads and totals. */
  row: number | null;
}

export function linesOf(section: SheetSection): SheetLine[] {
  const { heads = [], totals } = section;
  const lines = filledRows(section).flatMap((cells, at): SheetLine[] => [
    ...heads.filter(({ before }) => before === at).map((head) => ({ cells: head.cells, bold: true, head: true, row: null })),
    { cells, bold: false, head: false, row: at },
  ]);
  return totals ? [...lines, { cells: totals, bold: true, head: false, row: null }] : lines;
}
