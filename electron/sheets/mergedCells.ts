// Gives cells merged downwards their value in every row they cover, as the person who looks at the sheet reads it.

const hasLetter = /\p{Letter}/u;

/**
 * True when the value of a cell merged downwards may be repeated in the rows below. Words are names and may; a number left of the
 * row's last words is a code or a number of a seat and may; one right of them may be a count for all the rows together, and must not.
 */
export function mayRepeat(cells: readonly string[], column: number): boolean {
  const value = cells[column] ?? '';
  return value !== '' && (hasLetter.test(value) || cells.slice(column + 1).some((cell) => hasLetter.test(cell ?? '')));
}

type Merge = { value: string; untilRow: number };

/** Carries merged cells from row to row: `open` when one begins, `fill` for every row that follows. */
export function mergesDown(): { open(column: number, value: string, untilRow: number): void; fill(cells: string[], rowNumber: number): void } {
  const merges = new Map<number, Merge>();
  return {
    open: (column, value, untilRow) => void merges.set(column, { value, untilRow }),
    fill: (cells, rowNumber) => {
      // A row with nothing of its own is no row, merged or not.
      if (merges.size === 0 || !cells.some((cell) => cell !== undefined && cell !== '')) return;
      for (const [column, { value, untilRow }] of merges) {
        if (rowNumber > untilRow) merges.delete(column);
        else if (!cells[column]) {
          while (cells.length < column) cells.push('');
          cells[column] = value;
        }
      }
    },
  };
}
