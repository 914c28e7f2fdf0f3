// The leaders beside the board, with what each has at the level in the period and how many of its days he is away.
import type { ChargeView, LeaderLoad } from '../../../shared/model/charge.ts';
import type { Page } from '../../../shared/model/common.ts';
import { daysCovered } from '../../../shared/rules/charges/periods.ts';
import { idsFound } from '../../store/searchFind.ts';
import type { ReadDb, SqlValue } from '../../store/sql.ts';
import { firstPhone, joinHeld, titleColumns } from '../../store/heldPost.ts';
import { wantedWords } from '../searchWords.ts';
import { firstMetric, placesIn, runningIn } from './view.ts';

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

export function leadersPage(db: ReadDb, ask: LeadersAsk): Page<LeaderLoad> {
  const where = ['person.mergedIntoId IS NULL'];
  const values: SqlValue[] = [];
  const words = wantedWords(ask.text);
  if (words.length > 0) {
    where.push('person.id IN (SELECT value FROM json_each(?))');
    values.push(JSON.stringify(idsFound(db, words, 'person')));
  }
  if (ask.holding) {
    const places = placesIn(db, ask);
    where.push(`person.id IN (SELECT place.personId FROM chargePlace AS place WHERE ${places.sql})`);
    values.push(...places.values);
  }
  const filter = `WHERE ${where.join(' AND ')}`;
  const name = ask.language === 'hi' ? 'COALESCE(person.nameHi, person.nameEn)' : 'person.nameEn';
  const rows = db.all<StoredLeader>(
    `SELECT person.id, person.nameEn, person.nameHi, ${titleColumns}, unit.nameEn AS unitNameEn, unit.nameHi AS unitNameHi, ${firstPhone} AS phone, person.veteran
     FROM person ${joinHeld} LEFT JOIN unit ON unit.id = held.unitId LEFT JOIN level ON level.id = unit.levelId ${filter}
     ORDER BY COALESCE(level.ordinal, 0), person.veteran, ${name} COLLATE NOCASE, person.id LIMIT ? OFFSET ?`, ask.fromDay, ...values, ask.limit, ask.offset);
  const ids = rows.map((row) => row.id);
  const loads = loadsOf(db, ask, ids);
  const away = awayDaysOf(db, ids, ask);
  return {
    total: db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM person ${filter}`, ...values)?.n ?? 0,
    offset: ask.offset,
    rows: rows.map((row) => ({ ...row, veteran: row.veteran === 1, units: 0, electors: 0, target: null, achieved: null, ...loads.get(row.id), awayDays: away.get(row.id) ?? 0 })),
  };
}
