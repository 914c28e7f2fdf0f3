// The tree as it was on a day, worked out from today's rows and what was kept of earlier ones; nothing is written.
import type { SumsThen, ThenRow, TreeThen } from '../../../shared/model/reorganisation.ts';
import { AppError } from '../../../shared/errors.ts';
import { existsOn, sumsOn } from '../../../shared/rules/reorganise/sumsOn.ts';
import type { SumsOnDay, UnitOnDay } from '../../../shared/rules/reorganise/sumsOn.ts';
import type { Crumb } from '../../../shared/model/unit.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitColumns, unitJoins } from '../unitRows.ts';

/** What a unit was called and where it stood on the day. */
interface Facts {
  parentId: string | null;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  code: string | null;
  partNumber: string | null;
}

interface Version extends Facts {
  unitId: string;
  electors: number | null;
}

export interface About {
  programmeId: string;
  metricId: string;
  isShare: boolean;
}

/** For each unit that was changed since, how it was: the version that ended first after the day. */
function versionsOn(db: ReadDb, day: string): Map<string, Version> {
  // SQLite takes the other columns from the row the minimum stands in.
  const rows = db.all<Version & { first: string }>(
    `SELECT unitId, MIN(untilDay) AS first, parentId, levelId, nameEn, nameHi, code, partNumber, electors FROM unitVersion WHERE untilDay > ? GROUP BY unitId`, day);
  return new Map(rows.map((row) => [row.unitId, row]));
}

function targetsOn(db: ReadDb, { programmeId, metricId }: About, day: string): Map<string, number | null> {
  const targets = new Map(db.raw<[string, number | null]>('SELECT unitId, value FROM target WHERE programmeId = ? AND metricId = ?', programmeId, metricId));
  for (const [unitId, , value] of db.raw<[string, string, number | null]>(
    'SELECT unitId, MIN(untilDay), value FROM targetVersion WHERE programmeId = ? AND metricId = ? AND untilDay > ? GROUP BY unitId', programmeId, metricId, day)) targets.set(unitId, value);
  return targets;
}

const reportedOn = (db: ReadDb, { programmeId, metricId }: About, day: string) =>
  new Map(db.raw<[string, number]>(`SELECT unitId, value FROM report WHERE programmeId = ? AND metricId = ? AND day <= ? AND state <> 'doubted' ORDER BY day, id`, programmeId, metricId, day));

export interface TreeOnDay {
  versions: Map<string, Version>;
  sums: Map<string, SumsOnDay>;
  units: UnitOnDay[];
}

/** All units that were there on the day, each with its sums. `progress` is told how far it is: 0 to 3. */
export function treeOnDay(db: ReadDb, day: string, about: About | null, progress: (done: number) => void): TreeOnDay {
  progress(0);
  const versions = versionsOn(db, day);
  const units: UnitOnDay[] = [];
  for (const [id, parentId, levelId, electors, openedDay, closedDay] of db.raw<[string, string | null, string, number | null, string | null, string | null]>(
    'SELECT id, parentId, levelId, electors, openedDay, closedDay FROM unit')) {
    if (!existsOn(openedDay, closedDay, day)) continue;
    const was = versions.get(id);
    units.push({ id, parentId: was ? was.parentId : parentId, booth: (was ? was.levelId : levelId) === 'booth', electors: was ? was.electors : electors });
  }
  progress(1);
  const targets = about ? targetsOn(db, about, day) : new Map<string, number | null>();
  const reported = about ? reportedOn(db, about, day) : new Map<string, number>();
  progress(2);
  return { versions, units, sums: sumsOn(units, targets, reported) };
}

type StoredNow = Facts & SumsThen & { id: string; closedDay: string | null; openedDay: string | null; ordinal: number };

/** Units as they are today, by id, with the figures of their boards. */
function unitsToday(db: ReadDb, ids: readonly string[], about: About | null): Map<string, StoredNow> {
  const { programmeId, metricId } = about ?? { programmeId: '', metricId: '' };
  const rows = db.all<StoredNow>(
    `SELECT ${unitColumns}, unit.partNumber, unit.openedDay, level.ordinal, target.value AS own, rollup.below, rollup.achieved
     FROM unit ${unitJoins} JOIN level ON level.id = unit.levelId
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = unit.id
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = unit.id
     WHERE unit.id IN (SELECT value FROM json_each(?))`, programmeId, metricId, programmeId, metricId, JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row]));
}

