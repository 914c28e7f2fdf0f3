// Makes one search key out of a name in either script and any usual spelling, letter by letter from the left, so that typed beginnings match.
import { placeWords } from './placeWords.ts';
import { devanagariToPlainLatin } from './transliterate.ts';

const marks = /[\u0300-\u036F\u200B-\u200D\u2019']/g;
const separators = /[^\p{L}\p{M}\p{N}]+/u;
/** After these an h is part of the letter (bh, gh, sh, …) and says nothing that spellings agree on. */
const aspirated = 'kgcjtdbpsfzqx';
const sameLetter: Record<string, string> = { q: 'k', f: 'p', z: 'j', x: 'ks' };

/**
 * One folded token. What is left: consonants without aspiration, and three vowels of which `a` counts only at the beginning
 * (written a, aa or nothing, it is what spellings differ in most); e, y count as i, and o, v, w as u (deoghar, devghar);
 * e before r is silent (koderma, kodarma); v or w at the beginning is b (vishrampur, bishrampur).
 */
function foldToken(token: string): string {
  let key = '';
  let previous = '';
  let touching = false; // nothing silent lies between the last letter of the key and this one
  for (let i = 0; i < token.length; i++) {
    const letter = token[i]!;
    const next = token[i + 1];
    const first = key === '' && previous === '';
    const before = previous;
    previous = letter;
    let vowel = '';
    switch (letter) {
      case 'a':
        if (first) key = 'a';
        touching = false;
        continue;
      case 'e':
        if (next === 'r' && !first && before !== 'e') {
          touching = false;
          continue;
        }
        vowel = 'i';
        break;
      case 'i':
      case 'y':
        vowel = 'i';
        break;
      case 'o':
      case 'u':
        vowel = 'u';
        break;
      case 'v':
      case 'w':
        if (!first) vowel = 'u';
        break;
      default:
    }
    if (vowel) {
      if (!key.endsWith(vowel)) key += vowel;
      touching = false;
      continue;
    }
    if (letter === 'h' && before !== '' && aspirated.includes(before)) continue;
    let folded = sameLetter[letter] ?? letter;
    if (letter === 'v' || letter === 'w') folded = 'b';
    if (letter === 'c' && (next === 'k' || next === 'q' || (first && next !== undefined && 'aoulr'.includes(next)))) folded = 'k';
    const isDigit = letter >= '0' && letter <= '9';
    if (isDigit || !touching || !key.endsWith(folded)) key += folded;
    touching = true;
  }
  return key;
}

const wordLetter = /[\p{L}\p{M}\p{N}\p{Cs}\u200B-\u200D\u2019]/u;

/** Whether a character belongs to a word before folding: letters, marks, digits, and what is dropped without parting (joiners, apostrophes). */
function isOfWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 39;
  if (code >= 0x900 && code <= 0x97f) return code !== 0x964 && code !== 0x965 && code !== 0x970;
  return wordLetter.test(String.fromCharCode(code));
}

/** The words of a text as they are written. By hand, because an import folds half a million names. */
export function wordsIn(text: string): string[] {
  const words: string[] = [];
  let begin = -1;
  for (let at = 0; at < text.length; at++) {
    if (isOfWord(text.charCodeAt(at))) {
      if (begin < 0) begin = at;
    } else if (begin >= 0) {
      words.push(text.slice(begin, at));
      begin = -1;
    }
  }
  if (begin === 0) words.push(text);
  else if (begin > 0) words.push(text.slice(begin));
  return words;
}

const plainToken = /^[a-z0-9]+$/;

/** The folded tokens of one word as written; several where a sign stands inside it that parts words in Latin. */
function foldWord(word: string): string[] {
  const plain = word.toLowerCase();
  if (plainToken.test(plain)) return [foldToken(plain)];
  const latin = devanagariToPlainLatin(word.normalize('NFKD')).toLowerCase().replace(marks, '');
  return latin.split(separators).filter((token) => token !== '').map(foldToken);
}

/** The folded tokens of a text; `foldKey` with its words apart. */
export function foldTokens(text: string): string[] {
  return wordsIn(text).flatMap(foldWord).filter((token) => token !== '');
}

function translated(): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, Set<string>>();
  for (const { english, hindi } of placeWords) {
    const keys = new Set([...english, hindi].flatMap(foldTokens));
    for (const key of keys) {
      const known = others.get(key) ?? new Set<string>();
      for (const other of keys) if (other !== key) known.add(other);
      if (known.size > 0) others.set(key, known);
    }
  }
  return new Map([...others].map(([key, known]) => [key, [...known]]));
}

/** For the folded key of a common word the keys of its translations: East and Purvi are one. */
export const translations: ReadonlyMap<string, readonly string[]> = translated();

/** `foldTokens` that remembers words: names of a state are made of few of them. For one pass over many names; it forgets nothing. */
export function createFolder(): (text: string) => readonly string[] {
  const known = new Map<string, string[]>();
  return (text) => {
    const tokens: string[] = [];
    for (const word of wordsIn(text)) {
      let folded = known.get(word);
      if (folded === undefined) known.set(word, (folded = foldWord(word).filter((token) => token !== '')));
      for (const token of folded) tokens.push(token);
    }
    return tokens;
  };
}

/**
 * The search key of a name: folded tokens with one space between, `''` for a text without letters or digits. Equal for
 * `ranchi`, `राँची`, `रांची`; for `singhbhum`, `singbhum`, `सिंहभूम`. It is coarse on purpose (`nala` and `nal` are one): rank
 * what it finds by the names themselves. Other scripts are kept in small letters.
 */
export function foldKey(text: string): string {
  return foldTokens(text).join(' ');
}

const undecidedEnd = /(?:ं|ँ|े|(?<=[\p{L}\p{M}])[डढ]|(?<=[\p{L}--[eE]])e|(?<=ज)\u094D)+$/iv;

/**
 * The tokens of a name that is still being typed: like `foldTokens`, but the last letter is left out where its folding hangs on the
 * letter to come (anusvara, e before r, ड and ढ before their dot). Compare each as a beginning with the tokens of a name.
 */
export function foldPrefixTokens(text: string): string[] {
  return foldTokens(text.normalize('NFC').replace(undecidedEnd, ''));
}

/** `foldPrefixTokens` as one text, as `foldKey` is of `foldTokens`. */
export function foldPrefix(text: string): string {
  return foldPrefixTokens(text).join(' ');
}
