// Second classifications: their classes, who stands in them, what they add up to, and the acts that change them.
import { AppError } from '../../shared/errors.ts';
import { isBuiltIn } from '../../shared/model/group.ts';
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { Calls } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb } from '../store/sql.ts';
import { ensureAdministrative, nextOrdinal } from './group/administrative.ts';
import { classBoard, classRows } from './group/classBoard.ts';
import { classesOf, classificationOf, classificationsOf, classOf, nameOf } from './group/classNames.ts';
import { groupedUnits } from './group/grouped.ts';
import { classesOfChildren, membershipsOf, membersOf } from './group/memberships.ts';
import { planPaste } from './group/paste.ts';
import { checkPutting, putUnits, takeOut } from './group/put.ts';
import { unitOf } from './unitPlace.ts';

const mostUnits = 5000;

function checkClassName(db: ReadDb, classificationId: string, ownId: string | null, names: (string | null)[]): void {
  const wanted = names.filter((name) => name !== null).map((name) => name.toLowerCase());
  const taken = classesOf(db, classificationId).find((one) => one.id !== ownId && [one.nameEn, one.nameHi].some((name) => name !== null && wanted.includes(name.toLowerCase())));
  if (taken) throw new AppError('groups.nameTaken', { nameEn: taken.nameEn, nameHi: taken.nameHi });
}

/** What is said in the history of putting units somewhere: the class, how many, and the first of them. */
function puttingDetail(db: ReadDb, classId: string | null, unitIds: readonly string[]): Record<string, unknown> {
  const first = unitOf(db, unitIds[0]!);
  const target = classId === null ? null : classOf(db, classId);
  return { count: unitIds.length, unitEn: first.nameEn, unitHi: first.nameHi, toEn: target?.nameEn ?? null, toHi: target?.nameHi ?? null };
}

