// What programmes and blackout days say of a unit, carried when it is divided or goes into another: what is over stays as it was.
import { say } from './plan.ts';
import type { Plan, PlanContext } from './plan.ts';

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Programmes not yet over in whose list of units this one stands. */
const listedIn = ({ db }: PlanContext, unitId: string, day: string): string[] =>
  ids(db.all('SELECT programme.id FROM programmeUnit JOIN programme ON programme.id = programmeId WHERE programmeUnit.unitId = ? AND toDay >= ? ORDER BY programme.id', unitId, day));

/** The one that stays takes the merged units' place in lists and as the place of programmes; blackout days hold for it too. */
export function takeOverProgrammes(plan: Plan, context: PlanContext, intoId: string, mergedIds: readonly string[], day: string): void {
  const { db } = context;
  const touched = new Set<string>();
  let blackouts = 0;
  for (const unitId of mergedIds) {
    for (const id of ids(db.all('SELECT id FROM programme WHERE unitId = ? AND toDay >= ?', unitId, day))) {
      plan.rows.push({ table: 'programme', id, set: { unitId: intoId } });
      touched.add(id);
    }
    for (const programmeId of listedIn(context, unitId, day)) {
      plan.partakers.push({ programmeId, unitId: intoId, insteadOf: unitId });
      touched.add(programmeId);
    }
    for (const id of ids(db.all('SELECT id FROM blackout WHERE unitId = ? AND toDay >= ?', unitId, day))) {
      plan.rows.push({ table: 'blackout', id, set: { unitId: intoId } });
      blackouts += 1;
    }
  }
  say(plan, 'merge.programmes', touched.size);
  say(plan, 'merge.blackouts', blackouts);
}

/** What the old unit takes part in, the new one does too; blackout days hold for both. */
export function shareProgrammes(plan: Plan, context: PlanContext, unitId: string, newUnitId: string, day: string): void {
  const { db, newId } = context;
  const listed = listedIn(context, unitId, day);
  for (const programmeId of listed) plan.partakers.push({ programmeId, unitId: newUnitId, insteadOf: null });
  const blackouts = db.all<{ nameEn: string; nameHi: string | null; kind: string; fromDay: string; toDay: string }>(
    'SELECT nameEn, nameHi, kind, fromDay, toDay FROM blackout WHERE unitId = ? AND toDay >= ? ORDER BY id', unitId, day);
  for (const blackout of blackouts) plan.rows.push({ table: 'blackout', insert: { id: newId(), ...blackout, unitId: newUnitId } });
  say(plan, 'split.programmes', listed.length);
  say(plan, 'split.blackouts', blackouts.length);
}
