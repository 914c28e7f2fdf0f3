// Everything an order may move, read at once: what is linked, with its days, phases, leaders and links.
import { dayNumber } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { PhaseSaid, ProgrammeSaid } from '../../../shared/model/programme.ts';
import type { DatedKind } from '../../../shared/model/schedule.ts';
import type { ItemIn, PhaseIn } from '../../../shared/rules/reschedule/types.ts';
import type { ReadDb } from '../../store/sql.ts';
import { keyOf } from './dated.ts';
import { allLinks } from './links.ts';
import type { StoredLink } from './links.ts';
import { pinnedMeetings, pinnedTours } from './pinned.ts';

/** What stands behind a key of the rule. */
export interface Thing {
  kind: DatedKind;
  id: string;
  nameEn: string;
  nameHi: string | null;
  fromDay: string;
  toDay: string;
  /** Leads a programme, goes on a tour. */
  personId: string | null;
  unitId: string | null;
  said: ProgrammeSaid;
}

export interface OrderCase {
  root: Thing;
  things: Map<string, Thing>;
  items: ItemIn[];
  links: StoredLink[];
}

interface Row {
  id: string;
  nameEn: string;
  nameHi: string | null;
  fromDay: string;
  toDay: string;
  personId: string | null;
  unitId: string | null;
  said: ProgrammeSaid;
}

const linked = (kind: DatedKind): string => `(SELECT fromId FROM programmeLink WHERE fromKind = '${kind}' UNION SELECT toId FROM programmeLink WHERE toKind = '${kind}')`;

const rowsSql: Record<DatedKind, string> = {
  programme: `SELECT id, nameEn, nameHi, fromDay, toDay, personId, unitId, state AS said FROM programme WHERE id IN ${linked('programme')} OR id = ?`,
  tour: `SELECT id, nameEn, nameHi, fromDay, toDay, personId, NULL AS unitId, 'byDays' AS said FROM tour WHERE id IN ${linked('tour')} AND id <> ?`,
  meeting: `SELECT id, titleEn AS nameEn, titleHi AS nameHi, day AS fromDay, day AS toDay, NULL AS personId, unitId, CASE state WHEN 'cancelled' THEN 'cancelled' ELSE 'byDays' END AS said FROM meeting WHERE id IN ${linked('meeting')} AND id <> ?`,
};

/** Day numbers, each day read once: thousands of programmes share few days. */
function numbers(): (day: string) => number {
  const known = new Map<string, number>();
  return (day) => {
    let number = known.get(day);
    if (number === undefined) known.set(day, number = dayNumber(day));
    return number;
  };
}

/** The key of a phase in the rule: its level. In the order of the levels; sorted here, a few at a time, and not all of them by SQLite. */
function phasesByProgramme(db: ReadDb, number: (day: string) => number): Map<string, PhaseIn[]> {
  const ordinal = new Map(db.raw<[string, number]>('SELECT id, ordinal FROM level'));
  const rows = db.raw<[string, string, string, string, PhaseSaid]>('SELECT programmeId, levelId, fromDay, toDay, COALESCE(said, state) FROM phase ORDER BY programmeId');
  const found = new Map<string, PhaseIn[]>();
  let at = '';
  let phases: PhaseIn[] = [];
  for (const [programmeId, key, from, to, said] of rows) {
    if (programmeId !== at) {
      at = programmeId;
      found.set(programmeId, phases = []);
    }
    phases.push({ key, from: number(from), to: number(to), held: said === 'done', begun: said === 'running', off: said === 'untilFurtherNotice' || said === 'cancelled' });
  }
  for (const some of found.values()) if (some.length > 1) some.sort((a, b) => ordinal.get(a.key)! - ordinal.get(b.key)!);
  return found;
}

const saidOf = (said: ProgrammeSaid): ItemIn['said'] => (said === 'done' ? 'done' : said === 'running' ? 'begun' : said === 'cancelled' || said === 'untilFurtherNotice' ? 'off' : null);

/** Throws `programmes.gone`. */
export function orderCase(db: ReadDb, programmeId: string): OrderCase {
  const number = numbers();
  const phases = phasesByProgramme(db, number);
  const tours = pinnedTours(db);
  const meetings = pinnedMeetings(db);
  const things = new Map<string, Thing>();
  const items: ItemIn[] = [];
  for (const kind of ['programme', 'tour', 'meeting'] as const) {
    for (const row of db.all<Row>(rowsSql[kind], programmeId)) {
      const key = keyOf(kind, row.id);
      const pinned = (kind === 'tour' && tours.has(row.id)) || (kind === 'meeting' && meetings.has(row.id));
      things.set(key, { kind, ...row });
      const own = kind === 'programme' ? phases.get(row.id) ?? [] : [];
      items.push({ key, from: number(row.fromDay), to: number(row.toDay), phases: own, said: pinned ? 'pinned' : saidOf(row.said) ?? (own.some(({ begun }) => begun) ? 'begun' : null) });
    }
  }
  const root = things.get(keyOf('programme', programmeId));
  if (!root) throw new AppError('programmes.gone');
  return { root, things, items, links: allLinks(db) };
}
