// Knows the words under which sheets speak of a level, in English and Hindi.
import type { ImportLevel } from '../../model/importing.ts';
import { sameNameKey } from './readCells.ts';

/** Words for the same kind of level; a level that carries one of them answers to all. Spellings met in official lists. */
const kinds: string[][] = [
  ['state', 'pradesh', 'प्रदेश', 'राज्य'],
  ['division', 'pramandal', 'प्रमंडल', 'प्रमण्डल', 'संभाग', 'मंडल आयुक्त'],
  ['district', 'districts', 'zila', 'zilla', 'jila', 'dist', 'distt', 'जिला', 'ज़िला', 'जनपद'],
  ['block', 'blocks', 'prakhand', 'development block', 'cd block', 'community development block', 'block panchayat',
    'प्रखंड', 'प्रखण्ड', 'ब्लॉक', 'ब्लाक', 'विकास खंड', 'विकास खण्ड', 'विकासखंड', 'विकासखण्ड'],
  ['town unit', 'town', 'towns', 'city', 'nagar', 'urban local body', 'ulb', 'नगर', 'शहर', 'नगर निकाय', 'नगर निगम', 'नगर परिषद', 'नगर पंचायत'],
  ['mandal', 'मंडल', 'मण्डल'],
  ['panchayat', 'panchayats', 'gram panchayat', 'village panchayat', 'gp', 'local body', 'localbody', 'gram panchayats', 'पंचायत', 'पञ्चायत', 'ग्राम पंचायत', 'ग्रामपंचायत'],
  ['ward', 'wards', 'वार्ड'],
  ['booth', 'booths', 'polling station', 'polling booth', 'ps', 'बूथ', 'मतदान केंद्र', 'मतदान केन्द्र', 'मतदेय स्थल'],
  ['roll page', 'panna', 'पन्ना'],
  ['sub district', 'subdistrict', 'sub districts', 'tehsil', 'tahsil', 'taluk', 'taluka', 'anchal', 'अंचल', 'तहसील', 'उप जिला'],
  ['village', 'villages', 'revenue village', 'गाँव', 'गांव', 'ग्राम', 'राजस्व ग्राम'],
  ['area of charge', 'प्रभार क्षेत्र'],
];

/** A head or a level's name as plain words: lower case, signs and underscores as blanks. */
export function plainWords(text: string): string {
  return sameNameKey(text.replaceAll(/[_\-./\\()[\]:,#*'"’|]+/g, ' '));
}

export type LevelNames = {
  /** The level a cell names, by id, name or a usual word for it; null when it names none. */
  levelOf: (text: string) => string | null;
  /** Every word (or words) for a level with the level's id, the longest first. */
  phrases: { words: string; levelId: string }[];
  /** Usual words for kinds of level this tree does not have: a head that speaks of one speaks of nothing here. */
  strangers: string[];
};

export function levelNames(levels: ImportLevel[]): LevelNames {
  const byWords = new Map<string, string>();
  const own = (level: ImportLevel): string[] => [level.id, level.nameEn, level.nameHi ?? ''].map(plainWords).filter((words) => words !== '');
  // A level's own names come first: they hold even where another level answers to the same word.
  for (const level of levels) for (const words of own(level)) if (!byWords.has(words)) byWords.set(words, level.id);
  for (const level of levels) {
    const mine = own(level);
    for (const kind of kinds) {
      const words = kind.map(plainWords);
      if (!words.some((word) => mine.includes(word))) continue;
      for (const word of words) if (!byWords.has(word)) byWords.set(word, level.id);
    }
  }
  const phrases = [...byWords].map(([words, levelId]) => ({ words, levelId })).sort((a, b) => b.words.length - a.words.length);
  const strangers = kinds.flat().map(plainWords).filter((words) => !byWords.has(words)).sort((a, b) => b.length - a.length);
  return { strangers, levelOf: (text) => byWords.get(plainWords(text)) ?? null, phrases };
}
