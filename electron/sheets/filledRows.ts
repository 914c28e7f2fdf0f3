// The rows of a table with merged cells said in full, for programs that filter and sort line by line.
import type { SheetCell, SheetSection } from '../../shared/model/sheet.ts';

/** A cell that goes on with the one above says the same as it. */
export function filledRows({ columns, rows }: SheetSection): SheetCell[][] {
  const above: SheetCell[] = columns.map(() => null);
  return rows.map((row) => columns.map((column, index) => {
    const cell = row[index] ?? null;
    if (column.merge !== true || cell !== null) above[index] = cell;
    return column.merge === true ? above[index]! : cell;
  }));
}
