// The hand-out board's list in groups: its units under the heads of their classes, each head counted without its units being read.
import type { GroupedCharge } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { ReadDb } from '../../store/sql.ts';
import { cutBy, underHeads } from '../group/heads.ts';
import { unitsByClass } from '../group/unitsByClass.ts';
import { boardRows } from './board.ts';
import type { BoardAsk } from './board.ts';
import { inClass, rangeOf, runningIn } from './view.ts';

interface Question extends BoardAsk {
  classificationId: string;
  folded: readonly string[];
  offset: number;
  limit: number;
}

type Counts = Map<string, number>;

/** How many units of each class somebody, or the person asked for, has in the period; from the parts of the classes to the places in them. */
function heldByClass(db: ReadDb, ask: Question): Counts {
  const running = runningIn(ask);
  const inside = inClass(db, ask, 'place.unitId');
  const person = ask.personId === null ? '' : 'AND place.personId = ?';
  return new Map(db.raw<[string, number]>(
    `SELECT classId, COUNT(*) FROM (
       SELECT DISTINCT part.classId, place.path FROM classPart AS part CROSS JOIN chargePlace AS place INDEXED BY chargePlaceByPath
         ON place.levelId = ? AND place.path >= part.path AND place.path < part.path || CASE part.whole WHEN 1 THEN '{' ELSE '0' END
       WHERE part.classificationId = ? AND +place.path >= ? AND +place.path < ? AND ${running.sql} ${inside.sql} ${person}
     ) GROUP BY classId`,
    ask.levelId, ask.classificationId, ...rangeOf(db, ask.unitId), ...running.values, ...inside.values, ...(ask.personId === null ? [] : [ask.personId])));
}

export function countsOf(db: ReadDb, ask: Question): Counts {
  if (ask.only === 'held' || ask.personId !== null) return heldByClass(db, ask);
  const units = unitsByClass(db, ask);
  if (ask.only === 'all') return units;
  const held = heldByClass(db, ask);
  return new Map([...units].map(([classId, n]) => [classId, n - (held.get(classId) ?? 0)]));
}

export function groupedBoard(db: ReadDb, question: Question): Page<GroupedCharge> {
  const found = underHeads(db, question, countsOf(db, question), (group, also, from, count) => {
    const units = boardRows(db, { ...question, group, also }, from, count);
    const cut = cutBy(db, group.classId, units.map((unit) => unit.id));
    return units.map((unit) => ({ unit, whole: !cut.has(unit.id) }));
  });
  return { ...found, rows: found.rows.map((line): GroupedCharge => (line.kind === 'class' ? line : { kind: 'unit', key: `${line.classId} ${line.row.unit.id}`, ...line.row })) };
}
