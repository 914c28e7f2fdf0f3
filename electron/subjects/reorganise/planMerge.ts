// Merging: what stands below goes to the unit that stays, own targets and own figures add up, and the merged are closed.
import type { ActSums, MergeAct } from '../../../shared/model/reorganisation.ts';
import { AppError } from '../../../shared/errors.ts';
import { daysFromReports, valueOn } from '../../../shared/rules/reorganise/figuresFrom.ts';
import { aroundOf, shiftCell } from './above.ts';
import { checkActDay } from './actDay.ts';
import { endPosts, takeOverCharges, takeOverVisits } from './charges.ts';
import { keepClasses } from './classes.ts';
import { emptyPlan, say } from './plan.ts';
import type { Plan, PlanContext } from './plan.ts';
import { achievedOn, cellsOf, childrenNow, countsOf, reportDaysBelow, reportsNow, sumsNow, targetNow, unitNow } from './reading.ts';
import type { Cell, TargetRow, UnitNow } from './reading.ts';
import { takeOverProgrammes } from './programmes.ts';

const noSums: ActSums = { own: null, below: null, achieved: null };
const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);

/** What the unit that stays is to reach: all goals together where any was set; a percentage does not add up. */
function joinedTarget(cell: Cell, targets: readonly (TargetRow | null)[], goals: readonly (number | null)[]): TargetRow | null {
  const set = targets.filter((target) => target !== null);
  const first = set[0];
  if (!first) return null;
  const any = set.some(({ value }) => value !== null);
  const value = !any ? null : cell.kind === 'share' ? set.find((target) => target.value !== null)!.value : goals.reduce<number>((all, goal) => all + (goal ?? 0), 0);
  return {
    value, basis: first.basis, locked: set.some(({ locked }) => locked === 1) ? 1 : 0,
    dueDay: set.find(({ dueDay }) => dueDay !== null)?.dueDay ?? null, personId: set.find(({ personId }) => personId !== null)?.personId ?? null,
  };
}

/** Joins one programme's metric. A unit without a figure of its own counts with what stands below it, so that nothing is lost above. */
function joinCell(plan: Plan, { db }: PlanContext, act: MergeAct, cell: Cell, into: UnitNow, merged: readonly UnitNow[]): void {
  const all = [into, ...merged];
  const before = all.map((unit) => sumsNow(db, cell, unit.id));
  const targets = all.map((unit) => targetNow(db, cell, unit.id));
  const after: ActSums = { own: null, below: null, achieved: null };
  for (const sums of before) {
    after.achieved = plus(after.achieved, sums.achieved);
    if (cell.kind !== 'share') after.below = plus(after.below, sums.below);
    else sums.below = null;
  }
  const target = joinedTarget(cell, targets, before.map((sums) => sums.own ?? sums.below));
  if (target !== null) {
    after.own = target.value;
    if (JSON.stringify(target) !== JSON.stringify(targets[0])) plan.targets.push({ cell, unitId: into.id, row: target });
  }
  merged.forEach((unit, at) => {
    if (targets[at + 1]) plan.targets.push({ cell, unitId: unit.id, row: null });
  });
  const told = all.map((unit) => reportsNow(db, cell, unit.id));
  if (told.some((reports) => reports.length > 0)) {
    const below = all.map((unit, at) => (told[at]!.length > 0 ? [] : reportDaysBelow(db, cell, unit.path, act.day)));
    for (const day of daysFromReports([...told, ...below], act.day)) {
      const joins = told.slice(1).some((reports) => valueOn(reports, day) !== null) || (valueOn(told[0]!, day) !== null && merged.some((unit) => achievedOn(db, cell, unit, day) !== null));
      if (joins) plan.reports.push({ cell, unitId: into.id, day, value: all.reduce((sum, unit) => sum + (achievedOn(db, cell, unit, day) ?? 0), 0) });
    }
  }
  if (before.every(({ own, below, achieved }) => own === null && below === null && achieved === null)) return;
  const { programmeEn, programmeHi, metricEn, metricHi } = cell;
  all.forEach((unit, at) => {
    const { nameEn, nameHi } = at === 0 && act.nameEn !== null ? { nameEn: act.nameEn, nameHi: act.nameHi } : unit;
    plan.preview.figures.push({ unitId: unit.id, nameEn, nameHi, programmeEn, programmeHi, metricEn, metricHi, basis: null, before: before[at] ?? noSums, after: at === 0 ? after : noSums });
  });
}

/** Both outlines stay drawn as one area where both are known; else the area is a point until a new outline comes. */
function joinOutlines(plan: Plan, { db }: PlanContext, into: UnitNow, merged: readonly UnitNow[]): void {
  const known = [into, ...merged].map((unit) => db.get<{ rings: string }>('SELECT rings FROM outline WHERE unitId = ?', unit.id)?.rings);
  if (known[0] === undefined) return;
  const whole = known.every((rings) => rings !== undefined);
  plan.outlines.push({ unitId: into.id, rings: whole ? JSON.stringify(known.flatMap((rings) => JSON.parse(rings!) as unknown[])) : null });
  say(plan, whole ? 'merge.outlines' : 'merge.outlineGone', 1);
}

