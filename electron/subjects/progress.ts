// Progress: figures told for a unit, with day, source and what they are worth. What counts is always the whole achieved up to a day.
import type { Report, ReportFields, ReportVersion } from '../../shared/model/target.ts';
import { AppError } from '../../shared/errors.ts';
import type { Calls, CommandContext } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb, WriteDb } from '../store/sql.ts';
import { callList } from './target/callList.ts';
import { programmeAndMetric } from './programmes.ts';
import type { Cell } from './target/change.ts';
import { unitOf } from './unitPlace.ts';

interface StoredReport extends Cell {
  id: string;
  day: string;
  value: number;
  dayValue: number | null;
  state: Report['state'];
}

function reportOf(db: ReadDb, id: string): StoredReport {
  const report = db.get<StoredReport>('SELECT id, programmeId, metricId, unitId, day, value, dayValue, state FROM report WHERE id = ?', id);
  if (!report) throw new AppError('progress.gone');
  return report;
}

/** Adds what was told for single days to what stood before it: after every change, for the days behind it stand on it. */
function addUp(db: WriteDb, { programmeId, metricId, unitId }: Cell): void {
  const told = db.all<Pick<StoredReport, 'id' | 'value' | 'dayValue'>>(
    `SELECT id, value, dayValue FROM report WHERE programmeId = ? AND metricId = ? AND unitId = ? AND state <> 'doubted' ORDER BY day, id`, programmeId, metricId, unitId);
  let whole = 0;
  for (const { id, value, dayValue } of told) {
    whole = dayValue === null ? value : whole + dayValue;
    if (whole !== value) db.run('UPDATE report SET value = ? WHERE id = ?', whole, id);
  }
}

/** Throws `progress.inFuture`. `sheetId`: the filled sheet it came on. */
export function insertReport({ db, today, newId }: CommandContext, { counting, value, ...report }: ReportFields, sheetId: string | null = null): string {
  if (report.day > today) throw new AppError('progress.inFuture', { day: report.day, today });
  const id = newId();
  insertRow(db, 'report', { id, ...report, value, dayValue: counting === 'day' ? value : null, sheetId });
  addUp(db, report);
  return id;
}

interface ReportRow extends Omit<Report, 'versions'> {
  versions: string;
}

function reportsOf(db: ReadDb, { programmeId, metricId, unitId }: Cell): Report[] {
  const rows = db.all<ReportRow>(
    `SELECT report.id, report.programmeId, report.metricId, report.unitId, day, value, dayValue, source, toldBy, note, state, notedBy, toldDay, reorganisationId, fileName AS sheetName,
       (SELECT json_group_array(json_object('number', number, 'value', old.value, 'dayValue', old.dayValue, 'untilDay', untilDay, 'reason', reason)) FROM reportVersion AS old WHERE reportId = report.id) AS versions
     FROM report LEFT JOIN receivedSheet ON receivedSheet.id = sheetId
     WHERE report.programmeId = ? AND report.metricId = ? AND report.unitId = ? ORDER BY day DESC, report.id DESC`, programmeId, metricId, unitId);
  return rows.map((row) => ({ ...row, versions: (JSON.parse(row.versions) as ReportVersion[]).sort((a, b) => b.number - a.number) }));
}

export const progress = {
  'progress.ofUnit': ({ db }, cell) => reportsOf(db, cell),
  'progress.callList': (context, ask) => callList(context, ask),
  'progress.record': (context, report) => {
    const { db, summarise } = context;
    const unit = unitOf(db, report.unitId);
    programmeAndMetric(db, report.programmeId, report.metricId);
    const id = insertReport(context, report);
    summarise('progress.record', { unitEn: unit.nameEn, unitHi: unit.nameHi, value: report.value });
    return { id };
  },
  'progress.recordMany': (context, { figures, ...told }) => {
    const { db, summarise } = context;
    for (const metricId of new Set(figures.map((figure) => figure.metricId))) programmeAndMetric(db, told.programmeId, metricId);
    for (const figure of figures) {
      unitOf(db, figure.unitId);
      insertReport(context, { ...told, ...figure });
    }
    const [first] = figures;
    const unit = unitOf(db, first!.unitId);
    summarise('progress.recordMany', { count: figures.length, unitEn: unit.nameEn, unitHi: unit.nameHi, toldBy: told.toldBy });
    return { recorded: figures.length };
  },
  'progress.correct': ({ db, today, summarise }, { id, value, reason }) => {
    const report = reportOf(db, id);
    const told = report.dayValue ?? report.value;
    if (told === value) return null;
    const unit = unitOf(db, report.unitId);
    const { number } = db.get<{ number: number }>('SELECT COUNT(*) + 1 AS number FROM reportVersion WHERE reportId = ?', id)!;
    insertRow(db, 'reportVersion', { reportId: id, number, value: report.value, dayValue: report.dayValue, untilDay: today, reason });
    db.run('UPDATE report SET value = ?, dayValue = ? WHERE id = ?', value, report.dayValue === null ? null : value, id);
    addUp(db, report);
    summarise('progress.correct', { unitEn: unit.nameEn, unitHi: unit.nameHi, before: told, value });
    return null;
  },
  'progress.judge': ({ db, summarise }, { ids, state }) => {
    const reports = ids.map((id) => reportOf(db, id));
    const changed = reports.filter((report) => report.state !== state);
    for (const report of changed) {
      db.run('UPDATE report SET state = ? WHERE id = ?', state, report.id);
      addUp(db, report);
    }
    const unit = unitOf(db, reports[0]!.unitId);
    summarise(`progress.${state}`, { count: changed.length, unitEn: unit.nameEn, unitHi: unit.nameHi });
    return null;
  },
  'progress.remove': ({ db, summarise }, { id }) => {
    const report = reportOf(db, id);
    const unit = unitOf(db, report.unitId);
    db.run('DELETE FROM report WHERE id = ?', id);
    addUp(db, report);
    summarise('progress.remove', { unitEn: unit.nameEn, unitHi: unit.nameHi, value: report.dayValue ?? report.value });
    return null;
  },
} satisfies Calls<'progress'>;
