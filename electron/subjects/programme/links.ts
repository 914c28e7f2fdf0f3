// Links between programmes, tours and meetings: listed with how they hold, saved unless they close a cycle, taken away.
import { dayNumber } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Dated, DatedKind, LinkFields, LinkRow } from '../../../shared/model/schedule.ts';
import { cycleOf } from '../../../shared/rules/reschedule/cycleOf.ts';
import type { Stretch } from '../../../shared/rules/reschedule/linkHolds.ts';
import { linkHolds, slackOf } from '../../../shared/rules/reschedule/linkHolds.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import type { Calls } from '../../calls.ts';
import { insertRow } from '../../store/insertRow.ts';
import type { ReadDb, SqlValue, WriteDb } from '../../store/sql.ts';
import { datedOf, datedSql, keyOf } from './dated.ts';

export type StoredLink = LinkFields & { id: string };

const columns = 'id, fromKind, fromId, toKind, toId, kind, days, note';

export const stretchOf = ({ fromDay, toDay }: Dated): Stretch => ({ from: dayNumber(fromDay), to: dayNumber(toDay) });

/** With both ends and how they hold; a link to something that is gone is left out. */
function rowsOf(db: ReadDb, links: readonly StoredLink[]): LinkRow[] {
  const ends = datedOf(db, links.flatMap((link) => [{ kind: link.fromKind, id: link.fromId }, { kind: link.toKind, id: link.toId }]));
  return links.flatMap((link) => {
    const from = ends.get(keyOf(link.fromKind, link.fromId));
    const to = ends.get(keyOf(link.toKind, link.toId));
    if (!from || !to) return [];
    const [before, after] = [stretchOf(from), stretchOf(to)];
    const slackDays = link.kind === 'keepsGap' ? after.from - before.to : slackOf(link.kind, link.days, before, after);
    return [{ ...link, from, to, broken: !linkHolds(link.kind, link.days, before, after), slackDays }];
  });
}

/** Links at either end of something. */
export function linksOf(db: ReadDb, { kind, id }: { kind: DatedKind; id: string }): LinkRow[] {
  return rowsOf(db, db.all<StoredLink>(
    `SELECT ${columns} FROM programmeLink WHERE fromKind = ? AND fromId = ? UNION SELECT ${columns} FROM programmeLink WHERE toKind = ? AND toId = ?`,
    kind, id, kind, id,
  ));
}

export const allLinks = (db: ReadDb): StoredLink[] => db.all<StoredLink>(`SELECT ${columns} FROM programmeLink ORDER BY id`);