/** Throws `reorganisation.intoItself`, `differentLevels` {nameEn, nameHi}, `topUnit`, `oneInTheOther` {nameEn, nameHi}, and what `checkActDay` throws. */
export function planMerge(context: PlanContext, act: MergeAct): Plan {
  const { db, today } = context;
  const mergedIds = [...new Set(act.unitIds)];
  if (mergedIds.includes(act.unitId)) throw new AppError('reorganisation.intoItself');
  const into = unitNow(db, act.unitId);
  const merged = mergedIds.map((id) => unitNow(db, id));
  const children = merged.flatMap((unit) => childrenNow(db, unit.id));
  checkActDay(db, today, act.day, [into.id, ...mergedIds, ...children.map(({ id }) => id)]);
  for (const { parentId, levelId, path, nameEn, nameHi } of merged) {
    if (parentId === null) throw new AppError('reorganisation.topUnit');
    if (levelId !== into.levelId) throw new AppError('reorganisation.differentLevels', { nameEn, nameHi });
    if (into.path.startsWith(path) || path.startsWith(into.path)) throw new AppError('reorganisation.oneInTheOther', { nameEn, nameHi });
  }
  const plan = emptyPlan();
  const all = [into, ...merged];
  const belowElectors = [...childrenNow(db, into.id), ...children].reduce((sum, child) => sum + child.electors, 0);
  const given = all.map((unit) => unit.ownElectors).filter((own) => own !== null);
  // Own electors count only where nothing below has any; then a missing one is nothing, not a reason to lose the other's.
  const ownElectors = given.length > 0 && (belowElectors === 0 || given.length === all.length) ? given.reduce((sum, own) => sum + own, 0) : into.ownElectors;
  plan.fields.push({ unitId: into.id, fields: { electors: ownElectors, ...(act.nameEn === null ? {} : { nameEn: act.nameEn, nameHi: act.nameHi }) } });
  plan.places.push(...children.map((child) => ({ unitId: child.id, parentId: into.id })));
  plan.closes.push(...mergedIds);
  plan.parts.push({ unitId: into.id, role: 'into' }, ...mergedIds.map((unitId) => ({ unitId, role: 'merged' as const })), ...children.map((child) => ({ unitId: child.id, role: 'moved' as const })));
  const elsewhere = merged.filter((unit) => unit.parentId !== into.parentId);
  const around = into.parentId === null || elsewhere.length === 0 ? [] : aroundOf(context, elsewhere, unitNow(db, into.parentId));
  for (const cell of cellsOf(db)) {
    joinCell(plan, context, act, cell, into, merged);
    shiftCell(plan, context, { day: act.day, parentId: into.parentId ?? '' }, cell, around);
  }

  const names = new Set([into.nameEn, into.nameHi, act.nameEn, act.nameHi]);
  const formerly = [...merged.flatMap((unit) => [unit.nameEn, unit.nameHi]), ...(act.nameEn === null ? [] : [into.nameEn, into.nameHi])];
  for (const name of new Set(formerly)) if (name !== null && (!names.has(name) || (act.nameEn !== null && name !== act.nameEn && name !== act.nameHi))) plan.aliases.push({ unitId: into.id, name });

  const isBooth = into.levelId === 'booth';
  const add = (key: 'children' | 'booths') => all.reduce((sum, unit) => sum + unit[key], 0);
  const { nameEn, nameHi } = act.nameEn === null ? into : { nameEn: act.nameEn, nameHi: act.nameHi };
  plan.preview.units.push({ id: into.id, nameEn, nameHi, levelId: into.levelId, role: 'into', before: countsOf(into), after: { children: add('children'), booths: isBooth ? 1 : add('booths'), electors: belowElectors || (ownElectors ?? 0) } });
  plan.preview.units.push(...merged.map((unit) => ({ id: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, levelId: unit.levelId, role: 'merged' as const, before: countsOf(unit), after: null })));
  plan.preview.moves = children.length;

  say(plan, 'merge.units', children.length);
  say(plan, 'merge.targets', plan.targets.filter((target) => target.unitId === into.id).length);
  say(plan, 'merge.progress', plan.reports.filter((report) => report.unitId === into.id).length);
  say(plan, 'move.progress', plan.reports.filter((report) => report.unitId !== into.id).length);
  say(plan, 'merge.charges', mergedIds.reduce((sum, id) => sum + takeOverCharges(plan, context, into.id, id, act.day), 0));
  if (act.keepClasses) keepClasses(plan, context, 'merge.classes', children, into.path);
  endPosts(plan, context, mergedIds, act.day);
  takeOverVisits(plan, context, into.id, mergedIds, act.day);
  takeOverProgrammes(plan, context, into.id, mergedIds, act.day);
  joinOutlines(plan, context, into, merged);
  say(plan, 'merge.names', plan.aliases.length);
  return plan;
}
