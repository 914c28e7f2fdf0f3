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
  const from = `FROM unit INDEXED BY unitOpenByLevel
    LEFT JOIN (SELECT unitId, MAX(day) AS lastDay FROM report WHERE programmeId = ? AND metricId = ? AND state <> 'doubted' AND reorganisationId IS NULL GROUP BY unitId) AS told ON told.unitId = unit.id
    WHERE unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND unit.closedDay IS NULL AND (told.lastDay IS NULL OR told.lastDay < ?)`;
  const asked = [programmeId, metricId, levelId, ...range, before];
  const { total } = db.get<{ total: number }>(`SELECT COUNT(*) AS total ${from}`, ...asked)!;
  const rows = db.all<Row>(
    `SELECT found.*, target.value AS target, rollup.achieved FROM (SELECT unit.id AS unitId, unit.path, unit.nameEn, unit.nameHi, told.lastDay ${from} ORDER BY told.lastDay IS NOT NULL, told.lastDay, unit.path LIMIT ?) AS found
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = found.unitId
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = found.unitId`,
    ...asked, limit, programmeId, metricId, programmeId, metricId);
  return {
    total,
    lines: rows.map(({ path, ...row }) => {
      const person = receiverAt(db, row.unitId, today);
      return {
        ...row, ...withinOf(crumbsOf(db, path)), personEn: person?.nameEn ?? null, personHi: person?.nameHi ?? null, titleEn: person?.titleEn ?? '', titleHi: person?.titleHi ?? null, phone: person?.phone ?? null,
      };
    }),
  };
}