export const groups = {
  'groups.list': ({ db }) => classificationsOf(db),
  'groups.classes': ({ db }, { classificationId, unitId }) => {
    classificationOf(db, classificationId);
    return classRows(db, classificationId, unitId);
  },
  'groups.name': ({ db }, group) => {
    const found = nameOf(db, group);
    const { nameEn, nameHi } = found ? classificationOf(db, group.classificationId) : { nameEn: '', nameHi: null };
    return found ? { classification: { nameEn, nameHi }, class: found } : null;
  },
  'groups.ofUnit': ({ db }, { unitId }) => membershipsOf(db, unitId),
  'groups.members': ({ db }, { group, cut, offset, limit }) => membersOf(db, group, cut, offset, limit),
  'groups.board': ({ db, today }, input) => {
    classificationOf(db, input.classificationId);
    return { rows: classBoard(db, today, input) };
  },
  'groups.units': ({ db }, input) => {
    classificationOf(db, input.classificationId);
    return groupedUnits(db, input);
  },
  'groups.ofChildren': ({ db }, { unitId, classificationId, levelId }) => classesOfChildren(db, unitId, classificationId, levelId),
  'groups.pastePreview': ({ db }, input) => {
    const { puts: _, ...result } = planPaste(db, input);
    return result;
  },
  'groups.save': ({ db, newId, summarise }, { id, fields }) => {
    summarise(id === null ? 'groups.add' : 'groups.save', { nameEn: fields.nameEn, nameHi: fields.nameHi });
    if (id === null) {
      const made = newId();
      insertRow(db, 'classification', { id: made, ...fields, ordinal: nextOrdinal(db) });
      return { id: made };
    }
    classificationOf(db, id);
    db.run('UPDATE classification SET nameEn = ?, nameHi = ? WHERE id = ?', fields.nameEn, fields.nameHi, id);
    return { id };
  },
  'groups.remove': ({ db, summarise }, { id }) => {
    const { nameEn, nameHi } = classificationOf(db, id);
    if (isBuiltIn(id)) throw new AppError('groups.builtIn');
    db.run('DELETE FROM unitClass WHERE classificationId = ?', id);
    db.run('UPDATE class SET parentId = NULL WHERE classificationId = ? AND parentId IS NOT NULL', id);
    db.run('DELETE FROM class WHERE classificationId = ?', id);
    db.run('DELETE FROM classification WHERE id = ?', id);
    summarise('groups.remove', { nameEn, nameHi });
    return null;
  },
  'groups.saveClass': ({ db, newId, summarise }, { id, fields }) => {
    classificationOf(db, fields.classificationId);
    if (isBuiltIn(fields.classificationId)) throw new AppError('groups.builtIn');
    checkClassName(db, fields.classificationId, id, [fields.nameEn, fields.nameHi]);
    for (let above = fields.parentId; above !== null; above = classOf(db, above).parentId) {
      if (above === id) throw new AppError('groups.underItself');
      if (classOf(db, above).classificationId !== fields.classificationId) throw new AppError('groups.classGone');
    }
    summarise(id === null ? 'groups.addClass' : 'groups.saveClass', { nameEn: fields.nameEn, nameHi: fields.nameHi });
    if (id === null) {
      const made = newId();
      insertRow(db, 'class', { id: made, ...fields });
      return { id: made };
    }
    if (classOf(db, id).classificationId !== fields.classificationId) throw new AppError('groups.classGone');
    db.run('UPDATE class SET nameEn = ?, nameHi = ?, code = ?, number = ?, parentId = ? WHERE id = ?', fields.nameEn, fields.nameHi, fields.code, fields.number, fields.parentId, id);
    return { id };
  },
  'groups.removeClass': ({ db, summarise }, { id }) => {
    const { nameEn, nameHi, classificationId, parentId } = classOf(db, id);
    if (isBuiltIn(classificationId)) throw new AppError('groups.builtIn');
    db.run('DELETE FROM unitClass WHERE classId = ?', id);
    db.run('UPDATE class SET parentId = ? WHERE parentId = ?', parentId, id);
    db.run('DELETE FROM class WHERE id = ?', id);
    summarise('groups.removeClass', { nameEn, nameHi });
    return null;
  },
  'groups.put': ({ db, summarise }, { classificationId, classId, unitIds }) => {
    classificationOf(db, classificationId);
    checkPutting(db, classificationId, classId);
    putUnits(db, classificationId, classId, unitIds);
    summarise(classId === null ? 'groups.putOut' : 'groups.put', puttingDetail(db, classId, unitIds));
    return { units: unitIds.length };
  },
  'groups.putBelow': ({ db, summarise }, { classificationId, classId, levelId, unitIds }) => {
    classificationOf(db, classificationId);
    checkPutting(db, classificationId, classId);
    const below = unitIds.flatMap((unitId) => {
      const [from, to] = subtreeRange(unitOf(db, unitId).path);
      return db.raw<[string]>('SELECT id FROM unit WHERE levelId = ? AND path >= ? AND path < ? AND closedDay IS NULL', levelId, from, to).map(([id]) => id);
    });
    if (below.length === 0) throw new AppError('groups.nothingBelow', { levelId });
    if (below.length > mostUnits) throw new AppError('groups.tooMany', { count: below.length, most: mostUnits });
    putUnits(db, classificationId, classId, below);
    summarise(classId === null ? 'groups.putOut' : 'groups.put', puttingDetail(db, classId, below));
    return { units: below.length };
  },
  'groups.takeOut': ({ db, summarise }, { classificationId, unitIds }) => {
    classificationOf(db, classificationId);
    checkPutting(db, classificationId, null);
    takeOut(db, classificationId, unitIds);
    summarise('groups.takeOut', puttingDetail(db, null, unitIds));
    return null;
  },
  'groups.fromLevel': ({ db, newId, summarise }, { levelId }) => {
    if (!db.get('SELECT 1 FROM level WHERE id = ?', levelId)) throw new AppError('groups.nothingBelow', { levelId });
    const id = ensureAdministrative(db, newId, levelId);
    const { nameEn, nameHi } = classificationOf(db, id);
    summarise('groups.add', { nameEn, nameHi });
    return { id };
  },
  'groups.paste': ({ db, newId, summarise }, input) => {
    const { puts, ...result } = planPaste(db, input);
    const made = new Map(result.made.map((name) => [name, newId()]));
    for (const [name, id] of made) insertRow(db, 'class', { id, classificationId: input.classificationId, parentId: null, nameEn: name, nameHi: null, code: null, number: null });
    const byClass = Map.groupBy(puts, ({ classId, makes }) => classId ?? made.get(makes ?? '') ?? null);
    for (const [classId, lines] of byClass) putUnits(db, input.classificationId, classId, lines.map(({ unitId }) => unitId));
    const { nameEn, nameHi } = classificationOf(db, input.classificationId);
    summarise('groups.paste', { count: result.units, nameEn, nameHi });
    return result;
  },
} satisfies Calls<'groups'>;
