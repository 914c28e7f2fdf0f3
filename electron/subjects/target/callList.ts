// Whom to telephone: units of a level that have told nothing for a while, with the person and the number.
import { addDays } from '../../../shared/dates.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { CallLine } from '../../../shared/model/target.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { QueryContext } from '../../calls.ts';
import { programmeAndMetric } from '../programmes.ts';
import { receiverAt } from '../sheet/leaders.ts';
import { crumbsOf, unitOf, withinOf } from '../unitPlace.ts';

type Row = Pick<CallLine, 'unitId' | 'nameEn' | 'nameHi' | 'target' | 'achieved' | 'lastDay'> & { path: string };

/** A unit's own last word counts, not what was told below it: he is the one who is called. */
export function callList({ db, today }: QueryContext, ask: Required<InputOf<'progress.callList'>>): { total: number; lines: CallLine[] } {
  const { programmeId, metricId, unitId, levelId, silentDays, limit } = ask;
  programmeAndMetric(db, programmeId, metricId);
  const range = subtreeRange(unitOf(db, unitId).path);
  const before = silentDays === 0 ? '9999-12-31' : addDays(today, 1 - silentDays);
  // What a unit itself told is looked up for the units of the level alone: there may be reports of 2,20,000.
  const rows = db.all<Row & { total: number }>(
    `SELECT found.*, target.value AS target, rollup.achieved FROM (
       SELECT unitId, path, nameEn, nameHi, lastDay, COUNT(*) OVER () AS total FROM (
         SELECT unit.id AS unitId, unit.path, unit.nameEn, unit.nameHi,
           (SELECT MAX(day) FROM report WHERE programmeId = ? AND metricId = ? AND report.unitId = unit.id AND state <> 'doubted' AND reorganisationId IS NULL) AS lastDay
         FROM unit INDEXED BY unitOpenByLevel WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL
       ) WHERE lastDay IS NULL OR lastDay < ? ORDER BY lastDay IS NOT NULL, lastDay, path LIMIT ?
     ) AS found
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = found.unitId
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = found.unitId
     ORDER BY lastDay IS NOT NULL, lastDay, path`,
    programmeId, metricId, levelId, ...range, before, limit, programmeId, metricId, programmeId, metricId);
  return {
    total: rows[0]?.total ?? 0,
    lines: rows.map(({ unitId: id, path, nameEn, nameHi, target, achieved, lastDay }) => {
      const person = receiverAt(db, id, today);
      return {
        unitId: id, nameEn, nameHi, target, achieved, lastDay, ...withinOf(crumbsOf(db, path)), personEn: person?.nameEn ?? null, personHi: person?.nameHi ?? null, titleEn: person?.titleEn ?? '', titleHi: person?.titleHi ?? null, phone: person?.phone ?? null,
      };
    }),
  };
}
