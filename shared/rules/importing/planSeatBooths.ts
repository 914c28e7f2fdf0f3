// Plans the booths of one seat or several by part number, as Form 20 lists them: it says nothing of block or panchayat.
import type { ImportCause, ImportExisting, SeatBoothsMapping } from '../../model/importing.ts';
import type { Findings } from './findings.ts';
import { levelOrder } from './levelOrder.ts';
import { isDamaged, readNames } from './readCells.ts';
import { readRowData } from './rowData.ts';
import { isUnder } from './unitIndex.ts';
import { seatBook } from './seatBook.ts';
import type { UnitIndex, Wanted } from './unitIndex.ts';

/**
 * A booth that is there is found by seat and part number, wherever below the unit imported into it stands, whatever it is called
 * there; a new one comes directly under that unit where its level may stand there, and is listed where it may not.
 */
export function planSeatBooths(
  rows: string[][], mapping: SeatBoothsMapping, existing: ImportExisting, rootId: string | null, index: UnitIndex, findings: Findings,
): void {
  const { extras, levelId } = mapping;
  const seats = seatBook(existing);
  const root = rootId === null ? null : (index.byId.get(rootId) ?? null);
  const mayStand = levelOrder(existing.levels).allowed(root?.levelId ?? null, levelId);
  const shown = [extras.partNumber, mapping.nameEn, mapping.nameHi].flatMap((column) => column ?? []);

  for (let i = mapping.headerRow + 1; i < rows.length; i++) {
    if (!findings.takes(i, shown)) continue;
    const bad = planRow(rows[i]!, i);
    if (bad) findings.bad(i, bad.column, bad.cause);
  }

  function planRow(row: string[], rowIndex: number): { column: number; cause: ImportCause } | null {
    const text = (column: number | undefined): string => (column === undefined ? '' : (row[column] ?? '').trim());
    const data = readRowData(row, extras, seats, true);
    if ('cause' in data) return data;
    const partColumn = extras.partNumber ?? 0;
    if (data.part === null || data.seat === null) return { column: partColumn, cause: data.part === null ? 'partBlank' : 'seatBlank' };
    const names = readNames(text(mapping.nameEn), text(mapping.nameHi));
    const nameColumn = mapping.nameEn ?? mapping.nameHi ?? partColumn;
    const wanted: Wanted = { levelId, name: names.name || (names.nameHi === '' ? data.part : ''), nameHi: names.nameHi, code: '', seat: data.seat, part: data.part };
    if (findings.tooLong(wanted)) return { column: nameColumn, cause: 'textTooLong' };
    if (isDamaged(wanted.name + wanted.nameHi)) return { column: nameColumn, cause: 'unreadable' };

    const there = index.withPart(data.seat, data.part);
    if (there && there.levelId !== levelId) return { column: partColumn, cause: 'partTaken' };
    if (there && root && !isUnder(index, there, root)) return { column: partColumn, cause: 'outsideRoot' };
    if (there && findings.contradicts(there, data)) return { column: partColumn, cause: 'otherData' };
    if (!there && !mayStand) return { column: partColumn, cause: 'levelNotAllowed' };
    // A seat's list covers the seat, not the places its booths stand in: what else stands there is not gone.
    const node = findings.take(there ? { node: there } : { isNew: true }, there ? there.parentId : rootId, wanted, rowIndex, false);
    findings.own(node, data, rowIndex);
    return null;
  }
}
