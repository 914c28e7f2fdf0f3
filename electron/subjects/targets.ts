// Targets: the board, setting and locking them, and dividing one down the tree.
import { AppError } from '../../shared/errors.ts';
import { isDivided } from '../../shared/rules/metricKinds.ts';
import type { Calls } from '../calls.ts';
import { changeTarget, keepRevision, targetOf, breaksPromise } from './target/change.ts';
import { issueCounts, revisionsOf, setPromises } from './target/issue.ts';
import { boardLines, boardOrder } from './board.ts';
import { boardInClass } from './group/boardInClass.ts';
import { programmeAndMetric } from './programmes.ts';
import { apportioned, previewOf } from './targetTree.ts';
import { crumbsOf, unitOf } from './unitPlace.ts';
import { standingPerson } from './people/personRows.ts';
import { byName } from './unitRows.ts';


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
  'targets.set': ({ db, today, summarise }, { value, fromDay, dueDay, personId, author, reason, ...cell }) => {
    const unit = unitOf(db, cell.unitId);
    const { metric } = programmeAndMetric(db, cell.programmeId, cell.metricId);
    if (metric.kind === 'share' && (value ?? 0) > 100) throw new AppError('apportion.shareAbove100', { total: value });
    if (personId !== undefined && personId !== null) standingPerson(db, personId);
    changeTarget(db, cell, { value, fromDay, dueDay, personId, author, basis: value === undefined ? undefined : value === null ? null : 'hand' }, { reason, today });
    summarise('targets.set', { unitEn: unit.nameEn, unitHi: unit.nameHi, value: value ?? null, metricEn: metric.nameEn, metricHi: metric.nameHi });
    return null;
  },
  'targets.setMany': ({ db, today, summarise }, { programmeId, metricId, values, reason }) => {
    const { metric } = programmeAndMetric(db, programmeId, metricId);
    for (const { unitId, value } of values) {
      unitOf(db, unitId);
      if (metric.kind === 'share' && (value ?? 0) > 100) throw new AppError('apportion.shareAbove100', { total: value });
      changeTarget(db, { programmeId, metricId, unitId }, { value, basis: value === null ? null : 'hand' }, { reason, today });
    }
    summarise('targets.setMany', { count: values.length, metricEn: metric.nameEn, metricHi: metric.nameHi });
    return null;
  },
  'targets.lock': ({ db, today, summarise }, { programmeId, metricId, unitIds, locked }) => {
    programmeAndMetric(db, programmeId, metricId);
    const named = unitIds.map((unitId) => unitOf(db, unitId));
    for (const { id } of named) changeTarget(db, { programmeId, metricId, unitId: id }, { locked: locked ? 1 : 0 }, { reason: '', today });
    summarise(locked ? 'targets.lock' : 'targets.unlock', { count: unitIds.length, unitEn: named[0]?.nameEn, unitHi: named[0]?.nameHi });
    return null;
  },
  // A job, because over 2,20,000 units it takes seconds: in main it would hold up every other answer.
  'targets.apportionPreview': ({ db, progress }, input) => {
    progress('apportion', 0, 1);
    return previewOf(db, apportioned(db, input));
  },
  'targets.apportion': (context, input) => {
    const { db, today, progress, summarise } = context;
    progress('apportion', 0, 1);
    const unit = unitOf(db, input.unitId);
    const result = apportioned(db, input);
    const { rows, values, kept } = result;
    const { metric } = programmeAndMetric(db, input.programmeId, input.metricId);
    const basis = isDivided(metric.kind) ? input.method : metric.kind;
    const addedUp = basis === 'norm' || basis === 'onePerUnit';
    const own = db.get<{ value: number | null; basis: string | null }>('SELECT value, basis FROM target WHERE programmeId = ? AND metricId = ? AND unitId = ?', input.programmeId, input.metricId, input.unitId);
    // What was announced stays beside what a norm adds up to, so that the difference shows; the sum of an earlier norm makes way.
    const ownStays = (own?.value ?? null) !== null && (addedUp ? own?.basis !== 'norm' && own?.basis !== 'onePerUnit' : own?.value === input.total);
    const revising = { reason: input.reason, today };
    // Most often nothing was issued yet: then nothing needs to be asked row by row.
    const promised = db.get(`SELECT 1 FROM target WHERE programmeId = ? AND metricId = ? AND state <> 'draft' LIMIT 1`, input.programmeId, input.metricId) !== undefined;
    rows.forEach(([unitId], at) => {
      if (at % 1000 === 0) progress('apportion', at, rows.length);
      if (kept[at] === 1) return;
      if (at === 0 && ownStays) return changeTarget(db, input, { dueDay: input.dueDay ?? undefined }, revising);
      const cell = { ...input, unitId };
      if (promised && breaksPromise(targetOf(db, cell), { value: values[at] ?? 0, dueDay: input.dueDay ?? undefined }, input.reason)) keepRevision(db, cell, revising);
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
  'targets.issueCounts': (context, input) => issueCounts(context, input),
  'targets.issue': (context, input) => setPromises(context, 'issue', input),
  'targets.close': (context, input) => setPromises(context, 'close', input),
  'targets.reopen': (context, input) => setPromises(context, 'reopen', input),
  'targets.revisions': ({ db }, cell) => revisionsOf(db, cell),
} satisfies Calls<'targets'>;
