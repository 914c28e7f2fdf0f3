// Splitting: some of what stands below a unit goes to a new unit beside it, and what is its own is divided.
import type { ActSums, SplitAct } from '../../../shared/model/reorganisation.ts';
import { AppError } from '../../../shared/errors.ts';
import { daysFromReports, valueOn } from '../../../shared/rules/reorganise/figuresFrom.ts';
import { divided, divisionOf } from '../../../shared/rules/reorganise/divide.ts';
import type { Division } from '../../../shared/rules/reorganise/divide.ts';
import { checkActDay } from './actDay.ts';
import { postsStay, runOnCharges } from './charges.ts';
import { shareClasses } from './classes.ts';
import { checkLevel, emptyPlan, say } from './plan.ts';
import type { Plan, PlanContext } from './plan.ts';
import { cellsOf, childFigures, childrenNow, countsOf, reportsNow, sumsNow, targetNow, unitNow } from './reading.ts';
import { shareProgrammes } from './programmes.ts';
import type { Cell, UnitNow } from './reading.ts';

const sum = (values: readonly (number | null)[]): number | null => values.reduce((all, value) => (value === null ? all : (all ?? 0) + value), null);

/** Where the new unit stands on the map: in the middle of what goes to it, else where the old one is. */
function pointOf(unit: UnitNow, going: readonly UnitNow[]): { lat: number | null; lon: number | null } {
  const placed = going.filter((child) => child.lat !== null && child.lon !== null);
  if (placed.length === 0) return { lat: unit.lat, lon: unit.lon };
  const middle = (of: 'lat' | 'lon') => placed.reduce((all, child) => all + (child[of] ?? 0), 0) / placed.length;
  return { lat: middle('lat'), lon: middle('lon') };
}

/** Divides one programme's metric: the own target and every own figure from the day on. */
function divideCell(plan: Plan, { db }: PlanContext, act: SplitAct, cell: Cell, newUnitId: string, unit: UnitNow, children: readonly UnitNow[]): void {
  const goes = new Set(act.childIds);
  const figures = childFigures(db, cell, unit.id);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const division: Division = divisionOf(
    children.map((child) => ({ goes: goes.has(child.id), goal: byId.get(child.id)?.goal ?? null, counted: byId.get(child.id)?.counted ?? 0, electors: child.electors, booths: child.booths })),
    { percent: act.percent, counts: cell.kind === 'onePerUnit' });
  const of = (going: boolean, key: 'goal' | 'achieved') => sum(figures.filter(({ id }) => goes.has(id) === going).map((figure) => figure[key]));
  const sides = (going: boolean): ActSums => ({ own: null, below: cell.kind === 'share' ? null : of(going, 'goal'), achieved: of(going, 'achieved') });
  const [old, fresh] = [sides(false), sides(true)];

  const target = targetNow(db, cell, unit.id);
  if (target !== null) {
    const value = target.value;
    [old.own, fresh.own] = value === null ? [null, null] : cell.kind === 'share' ? [value, value] : divided(value, division);
    if (value !== null) plan.targets.push({ cell, unitId: unit.id, row: { ...target, value: old.own } });
    plan.targets.push({ cell, unitId: newUnitId, row: { ...target, value: fresh.own, personId: act.runOn ? target.personId : null } });
  }
  const told = reportsNow(db, cell, unit.id);
  for (const day of daysFromReports([told], act.day)) {
    const value = valueOn(told, day);
    if (value === null) continue;
    const [stays, goesOver] = divided(value, division);
    plan.reports.push({ cell, unitId: unit.id, day, value: stays }, { cell, unitId: newUnitId, day, value: goesOver });
    [old.achieved, fresh.achieved] = [stays, goesOver];
  }
  const { programmeEn, programmeHi, metricEn, metricHi } = cell;
  const before = sumsNow(db, cell, unit.id);
  if (cell.kind === 'share') before.below = null;
  if ([before, old, fresh].every(({ own, below, achieved }) => own === null && below === null && achieved === null)) return;
  const about = { programmeEn, programmeHi, metricEn, metricHi, basis: target?.value != null || told.length > 0 ? division.basis : null };
  plan.preview.figures.push({ ...about, unitId: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, before, after: old });
  plan.preview.figures.push({ ...about, unitId: null, nameEn: act.nameEn, nameHi: act.nameHi, before: { own: null, below: null, achieved: null }, after: fresh });
}

