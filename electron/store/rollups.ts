// Sums of targets and progress below every unit, per programme and metric: what makes a board at any level a short list.
import { ancestorPaths } from '../../shared/rules/hierarchy.ts';
import { touched, valueOf } from './rowChange.ts';
import type { Changes } from './rowChange.ts';
import type { WriteDb } from './sql.ts';
import { unwatched } from './stepProgress.ts';
import type { StepProgress } from './stepProgress.ts';
import { treeUpwards } from './treeUpwards.ts';

/** Above this many changed cells of one programme and metric, one pass over the tree is quicker. */
const wholeTreeAbove = 300;

interface Sums {
  below: number | null;
  achieved: number | null;
  achievedBelow: number | null;
  lastReportDay: string | null;
}

const empty = (): Sums => ({ below: null, achieved: null, achievedBelow: null, lastReportDay: null });

/** Adds what may be missing: null stays null only when both are. */
const plus = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : a + b);
const later = (a: string | null, b: string | null) => (a === null ? b : b === null ? a : a > b ? a : b);

/** What counts is the latest figure that is not doubted, also one that a reorganisation carried; `toldDay` is when somebody last told one. */
const latestReport = `SELECT value, (SELECT MAX(day) FROM report AS told WHERE told.programmeId = report.programmeId AND told.metricId = report.metricId AND told.unitId = report.unitId AND told.reorganisationId IS NULL AND told.state <> 'doubted') AS toldDay
  FROM report WHERE programmeId = ? AND metricId = ? AND unitId = ? AND state <> 'doubted' ORDER BY day DESC, id DESC LIMIT 1`;

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
  ) ?? empty();
  const own = db.get<{ value: number; toldDay: string | null }>(latestReport, programmeId, metricId, unitId);
  if (own) {
    sums.achieved = own.value;
    sums.lastReportDay = later(own.toldDay, sums.lastReportDay);
  }
  store(db, programmeId, metricId, unitId, sums);
}

type TreeRow = [path: string, id: string, closedDay: string | null, target: number | null];

/** All units of one programme and metric, children before parents. */
function refreshWholeTree(db: WriteDb, programmeId: string, metricId: string, progress: StepProgress): void {
  db.run('DELETE FROM rollup WHERE programmeId = ? AND metricId = ?', programmeId, metricId);
  const reports = new Map<string, [number, string | null]>();
  for (const [unitId, value, day, carried] of db.raw<[string, number, string, string | null]>(`SELECT unitId, value, day, reorganisationId FROM report WHERE programmeId = ? AND metricId = ? AND state <> 'doubted' ORDER BY day, id`, programmeId, metricId)) {
    reports.set(unitId, [value, carried === null ? day : reports.get(unitId)?.[1] ?? null]);
  }
  if (reports.size === 0 && db.get('SELECT 1 FROM target WHERE programmeId = ? AND metricId = ? LIMIT 1', programmeId, metricId) === undefined) return;
  /** Sums of what lies below the unit that comes next, per depth of what lies there. */
  const gathered: (Sums | undefined)[] = [];
  const join = 'LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id';
  treeUpwards<TreeRow>(db, 'unit.path, unit.id, unit.closedDay, target.value', join, [programmeId, metricId], 'sums.targets', progress, ([, id, closedDay, own], depth) => {
    const report = reports.get(id);
    let mine = gathered[depth + 1];
    gathered[depth + 1] = undefined;
    if (report) {
      mine ??= empty();
      mine.achieved = report[0];
      mine.lastReportDay = later(report[1], mine.lastReportDay);
    }
    if (mine) store(db, programmeId, metricId, id, mine);
    const target = own ?? mine?.below ?? null;
    if (depth === 1 || closedDay !== null || (!mine && target === null)) return;
    const above = (gathered[depth] ??= empty());
    above.below = plus(above.below, target);
    above.achieved = plus(above.achieved, mine?.achieved ?? null);
    above.achievedBelow = above.achieved;
    above.lastReportDay = later(above.lastReportDay, mine?.lastReportDay ?? null);
  });
}

const cellsInUse = 'SELECT DISTINCT programmeId, metricId FROM target UNION SELECT DISTINCT programmeId, metricId FROM report UNION SELECT DISTINCT programmeId, metricId FROM rollup';

/** The sums of every programme and metric in use. */
export function rebuildRollups(db: WriteDb, progress: StepProgress = unwatched): void {
  for (const { programmeId, metricId } of db.all<{ programmeId: string; metricId: string }>(cellsInUse)) refreshWholeTree(db, programmeId, metricId, progress);
}

/** What of a unit the sums above it are made of. */
const counted = ['id', 'parentId', 'closedDay'];

/** Which units' sums a change disturbs, per programme and metric: the unit itself and all above it. Beyond `wholeTreeAbove` no more are gathered. */
function disturbed(db: WriteDb, changes: Changes): Map<string, Set<string>> {
  const cells = new Map<string, Set<string>>();
  const add = (key: string, unitId: string) => {
    let units = cells.get(key);
    if (!units) cells.set(key, (units = new Set()));
    if (units.size <= wholeTreeAbove) units.add(unitId);
  };
  for (const change of changes.of('target', 'report')) {
    for (const side of ['before', 'after'] as const) {
      const unitId = valueOf(change, side, 'unitId');
      if (typeof unitId === 'string') add(`${String(valueOf(change, side, 'programmeId'))} ${String(valueOf(change, side, 'metricId'))}`, unitId);
    }
  }
  const units = touched(changes, 'unit', ['parentId', 'id'], { atMost: wholeTreeAbove, by: counted });
  if (units.size > 0) {
    for (const { programmeId, metricId } of db.all<{ programmeId: string; metricId: string }>(cellsInUse)) for (const unitId of units) add(`${programmeId} ${metricId}`, unitId);
  }
  return cells;
}

/** Brings the sums up to date after targets, reports or units changed. */
export function refreshRollups(db: WriteDb, changes: Changes, progress: StepProgress): void {
  for (const [key, units] of disturbed(db, changes)) {
    const [programmeId = '', metricId = ''] = key.split(' ');
    if (units.size > wholeTreeAbove) {
      refreshWholeTree(db, programmeId, metricId, progress);
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
