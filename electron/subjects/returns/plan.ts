// One returned sheet against the file: read, recognised, each figure judged. Preview and booking use the same.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import type { ReturnedRow, ReturnLine } from '../../../shared/model/returns.ts';
import type { HeadIdentity } from '../../../shared/rules/returns/identity.ts';
import { planReturn } from '../../../shared/rules/returns/planReturn.ts';
import type { KnownCell } from '../../../shared/rules/returns/planReturn.ts';
import { readReturn } from '../../../shared/rules/returns/readReturn.ts';
import type { ReadReturn } from '../../../shared/rules/returns/readReturn.ts';
import type { JobContext } from '../../calls.ts';
import { readWorkbook } from '../../sheets/readTable.ts';
import type { ReadDb } from '../../store/sql.ts';
import { programmeAndMetric } from '../programmes.ts';
import { unitOf } from '../unitPlace.ts';
import type { StoredUnit } from '../unitPlace.ts';

/** What a coordinator can fill in; whole trees come in elsewhere. */
const limits = { fileBytes: 30 * 1024 * 1024, unpackedBytes: 120 * 1024 * 1024, rows: 20_000, columns: 100, cellCharacters: 2000 };

export interface ReturnPlan {
  fileName: string;
  head: HeadIdentity;
  programme: Programme;
  metric: Metric;
  unit: StoredUnit;
  read: ReadReturn;
  lines: ReturnLine[];
  /** Of what it says, whatever the program that saved it last made of the file. */
  fingerprint: string;
  /** The same content was booked before, perhaps but for lines that were left out then. */
  earlier: { id: string; receivedDay: string } | null;
}

/** The same for the same figures on the same rows' marks, in whichever order they stand. */
function fingerprintOf(head: HeadIdentity, rows: readonly ReturnedRow[]): string {
  const said = rows.map(({ programmeId, metricId, unitId, value, note }) => [programmeId, metricId, unitId, value, note].join('\t')).sort();
  return createHash('sha256').update([head.programmeId, head.metricId, head.unitId, ...said].join('\n')).digest('hex');
}

interface StoredCell {
  nameEn: string;
  nameHi: string | null;
  closedDay: string | null;
  electors: number;
  booths: number;
  counted: number;
  target: number | null;
  revision: number;
}

/** What is known of a row's unit; null where unit, programme or metric are not of this file. */
function cellFinder(db: ReadDb, head: HeadIdentity, metric: Metric): (row: ReturnedRow) => KnownCell | null {
  return ({ programmeId, metricId, unitId }) => {
    // A row that was copied in from another sheet asks for something else.
    if (programmeId !== head.programmeId || metricId !== head.metricId) return null;
    const cell = db.get<StoredCell>(
      `SELECT unit.nameEn, unit.nameHi, unit.closedDay, COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors,
         COALESCE(booths.units, 0) AS booths, CASE WHEN unit.levelId = ? THEN 1 ELSE COALESCE(counted.units, 0) END AS counted, target.value AS target, COALESCE(target.revision, 0) AS revision
       FROM unit LEFT JOIN unitSum AS sums ON sums.unitId = unit.id
       LEFT JOIN tally AS booths ON booths.unitId = unit.id AND booths.levelId = 'booth'
       LEFT JOIN tally AS counted ON counted.unitId = unit.id AND counted.levelId = ?
       LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id WHERE unit.id = ?`,
      metric.countLevelId, metric.countLevelId, programmeId, metricId, unitId);
    if (!cell) return null;
    const last = db.get<{ value: number; day: string }>(
      `SELECT value, day FROM report WHERE programmeId = ? AND metricId = ? AND unitId = ? AND state <> 'doubted' ORDER BY day DESC, id DESC LIMIT 1`, programmeId, metricId, unitId);
    const { nameEn, nameHi, closedDay, electors, counted, target, revision } = cell;
    return {
      nameEn, nameHi, closed: closedDay !== null, target, revision, last: last?.value ?? null, lastDay: last?.day ?? null,
      most: metric.kind === 'onePerUnit' ? counted : metric.kind === 'sum' && electors > 0 ? electors : null,
      mayFall: metric.kind === 'last' || metric.direction === 'down',
    };
  };
}

/** Throws `progress.inFuture`, `exchange.fileGone`, `returns.notOurs`, `returns.columnGone`, `returns.otherCampaign`, and what reading throws. */
export async function planOf({ db, today, pathOf, progress }: JobContext, token: string, day: string): Promise<ReturnPlan> {
  if (day > today) throw new AppError('progress.inFuture', { day, today });
  const path = pathOf(token);
  const fileName = basename(path);
  progress('exchange.read', 0, 1);
  const tables = await readWorkbook(path, limits).catch((error: unknown) => { throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name: fileName }); });
  const read = readReturn(tables);
  const { head } = read;
  if (!head) throw new AppError('returns.notOurs', { name: fileName });
  if (read.columnGone) throw new AppError('returns.columnGone', { name: fileName });
  const here = db.get('SELECT 1 FROM programmeMetric JOIN unit ON unit.id = ? WHERE programmeId = ? AND metricId = ?', head.unitId, head.programmeId, head.metricId);
  if (!here) throw new AppError('returns.otherCampaign', { name: fileName });
  const { programme, metric } = programmeAndMetric(db, head.programmeId, head.metricId);
  const fingerprint = fingerprintOf(head, read.rows);
  const earlier = db.get<{ id: string; receivedDay: string }>('SELECT id, receivedDay FROM receivedSheet WHERE fingerprint = ?', fingerprint) ?? null;
  const there = new Set(earlier ? db.raw<[string]>('SELECT unitId FROM report WHERE sheetId = ?', earlier.id).flat() : []);
  const lines = planReturn(read.rows, cellFinder(db, head, metric), day).map((line) => (there.has(line.unitId) ? { ...line, same: true } : line));
  return { fileName, head, programme, metric, unit: unitOf(db, head.unitId), read, fingerprint, lines, earlier };
}

/** What booking would book. */
export const bookable = (line: ReturnLine): boolean => line.refused === null && !line.same;
