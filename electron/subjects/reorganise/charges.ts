// What happens to those who answer for a unit, to visits and to meetings there, when it is divided or goes into another.
import { addDays } from '../../../shared/dates.ts';
import type { SplitAct } from '../../../shared/model/reorganisation.ts';
import type { ReadDb } from '../../store/sql.ts';
import { say } from './plan.ts';
import type { Plan, PlanContext, Row } from './plan.ts';

interface ChargeRow extends Row {
  id: string;
  unitId: string;
  fromDay: string;
  toDay: string;
}

/** Rows as they are, with whatever columns a responsibility has: by whose order, for which programme, in charge or beside. */
const chargesFrom = (db: ReadDb, unitId: string, day: string): ChargeRow[] =>
  db.all<ChargeRow>('SELECT * FROM responsibility WHERE unitId = ? AND toDay >= ? ORDER BY fromDay, id', unitId, day);

const later = (a: string, b: string) => (a > b ? a : b);
const sameButPlaceAndDays = (a: ChargeRow, b: ChargeRow) =>
  Object.keys(a).every((column) => ['id', 'unitId', 'fromDay', 'toDay'].includes(column) || a[column] === b[column]);

/** Responsibilities stay with the divided unit, and if the person says so run on at the new one too. */
export function runOnCharges(plan: Plan, { db, newId }: PlanContext, act: SplitAct, unitId: string, newUnitId: string): void {
  const charges = chargesFrom(db, unitId, act.day);
  if (act.runOn) for (const charge of charges) plan.rows.push({ table: 'responsibility', insert: { ...charge, id: newId(), unitId: newUnitId, fromDay: later(charge.fromDay, act.day) } });
  say(plan, act.runOn ? 'split.chargesRunOn' : 'split.chargesStay', charges.length);
}

/** Responsibilities of the merged unit end the day before and run on at the one it goes into, unless the same person answers there already. */
export function takeOverCharges(plan: Plan, { db, newId }: PlanContext, intoId: string, mergedId: string, day: string): number {
  const there = chargesFrom(db, intoId, day);
  const charges = chargesFrom(db, mergedId, day);
  for (const charge of charges) {
    const fromDay = later(charge.fromDay, day);
    const covered = there.some((other) => sameButPlaceAndDays(charge, other) && other.fromDay <= fromDay && other.toDay >= charge.toDay);
    if (charge.fromDay < day) plan.rows.push({ table: 'responsibility', id: charge.id, set: { toDay: addDays(day, -1) } });
    else plan.rows.push({ table: 'responsibility', id: charge.id, remove: true });
    if (covered) continue;
    const carried = { ...charge, id: newId(), unitId: intoId, fromDay };
    there.push(carried);
    plan.rows.push({ table: 'responsibility', insert: carried });
  }
  return charges.length;
}

/** Posts of a merged unit end the day before: one unit cannot have two presidents. A post that was to begin later never comes to be. */
export function endPosts(plan: Plan, { db }: PlanContext, mergedIds: readonly string[], day: string): void {
  let ended = 0;
  for (const unitId of mergedIds) {
    for (const { id, fromDay } of db.all<{ id: string; fromDay: string | null }>('SELECT id, fromDay FROM post WHERE unitId = ? AND (toDay IS NULL OR toDay >= ?) ORDER BY id', unitId, day)) {
      plan.rows.push(fromDay !== null && fromDay >= day ? { table: 'post', id, remove: true } : { table: 'post', id, set: { toDay: addDays(day, -1) } });
      ended += 1;
    }
  }
  say(plan, 'merge.posts', ended);
}

/** Posts stay with the divided unit. */
export function postsStay(plan: Plan, { db }: PlanContext, unitId: string, day: string): void {
  say(plan, 'split.posts', db.get<{ n: number }>('SELECT COUNT(*) AS n FROM post WHERE unitId = ? AND (toDay IS NULL OR toDay >= ?)', unitId, day)?.n ?? 0);
}

/** Visits and meetings from the day on, and what is still promised, go where the unit went; a tour that visits both keeps the one stop. */
export function takeOverVisits(plan: Plan, { db }: PlanContext, intoId: string, mergedIds: readonly string[], day: string): void {
  const toured = new Set(db.all<{ tourId: string }>('SELECT tourId FROM tourStop WHERE unitId = ?', intoId).map(({ tourId }) => tourId));
  let stops = 0;
  let meetings = 0;
  let promises = 0;
  for (const unitId of mergedIds) {
    for (const { id } of db.all<{ id: string }>('SELECT id FROM visit WHERE unitId = ? AND day >= ?', unitId, day)) plan.rows.push({ table: 'visit', id, set: { unitId: intoId } });
    for (const { id } of db.all<{ id: string }>('SELECT id FROM promise WHERE unitId = ? AND (doneDay IS NULL OR madeDay >= ?)', unitId, day)) {
      plan.rows.push({ table: 'promise', id, set: { unitId: intoId } });
      promises += 1;
    }
    const ahead = db.all<{ id: string; tourId: string }>(
      `SELECT tourStop.id, tourId FROM tourStop JOIN tour ON tour.id = tourId WHERE unitId = ? AND (day >= ? OR (day IS NULL AND toDay >= ?)) ORDER BY tourStop.id`, unitId, day, day);
    for (const stop of ahead) {
      plan.rows.push(toured.has(stop.tourId) ? { table: 'tourStop', id: stop.id, remove: true } : { table: 'tourStop', id: stop.id, set: { unitId: intoId } });
      toured.add(stop.tourId);
      stops += 1;
    }
    for (const end of ['firstUnitId', 'lastUnitId'] as const) {
      for (const { id } of db.all<{ id: string }>(`SELECT id FROM tour WHERE ${end} = ? AND toDay >= ?`, unitId, day)) plan.rows.push({ table: 'tour', id, set: { [end]: intoId } });
    }
    for (const { id } of db.all<{ id: string }>('SELECT id FROM meeting WHERE unitId = ? AND day >= ?', unitId, day)) {
      plan.rows.push({ table: 'meeting', id, set: { unitId: intoId } });
      meetings += 1;
    }
  }
  say(plan, 'merge.stops', stops);
  say(plan, 'merge.meetings', meetings);
  say(plan, 'merge.promises', promises);
}
