// The timeline: programmes in a window of days with what they had before, what is linked to them, and blackout days.
import type { Programme } from '../../../shared/model/programme.ts';
import type { LinkRow } from '../../../shared/model/schedule.ts';
import type { Timeline, TimelineBar } from '../../../shared/model/timeline.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { programmeState } from '../../../shared/rules/programmeState.ts';
import type { Calls } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';
import { blackoutsOf } from './blackouts.ts';
import { keyOf } from './dated.ts';
import { linksAmong } from './links.ts';
import { pinnedMeetings, pinnedTours } from './pinned.ts';
import { programmesOf } from './read.ts';

const mostEarlier = 5;

/** Days programmes had until an order, latest first. */
function earlierOf(db: ReadDb, ids: readonly string[]): Map<string, TimelineBar['earlier']> {
  const rows = db.all<{ itemId: string; fromDay: string; toDay: string; orderDay: string }>(
    `SELECT orderLine.itemId, orderLine.oldFromDay AS fromDay, orderLine.oldToDay AS toDay, programmeOrder.orderDay
     FROM orderLine JOIN programmeOrder ON programmeOrder.id = orderId
     WHERE orderLine.kind <> 'phase' AND role = 'moved' AND itemId IN (SELECT value FROM json_each(?)) ORDER BY orderDay DESC, orderId DESC`, JSON.stringify(ids));
  const found = new Map<string, TimelineBar['earlier']>();
  for (const { itemId, ...days } of rows) {
    const known = found.get(itemId);
    if (!known) found.set(itemId, [days]);
    else if (known.length < mostEarlier) known.push(days);
  }
  return found;
}

export type Other = Pick<TimelineBar, 'kind' | 'id' | 'nameEn' | 'nameHi' | 'fromDay' | 'toDay' | 'personId' | 'personNameEn' | 'personNameHi' | 'unitId' | 'unitNameEn' | 'unitNameHi'>;

/** Tours in force, and tours and meetings at an end of a link. */
export function linkedOthers(db: ReadDb, fromDay: string, toDay: string): Other[] {
  const linked = (kind: string): string => `(SELECT fromId FROM programmeLink WHERE fromKind = '${kind}' UNION SELECT toId FROM programmeLink WHERE toKind = '${kind}')`;
  return db.all<Other>(
    `SELECT 'tour' AS kind, tour.id, tour.nameEn, tour.nameHi, tour.fromDay, tour.toDay, tour.personId, person.nameEn AS personNameEn, person.nameHi AS personNameHi,
       NULL AS unitId, NULL AS unitNameEn, NULL AS unitNameHi
     FROM tour JOIN person ON person.id = tour.personId WHERE (tour.onCalendar = 1 OR tour.id IN ${linked('tour')}) AND tour.fromDay <= ? AND tour.toDay >= ?
     UNION ALL
     SELECT 'meeting', meeting.id, meeting.titleEn, meeting.titleHi, meeting.day, meeting.day, NULL, NULL, NULL, meeting.unitId, unit.nameEn, unit.nameHi
     FROM meeting LEFT JOIN unit ON unit.id = meeting.unitId WHERE meeting.id IN ${linked('meeting')} AND meeting.day BETWEEN ? AND ?`,
    toDay, fromDay, fromDay, toDay);
}

/** Programmes that belong to the unit, to one above or below it, or have units of it taking part. */
function idsIn(db: ReadDb, fromDay: string, toDay: string, unitId: string | null): string[] {
  const path = unitId === null ? null : unitOf(db, unitId).path;
  const [begin, end] = path === null ? [null, null] : subtreeRange(path);
  const inScope = `(unit.path >= ? AND unit.path < ?) OR substr(?, 1, length(unit.path)) = unit.path`;
  return db.all<{ id: string }>(
    `SELECT programme.id FROM programme LEFT JOIN unit ON unit.id = programme.unitId
     WHERE programme.fromDay <= ? AND programme.toDay >= ? AND (? IS NULL OR unit.id IS NULL OR ${inScope})
       AND (? IS NULL OR NOT EXISTS (SELECT 1 FROM programmeUnit WHERE programmeId = programme.id)
         OR EXISTS (SELECT 1 FROM programmeUnit CROSS JOIN unit ON unit.id = programmeUnit.unitId WHERE programmeId = programme.id AND (${inScope})))
     ORDER BY programme.fromDay, programme.nameEn`,
    toDay, fromDay, path, begin, end, path, path, begin, end, path).map(({ id }) => id);
}

/** Programmes, and tours and meetings beside them, as bars: with what they had before, and whether they are pinned or linked. */
export function barsOf(db: ReadDb, today: string, programmes: readonly Programme[], others: readonly Other[], links: readonly LinkRow[]): TimelineBar[] {
  const pinned = new Set([...pinnedTours(db).keys()].map((id) => keyOf('tour', id)).concat([...pinnedMeetings(db)].map((id) => keyOf('meeting', id))));
  const bars: Omit<TimelineBar, 'linked' | 'pinned'>[] = [
    ...programmes.map(({ id, nameEn, nameHi, fromDay: from, toDay: to, state, phases, personId, personNameEn, personNameHi, unitId: at, unitNameEn, unitNameHi }) => (
      { kind: 'programme' as const, id, nameEn, nameHi, fromDay: from, toDay: to, state, phases, earlier: [], personId, personNameEn, personNameHi, unitId: at, unitNameEn, unitNameHi })),
    ...others.map((one) => ({ ...one, state: programmeState('byDays', one, today), phases: [], earlier: [] })),
  ];
  const linked = new Set(links.flatMap((link) => [keyOf(link.fromKind, link.fromId), keyOf(link.toKind, link.toId)]));
  const earlier = earlierOf(db, bars.map(({ id }) => id));
  return bars.map((bar) => ({ ...bar, earlier: earlier.get(bar.id) ?? [], linked: linked.has(keyOf(bar.kind, bar.id)), pinned: pinned.has(keyOf(bar.kind, bar.id)) }));
}

export const timelineCalls = {
  'programmes.timeline': ({ db, today }, { fromDay, toDay, unitId, limit }) => {
    const ids = idsIn(db, fromDay, toDay, unitId);
    const programmes = programmesOf(db, today, ids.slice(0, limit));
    const others = linkedOthers(db, fromDay, toDay);
    const links = linksAmong(db, new Set([...programmes.map(({ id }) => keyOf('programme', id)), ...others.map(({ kind, id }) => keyOf(kind, id))]));
    return {
      today,
      bars: barsOf(db, today, programmes, others, links).sort((a, b) => (a.fromDay === b.fromDay ? (a.nameEn < b.nameEn ? -1 : 1) : a.fromDay < b.fromDay ? -1 : 1)),
      barsTotal: ids.length + others.length,
      links,
      blackouts: blackoutsOf(db, { fromDay, toDay, unitId }),
    } satisfies Timeline;
  },
} satisfies Pick<Calls<'programmes'>, 'programmes.timeline'>;
