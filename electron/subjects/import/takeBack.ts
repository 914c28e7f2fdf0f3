// Which units of an earlier import may go: those that are as it wrote them and that nothing leans on, children first.
import type { StayReason } from '../../../shared/model/takeBack.ts';
import type { JobContext } from '../../calls.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { changesOf } from '../../store/stepRows.ts';
import { removalsBeside, unitLinks } from './unitLinks.ts';

export interface TakeBack {
  /** Ids, children before their parents. */
  goes: string[];
  /** Ids that stay, each with why. */
  stays: Map<string, StayReason[]>;
  /** How many of the import are no longer there. */
  gone: number;
  /** Statements, each for one unit's id, that take away what the import wrote beside the unit. */
  beside: string[];
}

const rowsPerReport = 2000;
/** A unit keeps its place in the tree when one above it is moved. */
const notCompared = new Set(['path']);
/** A Hindi name the app proposed and nobody confirmed is nobody's work. */
const proposed = new Set(['nameHi', 'nameHiProposed']);

/** Compares a unit with the row an import wrote: `null` when it is gone, else what was done to it since. */
function comparer(db: ReadDb): (columns: string[], written: SqlValue[]) => StayReason[] | null {
  const info = db.all<{ name: string; dflt_value: string | null }>('SELECT name, dflt_value FROM pragma_table_info(?)', 'unit');
  /** Columns of a later version are as they were while they hold what they began with. */
  const defaults = new Map(info.map(({ name, dflt_value }) => [name, dflt_value === null ? null : Number(dflt_value)]));
  const names = info.map(({ name }) => name);
  const read = `SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM unit WHERE id = ?`;
  const idAt = names.indexOf('id');
  const proposedAt = names.indexOf('nameHiProposed');
  return (columns, written) => {
    const row = db.raw<SqlValue[]>(read, written[columns.indexOf('id')] ?? written[idAt] ?? null)[0];
    if (!row) return null;
    const reasons = new Set<StayReason>();
    names.forEach((name, at) => {
      const place = columns.indexOf(name);
      if (notCompared.has(name) || row[at] === (place < 0 ? defaults.get(name) : written[place])) return;
      if (proposedAt >= 0 && row[proposedAt] === 1 && proposed.has(name)) return;
      reasons.add(name === 'parentId' ? 'moved' : name === 'closedDay' ? 'closed' : 'edited');
    });
    return [...reasons];
  };
}

/** What would happen to each unit that step `seq` added. Long: it looks at every one of them. */
export function takeBackOf({ db, progress }: Pick<JobContext, 'db' | 'progress'>, seq: number): TakeBack {
  const changes = changesOf(db, seq);
  const reasonsOf = comparer(db);
  const reasons = new Map<string, Set<StayReason>>();
  let gone = 0;
  let done = 0;
  for (const { before, after, columns } of changes.of('unit')) {
    if (done++ % rowsPerReport === 0) progress('imports.look', done - 1, changes.count);
    if (before !== null || after === null) continue;
    const found = reasonsOf(columns, after);
    if (found === null) gone += 1;
    else reasons.set(after[columns.indexOf('id')] as string, new Set(found));
  }
  for (const { unitId, reason } of unitLinks(db, changes)) reasons.get(unitId)?.add(reason);

  const goes: string[] = [];
  const stays = new Map<string, StayReason[]>();
  for (const [id, parentId] of db.raw<[string, string | null]>('SELECT id, parentId FROM unit ORDER BY path DESC')) {
    const why = reasons.get(id);
    if (why?.size === 0) {
      goes.push(id);
      continue;
    }
    if (why) stays.set(id, [...why]);
    // Whether it was imported or not: under what stays something hangs that stays.
    if (parentId !== null) reasons.get(parentId)?.add('below');
  }
  return { goes, stays, gone, beside: removalsBeside(db, changes) };
}
