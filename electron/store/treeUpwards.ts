// Goes through the whole tree from the deepest end up, a page at a time: what is needed of a unit is complete when it is reached.
import { ancestorPaths, pathKeyLength } from '../../shared/rules/hierarchy.ts';
import type { ReadDb, SqlValue } from './sql.ts';
import type { StepProgress } from './stepProgress.ts';

const rowsPerPage = 5000;

/**
 * Calls `visit` for every unit, children before their parent, with its depth (1: the top) and the row `select` asks for; `unit.path` has to be
 * its first column. `join` may add tables by unit.id. Sums below a unit need one place per depth: between a unit's children and the unit nothing else of their
 * depth is visited.
 */
export function treeUpwards<Row extends [path: string, ...rest: unknown[]]>(db: ReadDb, select: string, join: string, values: SqlValue[], stage: string, progress: StepProgress, visit: (row: Row, depth: number) => void): void {
  const total = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM unit')?.n ?? 0;
  let before = '{';
  for (let done = 0; ; done += rowsPerPage) {
    progress(stage, Math.min(done, total), total);
    const rows = db.raw<Row>(`SELECT ${select} FROM unit ${join} WHERE unit.path < ? ORDER BY unit.path DESC LIMIT ${rowsPerPage}`, ...values, before);
    for (const row of rows) visit(row, row[0].length / pathKeyLength);
    if (rows.length < rowsPerPage) return;
    before = rows[rows.length - 1]![0];
  }
}

/**
 * The paths of these units and of all above them, as the tree stands now; who is gone has none. Enough for sums when `ids` are the units that changed
 * with their parents before and after: what a moved unit has left is above its old parent, wherever that has moved itself.
 */
export function pathsUpwards(db: ReadDb, ids: Iterable<string>): Set<string> {
  const paths = new Set<string>();
  for (const id of ids) {
    const path = db.get<{ path: string }>('SELECT path FROM unit WHERE id = ?', id)?.path;
    if (path === undefined) continue;
    paths.add(path);
    for (const ancestor of ancestorPaths(path)) paths.add(ancestor);
  }
  return paths;
}
