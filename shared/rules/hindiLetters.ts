// What each letter or group of letters of a name in Latin may stand for in Devanagari; which one it is, known pairs of names decide.

const nukta = '\u093C';
const flap = `ड${nukta}`;
const flapH = `ढ${nukta}`;

/** Consonants, the usual reading first. Each may also lose its vowel to the next one (virama). */
const consonants: Record<string, readonly string[]> = {
  chh: ['छ', 'च्छ'], ksh: ['क्ष'], gy: ['ज्ञ', 'ग्य'], kh: ['ख'], gh: ['घ', 'ग', 'ह'], ch: ['च', 'छ', 'च्च'], jh: ['झ'], th: ['थ', 'ठ', 'त', 'ट', 'त्थ', 'ट्ठ'], dh: ['ध', 'ढ', flapH, 'डह'],
  ph: ['फ'], bh: ['भ'], sh: ['श', 'ष'], rh: [flapH, 'ढ', 'र्ह', 'रह'], k: ['क', 'ख'], g: ['ग', 'घ'], c: ['क', 'च'], j: ['ज', 'झ'], t: ['त', 'ट', 'थ', 'ठ'],
  d: ['द', 'ड', flap, 'ध', 'ढ', flapH], n: ['न', 'ं', 'ण', 'ञ', ''], p: ['प', 'फ'], f: ['फ'], b: ['ब', 'भ', 'व'], m: ['म', 'ं'], y: ['य', ''], r: ['र', flap, flapH, 'ृ'],
  l: ['ल'], v: ['व', 'ब'], w: ['व', 'ब', ''], s: ['स', 'श', 'ष'], h: ['ह', ''], q: ['क'], x: ['क्स'], z: ['ज'],
  tt: ['ट्ट', 'त्त', 'ट', 'त'], dd: ['ड्ड', 'द्द', 'ड'], ll: ['ल्ल', 'ल'], nn: ['न्न', 'न'], mm: ['म्म', 'म'], kk: ['क्क', 'क'], pp: ['प्प', 'प'], ss: ['स', 'स्स'], bb: ['ब्ब', 'ब'],
  gg: ['ग्ग', 'ग'], jj: ['ज्ज', 'ज'], cch: ['च्च', 'च'], tth: ['त्थ', 'ट्ठ'], ddh: ['द्ध', 'ड्ढ'], rr: ['र्र', 'र', flap], ck: ['क'],
};

/** Vowels after a consonant ('' is the a every consonant carries) and standing alone. */
const vowels: Record<string, readonly string[]> = {
  a: ['', 'ा', 'अ', 'आ', 'या', 'य', 'े', 'वा'], aa: ['ा', 'आ'], i: ['ि', 'ी', 'इ', 'ई', '', 'य', 'े'], ee: ['ी', 'ई'], ii: ['ी', 'ई'], u: ['ु', 'ू', 'उ', 'ऊ', '', 'व'], oo: ['ू', 'ऊ', 'ु', 'उ'],
  e: ['े', 'ए', 'ि', 'ै', '', 'ी', 'ये'], o: ['ो', 'ओ', 'ौ', 'व', 'ॉ', 'ऑ', 'यो', 'ु'], ai: ['ै', 'ऐ', 'ाई', 'ाय', 'य', 'ई', 'ाइ', 'े'], au: ['ौ', 'औ', 'ाउ', 'ऊ', 'ाऊ', 'उ'],
  ou: ['ौ', 'ू', 'औ'], ay: ['ाय', 'य', 'ै', 'े', 'ऐ', 'आय'], ey: ['े', 'ेय', 'ये', 'ए'], aon: ['ांव', 'ाओन', 'ाव', 'आंव'],
};

export const isVowelGroup = (group: string): boolean => group in vowels;

/** What a group may be, the usual first. Consonants come with and without the sign that takes their vowel away. */
export const readings: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(consonants).map(([group, letters]): [string, string[]] => [group, letters.flatMap((letter) => (letter === '' || letter === 'ं' || letter === 'ृ' ? [letter] : [letter, `${letter}्`]))]),
  ...Object.entries(vowels).map(([group, letters]): [string, string[]] => [group, [...letters, ...letters.filter((letter) => letter !== '' && !letter.includes('ं')).map((letter) => `${letter}ं`)]]),
]);

const longest = Math.max(...[...readings.keys()].map(({ length }) => length));

/** A word in small Latin letters as groups; null where it has a letter that is none of ours. `gaon` ends in one group only at the end of a word. */
export function groupsOf(word: string): string[] | null {
  const groups: string[] = [];
  for (let at = 0; at < word.length; ) {
    let length = Math.min(longest, word.length - at);
    while (length > 0) {
      const group = word.slice(at, at + length);
      if (readings.has(group) && (group !== 'aon' || at + 3 === word.length) && !(length > 1 && (group === 'ay' || group === 'ey') && /[aeiou]/.test(word[at + 2] ?? ''))) break;
      length--;
    }
    if (length === 0) return null;
    groups.push(word.slice(at, at + length));
    at += length;
  }
  return groups;
}

const dependent = /^[\u093E-\u094C\u0943]/;
const independent = /^[\u0905-\u0914]/;
/** A letter that can carry a vowel sign: a consonant, with or without its dot, not deprived of its vowel. */
const carries = /[\u0915-\u0939]\u093C?$/u;

/** Whether a reading can stand behind what is written already, with `next` the group that follows. */
export function fits(written: string, reading: string, group: string, next: string | undefined): boolean {
  if (dependent.test(reading)) return carries.test(written);
  if (reading.endsWith('्')) return next !== undefined && !isVowelGroup(next);
  if (isVowelGroup(group) && independent.test(reading)) return !carries.test(written);
  if (isVowelGroup(group) && reading === '') return carries.test(written);
  if (reading.startsWith('ं')) return written !== '' && !written.endsWith('ं') && !written.endsWith('्') && next !== undefined;
  return true;
}
