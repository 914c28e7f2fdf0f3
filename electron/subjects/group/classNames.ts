// Classifications and classes by name, in their order: by number, then by name; those in none last.
import { AppError } from '../../../shared/errors.ts';
import { isBuiltIn } from '../../../shared/model/group.ts';
import { noneOf } from '../../../shared/rules/noClass.ts';
import type { Classification, ClassName, GroupFilter } from '../../../shared/model/group.ts';
import type { ReadDb } from '../../store/sql.ts';

export interface StoredClass extends ClassName {
  classificationId: string;
  parentId: string | null;
}

export interface StoredClassification {
  id: string;
  nameEn: string;
  nameHi: string | null;
}

/** The classification, or `groups.gone`. */
export function classificationOf(db: ReadDb, id: string): StoredClassification {
  const found = db.get<StoredClassification>('SELECT id, nameEn, nameHi FROM classification WHERE id = ?', id);
  if (!found) throw new AppError('groups.gone');
  return found;
}

/** The class, or `groups.classGone`. */
export function classOf(db: ReadDb, id: string): StoredClass {
  const found = db.get<StoredClass>('SELECT id, classificationId, parentId, nameEn, nameHi, code, number FROM everyClass WHERE id = ?', id);
  if (!found) throw new AppError('groups.classGone');
  return found;
}

export const noClass = (classificationId: string): ClassName => ({ id: noneOf(classificationId), nameEn: '', nameHi: null, code: null, number: null });

/** All classes of a classification in their order, without the one of those in none. */
export const classesOf = (db: ReadDb, classificationId: string): StoredClass[] =>
  db.all<StoredClass>('SELECT id, classificationId, parentId, nameEn, nameHi, code, number FROM everyClass WHERE classificationId = ? ORDER BY number IS NULL, number, nameEn COLLATE NOCASE, id', classificationId);

/** The class a filter names; null where it is no longer there. */
export function nameOf(db: ReadDb, { classificationId, classId }: GroupFilter): ClassName | null {
  if (classId === noneOf(classificationId)) return noClass(classificationId);
  return db.get<ClassName>('SELECT id, nameEn, nameHi, code, number FROM everyClass WHERE id = ? AND classificationId = ?', classId, classificationId) ?? null;
}

/** Built-in ones only where there are seats. */
export function classificationsOf(db: ReadDb): Classification[] {
  const rows = db.all<Omit<Classification, 'builtIn'>>(
    `SELECT id, nameEn, nameHi, ordinal, (SELECT COUNT(*) FROM class WHERE classificationId = classification.id) + (SELECT COUNT(*) FROM constituency WHERE kind = classification.id) AS classes
     FROM classification ORDER BY ordinal, nameEn COLLATE NOCASE, id`);
  return rows.filter((row) => row.classes > 0 || !isBuiltIn(row.id)).map((row) => ({ ...row, builtIn: isBuiltIn(row.id) }));
}
