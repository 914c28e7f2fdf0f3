// Hindi names of units: what is missing, proposing, confirming, and one word made right everywhere.
import { subtreeRange } from '../../shared/rules/hierarchy.ts';
import type { GroupFilter } from '../../shared/model/group.ts';
import type { NameCount, NameRow } from '../../shared/model/names.ts';
import { createProposer } from '../../shared/rules/proposeHindi.ts';
import type { Proposer } from '../../shared/rules/proposeHindi.ts';
import { withWord } from '../../shared/rules/nameWords.ts';
import type { Calls, JobContext } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { countUnits } from './charge/view.ts';
import { unitsInClass } from './group/filter.ts';
import type { Piece } from './group/filter.ts';
import { crumbsOf, unitOf, withinOf } from './unitPlace.ts';

const open = {
  missing: 'unit.nameHi IS NULL AND unit.closedDay IS NULL',
  proposed: 'unit.nameHiProposed = 1 AND unit.closedDay IS NULL',
};
const rowsAtOnce = 2000;
/** So many confirmed names are enough to learn from. */
const mostLearned = 40_000;

const rangeOf = (db: ReadDb, unitId: string | null): [string, string] => subtreeRange(unitId === null ? '' : unitOf(db, unitId).path);
const levelIds = (db: ReadDb, levelId: string | null): string[] => (levelId !== null ? [levelId] : db.raw<[string]>('SELECT id FROM level ORDER BY ordinal, id').map(([id]) => id));

/** That a unit of a level stands in the class, as a further condition. */
function inClass(group: GroupFilter | null, levelId: string, range: [string, string]): Piece {
  if (group === null) return { sql: '', values: [] };
  const { sql, values } = unitsInClass(group.classId, levelId, range);
  return { sql: `AND unit.id IN (SELECT id FROM (${sql}))`, values };
}

/** A proposer that has read the file's own confirmed names; of many the first of every level. */
function proposerOf(db: ReadDb, most: number): Proposer {
  const proposer = createProposer();
  let left = most;
  for (const levelId of levelIds(db, null)) {
    if (left <= 0) break;
    const known = db.raw<[string, string]>('SELECT nameEn, nameHi FROM unit WHERE levelId = ? AND nameHi IS NOT NULL AND nameHiProposed = 0 LIMIT ?', levelId, left);
    for (const [nameEn, nameHi] of known) proposer.learn(nameEn, nameHi);
    left -= known.length;
  }
  return proposer;
}

/** For the rows in view the names of the upper levels are enough to learn from, and it is enough to learn them again now and then. */
const shownLearned = 800;
const actsBetween = 20;
const shown = new WeakMap<ReadDb, { round: number; proposer: Proposer }>();

function proposerForShowing(db: ReadDb): Proposer {
  const round = Math.floor((db.get<{ seq: number | null }>('SELECT MAX(seq) AS seq FROM step')?.seq ?? 0) / actsBetween);
  let kept = shown.get(db);
  if (kept?.round !== round) shown.set(db, (kept = { round, proposer: proposerOf(db, shownLearned) }));
  return kept.proposer;
}

