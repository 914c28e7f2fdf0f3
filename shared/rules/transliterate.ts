// Writes Devanagari in Latin letters as names are usually spelled in Bihar and Jharkhand: without diacritics, silent a left out.

const consonants: Record<string, string> = {
  क: 'k', ख: 'kh', ग: 'g', घ: 'gh', ङ: 'n', च: 'ch', छ: 'chh', ज: 'j', झ: 'jh', ञ: 'n',
  ट: 't', ठ: 'th', ड: 'd', ढ: 'dh', ण: 'n', त: 't', थ: 'th', द: 'd', ध: 'dh', न: 'n',
  प: 'p', फ: 'ph', ब: 'b', भ: 'bh', म: 'm', य: 'y', र: 'r', ल: 'l', ळ: 'l', व: 'v',
  श: 'sh', ष: 'sh', स: 's', ह: 'h',
};
const withNukta: Record<string, string> = { क: 'q', ख: 'kh', ग: 'g', ज: 'z', ड: 'r', ढ: 'rh', फ: 'f' };
const vowels: Record<string, string> = {
  अ: 'a', आ: 'a', इ: 'i', ई: 'i', उ: 'u', ऊ: 'u', ऋ: 'ri', ए: 'e', ऐ: 'ai', ओ: 'o', औ: 'au', ऑ: 'o', ऍ: 'e',
};
const signs: Record<string, string> = {
  'ा': 'a', 'ि': 'i', 'ी': 'i', 'ु': 'u', 'ू': 'u', 'ृ': 'ri', 'े': 'e', 'ै': 'ai', 'ो': 'o', 'ौ': 'au', 'ॉ': 'o', 'ॅ': 'e',
};
const nukta = '\u093C';
const virama = '\u094D';
const labials = 'पफबभम';
/** Joiners, visarga, avagraha: without a sound of their own in names. */
const silent = '\u200C\u200Dःऽ';
/** The a every consonant carries unless something else is written. */
const schwa = 'ə';

/** Sounds of one Devanagari word in NFD, the inherent vowel as `ə` wherever it is not cancelled. Other characters stand as they are. */
function soundsOf(word: string): string[] {
  const sounds: string[] = [];
  let open = false; // the last consonant has no vowel yet
  for (let i = 0; i < word.length; i++) {
    let letter = word[i]!;
    if (silent.includes(letter)) continue;
    let consonant = consonants[letter];
    if (consonant !== undefined) {
      if (open) sounds.push(schwa);
      if (letter === 'ज' && word[i + 1] === virama && word[i + 2] === 'ञ') {
        consonant = 'gy';
        i += 2;
      } else if (word[i + 1] === nukta) {
        consonant = withNukta[letter] ?? consonant;
        i++;
      }
      sounds.push(consonant);
      open = true;
    } else if (signs[letter] !== undefined) {
      sounds.push(signs[letter]!);
      open = false;
    } else if (letter === virama) {
      open = false;
    } else if (letter === 'ं' || letter === 'ँ') {
      if (open) sounds.push(schwa);
      open = false;
      const next = word[i + 1] ?? '';
      if (next === 'व' && sounds.at(-1) === 'a' && signs[word[i + 2] ?? ''] === undefined && word[i + 2] !== virama) {
        sounds.push('o', 'n'); // गांव is written gaon
        i++;
      } else {
        sounds.push(next === 'ह' ? 'ng' : labials.includes(next) && next !== '' ? 'm' : 'n');
      }
    } else {
      if (open) sounds.push(schwa);
      open = false;
      if (letter >= '०' && letter <= '९') letter = String(letter.charCodeAt(0) - '०'.charCodeAt(0));
      sounds.push(vowels[letter] ?? letter);
    }
  }
  if (open) sounds.push(schwa);
  return sounds;
}

function isVowel(sound: string | undefined): boolean {
  return sound !== undefined && 'aeiouə'.includes(sound[0]!);
}

/**
 * Drops the silent a: at the end of a word after a vowel and consonant, and, from the end backwards, between a vowel with one
 * consonant and one consonant with a vowel (Ohala, Aspects of Hindi Phonology, 1983).
 */
function withoutSilentA(sounds: string[]): string[] {
  const kept = [...sounds];
  if (kept.at(-1) === schwa && kept.length > 2) kept.pop();
  for (let i = kept.length - 3; i >= 2; i--) {
    if (kept[i] !== schwa) continue;
    const oneConsonantBefore = isVowel(kept[i - 2]) || kept[i - 2] === 'ng'; // सिंहभूम: the ng is the nasal of the vowel
    if (oneConsonantBefore && !isVowel(kept[i - 1]) && !isVowel(kept[i + 1]) && isVowel(kept[i + 2])) kept.splice(i, 1);
  }
  return kept;
}

const devanagariWord = /[\u0900-\u0963\u0966-\u097F\u200C\u200D]+/g;

/** Every inherent a written out, small letters: what `foldKey` starts from. Text in other scripts stays as it is. */
export function devanagariToPlainLatin(text: string): string {
  return text.normalize('NFD').replace(devanagariWord, (word) => soundsOf(word).join('').replaceAll(schwa, 'a'));
}

/**
 * Readable Latin: `राँची` becomes `Ranchi`, `सरायकेला खरसावां` `Saraikela Kharsawan`, `देवघर` `Devghar`; digits become Latin digits.
 * Words that were Devanagari begin with a capital; text in other scripts stays as it is. It reads well but is no official spelling.
 */
export function devanagariToLatin(text: string): string {
  return text.normalize('NFD').replace(devanagariWord, (word) => {
    const latin = withoutSilentA(soundsOf(word))
      .join('')
      .replaceAll(schwa, 'a')
      .replace(/ay(?![aeiouy])/g, 'ai')
      .replace(/(?<=.)v(?=[aou])/g, 'w');
    return latin.charAt(0).toUpperCase() + latin.slice(1);
  }).normalize('NFC');
}
