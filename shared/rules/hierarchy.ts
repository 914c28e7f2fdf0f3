// Which level may stand under which, and the path keys that turn "everything below this unit" into one index range.
import { AppError } from '../errors.ts';

/** What the rules need of a level (model/unit.ts): the levels it may stand directly under; none means it stands at the top. */
export interface LevelPlace {
  id: string;
  under: readonly string[];
}

/** True when a unit of level `childLevelId` may stand directly under one of `parentLevelId` (null: at the top). Unknown levels: false. */
export function mayStandUnder(levels: readonly LevelPlace[], childLevelId: string, parentLevelId: string | null): boolean {
  const child = levels.find((level) => level.id === childLevelId);
  if (!child) return false;
  if (parentLevelId === null) return child.under.length === 0;
  return child.under.includes(parentLevelId) && levels.some((level) => level.id === parentLevelId);
}

/** Characters of one sibling key. */
export const pathKeyLength = 4;
/** How many siblings fit: 36 to the power of 4. */
export const mostSiblings = 36 ** pathKeyLength;
/** Sorts after every path character in binary order: '{' follows 'z'. */
const afterEveryKey = '{';
const pathPattern = /^(?:[0-9a-z]{4})*$/;

function checkPath(path: string): void {
  if (!pathPattern.test(path)) throw new AppError('hierarchy.badPath', { path });
}

/**
 * The path of sibling number `siblingNumber` (0 to 1,679,615) under `parentPath` ('' for the root itself). Paths sort in
 * binary order as the tree reads: parents first, siblings by number. Throws `hierarchy.badPath` {path}, `hierarchy.badSibling` {siblingNumber}.
 */
export function childPath(parentPath: string, siblingNumber: number): string {
  checkPath(parentPath);
  if (!Number.isInteger(siblingNumber) || siblingNumber < 0 || siblingNumber >= mostSiblings) {
    throw new AppError('hierarchy.badSibling', { siblingNumber });
  }
  return parentPath + siblingNumber.toString(36).padStart(pathKeyLength, '0');
}

/** How many keys a path has: 1 for the root, 2 for its children; 0 for ''. Throws `hierarchy.badPath` {path}. */
export function pathDepth(path: string): number {
  checkPath(path);
  return path.length / pathKeyLength;
}

/** Paths of all units above, the root first, without the unit itself. Throws `hierarchy.badPath` {path}. */
export function ancestorPaths(path: string): string[] {
  checkPath(path);
  const paths: string[] = [];
  for (let end = pathKeyLength; end < path.length; end += pathKeyLength) paths.push(path.slice(0, end));
  return paths;
}

/**
 * `[from, toExclusive]`: the unit and everything below it is `path >= from AND path < toExclusive` on a column with
 * binary collation. Throws `hierarchy.badPath` {path}.
 */
export function subtreeRange(path: string): [from: string, toExclusive: string] {
  checkPath(path);
  return [path, path + afterEveryKey];
}