/** Calls `each` for the units of a state of names, a few thousand at a time, with progress; `each` may take them out of that state. */
function forEach(context: JobContext, stage: string, { unitId, group, levelId, state }: { unitId: string | null; group: GroupFilter | null; levelId: string | null; state: keyof typeof open }, each: (id: string, nameEn: string, nameHi: string | null) => void): void {
  const { db } = context;
  const [from, to] = rangeOf(db, unitId);
  const levels = levelIds(db, levelId);
  const where = `unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND ${open[state]}`;
  const inside = (level: string) => inClass(group, level, [from, to]);
  const total = levels.reduce((sum, level) => sum + (db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE ${where} ${inside(level).sql}`, level, from, to, ...inside(level).values)?.n ?? 0), 0);
  let done = 0;
  context.progress(stage, 0, total);
  for (const level of levels) {
    for (let begin = from; ; ) {
      const rows = db.raw<[string, string, string | null, string]>(`SELECT id, nameEn, nameHi, path FROM unit WHERE ${where} ${inside(level).sql} ORDER BY path LIMIT ${rowsAtOnce}`, level, begin, to, ...inside(level).values);
      for (const [id, nameEn, nameHi] of rows) each(id, nameEn, nameHi);
      done += rows.length;
      context.progress(stage, done, total);
      if (rows.length < rowsAtOnce) break;
      begin = `${rows.at(-1)![3]}!`; // before every path that comes behind
    }
  }
}

export const names = {
  'names.counts': ({ db }, { unitId, group }) => {
    const [from, to] = rangeOf(db, unitId);
    const own = unitId === null ? null : unitOf(db, unitId);
    const inside = (levelId: string) => inClass(group, levelId, [from, to]);
    const count = (levelId: string, where: string) => db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE levelId = ? AND path >= ? AND path < ? AND ${where} ${inside(levelId).sql}`, levelId, from, to, ...inside(levelId).values)?.n ?? 0;
    return levelIds(db, null).flatMap((levelId): NameCount[] => {
      const below = db.get<{ n: number }>(
        own === null ? 'SELECT SUM(tally.units) AS n FROM tally JOIN unit ON unit.id = tally.unitId WHERE unit.parentId IS NULL AND tally.levelId = ?' : 'SELECT units AS n FROM tally WHERE levelId = ? AND unitId = ?',
        levelId, ...(own === null ? [] : [own.id]))?.n ?? 0;
      const itself = own === null ? (db.get<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE parentId IS NULL AND closedDay IS NULL AND levelId = ?', levelId)?.n ?? 0) : Number(own.levelId === levelId && own.closedDay === null);
      const units = group === null ? below + itself : countUnits(db, { levelId, unitId, group });
      return units === 0 ? [] : [{ levelId, units, missing: count(levelId, open.missing), proposed: count(levelId, open.proposed) }];
    });
  },
  'names.list': ({ db }, { unitId, group, levelId, state, offset, limit }) => {
    const [from, to] = rangeOf(db, unitId);
    const where = `unit.levelId = ? AND unit.path >= ? AND unit.path < ? AND ${open[state]}`;
    const rows: (Omit<NameRow, 'proposal' | 'withinEn' | 'withinHi'> & { path: string })[] = [];
    let total = 0;
    for (const level of levelIds(db, levelId)) {
      const inside = inClass(group, level, [from, to]);
      const here = db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM unit WHERE ${where} ${inside.sql}`, level, from, to, ...inside.values)?.n ?? 0;
      const skip = Math.max(0, offset - total);
      if (rows.length < limit && skip < here) {
        // Only the units of the window are looked up; what lies before it is passed over in the index.
        rows.push(...db.all<(typeof rows)[number]>(`SELECT id, levelId, nameEn, nameHi, path FROM unit WHERE id IN (SELECT id FROM unit WHERE ${where} ${inside.sql} ORDER BY path LIMIT ? OFFSET ?) ORDER BY path`, level, from, to, ...inside.values, limit - rows.length, skip));
      }
      total += here;
    }
    const proposer = state === 'missing' && rows.length > 0 ? proposerForShowing(db) : null;
    return { total, offset, rows: rows.map(({ path, ...row }) => ({ ...row, proposal: proposer?.propose(row.nameEn) ?? null, ...withinOf(crumbsOf(db, path)) })) };
  },
  'names.sameWord': ({ db }, { unitId, group, english, hindi }) => {
    const [from, to] = rangeOf(db, unitId);
    const rows = levelIds(db, null).flatMap((levelId) => {
      const inside = inClass(group, levelId, [from, to]);
      return db.raw<[string, string]>(
        `SELECT nameEn, nameHi FROM unit WHERE levelId = ? AND path >= ? AND path < ? AND ${open.proposed} AND nameHi LIKE ? AND nameEn LIKE ? ${inside.sql}`, levelId, from, to, `%${hindi}%`, `%${english}%`, ...inside.values);
    });
    return { units: rows.filter(([nameEn, nameHi]) => withWord(nameEn, nameHi, english, hindi, '') !== null).length };
  },
  'names.propose': (context, { unitId, group, levelId }) => {
    const { db } = context;
    context.progress('names.learn', 0, 1);
    const proposer = proposerOf(db, mostLearned);
    let proposed = 0;
    let left = 0;
    forEach(context, 'names.propose', { unitId, group, levelId, state: 'missing' }, (id, nameEn) => {
      const nameHi = proposer.propose(nameEn);
      if (nameHi === null) left += 1;
      else proposed += db.run('UPDATE unit SET nameHi = ?, nameHiProposed = 1 WHERE id = ?', nameHi, id);
    });
    context.summarise('names.propose', { count: proposed });
    return { proposed, left };
  },
  'names.set': ({ db, summarise }, { names: given }) => {
    let changed = 0;
    for (const { id, nameHi } of given) {
      unitOf(db, id);
      changed += db.run('UPDATE unit SET nameHi = ?, nameHiProposed = 0 WHERE id = ? AND (nameHi IS NOT ? OR nameHiProposed = 1)', nameHi, id, nameHi);
    }
    const one = given.length === 1 ? unitOf(db, given[0]!.id) : null;
    if (one) summarise('names.setOne', { nameEn: one.nameEn, nameHi: one.nameHi });
    else summarise('names.set', { count: changed });
    return { changed };
  },
  'names.confirmAll': (context, { unitId, group, levelId }) => {
    let confirmed = 0;
    forEach(context, 'names.confirm', { unitId, group, levelId, state: 'proposed' }, (id) => { confirmed += context.db.run('UPDATE unit SET nameHiProposed = 0 WHERE id = ?', id); });
    context.summarise('names.confirmAll', { count: confirmed });
    return { confirmed };
  },
  'names.replaceWord': (context, { unitId, group, english, fromHindi, toHindi }) => {
    let changed = 0;
    forEach(context, 'names.replace', { unitId, group, levelId: null, state: 'proposed' }, (id, nameEn, nameHi) => {
      const better = nameHi === null ? null : withWord(nameEn, nameHi, english, fromHindi, toHindi);
      if (better !== null) changed += context.db.run('UPDATE unit SET nameHi = ? WHERE id = ?', better, id);
    });
    context.summarise('names.replaceWord', { fromHindi, toHindi, count: changed });
    return { changed };
  },
} satisfies Calls<'names'>;
