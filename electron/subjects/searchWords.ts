// The words a person typed as the search wants them, and looser readings of them for when nothing is found.
import { foldPrefixTokens, foldTokens } from '../../shared/rules/fold.ts';
import { nearWords } from '../../shared/rules/nearWords.ts';
import type { Wanted } from '../store/searchFind.ts';
import { dictionary } from '../store/searchPages.ts';
import type { ReadDb } from '../store/sql.ts';

const mostWords = 8;
/** Of the words of the dictionary one or two letters away so many are tried. */
const mostNear = 12;
/** What a slip of the pen costs against a word as typed, in steps of `far`. */
const slipCost = 8;

type Reading = (Wanted & { cost?: number })[][];

/** Every word may still be going on: `naw dih` finds Nawadih. */
export function wantedWords(text: string): Wanted[] {
  const wholes = foldTokens(text);
  const prefixes = foldPrefixTokens(text);
  return prefixes.slice(0, mostWords).map((prefix, at) => ({ prefix, whole: wholes[at] ?? prefix }));
}

const joined = (a: Wanted, b: Wanted): Wanted => ({ prefix: a.whole + b.prefix, whole: a.whole + b.whole });

/** Each two neighbours as one word: Jhumri Tilaiya for Jhumritilaiya. */
function joinings(words: readonly Wanted[]): Reading[] {
  return words.slice(1).map((word, at) => [...words.slice(0, at).map((one) => [one]), [joined(words[at]!, word)], ...words.slice(at + 2).map((one) => [one])]);
}

/** A word as two, where the first is a word of the dictionary: Jhumritilaiya for Jhumri Tilaiya. */
function partings(db: ReadDb, words: readonly Wanted[]): Reading[] {
  return words.flatMap((word, at) => {
    const readings: Reading[] = [];
    for (let cut = 2; cut <= word.prefix.length - 2; cut++) {
      const head = word.whole.slice(0, cut);
      if (dictionary(db, head, 1)[0] !== head) continue;
      readings.push([
        ...words.slice(0, at).map((one) => [one]), [{ prefix: head, whole: head }], [{ prefix: word.prefix.slice(cut), whole: word.whole.slice(cut) }],
        ...words.slice(at + 1).map((one) => [one]),
      ]);
    }
    return readings;
  });
}

/** Every word with those of the dictionary that are a slip of the pen away, itself among them. */
function slips(db: ReadDb, words: readonly Wanted[]): Reading {
  return words.map((word) => [
    word,
    ...nearWords(word.whole, dictionary(db, word.whole.slice(0, 1)), mostNear).map(({ word: near, cost }) => ({ prefix: near, whole: near, cost: Math.round(cost * slipCost) })),
  ]);
}

/** Looser readings, one after the other, the likelier first; each is made only when it is asked for. */
export function* looserWords(db: ReadDb, words: readonly Wanted[]): Generator<() => Reading> {
  for (const reading of joinings(words)) yield () => reading;
  for (const reading of partings(db, words)) yield () => reading;
  yield () => slips(db, words);
}
