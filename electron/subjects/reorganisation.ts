// Reorganisation from a day on: what was done, what an act would do, doing it, and the tree as it was.
import { basename } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Language } from '../../shared/model/common.ts';
import type { Act, ActPart, ActRow, PartNumberHit } from '../../shared/model/reorganisation.ts';
import { partKey } from '../../shared/rules/reorganise/renumber.ts';
import type { Calls, JobContext } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { programmeAndMetric } from './programmes.ts';
import { carryOut } from './reorganise/carryOut.ts';
import type { Plan, PlanContext } from './reorganise/plan.ts';
import { planMerge } from './reorganise/planMerge.ts';
import { planMove, planRename } from './reorganise/planMove.ts';
import { planSplit } from './reorganise/planSplit.ts';
import { recordAct } from './reorganise/record.ts';
import { previewRenumber, renumber } from './reorganise/renumber.ts';
import { treeThen } from './reorganise/thenTree.ts';
import { unitOf } from './unitPlace.ts';

const partsShown = 20;
const chooseTitle: Record<Language, string> = { en: 'Choose the sheet of new part numbers', hi: 'नई भाग संख्याओं की शीट चुनें' };

/** Two booths of a seat with one part number could never be told apart again. Throws `reorganisation.partTaken` {part, nameEn, nameHi}. */
function checkPartFree(db: ReadDb, unitId: string, part: string | null): void {
  if (part === null || part === '') return;
  const booths = db.all<{ partNumber: string; nameEn: string; nameHi: string | null }>(
    'SELECT other.partNumber, other.nameEn, other.nameHi FROM unit JOIN unit AS other ON other.constituencyId = unit.constituencyId WHERE unit.id = ? AND other.closedDay IS NULL AND other.partNumber IS NOT NULL', unitId);
  const taken = booths.find(({ partNumber }) => partKey(partNumber) === partKey(part));
  if (taken) throw new AppError('reorganisation.partTaken', { part, nameEn: taken.nameEn, nameHi: taken.nameHi });
}

function planOf(context: PlanContext, act: Act): Plan {
  switch (act.kind) {
    case 'split':
      checkPartFree(context.db, act.unitId, act.partNumber);
      return planSplit(context, act);
    case 'merge': return planMerge(context, act);
    case 'move': return planMove(context, act);
    case 'rename': return planRename(context, act);
  }
}

/** The first of the units the act is about, for the sentence in the history. */
function summaryOf(db: ReadDb, act: Act): Record<string, unknown> {
  const unit = unitOf(db, act.kind === 'move' ? act.unitIds[0]! : act.unitId);
  const names = { nameEn: unit.nameEn, nameHi: unit.nameHi, day: act.day };
  if (act.kind === 'split') return { ...names, newEn: act.nameEn, newHi: act.nameHi };
  if (act.kind === 'rename') return { ...names, newEn: act.nameEn, newHi: act.nameHi };
  if (act.kind === 'merge') return { ...names, count: act.unitIds.length };
  const parent = unitOf(db, act.parentId);
  return { ...names, count: act.unitIds.length, toEn: parent.nameEn, toHi: parent.nameHi };
}

function partsOf(db: ReadDb, id: string): ActPart[] {
  return db.all<ActPart>(
    `SELECT reorganisationUnit.unitId, role, unit.levelId, unit.nameEn, unit.nameHi FROM reorganisationUnit JOIN unit ON unit.id = reorganisationUnit.unitId
     WHERE reorganisationId = ? ORDER BY CASE role WHEN 'moved' THEN 2 WHEN 'renumbered' THEN 2 WHEN 'closed' THEN 2 ELSE 1 END, role, unit.path LIMIT ${partsShown}`, id);
}

