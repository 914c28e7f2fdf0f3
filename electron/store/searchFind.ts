// Which places have all the words that were typed: group by group the nearest few, without reading a row of theirs.
import { markBeginning, placesPerPage } from './searchPages.ts';
import type { SearchKind } from './searchKeys.ts';
import type { ReadDb } from './sql.ts';

/** A word as typed: `prefix` is sure of its last letter, `whole` is the key if nothing more comes. */
export interface Wanted {
  prefix: string;
  whole: string;
}

export interface FoundPlace {
  kind: SearchKind;
  id: string;
  weight: number;
  /** Sum over the words; 1 is a one-word name as typed. */
  far: number;
}

interface Group {
  firstNumber: number;
  endNumber: number;
  kind: SearchKind;
  weight: number;
}

/** How far a word that was typed whole is nearer than one that is only begun, in the steps of `Part`. */
const begunIsFurther = 3;
/** Of words further apart nothing is told from one another. */
const furthest = 250;

/**
 * For every place how far it is from the words (0: not found), by its number; `alternatives` of a word each have a cost of their own.
 */
function farOf(db: ReadDb, words: readonly (readonly (Wanted & { cost?: number })[])[], end: number): Uint8Array {
  let sums = new Uint8Array(0);
  for (const [at, alternatives] of words.entries()) {
    const own = new Uint8Array(end);
    for (const { prefix, whole, cost = 0 } of alternatives) markBeginning(db, { prefix, whole, base: 1 + cost, begun: 1 + cost + begunIsFurther }, own);
    if (at === 0) sums = own;
    else for (let number = 0; number < end; number++) sums[number] = sums[number] === 0 || own[number] === 0 ? 0 : Math.min(furthest, sums[number]! + own[number]!);
  }
  return sums;
}

/** The numbers of a group that stand at or below a path, a page more at either end. */
function scopeRange(db: ReadDb, { firstNumber, endNumber }: Group, from: string, to: string): [number, number] {
  const first = db.get<{ n: number }>('SELECT firstNumber AS n FROM searchPlaces WHERE groupNumber = ? AND firstPath <= ? ORDER BY firstPath DESC LIMIT 1', firstNumber, from)?.n ?? firstNumber;
  const end = db.get<{ n: number }>('SELECT firstNumber AS n FROM searchPlaces WHERE groupNumber = ? AND firstPath >= ? ORDER BY firstPath LIMIT 1', firstNumber, to)?.n ?? endNumber;
  return [first, end];
}

/** The nearest `most` numbers of a range, the nearest first. */
function nearest(far: Uint8Array, begin: number, end: number, most: number): number[] {
  const byFar: number[][] = [];
  for (let number = begin; number < end; number++) {
    const distance = far[number]!;
    if (distance === 0) continue;
    const same = (byFar[distance] ??= []);
    if (same.length < most) same.push(number);
  }
  return byFar.flat().slice(0, most);
}

function idsOf(db: ReadDb, numbers: readonly number[]): Map<number, string> {
  const ids = new Map<number, string>();
  const pages = Map.groupBy(numbers, (number) => number - (number % placesPerPage));
  for (const [page, members] of pages) {
    const lines = db.get<{ ids: string }>('SELECT ids FROM searchPlaces WHERE firstNumber = ?', page)?.ids.split('\n') ?? [];
    for (const number of members) ids.set(number, lines[number - page] ?? '');
  }
  return ids;
}

/** The places that changed since the pages were written, measured as the others. */
function freshPlaces(db: ReadDb, words: readonly (readonly (Wanted & { cost?: number })[])[], kinds: readonly SearchKind[]): { places: FoundPlace[]; changed: Set<string> } {
  const places: FoundPlace[] = [];
  const changed = new Set<string>();
  for (const { refId, kind, weight, words: line } of db.all<{ refId: string; kind: SearchKind; weight: number; words: string }>('SELECT refId, kind, weight, words FROM searchFresh')) {
    changed.add(refId);
    if (!kinds.includes(kind)) continue;
    const own = line.split(' ').map((word) => ({ as: Number(word[0]), word: word.slice(1) }));
    let sum = 0;
    for (const alternatives of words) {
      let best = 0;
      for (const { prefix, whole, cost = 0 } of alternatives) {
        for (const { as, word } of own) {
          if (!word.startsWith(prefix)) continue;
          const far = 1 + cost + as + (word === whole ? 0 : begunIsFurther);
          if (best === 0 || far < best) best = far;
        }
      }
      if (best === 0) {
        sum = 0;
        break;
      }
      sum += best;
    }
    if (sum > 0) places.push({ kind, id: refId, weight, far: sum });
  }
  return { places, changed };
}

/**
 * The nearest places of each group, at most `most` of each, and as many again inside `scope` (a range of paths). Every word must be
 * found; of the alternatives of a word one suffices.
 */
export function findPlaces(
  db: ReadDb, words: readonly (readonly (Wanted & { cost?: number })[])[], { kinds, most, scope }: { kinds: readonly SearchKind[]; most: number; scope: readonly [string, string] | null },
): FoundPlace[] {
  const { places, changed } = freshPlaces(db, words, kinds);
  const groups = db.all<Group>('SELECT firstNumber, endNumber, kind, weight FROM searchGroup ORDER BY firstNumber');
  const far = farOf(db, words, groups.at(-1)?.endNumber ?? 0);
  const chosen = new Map<number, Group>();
  for (const group of groups) {
    if (!kinds.includes(group.kind)) continue;
    const numbers = nearest(far, group.firstNumber, group.endNumber, most);
    if (scope && group.kind === 'unit') numbers.push(...nearest(far, ...scopeRange(db, group, ...scope), most));
    for (const number of numbers) chosen.set(number, group);
  }
  for (const [number, id] of idsOf(db, [...chosen.keys()])) {
    const { kind, weight } = chosen.get(number)!;
    if (id !== '' && !changed.has(id)) places.push({ kind, id, weight, far: far[number]! });
  }
  return places;
}

/** Ids of everything of a kind that has words beginning so; for lists that are narrowed by typing. */
export function idsFound(db: ReadDb, words: readonly Wanted[], kind: SearchKind): string[] {
  if (words.length === 0) return [];
  return findPlaces(db, words.map((word) => [word]), { kinds: [kind], most: 5000, scope: null }).map(({ id }) => id);
}
