// Who answers for a unit, and who receives a visitor there.
import type { Named } from '../../../shared/model/common.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import type { ReadDb } from '../../store/sql.ts';
import { joined, nameOf } from './wording.ts';

export interface Leader extends Named {
  id: string;
  titleEn: string;
  titleHi: string | null;
  phone: string | null;
}

const columns = 'person.id, person.nameEn, person.nameHi, person.titleEn, person.titleHi, person.phone';

/** People who answer for the unit on the day: those at home there first, veterans and guests after them. */
export function responsibleFor(db: ReadDb, unitId: string, day: string): Leader[] {
  return db.all<Leader>(
    `SELECT DISTINCT ${columns}, (person.unitId IS NOT responsibility.unitId) AS guest
     FROM responsibility JOIN person ON person.id = responsibility.personId
     WHERE responsibility.unitId = ? AND responsibility.fromDay <= ? AND responsibility.toDay >= ?
     ORDER BY guest, person.veteran, person.id`,
    unitId, day, day,
  );
}

export function leaderOf(db: ReadDb, personId: string): Leader | undefined {
  return db.get<Leader>(`SELECT ${columns} FROM person WHERE id = ?`, personId);
}

/** Who answers for the unit on the day, else who has a post there; undefined where there is nobody. */
export function receiverAt(db: ReadDb, unitId: string, day: string): Leader | undefined {
  return responsibleFor(db, unitId, day)[0]
    ?? db.get<Leader>(`SELECT ${columns} FROM person WHERE unitId = ? ORDER BY id LIMIT 1`, unitId);
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
