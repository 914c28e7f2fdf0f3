// The words a person typed as the search wants them, and looser readings of them for when nothing is found.
import { foldPrefixTokens, foldTokens, wordsIn } from '../../shared/rules/fold.ts';
import { nearWords } from '../../shared/rules/nearWords.ts';
import { spellingVariants } from '../../shared/rules/spellingVariants.ts';
import type { Wanted } from '../store/searchFind.ts';
import { dictionary } from '../store/searchPages.ts';
import type { ReadDb } from '../store/sql.ts';

const mostWords = 8;
/** Of the words of the dictionary one or two letters away so many are tried. */
const mostNear = 12;
/** What a slip of the pen costs against a word as typed, in steps of `far`. */
const slipCost = 8;
/** What another habit of spelling costs. */
const habitCost = 5;

/** For each word its alternatives. */
export type Reading = (Wanted & { cost?: number })[][];

/** Numbers, codes and initials are meant as they stand. */
const isName = (key: string): boolean => key.length >= 3 && !/\d/.test(key);

/** Every word may still be going on: `naw dih` finds Nawadih. */
export function wantedWords(text: string): Wanted[] {
  const wholes = foldTokens(text);
  const prefixes = foldPrefixTokens(text);
  return prefixes.slice(0, mostWords).map((prefix, at) => ({ prefix, whole: wholes[at] ?? prefix }));
}

/** Each two neighbours as one word, then all: Jhumri Tilaiya for Jhumritilaiya. Joined before folding, where letters meet. */
function joinings(text: string): Wanted[][] {
  const words = wordsIn(text);
  if (words.length < 2 || /\d/.test(text)) return [];
  const pairs = words.length === 2 ? [] : words.slice(1).map((word, at) => [...words.slice(0, at), words[at]! + word, ...words.slice(at + 2)].join(' '));
  return [...pairs, words.join('')].map(wantedWords);
}

/** A word as two, where the first is a word of the dictionary: Jhumritilaiya for Jhumri Tilaiya. */
function partings(db: ReadDb, words: readonly Wanted[]): Reading[] {
  return words.flatMap((word, at) => {
    const readings: Reading[] = [];
    if (!isName(word.whole)) return [];
    for (let cut = 2; cut <= word.prefix.length - 2; cut++) {
      const head = word.whole.slice(0, cut);
      if (dictionary(db, head, 1)[0] !== head) continue;
      // Where the same letter met, folding has left one of two: Narsinghgarh.
      const tails = [0, 1].map((overlap) => ({ prefix: word.prefix.slice(cut - overlap), whole: word.whole.slice(cut - overlap) }));
      readings.push([...words.slice(0, at).map((one) => [one]), [{ prefix: head, whole: head }], tails, ...words.slice(at + 1).map((one) => [one])]);
    }
    return readings;
  });
}

/** Every word with those of the dictionary that are a slip of the pen away, itself among them. */
function slips(db: ReadDb, words: readonly Wanted[]): Reading {
  return words.map((word) => [
    word,
    ...(!isName(word.whole) ? [] : nearWords(word.whole, dictionary(db, word.whole.slice(0, 1)), mostNear).map(({ word: near, cost }) => ({ prefix: near, whole: near, cost: Math.round(cost * slipCost) }))),
  ]);
}

/** Every word with the keys that other habits of spelling give it, itself among them. */
const habits = (words: readonly Wanted[]): Reading =>
  words.map((word) => [word, ...(isName(word.whole) ? spellingVariants(word.whole) : []).map((key) => ({ prefix: key, whole: key, cost: habitCost }))]);

/** All words but one: Albert Ekka for Albert Ekka (Jari). */
const lessOne = (words: readonly Wanted[]): Reading[] =>
  words.map((_, at) => words.filter((__, other) => other !== at)).filter((rest) => rest.some(({ whole }) => isName(whole))).map((rest) => rest.map((word) => [word]));

/** Readings that are as good as the words themselves, only written otherwise. */
export function otherReadings(db: ReadDb, text: string): Reading[] {
  const words = wantedWords(text);
  return [...joinings(text).map((joined) => joined.map((word) => [word])), ...partings(db, words), habits(words)];
}

/** Readings for when nothing is found at all, the likelier first; each is made only when it is asked for. */
export function* looserReadings(db: ReadDb, text: string): Generator<Reading> {
  const words = wantedWords(text);
  yield slips(db, words);
  for (const joined of joinings(text).slice(-1)) yield slips(db, joined);
  yield* lessOne(words);
}
