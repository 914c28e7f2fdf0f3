// Proposes the Hindi name of a place from its English one: words as this file writes them, common words, and letters as known pairs spell them.
import { hindiCommon } from './hindiCommon.ts';
import { hindiSeed } from './hindiSeed.ts';
import { createSpelling, plainHindi } from './hindiSpelling.ts';
import { placeWords } from './placeWords.ts';

const letterNames: Record<string, string> = {
  a: 'ए', b: 'बी', c: 'सी', d: 'डी', e: 'ई', f: 'एफ', g: 'जी', h: 'एच', i: 'आई', j: 'जे', k: 'के', l: 'एल', m: 'एम', n: 'एन', o: 'ओ', p: 'पी', q: 'क्यू', r: 'आर', s: 'एस', t: 'टी',
  u: 'यू', v: 'वी', w: 'डब्ल्यू', x: 'एक्स', y: 'वाई', z: 'ज़ेड',
};
/** Parts of a village are numbered so: Barmasia II. */
const numerals: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' };
/** The point of Govt. and No.: their Hindi is written out. */
const shortened = /(?<=[A-Za-z]{2})\.(?=\s|$)/g;
const latinWord = /[A-Za-z\u00C0-\u024F']+/g;
const anyWord = /[\p{L}\p{M}\p{N}']+/gu;

/** Words of a name pair that stand for each other: both have as many, and each is letters. */
export function wordPairs(nameEn: string, nameHi: string): (readonly [english: string, hindi: string])[] {
  const english = nameEn.match(anyWord) ?? [];
  const hindi = nameHi.normalize('NFC').match(anyWord) ?? [];
  if (english.length !== hindi.length) return [];
  return english.flatMap((word, at) => (/^[A-Za-z]{2,}$/.test(word) && /\p{Script=Devanagari}/u.test(hindi[at]!) ? [[word.toLowerCase(), hindi[at]!] as const] : []));
}

export interface Proposer {
  /** Takes a name known in both languages, for all that is proposed after it. */
  learn(nameEn: string, nameHi: string): void;
  /** The proposed Hindi name; null where there is nothing to propose (no Latin letters, or letters that are not ours). */
  propose(nameEn: string): string | null;
}

/** Latin letters without their marks; nothing else changes. */
const bare = (word: string): string => word.normalize('NFD').replace(/[\u0300-\u036F']/g, '');

export function createProposer(): Proposer {
  /** By word: how often each Hindi word stands for it. */
  const counts = new Map<string, Map<string, number>>();
  const common = new Map<string, string>([...hindiSeed, ...hindiCommon, ...placeWords.flatMap(({ english, hindi }) => english.map((word) => [word, hindi] as const))]);
  const spelling = createSpelling();
  for (const [english, hindi] of [...hindiSeed, ...hindiCommon]) spelling.learn(english, hindi);
  const spelled = new Map<string, string | null>();

  const wordIn = (word: string): string | null => {
    // An initial or a short run of capitals without a vowel is read letter by letter.
    if (word.length === 1 || (word.length <= 3 && /^[B-DF-HJ-NP-TV-Z]+$/.test(word))) return [...word.toLowerCase()].map((letter) => letterNames[letter] ?? letter).join('');
    const small = bare(word).toLowerCase();
    const known = spelled.get(small);
    if (known !== undefined) return known;
    const own = [...(counts.get(small) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
    const hindi = own ?? common.get(small) ?? spelling.spell(small);
    spelled.set(small, hindi);
    return hindi;
  };
  return {
    learn(nameEn, nameHi) {
      for (const [english, hindi] of wordPairs(nameEn, nameHi)) {
        let words = counts.get(english);
        if (!words) counts.set(english, (words = new Map()));
        const seen = words.get(hindi) ?? 0;
        words.set(hindi, seen + 1);
        if (seen === 0) spelling.learn(english, plainHindi(hindi));
      }
    },
    propose(nameEn) {
      let failed = false;
      let changed = false;
      const hindi = nameEn.replace(shortened, '').replace(latinWord, (word, at: number) => {
        const found = (at > 0 ? numerals[word.toLowerCase()] : undefined) ?? wordIn(word);
        if (found === null) failed = true;
        else changed = true;
        return found ?? word;
      });
      return failed || !changed ? null : hindi.normalize('NFC').slice(0, 200);
    },
  };
}
