// What a person is on a day: one place says which post counts, and every list, picker, search and sheet reads it here.

/** Whether a post is held on the day given by the one parameter it takes. */
export const heldOn = (post: string): string => `? BETWEEN COALESCE(${post}.fromDay, '') AND COALESCE(${post}.toDay, '9999')`;

/**
 * Joins `held` (a row of post) and `heldKind`: the post of `person` held on the day (one parameter), the highest first. Both are null
 * without a post. The tables and not the view over them: behind a left join SQLite would make the whole view first.
 */
export const joinHeld = `LEFT JOIN post AS held ON held.id = (
  SELECT one.id FROM post AS one LEFT JOIN postKind ON postKind.id = one.postKindId
  WHERE one.personId = person.id AND ${heldOn('one')}
  ORDER BY COALESCE(postKind.rank, 100000), one.fromDay, one.id LIMIT 1) LEFT JOIN postKind AS heldKind ON heldKind.id = held.postKindId`;

/** Its title in English ('' without a post) and in Hindi: its own, else the kind's. */
export const heldTitleEn = `COALESCE(NULLIF(held.titleEn, ''), heldKind.nameEn, '')`;
export const heldTitleHi = `CASE WHEN held.titleEn <> '' THEN held.titleHi ELSE heldKind.nameHi END`;
export const titleColumns = `${heldTitleEn} AS titleEn, ${heldTitleHi} AS titleHi`;

/** The number for sheets and lists: the first of a person's phones. */
export const firstPhone = `(SELECT number FROM personPhone WHERE personId = person.id ORDER BY ordinal LIMIT 1)`;