/** Throws `reorganisation.topUnit`, `chooseChildren`, `nothingStays`, `notBelow` {nameEn, nameHi}, `sharePercent`, and what `checkActDay` throws. */
export function planSplit(context: PlanContext, act: SplitAct): Plan {
  const { db, today } = context;
  const unit = unitNow(db, act.unitId);
  const { parentId } = unit;
  if (parentId === null) throw new AppError('reorganisation.topUnit');
  const children = childrenNow(db, unit.id);
  const goes = new Set(act.childIds);
  const going = children.filter((child) => goes.has(child.id));
  checkActDay(db, today, act.day, [unit.id, parentId, ...goes]);
  if (going.length < goes.size) throw new AppError('reorganisation.notBelow', { nameEn: unit.nameEn, nameHi: unit.nameHi });
  if (children.length > 0 && going.length === 0) throw new AppError('reorganisation.chooseChildren', { nameEn: unit.nameEn, nameHi: unit.nameHi });
  if (children.length > 0 && going.length === children.length) throw new AppError('reorganisation.nothingStays', { nameEn: unit.nameEn, nameHi: unit.nameHi });
  if (children.length === 0 && act.percent === null) throw new AppError('reorganisation.sharePercent');
  checkLevel(db, unit.levelId, parentId);

  const plan = emptyPlan();
  const newUnitId = context.newId();
  const division = divisionOf(children.map((child) => ({ goes: goes.has(child.id), goal: null, counted: 0, electors: child.electors, booths: child.booths })), { percent: act.percent, counts: false });
  const [electorsStay, electorsGo] = unit.ownElectors === null ? [null, null] : divided(unit.ownElectors, division);
  plan.adds.push({
    id: newUnitId, parentId, levelId: unit.levelId, nameEn: act.nameEn, nameHi: act.nameHi, code: act.code, ...pointOf(unit, going),
    electors: electorsGo, constituencyId: unit.constituencyId, partNumber: act.partNumber, openedDay: act.day,
    demonstration: db.get<{ demonstration: number }>('SELECT demonstration FROM unit WHERE id = ?', unit.id)?.demonstration ?? 0,
  });
  if (electorsStay !== unit.ownElectors) plan.fields.push({ unitId: unit.id, fields: { electors: electorsStay } });
  plan.places.push(...going.map((child) => ({ unitId: child.id, parentId: newUnitId })));
  plan.parts.push({ unitId: unit.id, role: 'divided' }, { unitId: newUnitId, role: 'new' }, ...going.map((child) => ({ unitId: child.id, role: 'moved' as const })));
  for (const cell of cellsOf(db)) divideCell(plan, context, act, cell, newUnitId, unit, children);

  const add = (of: readonly UnitNow[], key: 'booths' | 'electors') => of.reduce((all, child) => all + child[key], 0);
  const staying = children.filter((child) => !goes.has(child.id));
  const isBooth = unit.levelId === 'booth';
  const counts = (of: readonly UnitNow[], own: number | null) => ({ children: of.length, booths: isBooth ? 1 : add(of, 'booths'), electors: add(of, 'electors') || (own ?? 0) });
  plan.preview.units.push({ id: unit.id, nameEn: unit.nameEn, nameHi: unit.nameHi, levelId: unit.levelId, role: 'divided', before: countsOf(unit), after: counts(staying, electorsStay) });
  plan.preview.units.push({ id: null, nameEn: act.nameEn, nameHi: act.nameHi, levelId: unit.levelId, role: 'new', before: null, after: counts(going, electorsGo) });
  plan.preview.moves = going.length;

  say(plan, 'split.units', going.length);
  say(plan, 'split.targets', plan.targets.filter((target) => target.unitId === unit.id).length);
  say(plan, 'split.progress', plan.reports.filter((report) => report.unitId === unit.id).length);
  runOnCharges(plan, context, act, unit.id, newUnitId);
  shareClasses(plan, context, unit, newUnitId, act.keepClasses && unit.code !== null && unit.levelId !== 'booth');
  postsStay(plan, context, unit.id, act.day);
  shareProgrammes(plan, context, unit.id, newUnitId, act.day);
  if (db.get('SELECT 1 FROM outline WHERE unitId = ?', unit.id)) {
    plan.outlines.push({ unitId: unit.id, rings: null });
    say(plan, 'split.outline', 1);
  }
  return plan;
}
