// Committees: the template of each level, one unit's committee, and what is filled and vacant below a unit.
import { AppError } from '../../shared/errors.ts';
import type { Committee, CommitteeLine, CommitteeTemplate, SortBy } from '../../shared/model/committee.ts';
import type { Holder } from '../../shared/model/post.ts';
import type { Calls } from '../calls.ts';
import type { ReadDb } from '../store/sql.ts';
import { boardLines, kindSeats, levelSeats, placeOf } from './people/committeeSums.ts';
import { firstPhone, heldOn } from '../store/heldPost.ts';
import { seatsByClass } from './people/seatsByClass.ts';
import { templateOf, vacantUnits } from './people/vacancies.ts';
import { groupedVacant } from './people/vacantByClass.ts';
import { unitOf } from './unitPlace.ts';

type Seated = Holder & { postKindId: string | null; titleEn: string; titleHi: string | null };

function committeeOf(db: ReadDb, unitId: string, day: string): Committee {
  const { levelId, nameEn, nameHi } = unitOf(db, unitId);
  const people = db.all<Seated>(
    `SELECT person.id AS personId, held.id AS postId, person.nameEn, person.nameHi, ${firstPhone} AS phone, held.fromDay, held.toDay, held.postKindId, held.titleEn, held.titleHi
     FROM postTitled AS held JOIN person ON person.id = held.personId WHERE held.unitId = ? AND ${heldOn('held')} ORDER BY held.rank, held.fromDay, person.nameEn, person.id`,
    unitId, day);
  const template = templateOf(db, levelId);
  const asHolder = ({ personId, postId, nameEn: own, nameHi: ownHi, phone, fromDay, toDay }: Seated): Holder => ({ personId, postId, nameEn: own, nameHi: ownHi, phone, fromDay, toDay });
  return {
    unitId, levelId, nameEn, nameHi,
    seats: template.map((seat) => ({ ...seat, holders: people.filter((one) => one.postKindId === seat.postKindId).map(asHolder) })),
    others: people.filter((one) => !template.some((seat) => seat.postKindId === one.postKindId)).map((one) => ({ ...asHolder(one), titleEn: one.titleEn, titleHi: one.titleHi })),
  };
}

function inOrder(lines: CommitteeLine[], sort: SortBy, language: 'en' | 'hi'): CommitteeLine[] {
  const name = (line: CommitteeLine) => (language === 'hi' ? line.nameHi ?? line.nameEn : line.nameEn);
  const collator = new Intl.Collator(language, { numeric: true });
  const byName = (a: CommitteeLine, b: CommitteeLine) => collator.compare(name(a), name(b));
  return lines.sort((a, b) => (sort === 'name' ? byName(a, b) : b[sort] - a[sort] || byName(a, b)));
}

export const committees = {
  'committees.templates': ({ db }) => {
    const levels = db.all<{ levelId: string; units: number }>(
      `SELECT level.id AS levelId, (SELECT COUNT(*) FROM unit WHERE parentId IS NULL AND unit.levelId = level.id AND closedDay IS NULL)
         + (SELECT COALESCE(SUM(tally.units), 0) FROM unit JOIN tally ON tally.unitId = unit.id WHERE unit.parentId IS NULL AND tally.levelId = level.id) AS units
       FROM level ORDER BY ordinal, id`);
    return levels.map(({ levelId, units }): CommitteeTemplate => ({ levelId, units, seats: templateOf(db, levelId) }));
  },
  'committees.saveTemplate': ({ db, summarise }, { levelId, seats }) => {
    const level = db.get<{ nameEn: string; nameHi: string }>('SELECT nameEn, nameHi FROM level WHERE id = ?', levelId);
    if (!level) throw new AppError('committees.noLevel');
    if (new Set(seats.map((seat) => seat.postKindId)).size < seats.length) throw new AppError('committees.postTwice');
    const known = db.get<{ n: number }>('SELECT COUNT(*) AS n FROM postKind WHERE id IN (SELECT value FROM json_each(?))', JSON.stringify(seats.map((seat) => seat.postKindId)))!.n;
    if (known < seats.length) throw new AppError('posts.kindGone');
    // Only what differs is written, so that the step says what changed.
    db.run('DELETE FROM committeeSeat WHERE levelId = ? AND postKindId NOT IN (SELECT value FROM json_each(?))', levelId, JSON.stringify(seats.map((seat) => seat.postKindId)));
    seats.forEach(({ postKindId, seats: count }, at) => db.run(
      `INSERT INTO committeeSeat (levelId, postKindId, seats, ordinal) VALUES (?, ?, ?, ?)
       ON CONFLICT (levelId, postKindId) DO UPDATE SET seats = excluded.seats, ordinal = excluded.ordinal WHERE seats <> excluded.seats OR ordinal <> excluded.ordinal`,
      levelId, postKindId, count, at + 1));
    summarise('committees.saveTemplate', { ...level });
    return null;
  },
  'committees.of': ({ db, today }, { unitId, day }) => committeeOf(db, unitId, day ?? today),
  'committees.levels': ({ db, today }, { unitId, group, day }) => levelSeats(db, placeOf(db, unitId, group), day ?? today),
  'committees.kinds': ({ db, today }, { unitId, group, levelId, day }) => kindSeats(db, placeOf(db, unitId, group), levelId, day ?? today),
  'committees.board': ({ db, today }, { unitId, group, levelId, day, sort, language, offset, limit }) => {
    const lines = inOrder(boardLines(db, placeOf(db, unitId, group), levelId, day ?? today), sort, language);
    return { total: lines.length, offset, rows: lines.slice(offset, offset + limit) };
  },
  'committees.classes': ({ db, today }, { day, ...ask }) => seatsByClass(db, ask, day ?? today),
  'committees.vacant': ({ db, today }, { unitId, group, day, ...ask }) => vacantUnits(db, placeOf(db, unitId, group), day ?? today, ask),
  'committees.vacantGrouped': ({ db, today }, { day, ...ask }) => groupedVacant(db, ask, day ?? today),
} satisfies Calls<'committees'>;
