// Filled seats of committees, summed up the tree for the workspace's day: an overview reads a few lines and never the posts.
import { ancestorPaths } from '../../shared/rules/hierarchy.ts';
import { workspaceDay } from '../workspaceDay.ts';
import { rebuildPersonOrder, refreshPersonOrder } from './personOrder.ts';
import { touched } from './rowChange.ts';
import type { Changes } from './rowChange.ts';
import type { ReadDb, WriteDb } from './sql.ts';
import { pathsUpwards } from './treeUpwards.ts';

/** Above this many units with a change, one pass over all posts is quicker. */
const allAbove = 300;

/** Tables whose rows can change who sits where, or in which order people are listed. */
export const committeeTables: readonly string[] = ['post', 'committeeSeat', 'unit', 'workspace', 'person', 'postKind', 'level'];

/** Seats of one unit taken on a day, a line for each kind of the template; the day is the last parameter but what `where` takes. */
export const cellsOf = (where: string): string => `SELECT unit.id AS unitId, unit.levelId, unit.path, post.postKindId,
    committeeSeat.seats, MIN(COUNT(*), committeeSeat.seats) AS filled, MAX(COUNT(*) - committeeSeat.seats, 0) AS over
  FROM post JOIN unit ON unit.id = post.unitId JOIN committeeSeat ON committeeSeat.levelId = unit.levelId AND committeeSeat.postKindId = post.postKindId
  WHERE unit.closedDay IS NULL AND ? BETWEEN COALESCE(post.fromDay, '') AND COALESCE(post.toDay, '9999') ${where}
  GROUP BY unit.id, post.postKindId`;

export interface Cell {
  unitId: string;
  levelId: string;
  path: string;
  postKindId: string;
  seats: number;
  filled: number;
  over: number;
}

/** The day the sums are for; undefined before there are any. */
export const committeeDay = (db: ReadDb): string | undefined => db.get<{ day: string }>('SELECT day FROM committeeDay')?.day;

/** Units where somebody's post begins or ends between two days, so that the one day's sums are not the other's. */
export function unitsMoved(db: ReadDb, from: string, to: string): string[] {
  const [early, late] = from < to ? [from, to] : [to, from];
  return db.raw<[string]>(
    `SELECT unitId FROM post WHERE fromDay > ? AND fromDay <= ? AND unitId IS NOT NULL UNION SELECT unitId FROM post WHERE toDay >= ? AND toDay < ? AND unitId IS NOT NULL`,
    early, late, early, late).flat();
}

function setDay(db: WriteDb, day: string): void {
  db.run('DELETE FROM committeeDay');
  db.run('INSERT INTO committeeDay VALUES (?)', day);
}

/** How many posts a level's committee has. */
function postsPerLevel(db: ReadDb): Map<string, number> {
  return new Map(db.raw<[string, number]>('SELECT levelId, COUNT(*) FROM committeeSeat GROUP BY levelId'));
}

/** Of which posts all seats of a unit are filled; '' stands for all of them. */
export function fullPosts(cells: readonly Cell[], postsOfLevel: number): string[] {
  const full = cells.filter(({ seats, filled }) => filled === seats).map(({ postKindId }) => postKindId);
  return full.length === postsOfLevel ? [...full, ''] : full;
}

function writeFull(db: WriteDb, cells: readonly Cell[], posts: ReadonlyMap<string, number>): void {
  for (const own of Map.groupBy(cells, ({ unitId }) => unitId).values()) {
    const { unitId, levelId, path } = own[0]!;
    for (const postKindId of fullPosts(own, posts.get(levelId) ?? 0)) db.run('INSERT INTO committeeFull VALUES (?, ?, ?, ?)', levelId, postKindId, path, unitId);
  }
}