/** Links at either end of any of some things, found by the indexes of their ends. */
export function linksAt(db: ReadDb, refs: readonly { kind: DatedKind; id: string }[]): LinkRow[] {
  const found = new Map<string, StoredLink>();
  for (const kind of ['programme', 'tour', 'meeting'] as const) {
    const ids = refs.filter((ref) => ref.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    for (const end of ['from', 'to']) {
      for (const link of db.all<StoredLink>(`SELECT ${columns} FROM programmeLink WHERE ${end}Kind = ? AND ${end}Id IN (SELECT value FROM json_each(?))`, kind, JSON.stringify(ids))) found.set(link.id, link);
    }
  }
  return rowsOf(db, [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Links of which at least one end is among the keys (`keyOf`). */
export function linksAmong(db: ReadDb, keys: ReadonlySet<string>): LinkRow[] {
  return rowsOf(db, allLinks(db).filter((link) => keys.has(keyOf(link.fromKind, link.fromId)) || keys.has(keyOf(link.toKind, link.toId))));
}

/** What is taken away takes its links with it. */
export function dropLinks(db: WriteDb, kind: DatedKind, id: string): void {
  db.run('DELETE FROM programmeLink WHERE (fromKind = ? AND fromId = ?) OR (toKind = ? AND toId = ?)', kind, id, kind, id);
}

/** Links without a direction close no cycle. Throws `programmes.cycle` {namesEn, namesHi}. */
function refuseCycle(db: ReadDb, id: string | null, fields: LinkFields): void {
  if (fields.kind === 'mustNotOverlap') return;
  const arrows = allLinks(db).filter((link) => link.id !== id && link.kind !== 'mustNotOverlap')
    .map((link) => ({ from: keyOf(link.fromKind, link.fromId), to: keyOf(link.toKind, link.toId) }));
  const cycle = cycleOf(arrows, { from: keyOf(fields.fromKind, fields.fromId), to: keyOf(fields.toKind, fields.toId) });
  if (!cycle) return;
  const refs = cycle.map((key) => ({ kind: key.slice(0, key.indexOf(' ')) as DatedKind, id: key.slice(key.indexOf(' ') + 1) }));
  const found = datedOf(db, refs);
  const names = cycle.map((key) => found.get(key)).filter((one) => one !== undefined);
  throw new AppError('programmes.cycle', { namesEn: names.map(({ nameEn }) => nameEn).join(' → '), namesHi: names.map(({ nameEn, nameHi }) => nameHi || nameEn).join(' → ') });
}

/** A word of the name that begins with the text counts more than one that only holds it. */
const fits = (one: Dated, text: string): boolean => text === '' || [one.nameEn, one.nameHi ?? ''].some((name) => foldKey(name).includes(text));

export const linkCalls = {
  'programmes.links': ({ db }, ref) => linksOf(db, ref),

  'programmes.linkable': ({ db, today }, { text, not, limit }) => {
    const wanted = foldKey(text);
    // Names are folded, so they are read; those nearest to today come first and mostly suffice.
    const near: Dated[] = [];
    for (const kind of ['programme', 'tour', 'meeting'] as const) {
      const rows = db.all<Dated>(`${datedSql[kind]} ORDER BY fromDay DESC LIMIT 10000`);
      near.push(...rows.filter((one) => !(not?.kind === kind && not.id === one.id) && fits(one, wanted)));
    }
    const away = ({ fromDay, toDay }: Dated): number => Math.max(0, dayNumber(fromDay) - dayNumber(today), dayNumber(today) - dayNumber(toDay));
    return near.map((one) => ({ one, away: away(one) })).sort((a, b) => a.away - b.away || (a.one.nameEn < b.one.nameEn ? -1 : 1)).slice(0, limit).map(({ one }) => one);
  },

  'programmes.saveLink': ({ db, newId, summarise }, { id, fields }) => {
    const { fromKind, fromId, toKind, toId, kind, note } = fields;
    const ends = datedOf(db, [{ kind: fromKind, id: fromId }, { kind: toKind, id: toId }]);
    const [from, to] = [ends.get(keyOf(fromKind, fromId)), ends.get(keyOf(toKind, toId))];
    if (!from || !to) throw new AppError('programmes.linkEndGone');
    if (from === to) throw new AppError('programmes.linkToItself');
    if (id !== null && !db.get('SELECT 1 FROM programmeLink WHERE id = ?', id)) throw new AppError('programmes.linkGone');
    const twin = db.get<{ id: string }>(
      `SELECT id FROM programmeLink WHERE kind = ? AND ((fromKind = ? AND fromId = ? AND toKind = ? AND toId = ?) OR (kind = 'mustNotOverlap' AND toKind = ? AND toId = ? AND fromKind = ? AND fromId = ?))`,
      kind, fromKind, fromId, toKind, toId, fromKind, fromId, toKind, toId);
    if (twin && twin.id !== id) throw new AppError('programmes.linkTwice');
    refuseCycle(db, id, fields);
    const days = kind === 'startsAfter' || kind === 'mustEndBefore' ? fields.days : 0;
    const values: Record<string, SqlValue> = { fromKind, fromId, toKind, toId, kind, days, note };
    const linkId = id ?? newId();
    if (id === null) insertRow(db, 'programmeLink', { id: linkId, ...values });
    else db.run(`UPDATE programmeLink SET ${Object.keys(values).map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, ...Object.values(values), id);
    summarise('programmes.saveLink', { nameEn: from.nameEn, nameHi: from.nameHi, toEn: to.nameEn, toHi: to.nameHi });
    return { id: linkId };
  },

  'programmes.removeLink': ({ db, summarise }, { id }) => {
    const link = db.get<StoredLink>(`SELECT ${columns} FROM programmeLink WHERE id = ?`, id);
    if (!link) throw new AppError('programmes.linkGone');
    const [row] = rowsOf(db, [link]);
    db.run('DELETE FROM programmeLink WHERE id = ?', id);
    summarise('programmes.removeLink', { nameEn: row?.from.nameEn ?? '', nameHi: row?.from.nameHi ?? null, toEn: row?.to.nameEn ?? '', toHi: row?.to.nameHi ?? null });
    return null;
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.links' | 'programmes.linkable' | 'programmes.saveLink' | 'programmes.removeLink'>;
