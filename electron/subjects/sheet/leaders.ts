// Who answers for a unit, and who receives a visitor there.
import type { Named } from '../../../shared/model/common.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import type { ReadDb } from '../../store/sql.ts';
import { firstPhone, heldOn, joinHeld, titleColumns } from '../../store/heldPost.ts';
import { holdersAt } from '../people/personRows.ts';
import { joined, nameOf } from './wording.ts';

export interface Leader extends Named {
  id: string;
  titleEn: string;
  titleHi: string | null;
  phone: string | null;
}

/** A leader's columns; the join behind them takes the day. */
export const leaderColumns = `person.id, person.nameEn, person.nameHi, ${titleColumns}, ${firstPhone} AS phone`;

/** People who answer for the unit on the day: those at home there first, veterans and guests after them. */
export function responsibleFor(db: ReadDb, unitId: string, day: string): Leader[] {
  return db.all<Leader>(
    `SELECT DISTINCT ${leaderColumns},
       NOT EXISTS (SELECT 1 FROM post WHERE post.personId = person.id AND post.unitId = responsibility.unitId AND ${heldOn('post')}) AS guest
     FROM responsibility JOIN person ON person.id = responsibility.personId ${joinHeld}
     WHERE responsibility.unitId = ? AND responsibility.fromDay <= ? AND responsibility.toDay >= ?
     ORDER BY guest, person.veteran, person.id`,
    day, day, unitId, day, day,
  );
}

/** With the post held on the day. */
export function leaderOf(db: ReadDb, personId: string, day: string): Leader | undefined {
  return db.get<Leader>(`SELECT ${leaderColumns} FROM person ${joinHeld} WHERE person.id = ?`, day, personId);
}

/** Who answers for the unit on the day, else who has a post there; undefined where there is nobody. */
export function receiverAt(db: ReadDb, unitId: string, day: string): Leader | undefined {
  return responsibleFor(db, unitId, day)[0]
    ?? holdersAt(db, unitId, day)[0];
}

/** The name with the post behind it, unless the name says the post already. */
export function leaderName(leader: Leader): Text {
  const name = nameOf(leader);
  const title = nameOf({ nameEn: leader.titleEn, nameHi: leader.titleHi });
  const added = (full: string, post: string): string => (post === '' || full.includes(post) ? full : `${full} (${post})`);
  return { hi: added(name.hi, title.hi), en: added(name.en, title.en) };
}

/** Name and phone on one line. */
export const leaderLine = (leader: Leader): Text => joined([leaderName(leader), { hi: leader.phone ?? '', en: leader.phone ?? '' }], ' · ');

/** Whose tour it is, and its name; the leader not twice, where the tour is called after him. */
export function tourLine(leader: Text, tour: Named): Text {
  const name = nameOf(tour);
  const said = (language: 'hi' | 'en'): string => (name[language].includes(leader[language]) ? name[language] : `${leader[language]} · ${name[language]}`);
  return { hi: said('hi'), en: said('en') };
}
