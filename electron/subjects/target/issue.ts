// Issuing targets: from then on they are promises. Closing them: from then on they are history.
import { AppError } from '../../../shared/errors.ts';
import type { IssueCounts, IssueInput, TargetRevision } from '../../../shared/model/target.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import type { JobContext } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { programmeAndMetric } from '../programmes.ts';
import { unitOf } from '../unitPlace.ts';
import type { Cell } from './change.ts';

/** The unit itself, then each of the units below it with all that is below them: pieces that one can be told of. */
function pieces(db: ReadDb, unitId: string, wholeTree: boolean): [string, string][] {
  const { path } = unitOf(db, unitId);
  // What is below has a longer path, and '0' is the least sign of one.
  const own: [string, string] = [path, `${path}0`];
  if (!wholeTree) return [own];
  return [own, ...db.raw<[string]>('SELECT path FROM unit WHERE parentId = ? ORDER BY path', unitId).map(([below]) => subtreeRange(below))];
}

const within = 'programmeId = ? AND metricId = ? AND unitId IN (SELECT id FROM unit WHERE path >= ? AND path < ? AND closedDay IS NULL)';

/** How many targets of the unit (and of all below) are drafts, issued or closed, and how many of the drafts nobody answers for, neither by the target nor by the unit. */
export function issueCounts({ db, today, progress }: JobContext, { programmeId, metricId, unitId, wholeTree }: IssueInput): IssueCounts {
  programmeAndMetric(db, programmeId, metricId);
  const all: IssueCounts = { drafts: 0, issued: 0, closed: 0, draftsWithoutLeader: 0 };
  const ranges = pieces(db, unitId, wholeTree);
  ranges.forEach((range, at) => {
    progress('targets', at, ranges.length);
    const found = db.get<IssueCounts>(
      `SELECT COUNT(*) FILTER (WHERE state = 'draft') AS drafts, COUNT(*) FILTER (WHERE state = 'issued') AS issued, COUNT(*) FILTER (WHERE state = 'closed') AS closed,
         COUNT(*) FILTER (WHERE state = 'draft' AND personId IS NULL AND NOT EXISTS (SELECT 1 FROM responsibility WHERE responsibility.unitId = target.unitId AND fromDay <= ? AND toDay >= ?)) AS draftsWithoutLeader
       FROM target WHERE value IS NOT NULL AND ${within}`, today, today, programmeId, metricId, ...range)!;
    for (const key of Object.keys(all) as (keyof IssueCounts)[]) all[key] += found[key];
  });
  return all;
}

/** What a target that is issued, closed or opened again becomes. */
const acts = {
  issue: { set: `state = 'issued', revision = MAX(revision, 1), issuedDay = COALESCE(issuedDay, ?), author = CASE WHEN author = '' THEN ? ELSE author END`, from: 'draft' },
  close: { set: `state = 'closed'`, from: 'issued' },
  reopen: { set: `state = 'issued'`, from: 'closed' },
} as const;

/** Throws `targets.nothingToIssue` where there is nothing in the state that the act begins from. */
export function setPromises({ db, today, progress, summarise }: JobContext, act: keyof typeof acts, { programmeId, metricId, unitId, wholeTree, author }: IssueInput): { changed: number } {
  const { metric } = programmeAndMetric(db, programmeId, metricId);
  const unit = unitOf(db, unitId);
  const { set, from } = acts[act];
  const ranges = pieces(db, unitId, wholeTree);
  let changed = 0;
  ranges.forEach((range, at) => {
    progress('targets', at, ranges.length);
    const before = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM target WHERE value IS NOT NULL AND state = ? AND ${within}`, from, programmeId, metricId, ...range)!.n;
    if (before === 0) return;
    changed += before;
    db.run(`UPDATE target SET ${set} WHERE value IS NOT NULL AND state = ? AND ${within}`, ...(act === 'issue' ? [today, author] : []), from, programmeId, metricId, ...range);
  });
  if (changed === 0) throw new AppError(act === 'issue' ? 'targets.nothingToIssue' : act === 'close' ? 'targets.nothingToClose' : 'targets.nothingToReopen');
  summarise(`targets.${act}`, { count: changed, unitEn: unit.nameEn, unitHi: unit.nameHi, metricEn: metric.nameEn, metricHi: metric.nameHi });
  return { changed };
}

/** What was promised before, the newest first. */
export function revisionsOf(db: ReadDb, { programmeId, metricId, unitId }: Cell): TargetRevision[] {
  return db.all<TargetRevision>(
    `SELECT revision, value, fromDay, dueDay, targetRevision.personId, person.nameEn AS personNameEn, person.nameHi AS personNameHi, author, issuedDay, untilDay, reason
     FROM targetRevision LEFT JOIN person ON person.id = targetRevision.personId WHERE programmeId = ? AND metricId = ? AND unitId = ? ORDER BY revision DESC`, programmeId, metricId, unitId);
}
