// Posts of people: given, ended, taken back; and the kinds of post the party has.
import { addDays } from '../../shared/dates.ts';
import { AppError } from '../../shared/errors.ts';
import type { PostFields, PostKind } from '../../shared/model/post.ts';
import type { Calls, CommandContext } from '../calls.ts';
import { insertRow } from '../store/insertRow.ts';
import type { ReadDb, WriteDb } from '../store/sql.ts';
import { postOf, standingPerson } from './people/personRows.ts';
import { seatCheck } from './people/seats.ts';
import { unitOf } from './unitPlace.ts';

function kindOf(db: ReadDb, id: string): PostKind {
  const kind = db.get<PostKind>('SELECT * FROM postKind WHERE id = ?', id);
  if (!kind) throw new AppError('posts.kindGone');
  return kind;
}

/** Refuses what no post can be; gives the row to be written: a title of its own only where it says more than the kind. */
export function postRow(db: ReadDb, fields: PostFields): PostFields {
  const { postKindId, unitId, fromDay, toDay } = fields;
  if (unitId !== null) unitOf(db, unitId);
  if (fromDay !== null && toDay !== null && toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
  const kind = postKindId === null ? null : kindOf(db, postKindId);
  if (!kind && fields.titleEn === '') throw new AppError('posts.noTitle');
  const sameAsKind = kind && (fields.titleEn === '' || (fields.titleEn === kind.nameEn && (fields.titleHi ?? kind.nameHi) === kind.nameHi));
  return sameAsKind ? { ...fields, titleEn: '', titleHi: null } : fields;
}

/** A post begun: those named in `ends` end the day before (before today where it begins at no day). */
export function addPost({ db, today, newId }: Pick<CommandContext, 'db' | 'today' | 'newId'>, personId: string, fields: PostFields, ends: readonly string[]): string {
  const id = newId();
  insertRow(db, 'post', { id, personId, ...postRow(db, fields) });
  endBefore(db, ends, fields.fromDay ?? today);
  return id;
}

function endBefore(db: WriteDb, ids: readonly string[], day: string): void {
  const toDay = addDays(day, -1);
  for (const id of ids) {
    const { fromDay } = postOf(db, id);
    if (fromDay !== null && toDay < fromDay) throw new AppError('posts.begunLater', { day: fromDay });
    db.run('UPDATE post SET toDay = ? WHERE id = ?', toDay, id);
  }
}

/** Puts the kinds into one order by tens, `id` behind `afterId`. */
function rankKinds({ db }: Pick<CommandContext, 'db'>, id: string, afterId: string | null): void {
  const ids = db.all<{ id: string }>('SELECT id FROM postKind ORDER BY rank, id').map((kind) => kind.id).filter((one) => one !== id);
  ids.splice(afterId === null ? 0 : ids.indexOf(afterId) + 1, 0, id);
  ids.forEach((one, at) => db.run('UPDATE postKind SET rank = ? WHERE id = ? AND rank <> ?', (at + 1) * 10, one, (at + 1) * 10));
}

export const posts = {
  'posts.kinds': ({ db }) => db.all<PostKind>('SELECT id, nameEn, nameHi, rank FROM postKind ORDER BY rank, id'),
  'posts.check': ({ db, today }, { unitId, postKindId, day, exceptPostId }) => seatCheck(db, unitId, postKindId, day ?? today, exceptPostId),
  'posts.save': (context, { id, personId, fields, ends }) => {
    const { db, today, summarise } = context;
    const { nameEn, nameHi } = standingPerson(db, personId);
    let made = id;
    if (id === null) {
      made = addPost(context, personId, fields, ends);
    } else {
      if (postOf(db, id).personId !== personId) throw new AppError('posts.gone');
      const row = postRow(db, fields);
      db.run('UPDATE post SET postKindId = ?, titleEn = ?, titleHi = ?, unitId = ?, fromDay = ?, toDay = ?, orderBy = ?, orderDay = ? WHERE id = ?',
        row.postKindId, row.titleEn, row.titleHi, row.unitId, row.fromDay, row.toDay, row.orderBy, row.orderDay, id);
      endBefore(db, ends, row.fromDay ?? today);
    }
    const { titleEn, titleHi } = postOf(db, made!);
    summarise(id === null ? 'posts.add' : 'posts.save', { nameEn, nameHi, titleEn, titleHi });
    return { id: made! };
  },
  'posts.end': ({ db, summarise }, { id, toDay }) => {
    const { nameEn, nameHi, titleEn, titleHi, fromDay } = postOf(db, id);
    if (fromDay !== null && toDay < fromDay) throw new AppError('dates.endBeforeStart', { fromDay, toDay });
    db.run('UPDATE post SET toDay = ? WHERE id = ?', toDay, id);
    summarise('posts.end', { nameEn, nameHi, titleEn, titleHi, toDay });
    return null;
  },
  'posts.remove': ({ db, summarise }, { id }) => {
    const { nameEn, nameHi, titleEn, titleHi } = postOf(db, id);
    db.run('DELETE FROM post WHERE id = ?', id);
    summarise('posts.remove', { nameEn, nameHi, titleEn, titleHi });
    return null;
  },
  'posts.saveKind': (context, { id, fields, afterId }) => {
    const { db, newId, summarise } = context;
    const double = db.get<{ id: string }>('SELECT id FROM postKind WHERE (nameEn = ? COLLATE NOCASE OR nameHi = ?) AND id IS NOT ?', fields.nameEn, fields.nameHi, id);
    if (double) throw new AppError('posts.kindTwice', { ...fields });
    const made = id ?? newId();
    if (id === null) insertRow(db, 'postKind', { id: made, ...fields, rank: 1_000_000 });
    else db.run('UPDATE postKind SET nameEn = ?, nameHi = ? WHERE id = ?', fields.nameEn, fields.nameHi, kindOf(db, id).id);
    if (afterId !== undefined) rankKinds(context, made, afterId);
    summarise('posts.saveKind', { ...fields });
    return { id: made };
  },
  'posts.removeKind': ({ db, summarise }, { id }) => {
    const { nameEn, nameHi } = kindOf(db, id);
    const uses = db.get<{ posts: number; seats: number }>('SELECT (SELECT COUNT(*) FROM post WHERE postKindId = ?) AS posts, (SELECT COUNT(*) FROM committeeSeat WHERE postKindId = ?) AS seats', id, id)!;
    if (uses.posts + uses.seats > 0) throw new AppError('posts.kindInUse', { ...uses });
    db.run('DELETE FROM postKind WHERE id = ?', id);
    summarise('posts.removeKind', { nameEn, nameHi });
    return null;
  },
} satisfies Calls<'posts'>;
