// Sums of targets and progress below every unit, per programme and metric: what makes a board at any level a short list.
import { ancestorPaths } from '../../shared/rules/hierarchy.ts';
import { touched, valueOf } from './rowChange.ts';
import type { RowChange } from './rowChange.ts';
import type { WriteDb } from './sql.ts';

/** Above this many changed cells of one programme and metric, one pass over the tree is quicker. */
const wholeTreeAbove = 300;

interface Sums {
  below: number | null;
  achieved: number | null;
  achievedBelow: number | null;
  lastReportDay: string | null;
}

/** Adds what may be missing: null stays null only when both are. */
const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);
const later = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : a > b ? a : b);

const latestReport = `SELECT value, day FROM report WHERE programmeId = ? AND metricId = ? AND unitId = ? ORDER BY day DESC, id DESC LIMIT 1`;

function store(db: WriteDb, programmeId: string, metricId: string, unitId: string, sums: Sums): void {
  if (sums.below === null && sums.achieved === null) return;
  db.run('INSERT INTO rollup VALUES (?, ?, ?, ?, ?, ?, ?)', programmeId, metricId, unitId, sums.below, sums.achieved, sums.achievedBelow, sums.lastReportDay);
}

/** One unit from the units directly below it. */
function refreshUnit(db: WriteDb, programmeId: string, metricId: string, unitId: string): void {
  db.run('DELETE FROM rollup WHERE programmeId = ? AND metricId = ? AND unitId = ?', programmeId, metricId, unitId);
  const sums = db.get<Sums>(
    `SELECT SUM(COALESCE(target.value, rollup.below)) AS below, SUM(rollup.achieved) AS achieved, SUM(rollup.achieved) AS achievedBelow, MAX(rollup.lastReportDay) AS lastReportDay
     FROM unit
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = unit.id
     WHERE unit.parentId = ? AND unit.closedDay IS NULL`,
    programmeId, metricId, programmeId, metricId, unitId,
  ) ?? { below: null, achieved: null, achievedBelow: null, lastReportDay: null };
  const own = db.get<{ value: number; day: string }>(latestReport, programmeId, metricId, unitId);
  if (own) {
    sums.achieved = own.value;
    sums.lastReportDay = later(own.day, sums.lastReportDay);
  }
  store(db, programmeId, metricId, unitId, sums);
}

/** All units of one programme and metric, children before parents. */
function refreshWholeTree(db: WriteDb, programmeId: string, metricId: string): void {
  db.run('DELETE FROM rollup WHERE programmeId = ? AND metricId = ?', programmeId, metricId);
  const targets = new Map(db.raw<[string, number | null]>('SELECT unitId, value FROM target WHERE programmeId = ? AND metricId = ?', programmeId, metricId));
  const reports = new Map<string, [number, string]>();
  for (const [unitId, value, day] of db.raw<[string, number, string]>('SELECT unitId, value, day FROM report WHERE programmeId = ? AND metricId = ? ORDER BY day, id', programmeId, metricId)) reports.set(unitId, [value, day]);
  if (targets.size === 0 && reports.size === 0) return;
  const sums = new Map<string, Sums>();
  for (const [id, parentId, closedDay] of db.raw<[string, string | null, string | null]>('SELECT id, parentId, closedDay FROM unit ORDER BY path DESC')) {
    const own = reports.get(id);
    let mine = sums.get(id);
    if (own) {
      mine ??= { below: null, achieved: null, achievedBelow: null, lastReportDay: null };
      mine.achieved = own[0];
      mine.lastReportDay = later(own[1], mine.lastReportDay);
    }
    if (mine) store(db, programmeId, metricId, id, mine);
    const target = targets.get(id) ?? mine?.below ?? null;
    if (parentId === null || closedDay !== null || (!mine && target === null)) continue;
    let above = sums.get(parentId);
    if (!above) sums.set(parentId, (above = { below: null, achieved: null, achievedBelow: null, lastReportDay: null }));
    above.below = plus(above.below, target);
    above.achieved = plus(above.achieved, mine?.achieved ?? null);
    above.achievedBelow = above.achieved;
    above.lastReportDay = later(above.lastReportDay, mine?.lastReportDay ?? null);
    sums.delete(id);
  }
}

const cellsInUse = 'SELECT DISTINCT programmeId, metricId FROM target UNION SELECT DISTINCT programmeId, metricId FROM report UNION SELECT DISTINCT programmeId, metricId FROM rollup';

/** The sums of every programme and metric in use. */
export function rebuildRollups(db: WriteDb): void {
  for (const { programmeId, metricId } of db.all<{ programmeId: string; metricId: string }>(cellsInUse)) refreshWholeTree(db, programmeId, metricId);
}

/** Which units' sums a change disturbs, per programme and metric: the unit itself and all above it. */
function disturbed(db: WriteDb, changes: readonly RowChange[]): Map<string, Set<string>> {
  const cells = new Map<string, Set<string>>();
  const add = (programmeId: unknown, metricId: unknown, unitId: string) => {
    const key = `${String(programmeId)} ${String(metricId)}`;
    let units = cells.get(key);
    if (!units) cells.set(key, (units = new Set()));
    units.add(unitId);
  };
  for (const change of changes) {
    if (change.table !== 'target' && change.table !== 'report') continue;
    for (const side of ['before', 'after'] as const) {
      const unitId = valueOf(change, side, 'unitId');
      if (typeof unitId === 'string') add(valueOf(change, side, 'programmeId'), valueOf(change, side, 'metricId'), unitId);
    }
  }
  const parents = new Set([...touched(changes, 'unit', 'parentId'), ...touched(changes, 'unit', 'id')]);
  if (parents.size > 0) {
    for (const { programmeId, metricId } of db.all<{ programmeId: string; metricId: string }>(cellsInUse)) for (const unitId of parents) add(programmeId, metricId, unitId);
  }
  return cells;
}

/** Brings the sums up to date after targets, reports or units changed. */
export function refreshRollups(db: WriteDb, changes: readonly RowChange[]): void {
  for (const [key, units] of disturbed(db, changes)) {
    const [programmeId = '', metricId = ''] = key.split(' ');
    if (units.size > wholeTreeAbove) {
      refreshWholeTree(db, programmeId, metricId);
      continue;
    }
    const paths = new Map<string, string | null>();
    for (const unitId of units) {
      const unit = db.get<{ path: string }>('SELECT path FROM unit WHERE id = ?', unitId);
      if (!unit) {
        db.run('DELETE FROM rollup WHERE programmeId = ? AND metricId = ? AND unitId = ?', programmeId, metricId, unitId);
        continue;
      }
      paths.set(unit.path, unitId);
      for (const ancestor of ancestorPaths(unit.path)) if (!paths.has(ancestor)) paths.set(ancestor, null);
    }
    for (const path of [...paths.keys()].sort((a, b) => b.length - a.length)) {
      const unitId = paths.get(path) ?? db.get<{ id: string }>('SELECT id FROM unit WHERE path = ?', path)?.id;
      if (unitId) refreshUnit(db, programmeId, metricId, unitId);
    }
  }
}
