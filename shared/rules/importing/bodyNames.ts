// How the names and types of local bodies are read: "Bagodar Panchayat Samiti" is the body of the block Bagodar.
import { latinDigits, sameNameKey } from './readCells.ts';

/** 1 district body, 2 block body, 3 panchayat. */
export type BodyType = 1 | 2 | 3;

const ofDistrict = ['zilla parishad', 'zila parishad', 'jila parishad', 'zilla panchayat', 'zila panchayat', 'jila panchayat', 'district panchayat', 'district council', 'जिला परिषद', 'जिला पंचायत', 'ज़िला पंचायत'];
const ofBlock = ['panchayat samiti', 'panchayat samity', 'block panchayat', 'kshetra panchayat', 'janpad panchayat', 'intermediate panchayat', 'mandal parishad', 'taluk panchayat', 'taluka panchayat', 'anchalik panchayat', 'पंचायत समिति', 'क्षेत्र पंचायत', 'जनपद पंचायत'];
const ofPanchayat = ['gram panchayat', 'village panchayat', 'gaon panchayat', 'gram panchayats', 'ग्राम पंचायत'];
const wordsOfType: [BodyType, string[]][] = [[1, ofDistrict], [2, ofBlock], [3, ofPanchayat]];
const bodyWords = [...ofDistrict, ...ofBlock, 'block', 'district', 'प्रखंड', 'प्रखण्ड', 'जिला'];

/** Reads a type's code or its name; null for anything else, such as towns. */
export function bodyTypeOf(text: string): BodyType | null {
  const plain = latinDigits(text).trim();
  const code = /^0*([123])(\.0+)?$/.exec(plain);
  if (code) return Number(code[1]) as BodyType;
  const words = sameNameKey(plain);
  return wordsOfType.find(([, names]) => names.some((name) => words.startsWith(name)))?.[0] ?? null;
}

/**
 * The forms in which a body's name and a unit's count as the same: without the words that only say it is a body, letters and digits
 * alone, in each script it is given in. No spelling is forgiven: a wrong block would carry all its panchayats.
 */
export function bodyKeys(name: string, nameHi: string): string[] {
  const keys = [name, nameHi].map((each) => {
    let plain = sameNameKey(each).replaceAll(/[-_.,()/]+/g, ' ').replaceAll(/\s+/g, ' ').trim();
    for (const word of bodyWords) {
      if (plain.endsWith(` ${word}`)) plain = plain.slice(0, -word.length - 1);
      else if (plain.startsWith(`${word} `)) plain = plain.slice(word.length + 1);
    }
    return plain.replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '');
  });
  return [...new Set(keys.filter((key) => key !== ''))];
}
