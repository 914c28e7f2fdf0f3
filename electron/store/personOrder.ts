// The order in which people are listed, kept beside them: the level of the post they hold, then their name; and the place of that post.
import { joinHeld } from './heldPost.ts';
import { touched } from './rowChange.ts';
import type { Changes } from './rowChange.ts';
import type { WriteDb } from './sql.ts';

/** Above this many changed people, one pass over all of them is quicker. */
const allAbove = 1000;

const lines = `INSERT INTO personOrder SELECT person.id, person.veteran, COALESCE(level.ordinal, 0), person.nameEn, COALESCE(person.nameHi, person.nameEn), CASE WHEN unit.closedDay IS NULL THEN unit.path END
  FROM person ${joinHeld} LEFT JOIN unit ON unit.id = held.unitId LEFT JOIN level ON level.id = unit.levelId WHERE person.mergedIntoId IS NULL`;

export function rebuildPersonOrder(db: WriteDb, day: string): void {
  db.run('DELETE FROM personOrder');
  db.run(lines, day);
}

/** Also those whose posts began or ended since the day the order was kept for. */
export function refreshPersonOrder(db: WriteDb, changes: Changes, was: string, day: string): void {
  const ids = touched(changes, 'person', 'id', { atMost: allAbove });
  for (const id of touched(changes, 'post', 'personId', { atMost: allAbove })) ids.add(id);
  const placed = touched(changes, 'unit', 'id', { atMost: allAbove, by: ['levelId', 'path', 'closedDay'] });
  if (placed.size > allAbove) return rebuildPersonOrder(db, day);
  for (const [id] of db.raw<[string]>('SELECT DISTINCT personId FROM post WHERE unitId IN (SELECT value FROM json_each(?))', JSON.stringify([...placed]))) ids.add(id);
  if (was !== day) {
    const [early, late] = was < day ? [was, day] : [day, was];
    for (const [id] of db.raw<[string]>('SELECT personId FROM post WHERE fromDay > ? AND fromDay <= ? UNION SELECT personId FROM post WHERE toDay >= ? AND toDay < ?', early, late, early, late)) ids.add(id);
  }
  if (ids.size > allAbove || changes.tables.has('level') || changes.tables.has('postKind')) return rebuildPersonOrder(db, day);
  for (const id of ids) {
    db.run('DELETE FROM personOrder WHERE personId = ?', id);
    db.run(`${lines} AND person.id = ?`, day, id);
  }
}
