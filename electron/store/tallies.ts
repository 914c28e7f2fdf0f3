// Counts per level and electors below every unit, so that a list of 75 districts never has to look at their 2,20,000 units.
import { touched } from './rowChange.ts';
import type { Changes } from './rowChange.ts';
import type { WriteDb } from './sql.ts';
import { unwatched } from './stepProgress.ts';
import type { StepProgress } from './stepProgress.ts';
import { pathsUpwards, treeUpwards } from './treeUpwards.ts';

/** Above this many changed units, one pass over the whole tree is quicker than walking up from each. */
const wholeTreeAbove = 300;
/** What of a unit the counts are made of; a new name changes none of them, and where a whole branch moves, only its head has a new parent. */
const counted = ['id', 'parentId', 'levelId', 'electors', 'closedDay'];

type TreeRow = [path: string, id: string, levelId: string, electors: number | null, closedDay: string | null];

interface Below {
  levels: Map<string, number>;
  electors: number;
  children: number;
}

/** Works the sums out anew for the whole tree: children before parents, in one pass. */
export function rebuildTallies(db: WriteDb, progress: StepProgress = unwatched): void {
  db.run('DELETE FROM tally');
  db.run('DELETE FROM unitSum');
  /** What lies below the unit that comes next, per depth of what lies there. */
  const gathered: Below[] = [];
  const at = (depth: number): Below => (gathered[depth] ??= { levels: new Map(), electors: 0, children: 0 });
  treeUpwards<TreeRow>(db, 'unit.path, unit.id, unit.levelId, unit.electors, unit.closedDay', '', [], 'sums.tree', progress, ([, id, levelId, electors, closedDay], depth) => {
    const below = at(depth + 1);
    for (const [level, units] of below.levels) db.run('INSERT INTO tally VALUES (?, ?, ?)', id, level, units);
    if (below.children > 0) db.run('INSERT INTO unitSum VALUES (?, ?, ?)', id, below.electors, below.children);
    if (closedDay === null) {
      const above = at(depth);
      above.levels.set(levelId, (above.levels.get(levelId) ?? 0) + 1);
      for (const [level, units] of below.levels) above.levels.set(level, (above.levels.get(level) ?? 0) + units);
      above.children += 1;
      above.electors += below.electors > 0 ? below.electors : electors ?? 0;
    }
    below.levels.clear();
    below.electors = 0;
    below.children = 0;
  });
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

/** Brings the sums at and above the units that changed up to date. */
export function refreshTallies(db: WriteDb, changes: Changes, progress: StepProgress): void {
  const ids = touched(changes, 'unit', ['id', 'parentId'], { atMost: wholeTreeAbove, by: counted });
  if (ids.size > wholeTreeAbove) return rebuildTallies(db, progress);
  const above = pathsUpwards(db, ids);
  const deepestFirst = [...above].sort((a, b) => b.length - a.length);
  for (const path of deepestFirst) {
    const unit = db.get<{ id: string }>('SELECT id FROM unit WHERE path = ?', path);
    if (unit) refreshUnit(db, unit.id);
  }
  for (const unitId of touched(changes, 'unit', 'id', { by: ['id'] })) {
    if (db.get('SELECT 1 FROM unit WHERE id = ?', unitId) !== undefined) continue;
    db.run('DELETE FROM tally WHERE unitId = ?', unitId);
    db.run('DELETE FROM unitSum WHERE unitId = ?', unitId);
  }
}
