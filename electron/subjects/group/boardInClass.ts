// The board of units narrowed to a class: of a unit that the class cuts, the figures of the part inside.
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import type { BoardRow } from '../../../shared/model/target.ts';
import { pace } from '../../../shared/rules/pace.ts';
import { periodOf } from '../../../shared/rules/period.ts';
import type { ReadDb } from '../../store/sql.ts';
import { boardLines } from '../board.ts';
import { figuresOf, placeOf, sumsOf } from './classSums.ts';
import { isInClass } from './filter.ts';

interface About {
  programme: Programme;
  metric: Metric;
  today: string;
}

interface Window {
  /** As SQL, for the whole units' own order. */
  order: string;
  sort: 'name' | 'own' | 'below' | 'difference' | 'achieved' | 'percent' | 'electors';
  descending: boolean;
  offset: number;
  limit: number;
}

const whole = (part: number, of: number): number => Math.round((part / of) * 100);

/** The line of a unit as far as it stands in the class. A target of its own cannot be divided: it has none here. */
function partOf(db: ReadDb, { programme, metric, today }: About, group: GroupFilter, row: BoardRow): BoardRow {
  const place = placeOf(db, row.id);
  const figures = (metricId: string) => figuresOf(db, place, group.classificationId, programme.id, metricId).get(group.classId);
  const { target = null, achieved = null, lastReportDay = null } = figures(metric.id) ?? {};
  const sums = sumsOf(db, place, group.classificationId).get(group.classId);
  const isShare = metric.kind === 'share';
  const ofWhole = isShare && metric.ofMetricId ? figures(metric.ofMetricId)?.achieved ?? null : null;
  const sharePercent = isShare && achieved !== null && ofWhole ? whole(achieved, ofWhole) : null;
  const reached = isShare ? sharePercent : achieved;
  return {
    ...row, partly: true, own: null, below: isShare ? null : target, difference: null, achieved, achievedBelow: achieved, sharePercent, lastReportDay,
    locked: false, promise: null, revision: 0, fromDay: null, dueDay: null, basis: null, personId: null, personNameEn: null, personNameHi: null, reportsConflict: false,
    electors: sums?.electors ?? 0, booths: sums?.levels.find(({ levelId }) => levelId === 'booth')?.units ?? 0,
    percent: metric.direction === 'up' && target !== null && target > 0 && reached !== null ? whole(reached, target) : null,
    state: target === null || (metric.direction === 'down' ? reached === null : target === 0) ? null : pace({ target, achieved: reached ?? 0, ...periodOf(programme, row.levelId, null), today, direction: metric.direction }).state,
  };
}

/** What does not stand in the class at all has no figures; the top is always cut. */
function asInClass(db: ReadDb, about: About, group: GroupFilter, row: BoardRow): BoardRow {
  const path = db.get<{ path: string }>('SELECT path FROM unit WHERE id = ?', row.id)?.path ?? '';
  const above = db.get<{ found: number }>(`SELECT EXISTS (SELECT 1 FROM classPart WHERE classId = ? AND whole = 1 AND path IN (SELECT substr(?, 1, value * 4) FROM json_each('[2,3,4,5,6,7,8,9]'))) AS found`, group.classId, path);
  return above?.found === 1 ? row : partOf(db, about, group, row);
}

export function boardInClass(db: ReadDb, about: About, group: GroupFilter, unit: BoardRow, { order, sort, descending, offset, limit }: Window): { unit: BoardRow; rows: BoardRow[]; total: number } {
  const { sql, values } = isInClass(group);
  const rows = boardLines(db, about, `unit.parentId = ? AND unit.closedDay IS NULL AND ${sql} ORDER BY ${order}, unit.path`, unit.id, ...values).map((row) => asInClass(db, about, group, row));
  if (sort !== 'name') {
    // The parts' figures are not the whole units', by which they came in order.
    const key = (row: BoardRow) => row[sort];
    rows.sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return descending ? right - left : left - right;
    });
  }
  return { unit: asInClass(db, about, group, unit), rows: rows.slice(offset, offset + limit), total: rows.length };
}
