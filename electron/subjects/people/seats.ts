// Seats of one unit's committee: who sits on them on a day, and whether there is room for one more.
import type { Holder, SeatCheck } from '../../../shared/model/post.ts';
import type { ReadDb } from '../../store/sql.ts';
import { unitOf } from '../unitPlace.ts';
import { firstPhone, heldOn } from '../../store/heldPost.ts';

export function holdersOfKind(db: ReadDb, unitId: string, postKindId: string, day: string): Holder[] {
  return db.all<Holder>(
    `SELECT person.id AS personId, post.id AS postId, person.nameEn, person.nameHi, ${firstPhone} AS phone, fromDay, toDay
     FROM post JOIN person ON person.id = post.personId WHERE unitId = ? AND postKindId = ? AND ${heldOn('post')} ORDER BY fromDay, person.nameEn, person.id`,
    unitId, postKindId, day);
}

/** Throws `units.gone`. */
export function seatCheck(db: ReadDb, unitId: string, postKindId: string, day: string, exceptPostId: string | null): SeatCheck {
  const { levelId } = unitOf(db, unitId);
  const seat = db.get<{ seats: number }>('SELECT seats FROM committeeSeat WHERE levelId = ? AND postKindId = ?', levelId, postKindId);
  return { seats: seat?.seats ?? null, holders: holdersOfKind(db, unitId, postKindId, day).filter((holder) => holder.postId !== exceptPostId) };
}
