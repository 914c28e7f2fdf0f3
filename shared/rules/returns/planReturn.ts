// Judges each figure of a sheet that came back against what the file knows of its unit: what can be booked, what is doubtful, what cannot be.
import type { Doubt, RefusedCause, ReturnedRow, ReturnLine } from '../../model/returns.ts';
import { foldKey } from '../fold.ts';

/** What the file knows of the unit a row is about; null where there is no such unit, programme or metric. */
export interface KnownCell {
  nameEn: string;
  nameHi: string | null;
  closed: boolean;
  /** What counts now for the unit itself, and as of when. */
  last: number | null;
  lastDay: string | null;
  target: number | null;
  /** Of the target now. */
  revision: number;
  /** No more than this can be: units of the counted level, or electors; null where nothing bounds it. */
  most: number | null;
  /** The last figure may be lower than the one before (`last`, or less is better). */
  mayFall: boolean;
}

/** Blanks, case, signs and "(part)" apart; a name that came back in either language is the unit's own. */
function isItsName(text: string, { nameEn, nameHi }: KnownCell): boolean {
  const said = text.split(/[\n(]/).map(foldKey).filter((part) => part !== '');
  if (said.length === 0) return true;
  const own = [nameEn, nameHi ?? ''].map(foldKey).filter((part) => part !== '');
  return said.some((part) => own.includes(part));
}

/** `day`: up to when the figures are. One line per row that came back with a figure, in its order. */
export function planReturn(rows: readonly ReturnedRow[], known: (row: ReturnedRow) => KnownCell | null, day: string): ReturnLine[] {
  return rows.map((row) => {
    const cell = known(row);
    if (!cell) return { ...row, nameEn: row.name, nameHi: row.name, before: null, beforeDay: null, target: null, refused: 'unitGone', doubts: [], same: false };
    const { nameEn, nameHi, last, lastDay, target } = cell;
    const refused: RefusedCause | null = cell.closed ? 'closed' : isItsName(row.name, cell) ? null : 'otherName';
    const doubts: Doubt[] = [];
    if (last !== null && row.value < last && !cell.mayFall) doubts.push('lower');
    if (cell.most !== null && row.value > cell.most) doubts.push('tooMuch');
    if (row.revision < cell.revision) doubts.push('oldRevision');
    return { ...row, nameEn, nameHi, before: last, beforeDay: lastDay, target, refused, doubts, same: last === row.value && lastDay !== null && lastDay >= day };
  });
}
