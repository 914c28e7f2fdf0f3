// The problems of a day under the heads of the classes of their units; a person with too many units stands under every class he has one in.
import type { GroupedProblem, ProblemView } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { ReadDb } from '../../store/sql.ts';
import { pathsAbove } from '../group/filter.ts';
import { cutBy, underHeads } from '../group/heads.ts';
import type { HeadsAsk } from '../group/heads.ts';
import { vacantByClass } from '../people/vacantByClass.ts';
import { countsOf } from './grouped.ts';
import { placesOf, problemPage } from './problems.ts';
import { onDay } from './view.ts';

type Ask = ProblemView & HeadsAsk;

function counted(db: ReadDb, ask: Ask): ReadonlyMap<string, number> {
  if (ask.kind === 'nobody') return countsOf(db, { ...ask, ...onDay(ask), only: 'free', personId: null });
  if (ask.kind === 'vacant') return vacantByClass(db, { ...ask, postKindId: null }, ask.day);
  const { sql, values } = placesOf(db, ask);
  const what = ask.kind === 'tooMany' ? 'COUNT(DISTINCT found.personId)' : 'COUNT(*)';
  return new Map(db.raw<[string, number]>(
    `SELECT part.classId, ${what} FROM (${sql}) AS found CROSS JOIN classPart AS part
       ON part.classificationId = ? AND part.path IN (${pathsAbove('found.path')}) AND (part.whole = 1 OR part.path = found.path) GROUP BY part.classId`,
    ...values, ask.classificationId));
}

export function groupedProblems(db: ReadDb, ask: Ask): Page<GroupedProblem> {
  const found = underHeads(db, ask, counted(db, ask), (group, also, from, count) => {
    const { rows } = problemPage(db, { ...ask, group, also }, from, count);
    const cut = cutBy(db, group.classId, rows.flatMap((row) => row.unit?.id ?? []));
    return rows.map((row) => ({ row, whole: row.unit === null || !cut.has(row.unit.id) }));
  });
  return { ...found, rows: found.rows.map((line): GroupedProblem => (line.kind === 'class' ? line : { kind: 'problem', key: `${line.classId} ${line.row.row.id}`, problem: line.row.row, whole: line.row.whole })) };
}
