// Who must be told of an order: who leads what it moved, who answers for units taking part, who goes on its tours and attends its meetings.
import type { OrderRow, ToTell } from '../../../shared/model/order.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { firstPhone, joinHeld, titleColumns } from '../../store/heldPost.ts';
import type { ReadDb } from '../../store/sql.ts';

/** A notice is for people who are called one by one. */
const mostTold = 500;

const personColumns = `person.id AS personId, person.nameEn, person.nameHi, ${titleColumns}, ${firstPhone} AS phone`;
const movedOf = (kind: string): string => `SELECT DISTINCT itemId FROM orderLine WHERE orderId = ? AND role = 'moved' AND kind = '${kind}'`;

/** Each person once, with the first reason there is, in the order leaders, tours, meetings, units. */
export function toTell(db: ReadDb, { id, orderDay }: Pick<OrderRow, 'id' | 'orderDay'>): ToTell[] {
  const people: ToTell[] = [
    ...db.all<ToTell>(`SELECT ${personColumns}, 'leader' AS "as", programme.nameEn AS ofEn, programme.nameHi AS ofHi FROM programme JOIN person ON person.id = programme.personId ${joinHeld}
      WHERE programme.id IN (${movedOf('programme')}) ORDER BY programme.fromDay, programme.id`, orderDay, id),
    ...db.all<ToTell>(`SELECT ${personColumns}, 'tour' AS "as", tour.nameEn AS ofEn, tour.nameHi AS ofHi
      FROM tour JOIN person ON person.id = tour.personId OR person.id IN (SELECT personId FROM tourLeader WHERE tourId = tour.id) ${joinHeld}
      WHERE tour.id IN (${movedOf('tour')} UNION SELECT itemId FROM orderLine WHERE orderId = ? AND role <> 'moved' AND kind = 'tour') ORDER BY tour.fromDay, tour.id, person.id`, orderDay, id, id),
    ...db.all<ToTell>(`SELECT ${personColumns}, 'meeting' AS "as", meeting.titleEn AS ofEn, meeting.titleHi AS ofHi
      FROM meeting JOIN meetingPerson ON meetingPerson.meetingId = meeting.id JOIN person ON person.id = meetingPerson.personId ${joinHeld}
      WHERE meeting.id IN (${movedOf('meeting')}) ORDER BY meeting.day, meeting.id, person.id LIMIT ${mostTold}`, orderDay, id),
    ...inCharges(db, id, orderDay),
  ];
  const told = new Map<string, ToTell>();
  for (const one of people) if (!told.has(one.personId)) told.set(one.personId, one);
  return [...told.values()].slice(0, mostTold);
}

interface Area {
  programmeId: string;
  levelId: string;
  begin: string;
  end: string;
  fromDay: string;
  toDay: string;
}

/** The levels an order concerns in each programme it moved: of its phases that moved, else the highest below the units taking part. */
function areasOf(db: ReadDb, orderId: string): Area[] {
  const programmes = db.all<{ id: string; path: string; levelId: string; fromDay: string; toDay: string }>(
    `SELECT orderLine.itemId AS id, unit.path, unit.levelId, orderLine.newFromDay AS fromDay, orderLine.newToDay AS toDay FROM orderLine JOIN programme ON programme.id = itemId
     JOIN unit ON unit.id IN (SELECT unitId FROM programmeUnit WHERE programmeId = programme.id)
       OR (NOT EXISTS (SELECT 1 FROM programmeUnit WHERE programmeId = programme.id) AND unit.id = COALESCE(programme.unitId, (SELECT id FROM unit WHERE parentId IS NULL AND closedDay IS NULL ORDER BY path LIMIT 1)))
     WHERE orderId = ? AND role = 'moved' AND kind = 'programme' ORDER BY ordinal LIMIT 200`, orderId);
  const levels = db.all<{ itemId: string; levelId: string; fromDay: string; toDay: string }>(
    `SELECT itemId, levelId, newFromDay AS fromDay, newToDay AS toDay FROM orderLine WHERE orderId = ? AND role = 'moved' AND kind = 'phase' ORDER BY ordinal`, orderId);
  const byProgramme = Map.groupBy(levels, ({ itemId }) => itemId);
  return programmes.flatMap(({ id, path, levelId, fromDay, toDay }) => {
    const [begin, end] = subtreeRange(path);
    const own = byProgramme.get(id)?.map((phase) => ({ levelId: phase.levelId, fromDay: phase.fromDay, toDay: phase.toDay }));
    const below = db.all<{ levelId: string }>('SELECT DISTINCT levelId FROM unit WHERE parentId = (SELECT id FROM unit WHERE path = ?) AND closedDay IS NULL', path);
    const concerned = own ?? [levelId, ...below.map((one) => one.levelId)].map((level) => ({ levelId: level, fromDay, toDay }));
    return concerned.map((one) => ({ programmeId: id, begin, end, ...one }));
  });
}

/** Who has a unit of those levels on any of the new days; several units of one person stand together. */
function inCharges(db: ReadDb, orderId: string, orderDay: string): ToTell[] {
  const units = new Map<string, { en: string; hi: string }[]>();
  for (const { levelId, begin, end, fromDay, toDay, programmeId } of areasOf(db, orderId)) {
    const rows = db.all<{ personId: string; nameEn: string; nameHi: string | null }>(
      `SELECT chargePlace.personId, unit.nameEn, unit.nameHi FROM chargePlace JOIN unit ON unit.id = chargePlace.unitId
       WHERE chargePlace.levelId = ? AND chargePlace.path >= ? AND chargePlace.path < ? AND chargePlace.fromDay <= ? AND chargePlace.toDay >= ? AND (chargePlace.programmeId IS NULL OR chargePlace.programmeId = ?)
       ORDER BY chargePlace.path LIMIT ${2 * mostTold}`, levelId, begin, end, toDay, fromDay, programmeId);
    for (const { personId, nameEn, nameHi } of rows) {
      const known = units.get(personId) ?? [];
      if (!known.some(({ en }) => en === nameEn)) known.push({ en: nameEn, hi: nameHi ?? nameEn });
      units.set(personId, known);
    }
  }
  const ids = [...units.keys()].slice(0, mostTold);
  const people = new Map(db.all<Omit<ToTell, 'as' | 'ofEn' | 'ofHi'>>(`SELECT ${personColumns} FROM person ${joinHeld} WHERE person.id IN (SELECT value FROM json_each(?))`, orderDay, JSON.stringify(ids)).map((one) => [one.personId, one]));
  return ids.flatMap((id) => {
    const person = people.get(id);
    const of = units.get(id)!;
    return person ? [{ ...person, as: 'inCharge' as const, ofEn: of.map(({ en }) => en).join(', '), ofHi: of.map(({ hi }) => hi).join(', ') }] : [];
  });
}