/** Reading as a job: the tree as it was is worked out from every unit there is. */
function readThen({ db, today, progress }: JobContext, input: { day: string; unitId: string; language: 'en' | 'hi'; offset: number; limit: number }, about: Parameters<typeof treeThen>[2]) {
  return treeThen(db, { today, ...input }, about, (done) => progress('treeThen', done, 3));
}

export const reorganisation = {
  'reorganisation.list': ({ db }, { unitId, offset, limit }) => {
    const where = unitId === null ? '' : 'WHERE id IN (SELECT reorganisationId FROM reorganisationUnit WHERE unitId = ?)';
    const values = unitId === null ? [] : [unitId];
    const total = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM reorganisation ${where}`, ...values)?.n ?? 0;
    const acts = db.all<Omit<ActRow, 'parts' | 'units' | 'detail'> & { detail: string }>(
      `SELECT id, day, kind, orderBy, reason, detail FROM reorganisation ${where} ORDER BY day DESC, id DESC LIMIT ? OFFSET ?`, ...values, limit, offset);
    const rows = acts.map((act): ActRow => ({
      ...act, detail: JSON.parse(act.detail) as Record<string, unknown>, parts: partsOf(db, act.id),
      units: db.get<{ n: number }>('SELECT COUNT(*) AS n FROM reorganisationUnit WHERE reorganisationId = ?', act.id)?.n ?? 0,
    }));
    return { total, offset, rows };
  },
  'reorganisation.preview': ({ db, today, progress }, act) => {
    progress('reorganise', 0, 1);
    let made = 0;
    return planOf({ db, today, newId: () => `new-${++made}` }, act).preview;
  },
  'reorganisation.apply': (context, act) => {
    const { db, newId, summarise } = context;
    const plan = planOf(context, act);
    const id = newId();
    const names = summaryOf(db, act);
    recordAct(db, { id, day: act.day, kind: act.kind, orderBy: act.orderBy, reason: act.reason, detail: names });
    carryOut(context, plan, id, act.day);
    const newUnitId = typeof plan.adds[0]?.['id'] === 'string' ? plan.adds[0]['id'] : null;
    summarise(`reorganisation.${act.kind}`, names);
    return { id, newUnitId };
  },
  'reorganisation.treeOn': (context, input) => readThen(context, input, null),
  'reorganisation.boardOn': (context, { programmeId, metricId, ...input }) => {
    const { metric } = programmeAndMetric(context.db, programmeId, metricId);
    return readThen(context, input, { programmeId, metricId, isShare: metric.kind === 'share' });
  },
  'reorganisation.chooseSheet': async (context) => {
    const path = await context.host.chooseToOpen(chooseTitle[context.desk.settings().language], [{ name: 'Excel, CSV', extensions: ['xlsx', 'xls', 'csv'] }]);
    return path === null ? null : { token: context.keepPath(path), name: basename(path) };
  },
  'reorganisation.previewRenumber': previewRenumber,
  'reorganisation.renumber': renumber,
  'reorganisation.partNumber': ({ db }, { constituencyId, partNumber }) => {
    const asked = partKey(partNumber);
    const rows = db.all<PartNumberHit>(
      `SELECT unit.id AS unitId, unit.nameEn, unit.nameHi, unit.partNumber, unit.partNumber AS asked, unit.closedDay AS untilDay, unit.closedDay FROM unit WHERE constituencyId = ? AND partNumber IS NOT NULL
       UNION ALL SELECT unit.id, unit.nameEn, unit.nameHi, unit.partNumber, unitVersion.partNumber, unitVersion.untilDay, unit.closedDay FROM unitVersion JOIN unit ON unit.id = unitVersion.unitId
         WHERE unitVersion.constituencyId = ? AND unitVersion.partNumber IS NOT NULL AND unitVersion.partNumber IS NOT unit.partNumber ORDER BY untilDay DESC`, constituencyId, constituencyId);
    return rows.filter((row) => partKey(row.asked) === asked).slice(0, 50);
  },
} satisfies Calls<'reorganisation'>;
