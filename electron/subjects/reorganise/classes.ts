// Second classifications when units change their place: what a unit inherited from above is said of the unit itself, so that it stays.
import { ancestorPaths } from '../../../shared/rules/hierarchy.ts';
import { marks } from '../../store/sql.ts';
import type { ReadDb } from '../../store/sql.ts';
import { administrativeOf } from '../group/administrative.ts';
import { say } from './plan.ts';
import type { Plan, PlanContext } from './plan.ts';

type Said = Map<string, string | null>;

/** What holds at a path, by classification: said there, else at the nearest unit above. */
function saidAt(db: ReadDb, path: string): Said {
  const paths = [...ancestorPaths(path), path];
  return new Map(db.raw<[string, string | null]>(
    `SELECT classificationId, classId FROM unit JOIN unitClass ON unitClass.unitId = unit.id WHERE unit.path IN (${marks(paths.length)}) ORDER BY unit.path`, ...paths));
}

const saidOf = (db: ReadDb, unitId: string): Said => new Map(db.raw<[string, string | null]>('SELECT classificationId, classId FROM unitClass WHERE unitId = ?', unitId));

/** Units that come under another parent stand in the classes they stood in. */
export function keepClasses(plan: Plan, { db }: PlanContext, rule: string, moved: readonly { id: string; path: string }[], newParentPath: string): void {
  const after = saidAt(db, newParentPath);
  const above = new Map<string, Said>();
  let kept = 0;
  for (const { id, path } of moved) {
    const parentPath = ancestorPaths(path).at(-1) ?? '';
    let before = above.get(parentPath);
    if (!before) above.set(parentPath, (before = parentPath === '' ? new Map() : saidAt(db, parentPath)));
    const own = saidOf(db, id);
    for (const classificationId of new Set([...before.keys(), ...after.keys()])) {
      const was = before.get(classificationId) ?? null;
      if (own.has(classificationId) || was === (after.get(classificationId) ?? null)) continue;
      plan.classes.push({ unitId: id, classificationId, classId: was });
      kept += 1;
    }
  }
  say(plan, rule, kept);
}

/** A new unit stands where the divided one stands; with `keepCode` also in its administrative class, which is made where there is none. */
export function shareClasses(plan: Plan, { db }: PlanContext, unit: { id: string; levelId: string }, newUnitId: string, keepCode: boolean): void {
  const administrative = administrativeOf(unit.levelId);
  const said = [...saidOf(db, unit.id)].filter(([classificationId]) => classificationId !== administrative);
  for (const [classificationId, classId] of said) plan.classes.push({ unitId: newUnitId, classificationId, classId });
  if (keepCode) plan.codes.push({ unitId: unit.id, newUnitId });
  say(plan, 'split.classes', said.length + (keepCode ? 1 : 0));
}
