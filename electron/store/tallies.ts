// Counts per level and electors below every unit, so that a list of 75 districts never has to look at their 2,20,000 units.
import { ancestorPaths } from '../../shared/rules/hierarchy.ts';
import type { WriteDb } from './sql.ts';

/** Above this many changed units, one pass over the whole tree is quicker than walking up from each. */
const wholeTreeAbove = 300;

type TreeRow = [id: string, parentId: string | null, levelId: string, electors: number | null, closedDay: string | null];

/** Works the sums out anew for the whole tree: children before parents, in one pass. */
export function rebuildTallies(db: WriteDb): void {
  db.run('DELETE FROM tally');
  db.run('DELETE FROM unitSum');
  const rows = db.raw<TreeRow>('SELECT id, parentId, levelId, electors, closedDay FROM unit ORDER BY path DESC');
  const counts = new Map<string, Map<string, number>>();
  const sums = new Map<string, { electors: number; children: number }>();
  for (const [id, parentId, levelId, electors, closedDay] of rows) {
    if (!parentId || closedDay !== null) continue;
    const own = counts.get(id);
    let above = counts.get(parentId);
    if (!above) counts.set(parentId, (above = new Map()));
    above.set(levelId, (above.get(levelId) ?? 0) + 1);
    if (own) for (const [level, units] of own) above.set(level, (above.get(level) ?? 0) + units);
    const ownSum = sums.get(id);
    let sum = sums.get(parentId);
    if (!sum) sums.set(parentId, (sum = { electors: 0, children: 0 }));
    sum.children += 1;
    sum.electors += ownSum && ownSum.electors > 0 ? ownSum.electors : electors ?? 0;
  }
  for (const [unitId, levels] of counts) for (const [levelId, units] of levels) db.run('INSERT INTO tally VALUES (?, ?, ?)', unitId, levelId, units);
  for (const [unitId, sum] of sums) db.run('INSERT INTO unitSum VALUES (?, ?, ?)', unitId, sum.electors, sum.children);
}

/** Works one unit's sums out from those of the units directly below it. */
function refreshUnit(db: WriteDb, unitId: string): void {
  db.run('DELETE FROM tally WHERE unitId = ?', unitId);
  db.run('DELETE FROM unitSum WHERE unitId = ?', unitId);
  db.run(
    `INSERT INTO tally SELECT ?, levelId, SUM(units) FROM (
       SELECT levelId, COUNT(*) AS units FROM unit WHERE parentId = ? AND closedDay IS NULL GROUP BY levelId
       UNION ALL
       SELECT tally.levelId, SUM(tally.units) FROM unit JOIN tally ON tally.unitId = unit.id
       WHERE unit.parentId = ? AND unit.closedDay IS NULL GROUP BY tally.levelId
     ) GROUP BY levelId`,
    unitId, unitId, unitId,
  );
  db.run(
    `INSERT INTO unitSum SELECT ?, SUM(COALESCE(NULLIF(below.electors, 0), unit.electors, 0)), COUNT(*)
     FROM unit LEFT JOIN unitSum AS below ON below.unitId = unit.id
     WHERE unit.parentId = ? AND unit.closedDay IS NULL HAVING COUNT(*) > 0`,
    unitId, unitId,
  );
}

/** Brings the sums above the given paths (before and after a change) up to date. */
export function refreshTallies(db: WriteDb, paths: ReadonlySet<string>): void {
  if (paths.size > wholeTreeAbove) return rebuildTallies(db);
  const above = new Set<string>();
  for (const path of paths) {
    above.add(path);
    for (const ancestor of ancestorPaths(path)) above.add(ancestor);
  }
  const deepestFirst = [...above].sort((a, b) => b.length - a.length);
  for (const path of deepestFirst) {
    const unit = db.get<{ id: string }>('SELECT id FROM unit WHERE path = ?', path);
    if (unit) refreshUnit(db, unit.id);
  }
  db.run('DELETE FROM tally WHERE unitId NOT IN (SELECT id FROM unit)');
  db.run('DELETE FROM unitSum WHERE unitId NOT IN (SELECT id FROM unit)');
}