function sumsShown(sums: SumsThen | SumsOnDay, about: About | null): SumsThen {
  const { children, booths, electors, own, below, achieved } = sums;
  return { children, booths, electors, own, below: about?.isShare ? null : below, achieved };
}

/** Whether tree and targets are the same; progress goes on by itself. */
const same = (a: SumsThen, b: SumsThen) => (Object.keys(a) as (keyof SumsThen)[]).every((key) => key === 'achieved' || a[key] === b[key]);

/**
 * One unit with what stood and what stands directly below it. Throws `units.gone`, `reorganisation.futureDay`, and
 * `reorganisation.notThere` {nameEn, nameHi} where the unit was not there on the day.
 */
export function treeThen(db: ReadDb, { today, day, unitId, language, offset, limit }: { today: string; day: string; unitId: string; language: 'en' | 'hi'; offset: number; limit: number }, about: About | null, progress: (done: number) => void): TreeThen {
  if (day > today) throw new AppError('reorganisation.futureDay', { day, today });
  const self = unitsToday(db, [unitId], about).get(unitId);
  if (!self) throw new AppError('units.gone');
  const { versions, units, sums } = treeOnDay(db, day, about, progress);
  if (!sums.has(unitId)) throw new AppError('reorganisation.notThere', { nameEn: self.nameEn, nameHi: self.nameHi, day });
  const below = new Set(units.filter((unit) => unit.parentId === unitId).map((unit) => unit.id));
  const belowNow = db.raw<[string]>('SELECT id FROM unit WHERE parentId = ? AND closedDay IS NULL', unitId).map(([id]) => id);
  const now = unitsToday(db, [...new Set([...below, ...belowNow])], about);
  const rowOf = (stored: StoredNow): ThenRow => {
    const facts = versions.get(stored.id) ?? stored;
    const stoodHere = stored.id === unitId || below.has(stored.id);
    const standsHere = stored.closedDay === null && (stored.id === unitId || stored.parentId === unitId);
    const was = stoodHere ? sumsShown(sums.get(stored.id)!, about) : null;
    const today = standsHere ? sumsShown(stored, about) : null;
    const renamed = facts.nameEn !== stored.nameEn || facts.nameHi !== stored.nameHi || facts.partNumber !== stored.partNumber;
    const change = was === null ? (sums.has(stored.id) ? 'arrived' : 'new') : today === null ? (stored.closedDay === null ? 'moved' : 'gone') : renamed ? 'renamed' : !same(was, today) ? 'figures' : was.achieved === today.achieved ? 'same' : 'progress';
    const { id } = stored;
    const { levelId, nameEn, nameHi, code, partNumber } = was === null ? stored : facts;
    return { id, levelId, nameEn, nameHi, code, partNumber, was, now: today, nowEn: renamed ? stored.nameEn : null, nowHi: renamed ? stored.nameHi : null, change };
  };
  const collator = new Intl.Collator(language, { numeric: true });
  const shown = (row: ThenRow) => (language === 'hi' ? row.nameHi ?? row.nameEn : row.nameEn);
  const ordinals = new Map([...now.values()].map((row) => [row.id, row.ordinal]));
  const rows = [...now.values()].map(rowOf)
    .toSorted((a, b) => (ordinals.get(a.id) ?? 0) - (ordinals.get(b.id) ?? 0) || collator.compare(shown(a), shown(b)) || (a.id < b.id ? -1 : 1));
  return { day, unit: rowOf(self), ancestors: crumbsThen(db, units, versions, unitId), rows: rows.slice(offset, offset + limit), total: rows.length };
}

/** The way down to the unit as it was. */
function crumbsThen(db: ReadDb, units: readonly UnitOnDay[], versions: ReadonlyMap<string, Version>, unitId: string): Crumb[] {
  const parents = new Map(units.map((unit) => [unit.id, unit.parentId]));
  const crumbs: Crumb[] = [];
  for (let id = parents.get(unitId); id; id = parents.get(id)) {
    const facts = versions.get(id) ?? db.get<Facts>('SELECT parentId, levelId, nameEn, nameHi, code, partNumber FROM unit WHERE id = ?', id);
    if (!facts) break;
    crumbs.unshift({ id, levelId: facts.levelId, nameEn: facts.nameEn, nameHi: facts.nameHi });
  }
  return crumbs;
}
