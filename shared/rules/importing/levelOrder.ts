// Which level may stand under which, directly or with others between, and in what order they come from the top.
import type { ImportLevel } from '../../model/importing.ts';

export type LevelOrder = {
  /** 0 for the topmost; a level's rank is above that of everything it may stand under. */
  rank: (levelId: string) => number;
  /** True when `childId` may stand directly under `parentId`; null as parent: under nothing. */
  allowed: (parentId: string | null, childId: string) => boolean;
  /** True when a unit of `lowerId` can lie anywhere below one of `upperId`. */
  reaches: (upperId: string, lowerId: string) => boolean;
};

/** Reads the order out of the levels' allowed parents. Levels that name each other in a ring keep their given order. */
export function levelOrder(levels: ImportLevel[]): LevelOrder {
  const children = new Map<string, string[]>(levels.map((level) => [level.id, []]));
  for (const level of levels) for (const parentId of level.under) children.get(parentId)?.push(level.id);

  const below = new Map<string, Set<string>>();
  for (const level of levels) {
    const seen = new Set<string>();
    const open = [...(children.get(level.id) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(children.get(next) ?? []));
    }
    below.set(level.id, seen);
  }
  const reaches = (upperId: string, lowerId: string): boolean => below.get(upperId)?.has(lowerId) ?? false;

  // The number of levels that can lie above one grows on the way down, so it orders them; ties keep their given order.
  const above = (id: string): number => levels.filter((level) => reaches(level.id, id) && !reaches(id, level.id)).length;
  const ordered = levels.map((level, index) => ({ id: level.id, above: above(level.id), index }))
    .sort((a, b) => a.above - b.above || a.index - b.index);
  const ranks = new Map(ordered.map((level, rank) => [level.id, rank]));
  const parents = new Map(levels.map((level) => [level.id, new Set(level.under)]));

  return {
    rank: (levelId) => ranks.get(levelId) ?? levels.length,
    allowed: (parentId, childId) => {
      const allowed = parents.get(childId);
      if (!allowed) return false;
      return parentId === null ? allowed.size === 0 : allowed.has(parentId);
    },
    reaches,
  };
}
