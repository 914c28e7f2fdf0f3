// Responsibilities: who has which units when, handing out and over, renewing, and what is wrong on a day.
import { mostUnitsAtOnce } from '../../shared/limits.ts';
import { AppError } from '../../shared/errors.ts';
import { addDays } from '../../shared/dates.ts';
import { cutOut } from '../../shared/rules/charges/periods.ts';
import type { Calls } from '../calls.ts';
import { boardIds, boardPage } from './charge/board.ts';
import { chargeOf, chargesFrom, checkPeriod, checkUnits, give, handOn, keepPieces, nameOnTargets, takeOver } from './charge/acts.ts';
import { groupedBoard } from './charge/grouped.ts';
import { leadersPage } from './charge/leaders.ts';
import { chargeMap, problemMap } from './charge/map.ts';
import { countProblems, problemPage } from './charge/problems.ts';
import { groupedProblems } from './charge/problemsByClass.ts';
import { propose } from './charge/propose.ts';
import { standingPerson } from './people/personRows.ts';

export const charges = {
  'charges.board': ({ db }, { offset, limit, ...ask }) => boardPage(db, ask, offset, limit),
  'charges.grouped': ({ db }, ask) => groupedBoard(db, ask),
  'charges.unitIds': ({ db }, ask) => boardIds(db, ask, mostUnitsAtOnce),
  'charges.map': ({ db }, view) => chargeMap(db, view),
  'charges.leaders': ({ db }, ask) => leadersPage(db, ask),
  'charges.problemCount': ({ db }, view) => ({ total: countProblems(db, view) }),
  'charges.problems': ({ db }, { offset, limit, ...view }) => problemPage(db, view, offset, limit),
  'charges.problemsGrouped': ({ db }, ask) => groupedProblems(db, ask),
  'charges.problemMap': ({ db }, view) => problemMap(db, view),
  'charges.propose': (context, rule) => propose(context, rule),
  'charges.handOut': (context, { lines, takeOver: takesOver, nameOnTargets: names, ...terms }) => {
    const { db, summarise } = context;
    checkPeriod(terms);
    checkUnits(db, lines.flatMap((line) => line.unitIds));
    if (terms.programmeId !== null && !db.get('SELECT 1 FROM programme WHERE id = ?', terms.programmeId)) throw new AppError('programmes.gone');
    const people = lines.map((line) => standingPerson(db, line.personId));
    let takenOver = 0;
    for (const { personId, unitIds } of lines) {
      for (const unitId of unitIds) {
        if (takesOver && terms.kind === 'inCharge' && takeOver(context, personId, unitId, terms)) takenOver += 1;
        give(context, personId, unitId, terms);
        if (names) nameOnTargets(context, personId, unitId, terms.programmeId);
      }
    }
    const given = lines.reduce((sum, line) => sum + line.unitIds.length, 0);
    if (people.length === 1) summarise('charges.handOut', { ...people[0], count: given });
    else summarise('charges.handOutMany', { count: given, people: new Set(lines.map((line) => line.personId)).size });
    return { given, takenOver };
  },
  'charges.handOver': (context, { fromPersonId, toPersonId, day, unitIds, targets, orderBy, orderDay }) => {
    const { db, summarise } = context;
    const [from, to] = [standingPerson(db, fromPersonId), standingPerson(db, toPersonId)];
    if (fromPersonId === toPersonId) throw new AppError('charges.samePerson');
    const handed = chargesFrom(db, fromPersonId, day, unitIds);
    if (handed.length === 0) throw new AppError('charges.nothingToHandOver', { ...from, day });
    let named = 0;
    for (const charge of handed) {
      handOn(context, charge, toPersonId, day, { orderBy, orderDay });
      if (targets) {
        named += db.run('UPDATE target SET personId = ? WHERE personId = ? AND unitId = ? AND (? IS NULL OR programmeId = ?)', toPersonId, fromPersonId, charge.unitId, charge.programmeId, charge.programmeId);
      }
    }
    const units = new Set(handed.map((charge) => charge.unitId)).size;
    summarise('charges.handOver', { fromEn: from.nameEn, fromHi: from.nameHi, toEn: to.nameEn, toHi: to.nameHi, count: units, day });
    return { units, targets: named };
  },
  'charges.renew': (context, { ids, fromDay, toDay }) => {
    const { db, summarise } = context;
    checkPeriod({ fromDay, toDay });
    const rows = ids.map((id) => chargeOf(db, id));
    for (const row of rows) {
      const runsOn = row.toDay >= addDays(fromDay, -1);
      if (runsOn && row.toDay >= toDay) continue;
      give(context, row.personId, row.unitId, { ...row, fromDay: runsOn ? row.fromDay : fromDay, toDay });
    }
    summarise('charges.renew', { count: rows.length, day: toDay });
    return { renewed: rows.length };
  },
  'charges.remove': (context, { ids, fromDay }) => {
    const { db, summarise } = context;
    const rows = ids.map((id) => chargeOf(db, id));
    const [first] = rows;
    const unit = rows.length === 1 ? db.get<{ unitEn: string; unitHi: string | null }>('SELECT nameEn AS unitEn, nameHi AS unitHi FROM unit WHERE id = ?', first!.unitId) : undefined;
    for (const row of rows) keepPieces(context, row, fromDay === null ? [] : cutOut(row, { fromDay, toDay: row.toDay > fromDay ? row.toDay : fromDay }));
    if (unit) summarise('charges.remove', { ...standingPerson(db, first!.personId), ...unit });
    else summarise('charges.removeMany', { count: rows.length });
    return null;
  },
} satisfies Calls<'charges'>;
