// Gives the booths of seats new part numbers from a mapping sheet: the sheet read, what it means shown, all applied at once.
import { basename } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { RenumberLine, RenumberPreview, RenumberProblem } from '../../../shared/model/reorganisation.ts';
import { planRenumber, renumberedName, seatsNamed } from '../../../shared/rules/reorganise/renumber.ts';
import type { BoothPart, RenumberPlan, SeatName } from '../../../shared/rules/reorganise/renumber.ts';
import type { JobContext } from '../../calls.ts';
import { readTable } from '../../sheets/readTable.ts';
import type { ReadDb } from '../../store/sql.ts';
import { checkActDay } from './actDay.ts';
import { carryOut } from './carryOut.ts';
import { planMerge } from './planMerge.ts';
import { planSplit } from './planSplit.ts';
import { recordAct, recordPart } from './record.ts';
import { changeUnitFrom } from './versions.ts';

export interface RenumberChoice {
  token: string;
  day: string;
  orderBy: string;
  reason: string;
}

interface Booth extends BoothPart {
  nameEn: string;
  nameHi: string | null;
}

const mostLines = 500;
const rowsPerReport = 200;

const boothsOf = (db: ReadDb, seats: Iterable<number>): Booth[] =>
  db.all<Booth>(
    `SELECT unit.id, seat.number AS seat, unit.partNumber, unit.nameEn, unit.nameHi FROM constituency AS seat JOIN unit ON unit.constituencyId = seat.id
     WHERE seat.kind = 'assembly' AND seat.number IN (SELECT value FROM json_each(?)) AND unit.closedDay IS NULL AND unit.partNumber IS NOT NULL ORDER BY seat.number, unit.path`,
    JSON.stringify([...seats]));

interface Read {
  plan: RenumberPlan;
  booths: Map<string, Booth>;
  fileName: string;
}

/** Throws `exchange.chooseAgain`, `exchange.fileGone` {name}, what `readTable` throws, `reorganisation.noMapping`, and what `checkActDay` throws. */
async function readMapping(context: JobContext, { token, day }: RenumberChoice): Promise<Read> {
  const { db, today } = context;
  const path = context.pathOf(token);
  const fileName = basename(path);
  context.progress('exchange.read', 0, 1);
  const table = await readTable(path).catch((error: unknown) => {
    throw error instanceof AppError ? error : new AppError('exchange.fileGone', { name: fileName });
  });
  const seats = db.all<SeatName>(`SELECT number, nameEn, nameHi FROM constituency WHERE kind = 'assembly'`);
  const booths = boothsOf(db, seatsNamed(table.rows, seats));
  const plan = planRenumber(table.rows, table.rowNumbers, seats, booths);
  if (plan.rows === 0 && plan.problems.length === 0) throw new AppError('reorganisation.noMapping', { name: fileName });
  checkActDay(db, today, day, [...plan.numbers.map(({ boothId }) => boothId), ...plan.splits.map(({ boothId }) => boothId), ...plan.merges.flatMap(({ boothIds }) => boothIds)]);
  return { plan, booths: new Map(booths.map((booth) => [booth.id, booth])), fileName };
}

/** What stops the sheet first, then what is to be known, each in the order of its rows or part numbers. */
const asRead = (a: RenumberProblem, b: RenumberProblem): number =>
  Number(b.blocks) - Number(a.blocks) || (a.rowNumber ?? Infinity) - (b.rowNumber ?? Infinity) || a.old.localeCompare(b.old, 'en', { numeric: true });