/** All sums from nothing, and the order of people, which is for the same day. */
export function rebuildCommittees(db: WriteDb, day: string = workspaceDay(db, Date.now())): void {
  db.run('DELETE FROM committeeSum');
  db.run('DELETE FROM committeeFull');
  setDay(db, day);
  rebuildPersonOrder(db, day);
  const all = db.all<Cell>(cellsOf(''), day);
  writeFull(db, all, postsPerLevel(db));
  const sums = new Map<string, Map<string, [levelId: string, postKindId: string, filled: number, over: number]>>();
  for (const { levelId, path, postKindId, filled, over } of all) {
    for (const at of [...ancestorPaths(path), path]) {
      let own = sums.get(at);
      if (!own) sums.set(at, (own = new Map()));
      const sum = own.get(`${levelId} ${postKindId}`);
      if (sum) {
        sum[2] += filled;
        sum[3] += over;
      } else own.set(`${levelId} ${postKindId}`, [levelId, postKindId, filled, over]);
    }
  }
  for (const [path, own] of sums) {
    const unit = db.get<{ id: string }>('SELECT id FROM unit WHERE path = ?', path);
    if (unit) for (const sum of own.values()) db.run('INSERT INTO committeeSum VALUES (?, ?, ?, ?, ?)', unit.id, ...sum);
  }
}

/** Where a branch moved, what is full in it moves along: all lines are taken away before one is written, since a place may be another's old one. */
function replaceFull(db: WriteDb, changes: Changes): void {
  if ([...changes.runs('unit', ['path'])].length === 0) return;
  const moved = db.raw<[levelId: string, postKindId: string, path: string, unitId: string]>(
    'SELECT full.levelId, full.postKindId, unit.path, full.unitId FROM committeeFull AS full JOIN unit ON unit.id = full.unitId WHERE full.path IS NOT unit.path');
  for (const line of moved) db.run('DELETE FROM committeeFull WHERE unitId = ?', line[3]);
  for (const line of moved) db.run('INSERT INTO committeeFull VALUES (?, ?, ?, ?)', ...line);
}

/** One unit from its own posts and from the units directly below it. */
function refreshUnit(db: WriteDb, unitId: string, day: string, posts: ReadonlyMap<string, number>): void {
  db.run('DELETE FROM committeeSum WHERE unitId = ?', unitId);
  db.run('DELETE FROM committeeFull WHERE unitId = ?', unitId);
  writeFull(db, db.all<Cell>(cellsOf('AND unit.id = ?'), day, unitId), posts);
  db.run(
    `INSERT INTO committeeSum SELECT ?, levelId, postKindId, SUM(filled), SUM(over) FROM (
       SELECT levelId, postKindId, filled, over FROM (${cellsOf('AND unit.id = ?')})
       UNION ALL
       SELECT committeeSum.levelId, postKindId, filled, over FROM unit JOIN committeeSum ON committeeSum.unitId = unit.id WHERE unit.parentId = ? AND unit.closedDay IS NULL
     ) GROUP BY levelId, postKindId`,
    unitId, day, unitId, unitId);
}

/** Brings the sums to the workspace's day and up to what changed. */
export function refreshCommittees(db: WriteDb, changes: Changes): void {
  const day = workspaceDay(db, Date.now());
  const was = committeeDay(db);
  if (was === undefined || changes.tables.has('committeeSeat')) return rebuildCommittees(db, day);
  const unitIds = touched(changes, 'unit', ['id', 'parentId'], { atMost: allAbove, by: ['id', 'parentId', 'levelId', 'closedDay'] });
  for (const unitId of touched(changes, 'post', 'unitId', { atMost: allAbove })) unitIds.add(unitId);
  if (was !== day) for (const unitId of unitsMoved(db, was, day)) unitIds.add(unitId);
  if (unitIds.size > allAbove) return rebuildCommittees(db, day);
  refreshPersonOrder(db, changes, was, day);
  if (was !== day) setDay(db, day);
  replaceFull(db, changes);
  const paths = pathsUpwards(db, unitIds);
  const posts = postsPerLevel(db);
  for (const path of [...paths].sort((a, b) => b.length - a.length)) {
    const unit = db.get<{ id: string }>('SELECT id FROM unit WHERE path = ?', path);
    if (unit) refreshUnit(db, unit.id, day, posts);
  }
  for (const unitId of touched(changes, 'unit', 'id', { by: ['id'] })) {
    if (db.get('SELECT 1 FROM unit WHERE id = ?', unitId) !== undefined) continue;
    db.run('DELETE FROM committeeSum WHERE unitId = ?', unitId);
    db.run('DELETE FROM committeeFull WHERE unitId = ?', unitId);
  }
}
