// A list in groups, a window at a time: the heads of the classes with their counts, and only the lines in sight read.
import type { ClassName, GroupFilter } from '../../../shared/model/group.ts';
import type { Page } from '../../../shared/model/common.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classesOf, noClass } from './classNames.ts';

export interface HeadsAsk {
  classificationId: string;
  group: GroupFilter | null;
  folded: readonly string[];
  offset: number;
  limit: number;
}

/** The head of a class, or a line under one. */
export type Headed<Row> = { kind: 'class'; key: string; class: ClassName; count: number } | { kind: 'line'; classId: string; row: Row };

/** A class with how many lines it has; `page` reads some of them, from one on. */
export interface Head<Row> {
  class: ClassName;
  count: number;
  page(from: number, count: number): readonly Row[];
}

/** The lines in sight of a list under these heads; those without lines are not shown. */
export function inHeads<Row>(heads: readonly Head<Row>[], { folded, offset, limit }: Pick<HeadsAsk, 'folded' | 'offset' | 'limit'>): Page<Headed<Row>> {
  const rows: Headed<Row>[] = [];
  let line = 0;
  for (const { class: { id, nameEn, nameHi, code, number }, count, page } of heads) {
    if (count === 0) continue;
    if (line >= offset && line < offset + limit) rows.push({ kind: 'class', key: id, class: { id, nameEn, nameHi, code, number }, count });
    line += 1;
    if (folded.includes(id)) continue;
    const from = Math.max(0, offset - line);
    const to = Math.min(count, offset + limit - line);
    line += count;
    if (to > from) for (const row of page(from, to - from)) rows.push({ kind: 'line', classId: id, row });
  }
  return { total: line, offset, rows };
}

/** `counts`: lines of each class; `page`: some of a class, narrowed to `also` where the list is to a class of another classification. */
export function underHeads<Row>(db: ReadDb, ask: HeadsAsk, counts: ReadonlyMap<string, number>, page: (group: GroupFilter, also: GroupFilter | null, from: number, count: number) => readonly Row[]): Page<Headed<Row>> {
  const { classificationId, group } = ask;
  const same = group?.classificationId === classificationId ? group : null;
  const classes = [...classesOf(db, classificationId), noClass(classificationId)].filter(({ id }) => !same || same.classId === id);
  return inHeads(classes.map((of) => ({ class: of, count: counts.get(of.id) ?? 0, page: (from, count) => page({ classificationId, classId: of.id }, same ? null : group, from, count) })), ask);
}

/** Of some units those that a class cuts. */
export function cutBy(db: ReadDb, classId: string, unitIds: readonly string[]): Set<string> {
  return new Set(db.raw<[string]>('SELECT unitId FROM classPart WHERE classId = ? AND whole = 0 AND unitId IN (SELECT value FROM json_each(?))', classId, JSON.stringify(unitIds)).flat());
}
