// Keeps the classes' parts and sums in step with what changed: only the regions and classifications that were touched.
import { pathKeyLength } from '../../shared/rules/hierarchy.ts';
import { familiesOf, isSeats, placeRegion, regionLength, regionsOf } from './classPlaces.ts';
import type { Family } from './classPlaces.ts';
import { rollRegion, sumRegion } from './classSums.ts';
import { touched, valueOf } from './rowChange.ts';
import type { Changes } from './rowChange.ts';
import { marks } from './sql.ts';
import type { WriteDb } from './sql.ts';
import { unwatched } from './stepProgress.ts';
import type { StepProgress } from './stepProgress.ts';

interface Cell {
  programmeId: string;
  metricId: string;
}

const cellsInUse = (db: WriteDb): Cell[] => db.all<Cell>('SELECT DISTINCT programmeId, metricId FROM rollup UNION SELECT DISTINCT programmeId, metricId FROM target');

function redo(db: WriteDb, regions: readonly string[], families: readonly Family[], cells: readonly Cell[], progress: StepProgress): void {
  const ids = families.flatMap((family) => family.classificationIds);
  if (ids.length === 0) return;
  regions.forEach((region, at) => {
    progress('sums.classes', at, regions.length);
    placeRegion(db, region, families);
    sumRegion(db, region, ids);
    for (const cell of cells) rollRegion(db, region, ids, cell);
  });
}

/** All classes anew. */
export function rebuildClasses(db: WriteDb, progress: StepProgress = unwatched): void {
  for (const table of ['classPart', 'classTally', 'classSum', 'classRollup']) db.run(`DELETE FROM ${table}`);
  redo(db, regionsOf(db), familiesOf(db), cellsInUse(db), progress);
}

/** True for a file from before there were classes, whose sums have never been worked out. */
export const lacksClasses = (db: WriteDb): boolean =>
  db.get('SELECT 1 FROM classPart LIMIT 1') === undefined && db.get('SELECT 1 FROM constituency LIMIT 1') !== undefined && db.get('SELECT 1 FROM unit WHERE parentId IS NOT NULL LIMIT 1') !== undefined;

/** Columns of a unit that say where it stands or what it adds to a sum. */
const placing = ['path', 'levelId', 'closedDay', 'constituencyId', 'electors'];

/** Above so many changed units it is not asked of each where it stands: all regions are worked out. */
const eachUpTo = 2000;

/** Regions in which units have come, gone, moved or changed what they add to a sum. */
function regionsOfUnits(changes: Changes): Set<string> {
  const regions = new Set<string>();
  for (const { run, columns } of changes.runs('unit', placing)) {
    const path = columns.indexOf('path');
    for (const side of [run.columns[path], run.after[run.changed.indexOf(path)]]) {
      for (const value of side ?? []) if (typeof value === 'string' && value.length >= regionLength) regions.add(value.slice(0, regionLength));
    }
  }
  return regions;
}

/** Regions of units by id; a unit above all regions touches each. */
function regionsOfIds(db: WriteDb, unitIds: ReadonlySet<string>): Set<string> {
  if (unitIds.size > eachUpTo) return new Set(regionsOf(db));
  const regions = new Set<string>();
  for (const id of unitIds) {
    const path = db.get<{ path: string }>('SELECT path FROM unit WHERE id = ?', id)?.path;
    if (path === undefined) continue;
    if (path.length <= pathKeyLength) return new Set(regionsOf(db));
    regions.add(path.slice(0, regionLength));
  }
  return regions;
}

/** Classifications whose classes came, went or were hung elsewhere: everything of theirs is worked out anew. */
function shaken(db: WriteDb, changes: Changes): Set<string> {
  const ids = touched(changes, 'classification', 'id');
  for (const change of changes.of('class', 'constituency')) {
    const sameShape = change.before && change.after && valueOf(change, 'before', 'parentId') === valueOf(change, 'after', 'parentId');
    if (sameShape) continue;
    const id = change.table === 'constituency' ? 'assembly' : String(valueOf(change, change.after ? 'after' : 'before', 'classificationId'));
    const known = db.get('SELECT 1 FROM classPart WHERE classificationId = ? LIMIT 1', id) !== undefined;
    // A class made beside others has nobody in it yet.
    if (change.before || !known || valueOf(change, 'after', 'parentId')) ids.add(id);
  }
  return ids;
}

/** Brings parts and sums up to date after a step. Call it after the tallies and rollups. */
export function refreshClasses(db: WriteDb, changes: Changes, progress: StepProgress = unwatched): void {
  const { tables } = changes;
  const concerned = ['unit', 'unitClass', 'class', 'classification', 'constituency', 'target', 'report', 'metric'].some((table) => tables.has(table));
  if (!concerned) return;
  const families = familiesOf(db);
  let cells: Cell[] | undefined;
  const allCells = () => (cells ??= cellsInUse(db));

  const wholly = shaken(db, changes);
  const placed = wholly.size > 0 ? families.filter((family) => family.classificationIds.some((id) => wholly.has(id))) : [];
  for (const id of [...wholly].flatMap((one) => (one === 'assembly' ? ['assembly', 'lokSabha'] : [one]))) {
    for (const table of ['classPart', 'classTally', 'classSum', 'classRollup']) db.run(`DELETE FROM ${table} WHERE classificationId = ?`, id);
  }
  redo(db, placed.length > 0 ? regionsOf(db) : [], placed, placed.length > 0 ? allCells() : [], progress);

  const rest = families.filter((family) => !placed.includes(family));
  const regions = regionsOfUnits(changes);
  if (regions.size > 0) redo(db, [...regions], rest, allCells(), progress);
  const saidOf = touched(changes, 'unitClass', 'classificationId');
  if (saidOf.size > 0) {
    const said = rest.filter((family) => !isSeats(family) && saidOf.has(family.classificationIds[0]!));
    const where = [...regionsOfIds(db, touched(changes, 'unitClass', 'unitId'))].filter((region) => !regions.has(region));
    redo(db, where, said, said.length > 0 ? allCells() : [], progress);
  }
  refreshFigures(db, changes, families);
}

/** The figures of the cells that targets, reports or metrics have changed. */
function refreshFigures(db: WriteDb, changes: Changes, families: readonly Family[]): void {
  const unitsOf = new Map<string, Set<string>>();
  for (const change of changes.of('target', 'report')) {
    for (const side of ['before', 'after'] as const) {
      const unitId = valueOf(change, side, 'unitId');
      if (typeof unitId !== 'string') continue;
      const key = `${String(valueOf(change, side, 'programmeId'))} ${String(valueOf(change, side, 'metricId'))}`;
      let units = unitsOf.get(key);
      if (!units) unitsOf.set(key, (units = new Set()));
      if (units.size <= eachUpTo) units.add(unitId);
    }
  }
  const ids = families.flatMap((family) => family.classificationIds);
  for (const [key, units] of unitsOf) {
    const [programmeId = '', metricId = ''] = key.split(' ');
    for (const region of regionsOfIds(db, units)) rollRegion(db, region, ids, { programmeId, metricId });
  }
  const metrics = touched(changes, 'metric', 'id');
  if (metrics.size === 0) return;
  const cells = db.all<Cell>(`SELECT DISTINCT programmeId, metricId FROM rollup WHERE metricId IN (${marks(metrics.size)})`, ...metrics);
  for (const cell of cells) for (const region of regionsOf(db)) rollRegion(db, region, ids, cell);
}
