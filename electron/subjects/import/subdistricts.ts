// The classification of sub-districts: what of it is there already, and putting panchayats into it as an import has planned.
import { AppError } from '../../../shared/errors.ts';
import type { ImportExisting, ImportGroups } from '../../../shared/model/importing.ts';
import { sameCodeKey } from '../../../shared/rules/importing/readCells.ts';
import type { JobContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb } from '../../store/sql.ts';
import { nextOrdinal } from '../group/administrative.ts';
import { classesOf } from '../group/classNames.ts';
import { putUnits } from '../group/put.ts';

const ownId = 'subdistrict';
const rowsPerReport = 500;

/** The one made by an earlier import, else one somebody has made by this name; null where there is none. */
function classificationIn(db: ReadDb): string | null {
  return db.get<{ id: string }>(`SELECT id FROM classification WHERE id = ? OR nameEn = 'Sub-district' COLLATE NOCASE ORDER BY id = ? DESC LIMIT 1`, ownId, ownId)?.id ?? null;
}

export function subdistrictsThere(db: ReadDb): NonNullable<ImportExisting['classes']> {
  const id = classificationIn(db);
  if (id === null) return { list: [], standing: new Map() };
  return {
    list: classesOf(db, id),
    standing: new Map(db.raw<[string, string]>('SELECT unitClass.unitId, class.code FROM unitClass JOIN class ON class.id = unitClass.classId WHERE unitClass.classificationId = ? AND class.code IS NOT NULL', id)),
  };
}

/** Makes what is missing and puts the panchayats there; gives how many. Stops with the error of `progress` when the user cancels. */
export function putGroups(context: JobContext, { classes, puts }: ImportGroups): number {
  const { db, newId } = context;
  if (puts.length === 0) return 0;
  let classificationId = classificationIn(db);
  if (classificationId === null) {
    classificationId = ownId;
    insertRow(db, 'classification', { id: ownId, nameEn: 'Sub-district', nameHi: 'अनुमंडल/तहसील', ordinal: nextOrdinal(db) });
  }
  const ids = new Map(classesOf(db, classificationId).flatMap(({ id, code }) => (code === null ? [] : [[sameCodeKey(code), id] as const])));
  for (const { code, nameEn, nameHi } of classes) {
    if (ids.has(sameCodeKey(code))) continue;
    const id = newId();
    insertRow(db, 'class', { id, classificationId, parentId: null, nameEn, nameHi, code, number: null });
    ids.set(sameCodeKey(code), id);
  }
  for (const [at, { unitId, code }] of puts.entries()) {
    if (at % rowsPerReport === 0) context.progress('exchange.group', at, puts.length);
    const classId = ids.get(sameCodeKey(code));
    if (classId === undefined) throw new AppError('groups.classGone');
    putUnits(db, classificationId, classId, [unitId]);
  }
  context.progress('exchange.group', puts.length, puts.length);
  return puts.length;
}
