// Moving and renaming from a day on: the unit keeps all that is its own; only sums above it change.
import type { MoveAct, RenameAct } from '../../../shared/model/reorganisation.ts';
import { AppError } from '../../../shared/errors.ts';
import { aroundOf, shiftCell } from './above.ts';
import { checkActDay } from './actDay.ts';
import { keepClasses } from './classes.ts';
import { checkLevel, emptyPlan, say } from './plan.ts';
import type { Plan, PlanContext } from './plan.ts';
import { cellsOf, countsOf, unitNow } from './reading.ts';

/** Throws `units.underItself`, `units.wrongLevel`, `reorganisation.topUnit`, `alreadyThere` {nameEn, nameHi}, and what `checkActDay` throws. */
export function planMove(context: PlanContext, act: MoveAct): Plan {
  const { db, today } = context;
  const moved = [...new Set(act.unitIds)].map((id) => unitNow(db, id));
  const parent = unitNow(db, act.parentId);
  checkActDay(db, today, act.day, [parent.id, ...moved.map(({ id }) => id)]);
  for (const { id, parentId, levelId, path, nameEn, nameHi } of moved) {
    if (parentId === null) throw new AppError('reorganisation.topUnit');
    if (parent.path.startsWith(path)) throw new AppError('units.underItself');
    if (parentId === parent.id) throw new AppError('reorganisation.alreadyThere', { nameEn, nameHi });
    if (moved.some((other) => other.id !== id && path.startsWith(other.path))) throw new AppError('reorganisation.oneInTheOther', { nameEn, nameHi });
    checkLevel(db, levelId, parent.id);
  }
  const plan = emptyPlan();
  const around = aroundOf(context, moved, parent);
  const oldParents = new Set(moved.map(({ parentId }) => parentId!));
  plan.places.push(...moved.map(({ id }) => ({ unitId: id, parentId: parent.id })));
  plan.parts.push(...moved.map(({ id }) => ({ unitId: id, role: 'moved' as const })), { unitId: parent.id, role: 'to' }, ...[...oldParents].map((unitId) => ({ unitId, role: 'from' as const })));
  for (const cell of cellsOf(db)) shiftCell(plan, context, { day: act.day, parentId: parent.id }, cell, around);
  for (const { unit, moves } of around) {
    if (moves.length === 0) continue;
    const add = (key: 'booths' | 'electors') => moves.reduce((sum, { moved: one, sign }) => sum + sign * one[key], unit[key]);
    const children = moves.reduce((sum, { moved: one, sign }) => sum + (sign === 1 ? (unit.id === parent.id ? 1 : 0) : one.parentId === unit.id ? -1 : 0), unit.children);
    plan.preview.units.push({
      id: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, levelId: unit.levelId, role: moves[0]?.sign === 1 ? 'to' : 'from', before: countsOf(unit),
      after: { children, booths: add('booths'), electors: children === 0 ? (unit.ownElectors ?? 0) : add('electors') },
    });
  }
  plan.preview.units.push(...moved.map((unit) => ({ id: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, levelId: unit.levelId, role: 'moved' as const, before: countsOf(unit), after: countsOf(unit) })));
  plan.preview.moves = moved.length;
  say(plan, 'move.units', moved.length);
  say(plan, 'move.progress', plan.reports.length);
  if (act.keepClasses) keepClasses(plan, context, 'move.classes', moved, parent.path);
  say(plan, 'move.outlines', db.get<{ n: number }>('SELECT COUNT(*) AS n FROM outline WHERE unitId IN (SELECT value FROM json_each(?))', JSON.stringify([parent.id, ...oldParents]))?.n ?? 0);
  return plan;
}

/** A new name or code from a day on; the old name still finds the unit. Throws `reorganisation.nothingChanges`, and what `checkActDay` throws. */
export function planRename({ db, today }: PlanContext, act: RenameAct): Plan {
  const unit = unitNow(db, act.unitId);
  checkActDay(db, today, act.day, [unit.id]);
  if (unit.nameEn === act.nameEn && unit.nameHi === act.nameHi && unit.code === act.code) throw new AppError('reorganisation.nothingChanges', { nameEn: unit.nameEn, nameHi: unit.nameHi });
  const plan = emptyPlan();
  plan.fields.push({ unitId: unit.id, fields: { nameEn: act.nameEn, nameHi: act.nameHi, code: act.code } });
  for (const name of [unit.nameEn, unit.nameHi]) if (name !== null && name !== act.nameEn && name !== act.nameHi) plan.aliases.push({ unitId: unit.id, name });
  plan.parts.push({ unitId: unit.id, role: 'renamed' });
  plan.preview.units.push({ id: unit.id, nameEn: act.nameEn, nameHi: act.nameHi, levelId: unit.levelId, role: 'renamed', before: countsOf(unit), after: countsOf(unit) });
  say(plan, 'rename.names', plan.aliases.length);
  return plan;
}
