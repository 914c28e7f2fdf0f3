// The leaders beside the board, with what each has at the level in the period and how many of its days he is away.
import type { ChargeView, LeaderLoad } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import { daysCovered } from '../../../shared/rules/charges/periods.ts';
import { idsFound } from '../../store/searchFind.ts';
import type { ReadDb } from '../../store/sql.ts';
import { firstPhone, heldOn, joinHeld, titleColumns } from '../../store/heldPost.ts';
import { wantedWords } from '../searchWords.ts';
import { countUnits, firstMetric, placesIn, runningIn, unitsIn } from './view.ts';

/** Where a level has more units than this, its own office-bearers are found by name. */
const mostOwnPosts = 1000;
/** So many are put in the order of their posts and names. */
const mostSorted = 2000;

export interface LeadersAsk extends ChargeView {
  text: string;
  language: 'en' | 'hi';
  holding: boolean;
  offset: number;
  limit: number;
}

type StoredLeader = Omit<LeaderLoad, 'veteran' | 'units' | 'electors' | 'target' | 'achieved' | 'awayDays'> & { veteran: number };

/** What people have at the level in the period, everywhere: units each once. */
export function loadsOf(db: ReadDb, view: ChargeView, personIds: readonly string[]): Map<string, { units: number; electors: number; target: number | null; achieved: number | null }> {
  const running = runningIn(view);
  const metricId = firstMetric(db, view.programmeId);
  const rows = db.all<{ personId: string; units: number; electors: number; target: number | null; achieved: number | null }>(
    `SELECT had.personId, COUNT(*) AS units, SUM(had.electors) AS electors, SUM(COALESCE(target.value, rollup.below)) AS target, SUM(rollup.achieved) AS achieved
     FROM (SELECT DISTINCT place.personId, place.unitId, place.electors FROM chargePlace AS place
       WHERE place.personId IN (SELECT value FROM json_each(?)) AND place.levelId = ? AND ${running.sql}) AS had
     LEFT JOIN target ON target.programmeId = ? AND target.metricId = ? AND target.unitId = had.unitId
     LEFT JOIN rollup ON rollup.programmeId = ? AND rollup.metricId = ? AND rollup.unitId = had.unitId
     GROUP BY had.personId`,
    JSON.stringify(personIds), view.levelId, ...running.values, view.programmeId, metricId, view.programmeId, metricId);
  return new Map(rows.map(({ personId, ...load }) => [personId, load]));
}

/** Days of the period each person is away. */
export function awayDaysOf(db: ReadDb, personIds: readonly string[], period: { fromDay: string; toDay: string }): Map<string, number> {
  const rows = db.all<{ personId: string; fromDay: string; toDay: string }>(
    'SELECT personId, fromDay, toDay FROM dayAway WHERE personId IN (SELECT value FROM json_each(?)) AND fromDay <= ? AND toDay >= ?', JSON.stringify(personIds), period.toDay, period.fromDay);
  const each = Map.groupBy(rows, (row) => row.personId);
  return new Map([...each].map(([personId, away]) => [personId, daysCovered(period, away)]));
}

/** Whoever may be thought of without a name being typed: posts from this level up while they are few, nobody's posts, and who has something here. */
function likely(db: ReadDb, ask: LeadersAsk): string[] {
  const levels = db.raw<[string]>('SELECT id FROM level WHERE ordinal <= (SELECT ordinal FROM level WHERE id = ?)', ask.levelId).map(([id]) => id);
  const ids: string[] = [];
  for (const levelId of levels) {
    // Where a level is too large for the state, its office-bearers here may still be few.
    const near = [{ levelId, unitId: null }, { levelId, unitId: ask.unitId }].find((view) => countUnits(db, view) <= mostOwnPosts);
    if (!near) continue;
    const units = unitsIn(db, near);
    ids.push(...db.raw<[string]>(`SELECT post.personId FROM unit INDEXED BY unitOpenByLevel CROSS JOIN post ON post.unitId = unit.id WHERE ${units.sql} AND ${heldOn('post')}`, ...units.values, ask.fromDay).map(([id]) => id));
  }
  const free = db.raw<[string]>(
    `SELECT personId FROM post WHERE unitId IS NULL AND ${heldOn('post')} UNION ALL SELECT id FROM (SELECT id FROM person EXCEPT SELECT personId FROM post)`, ask.fromDay);
  return [...ids, ...free.map(([id]) => id), ...(countUnits(db, ask) <= mostOwnPosts ? holding(db, ask) : [])];
}

/** Whoever has something in the scope in the period. */
function holding(db: ReadDb, ask: LeadersAsk): string[] {
  const places = placesIn(db, ask);
  return db.raw<[string]>(`SELECT DISTINCT place.personId FROM chargePlace AS place INDEXED BY chargePlaceByPerson WHERE ${places.sql}`, ...places.values).map(([id]) => id);
}

function candidates(db: ReadDb, ask: LeadersAsk): string[] {
  const words = wantedWords(ask.text);
  const found = words.length > 0 ? idsFound(db, words, 'person') : null;
  if (!ask.holding) return [...new Set(found ?? likely(db, ask))];
  const holders = holding(db, ask);
  const named = found === null ? null : new Set(found);
  return named === null ? holders : holders.filter((id) => named.has(id));
}

export function leadersPage(db: ReadDb, ask: LeadersAsk): Page<LeaderLoad> {
  const merged = new Set(db.raw<[string]>('SELECT id FROM person WHERE mergedIntoId IS NOT NULL').map(([id]) => id));
  const all = candidates(db, ask).filter((id) => !merged.has(id));
  // Thousands come as they are kept: nobody reads so far down, he types a name.
  const sorted = all.length <= mostSorted;
  const name = ask.language === 'hi' ? 'COALESCE(person.nameHi, person.nameEn)' : 'person.nameEn';
  const rows = db.all<StoredLeader>(
    `SELECT person.id, person.nameEn, person.nameHi, ${titleColumns}, unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, ${firstPhone} AS phone, person.veteran
     FROM json_each(?) AS chosen CROSS JOIN person ON person.id = chosen.value ${joinHeld} LEFT JOIN unit ON unit.id = held.unitId LEFT JOIN level ON level.id = unit.levelId
     ORDER BY COALESCE(level.ordinal, 0), person.veteran, ${name} COLLATE NOCASE, person.id LIMIT ? OFFSET ?`,
    JSON.stringify(sorted ? all : all.slice(ask.offset, ask.offset + ask.limit)), ask.fromDay, ask.limit, sorted ? ask.offset : 0);
  const ids = rows.map((row) => row.id);
  const loads = loadsOf(db, ask, ids);
  const away = awayDaysOf(db, ids, ask);
  return {
    total: all.length, offset: ask.offset,
    rows: rows.map((row) => ({ ...row, veteran: row.veteran === 1, units: 0, electors: 0, target: null, achieved: null, ...loads.get(row.id), awayDays: away.get(row.id) ?? 0 })),
  };
}
