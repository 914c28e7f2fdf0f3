// Programmes as they are written: made, corrected, taken away, said to be begun or done, and what units have held.
import { AppError } from '../../../shared/errors.ts';
import type { Calls, CommandContext } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb, SqlValue, WriteDb } from '../../store/sql.ts';
import { dropLinks } from './links.ts';

type Named = { nameEn: string; nameHi: string | null };

/** Throws `programmes.gone`. */
export function nameOfProgramme(db: ReadDb, id: string): Named {
  const found = db.get<Named>('SELECT nameEn, nameHi FROM programme WHERE id = ?', id);
  if (!found) throw new AppError('programmes.gone');
  return found;
}

function refuseUnknown(db: ReadDb, unitIds: readonly string[], personId: string | null | undefined): void {
  const known = db.get<{ count: number }>('SELECT COUNT(*) AS count FROM unit WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(unitIds));
  if (known?.count !== unitIds.length) throw new AppError('units.gone');
  if (personId && !db.get('SELECT 1 FROM person WHERE id = ? AND mergedIntoId IS NULL', personId)) throw new AppError('people.gone');
}

function putPhases(db: WriteDb, programmeId: string, phases: readonly { levelId: string; fromDay: string; toDay: string }[]): void {
  const levels = JSON.stringify(phases.map(({ levelId }) => levelId));
  db.run('DELETE FROM phase WHERE programmeId = ? AND levelId NOT IN (SELECT value FROM json_each(?))', programmeId, levels);
  for (const { levelId, fromDay, toDay } of phases) {
    db.run('INSERT INTO phase (programmeId, levelId, fromDay, toDay) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET fromDay = excluded.fromDay, toDay = excluded.toDay', programmeId, levelId, fromDay, toDay);
  }
}

function putUnits(db: WriteDb, programmeId: string, unitIds: readonly string[]): void {
  db.run('DELETE FROM programmeUnit WHERE programmeId = ? AND unitId NOT IN (SELECT value FROM json_each(?))', programmeId, JSON.stringify(unitIds));
  for (const unitId of unitIds) db.run('INSERT INTO programmeUnit (programmeId, unitId) VALUES (?, ?) ON CONFLICT DO NOTHING', programmeId, unitId);
}

function putMetrics(db: WriteDb, programmeId: string, metricIds: readonly string[]): void {
  for (const metricId of metricIds) if (!db.get('SELECT 1 FROM metric WHERE id = ?', metricId)) throw new AppError('programmes.gone');
  const dropped = db.all<{ metricId: string }>('SELECT metricId FROM programmeMetric WHERE programmeId = ?', programmeId).filter(({ metricId }) => !metricIds.includes(metricId));
  for (const { metricId } of dropped) {
    if (db.get('SELECT 1 FROM target WHERE programmeId = ? AND metricId = ? UNION SELECT 1 FROM report WHERE programmeId = ? AND metricId = ? LIMIT 1', programmeId, metricId, programmeId, metricId)) {
      throw new AppError('programmes.metricInUse');
    }
  }
  db.run('DELETE FROM programmeMetric WHERE programmeId = ?', programmeId);
  metricIds.forEach((metricId, ordinal) => insertRow(db, 'programmeMetric', { programmeId, metricId, ordinal }));
}

/** What an order, a target, a link or anything else keeps of a programme goes with it. */
function removeAll(db: WriteDb, id: string): void {
  for (const table of ['keptDueDay', 'keptCharge', 'orderLine']) db.run(`DELETE FROM ${table} WHERE orderId IN (SELECT id FROM programmeOrder WHERE programmeId = ?)`, id);
  for (const table of ['programmeOrder', 'programmeHeld', 'programmeUnit', 'report', 'target', 'targetVersion', 'targetRevision', 'receivedSheet', 'responsibility', 'programmeMetric', 'phase']) db.run(`DELETE FROM ${table} WHERE programmeId = ?`, id);
  dropLinks(db, 'programme', id);
  db.run('DELETE FROM programme WHERE id = ?', id);
}

function say({ db, summarise }: CommandContext, id: string, key: string, detail: Record<string, SqlValue> = {}): void {
  summarise(key, { ...nameOfProgramme(db, id), ...detail });
}

export const recordCalls = {
  'programmes.save': (context, { id, fields }) => {
    const { db, newId, summarise } = context;
    const { phases, metricIds, unitIds, unitId, personId, ...programme } = fields;
    for (const period of [programme, ...phases]) if (period.toDay < period.fromDay) throw new AppError('dates.endBeforeStart', { fromDay: period.fromDay, toDay: period.toDay });
    const twice = phases.find((phase, at) => phases.findIndex((other) => other.levelId === phase.levelId) !== at);
    if (twice) throw new AppError('programmes.phaseTwice', { levelId: twice.levelId });
    for (const { levelId } of phases) if (!db.get('SELECT 1 FROM level WHERE id = ?', levelId)) throw new AppError('levels.gone');
    const taking = [...new Set(unitIds ?? [])];
    refuseUnknown(db, [...new Set(unitId ? [...taking, unitId] : taking)], personId);
    const given: Record<string, SqlValue> = { ...programme, ...(unitId === undefined ? {} : { unitId }), ...(personId === undefined ? {} : { personId }) };
    const programmeId = id ?? newId();
    if (id === null) insertRow(db, 'programme', { id: programmeId, ...given });
    else if (db.run(`UPDATE programme SET ${Object.keys(given).map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, ...Object.values(given), id) === 0) throw new AppError('programmes.gone');
    putPhases(db, programmeId, phases);
    putMetrics(db, programmeId, [...new Set(metricIds)]);
    if (unitIds !== undefined) putUnits(db, programmeId, taking);
    summarise(id === null ? 'programmes.add' : 'programmes.save', { nameEn: programme.nameEn, nameHi: programme.nameHi });
    return { id: programmeId };
  },

  'programmes.remove': ({ db, summarise }, { id }) => {
    const name = nameOfProgramme(db, id);
    removeAll(db, id);
    summarise('programmes.remove', { ...name });
    return null;
  },

  'programmes.setState': (context, { id, said }) => {
    const { db, today } = context;
    nameOfProgramme(db, id);
    db.run('UPDATE programme SET state = ? WHERE id = ? AND state <> ?', said, id, said);
    // What was held stays held; the rest goes with its programme, and is taken up again with it.
    if (said === 'untilFurtherNotice' || said === 'cancelled') db.run(`UPDATE phase SET state = ?, said = NULL WHERE programmeId = ? AND state <> 'done' AND toDay >= ?`, said, id, today);
    else db.run(`UPDATE phase SET state = 'byDays' WHERE programmeId = ? AND state IN ('untilFurtherNotice', 'cancelled')`, id);
    say(context, id, 'programmes.setState');
    return null;
  },

  'programmes.setPhaseState': (context, { id, levelId, said }) => {
    nameOfProgramme(context.db, id);
    const stored = said === 'running' ? { state: 'byDays', said } : { state: said, said: null };
    if (context.db.run('UPDATE phase SET state = ?, said = ? WHERE programmeId = ? AND levelId = ?', stored.state, stored.said, id, levelId) === 0) throw new AppError('programmes.phaseGone');
    say(context, id, 'programmes.setPhaseState');
    return null;
  },

  'programmes.setHeld': (context, { id, unitIds, day }) => {
    const { db } = context;
    nameOfProgramme(db, id);
    const units = [...new Set(unitIds)];
    refuseUnknown(db, units, null);
    for (const unitId of units) {
      if (day === null) db.run('DELETE FROM programmeHeld WHERE programmeId = ? AND unitId = ?', id, unitId);
      else db.run('INSERT INTO programmeHeld (programmeId, unitId, day) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET day = excluded.day', id, unitId, day);
    }
    say(context, id, 'programmes.setHeld', { count: units.length });
    return null;
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.save' | 'programmes.remove' | 'programmes.setState' | 'programmes.setPhaseState' | 'programmes.setHeld'>;
