// Targets: the board, setting and locking them, and dividing one down the tree.
import { AppError } from '../../shared/errors.ts';
import type { Calls } from '../calls.ts';
import type { WriteDb } from '../store/sql.ts';
import { boardLines, boardOrder } from './board.ts';
import { boardInClass } from './group/boardInClass.ts';
import { programmeAndMetric } from './programmes.ts';
import { apportioned, previewOf } from './targetTree.ts';
import { crumbsOf, unitOf } from './unitPlace.ts';
import { standingPerson } from './people/personRows.ts';
import { byName } from './unitRows.ts';

interface Cell {
  programmeId: string;
  metricId: string;
  unitId: string;
}

type Change = Partial<{ value: number | null; dueDay: string | null; personId: string | null; locked: number; basis: string | null }>;

/** Changes what is given of a target; one that then holds nothing at all is taken away. */
function change(db: WriteDb, { programmeId, metricId, unitId }: Cell, given: Change): void {
  const columns = Object.entries(given).filter(([, value]) => value !== undefined);
  if (columns.length === 0) return;
  db.run('INSERT INTO target (programmeId, metricId, unitId) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', programmeId, metricId, unitId);
  for (const [column, value] of columns) {
    db.run(`UPDATE target SET ${column} = ? WHERE programmeId = ? AND metricId = ? AND unitId = ? AND ${column} IS NOT ?`, value ?? null, programmeId, metricId, unitId, value ?? null);
  }
  db.run('DELETE FROM target WHERE programmeId = ? AND metricId = ? AND unitId = ? AND value IS NULL AND dueDay IS NULL AND personId IS NULL AND locked = 0', programmeId, metricId, unitId);
}

export const targets = {
  'targets.board': ({ db, today }, { programmeId, metricId, unitId, language, sort, descending, offset, limit, group }) => {
    const about = { ...programmeAndMetric(db, programmeId, metricId), today };
    const place = unitOf(db, unitId);
    const [unit] = boardLines(db, about, 'unit.id = ?', unitId);
    if (!unit) throw new AppError('units.gone');
    const direction = descending ? 'DESC' : 'ASC';
    const key = sort === 'name' ? null : boardOrder(about.metric.kind === 'share')[sort];
    const order = key === null ? `level.ordinal, ${byName(language)} ${direction}` : `${key} IS NULL, ${key} ${direction}`;
    if (group !== null) return { ancestors: crumbsOf(db, place.path), ...boardInClass(db, about, group, unit, { order, sort, descending, offset, limit }) };
    const total = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE parentId = ? AND closedDay IS NULL', unitId)?.n ?? 0;
    const rows = boardLines(db, about, `unit.parentId = ? AND unit.closedDay IS NULL ORDER BY ${order}, unit.path LIMIT ? OFFSET ?`, unitId, limit, offset);
    return { unit, ancestors: crumbsOf(db, place.path), rows, total };
  },
  'targets.set': ({ db, summarise }, { value, dueDay, personId, ...cell }) => {
    const unit = unitOf(db, cell.unitId);
    const { metric } = programmeAndMetric(db, cell.programmeId, cell.metricId);
    if (metric.kind === 'share' && (value ?? 0) > 100) throw new AppError('apportion.shareAbove100', { total: value });
    if (personId !== undefined && personId !== null) standingPerson(db, personId);
    change(db, cell, { value, dueDay, personId, basis: value === undefined ? undefined : value === null ? null : 'hand' });
    summarise('targets.set', { unitEn: unit.nameEn, unitHi: unit.nameHi, value: value ?? null, metricEn: metric.nameEn, metricHi: metric.nameHi });
    return null;
  },
  'targets.setMany': ({ db, summarise }, { programmeId, metricId, values }) => {
    const { metric } = programmeAndMetric(db, programmeId, metricId);
    for (const { unitId, value } of values) {
      unitOf(db, unitId);
      if (metric.kind === 'share' && (value ?? 0) > 100) throw new AppError('apportion.shareAbove100', { total: value });
      change(db, { programmeId, metricId, unitId }, { value, basis: value === null ? null : 'hand' });
    }
    summarise('targets.setMany', { count: values.length, metricEn: metric.nameEn, metricHi: metric.nameHi });
    return null;
  },
  'targets.lock': ({ db, summarise }, { programmeId, metricId, unitIds, locked }) => {
    programmeAndMetric(db, programmeId, metricId);
    const named = unitIds.map((unitId) => unitOf(db, unitId));
    for (const { id } of named) change(db, { programmeId, metricId, unitId: id }, { locked: locked ? 1 : 0 });
    summarise(locked ? 'targets.lock' : 'targets.unlock', { count: unitIds.length, unitEn: named[0]?.nameEn, unitHi: named[0]?.nameHi });
    return null;
  },
  // A job, because over 2,20,000 units it takes seconds: in main it would hold up every other answer.
  'targets.apportionPreview': ({ db, progress }, input) => {
    progress('apportion', 0, 1);
    return previewOf(db, apportioned(db, input));
  },
  'targets.apportion': (context, input) => {
    const { db, progress, summarise } = context;
    progress('apportion', 0, 1);
    const unit = unitOf(db, input.unitId);
    const result = apportioned(db, input);
    const { rows, values, kept } = result;
    const { metric } = programmeAndMetric(db, input.programmeId, input.metricId);
    const basis = metric.kind === 'sum' ? input.method : metric.kind;
    const addedUp = basis === 'norm' || basis === 'onePerUnit';
    const own = db.get<{ value: number | null; basis: string | null }>('SELECT value, basis FROM target WHERE programmeId = ? AND metricId = ? AND unitId = ?', input.programmeId, input.metricId, input.unitId);
    // What was announced stays beside what a norm adds up to, so that the difference shows; the sum of an earlier norm makes way.
    const ownStays = (own?.value ?? null) !== null && (addedUp ? own?.basis !== 'norm' && own?.basis !== 'onePerUnit' : own?.value === input.total);
    rows.forEach(([unitId], at) => {
      if (at % 1000 === 0) progress('apportion', at, rows.length);
      if (kept[at] === 1) return;
      if (at === 0 && ownStays) return change(db, input, { dueDay: input.dueDay ?? undefined });
      db.run(
        `INSERT INTO target (programmeId, metricId, unitId, value, dueDay, basis) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (programmeId, metricId, unitId) DO UPDATE SET value = excluded.value, dueDay = COALESCE(excluded.dueDay, target.dueDay), basis = excluded.basis
         WHERE target.value IS NOT excluded.value OR target.basis IS NOT excluded.basis OR (excluded.dueDay IS NOT NULL AND target.dueDay IS NOT excluded.dueDay)`,
        input.programmeId, input.metricId, unitId, values[at] ?? 0, input.dueDay, at === 0 && !addedUp ? 'hand' : basis,
      );
    });
    const preview = previewOf(db, result);
    const deepest = preview.levels.find((level) => level.levelId === input.toLevelId) ?? preview.levels.at(-1);
    summarise('targets.apportion', {
      total: preview.total, metricEn: metric.nameEn, metricHi: metric.nameHi, unitEn: unit.nameEn, unitHi: unit.nameHi,
      method: basis, toLevelId: deepest?.levelId, units: deepest?.units, locked: preview.locked,
    });
    return { targets: rows.length };
  },
} satisfies Calls<'targets'>;