export async function previewRenumber(context: JobContext, choice: RenumberChoice): Promise<RenumberPreview> {
  const { plan, booths, fileName } = await readMapping(context, choice);
  const line = (boothId: string, more: Omit<RenumberLine, 'nameEn' | 'nameHi'>): RenumberLine => {
    const { nameEn, nameHi } = booths.get(boothId)!;
    return { ...more, nameEn, nameHi };
  };
  const lines = [
    ...plan.splits.map(({ boothId, seat, old, news }) => line(boothId, { seat, old, new: news.join(', '), kind: 'split' })),
    ...plan.merges.map(({ boothIds, seat, olds, new: fresh }) => line(boothIds[0]!, { seat, old: olds.join(', '), new: fresh, kind: 'merged' })),
    ...plan.numbers.map(({ boothId, seat, old, new: fresh }) => line(boothId, { seat, old, new: fresh, kind: 'renumbered' })),
  ];
  return {
    fileName, seats: plan.seats, rows: plan.rows, renumbered: plan.numbers.length, same: plan.same, split: plan.splits.length, merged: plan.merges.length,
    lines: lines.slice(0, mostLines), problems: plan.problems.toSorted(asRead).slice(0, mostLines), problemCount: plan.problems.length,
    blocking: plan.problems.filter((problem) => problem.blocks).length,
  };
}

/** The act itself; throws `reorganisation.mappingBlocked` {count} and `reorganisation.nothingToRenumber` besides what reading throws. */
export async function renumber(context: JobContext, choice: RenumberChoice): Promise<{ id: string; renumbered: number; split: number; merged: number }> {
  const { db, newId, today, progress } = context;
  const { plan, booths, fileName } = await readMapping(context, choice);
  const blocking = plan.problems.filter((problem) => problem.blocks).length;
  if (blocking > 0) throw new AppError('reorganisation.mappingBlocked', { count: blocking });
  const changed = plan.numbers.length + plan.splits.length + plan.merges.length;
  if (changed === 0) throw new AppError('reorganisation.nothingToRenumber');
  const { day, orderBy, reason } = choice;
  const order = { day, orderBy, reason, keepClasses: true };
  const id = newId();
  recordAct(db, { id, day, orderBy, reason, kind: 'renumber', detail: { fileName, seats: plan.seats, renumbered: plan.numbers.length, split: plan.splits.length, merged: plan.merges.length } });
  const give = (boothId: string, old: string, fresh: string) => {
    const { nameEn, nameHi } = booths.get(boothId)!;
    changeUnitFrom(db, boothId, { partNumber: fresh, nameEn: renumberedName(nameEn, old, fresh), nameHi: nameHi === null ? null : renumberedName(nameHi, old, fresh) }, day);
    recordPart(db, id, boothId, 'renumbered');
  };
  const quiet = { db, newId, progress: () => undefined };
  let done = 0;
  const step = () => { if (done++ % rowsPerReport === 0) progress('renumber', done, changed); };
  for (const { boothIds, olds, new: fresh } of plan.merges) {
    step();
    const [unitId = '', ...unitIds] = boothIds;
    carryOut(quiet, planMerge({ db, today, newId }, { kind: 'merge', ...order, unitId, unitIds, nameEn: null, nameHi: null }), id, day);
    give(unitId, booths.get(unitId)?.partNumber ?? olds[0]!, fresh);
  }
  for (const { boothId, old, news } of plan.splits) {
    step();
    // Equal parts: of k that are left, one k-th goes each time.
    const [stays = '', ...go] = news;
    for (const [at, partNumber] of go.entries()) {
      const { nameEn, nameHi } = booths.get(boothId)!;
      const named = (name: string) => { const own = renumberedName(name, old, partNumber); return own === name ? `${name} (${partNumber})` : own; };
      carryOut(quiet, planSplit({ db, today, newId }, {
        kind: 'split', ...order, unitId: boothId, childIds: [], percent: Math.round(100 / (news.length - at)), nameEn: named(nameEn), nameHi: nameHi === null ? null : named(nameHi), code: null, partNumber, runOn: true,
      }), id, day);
    }
    give(boothId, old, stays);
  }
  for (const { boothId, old, new: fresh } of plan.numbers) {
    step();
    give(boothId, old, fresh);
  }
  context.summarise('reorganisation.renumber', { count: changed, day, fileName });
  return { id, renumbered: plan.numbers.length, split: plan.splits.length, merged: plan.merges.length };
}
