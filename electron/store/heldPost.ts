// What a person is on a day: one place says which post counts, and every list, picker, search and sheet reads it here.

/** Whether a post is held on the day given by the one parameter it takes. */
export const heldOn = (post: string): string => `? BETWEEN COALESCE(${post}.fromDay, '') AND COALESCE(${post}.toDay, '9999')`;

/**
 * Joins `held`: the post of `person` held on the day (one parameter), the highest first; columns of `postTitled`.
 * Without a post they are null; show the titles through `titleColumns`.
 */
export const joinHeld = `LEFT JOIN postTitled AS held ON held.id = (
  SELECT one.id FROM post AS one LEFT JOIN postKind ON postKind.id = one.postKindId
  WHERE one.personId = person.id AND ${heldOn('one')}
  ORDER BY COALESCE(postKind.rank, 100000), one.fromDay, one.id LIMIT 1)`;

export const titleColumns = `COALESCE(held.titleEn, '') AS titleEn, held.titleHi`;

/** The number for sheets and lists: the first of a person's phones. */
export const firstPhone = `(SELECT number FROM personPhone WHERE personId = person.id ORDER BY ordinal LIMIT 1)`;
