// Says what an official sheet is by its head, and of which state and day by its titles and its time stamp.
import type { Recognised, SheetKind } from '../../model/recognised.ts';
import { plainWords } from './levelNames.ts';
import { latinDigits } from './readCells.ts';

const states = ([
  ['Andaman and Nicobar Islands', 'अंडमान और निकोबार द्वीपसमूह'], ['Andhra Pradesh', 'आंध्र प्रदेश'], ['Arunachal Pradesh', 'अरुणाचल प्रदेश'],
  ['Assam', 'असम'], ['Bihar', 'बिहार'], ['Chandigarh', 'चंडीगढ़'], ['Chhattisgarh', 'छत्तीसगढ़'],
  ['Dadra and Nagar Haveli and Daman and Diu', 'दादरा और नगर हवेली और दमन और दीव'], ['Delhi', 'दिल्ली'], ['Goa', 'गोवा'], ['Gujarat', 'गुजरात'],
  ['Haryana', 'हरियाणा'], ['Himachal Pradesh', 'हिमाचल प्रदेश'], ['Jammu and Kashmir', 'जम्मू और कश्मीर'], ['Jharkhand', 'झारखंड'],
  ['Karnataka', 'कर्नाटक'], ['Kerala', 'केरल'], ['Ladakh', 'लद्दाख'], ['Lakshadweep', 'लक्षद्वीप'], ['Madhya Pradesh', 'मध्य प्रदेश'],
  ['Maharashtra', 'महाराष्ट्र'], ['Manipur', 'मणिपुर'], ['Meghalaya', 'मेघालय'], ['Mizoram', 'मिज़ोरम'], ['Nagaland', 'नागालैंड'],
  ['Odisha', 'ओडिशा'], ['Puducherry', 'पुदुचेरी'], ['Punjab', 'पंजाब'], ['Rajasthan', 'राजस्थान'], ['Sikkim', 'सिक्किम'], ['Tamil Nadu', 'तमिलनाडु'],
  ['Telangana', 'तेलंगाना'], ['Tripura', 'त्रिपुरा'], ['Uttar Pradesh', 'उत्तर प्रदेश'], ['Uttarakhand', 'उत्तराखंड'],
  ['West Bengal', 'पश्चिम बंगाल'],
] as const).map(([nameEn, nameHi]) => ({ nameEn, nameHi }));

/** Of a longer title the beginning is enough. */
const longestTitle = 300;

/** A head as the directory's signatures are written: one spelling for each thing, nothing about languages. */
export function headKey(head: string): string {
  return plainWords(head)
    .replaceAll(/\blocal bod ?y\b/g, 'localbody').replaceAll(/\b(in )?(english|englsih|local language|local|hindi)\b/g, ' ')
    .replaceAll(/\bsub district\b/g, 'subdistrict').replaceAll(/\b(development|cd|community development) block\b/g, 'block')
    .replaceAll(/\b(gram|village) panchayat\b/g, 'panchayat').replaceAll(/\bnumber\b/g, 'no')
    .replaceAll(/\s+/g, ' ').trim();
}

/** What the directory's own lists have beside what tells them apart; a head with anything else in it is somebody's own sheet. */
const lgdHeads = new Set([
  '', 's no', 'sl no', 'sr no', 'state code', 'state name', 'state version', 'district code', 'district name', 'district version', 'district short name',
  'subdistrict code', 'subdistrict name', 'subdistrict version', 'block code', 'block name', 'block version', 'village code', 'village name', 'village version', 'village status',
  'localbody code', 'localbody name', 'localbody version', 'localbody type code', 'localbody type name', 'parent localbody code', 'panchayat code', 'panchayat name',
  'census 2001 code', 'census 2011 code', 'district census 2001 code', 'district census 2011 code', 'subdistrict census 2001 code', 'subdistrict census 2011 code',
  'village census 2001 code', 'village census 2011 code', 'hierarchy', 'remark', 'remarks', 'short name', 'pesa status', 'effective date',
]);

/** The directory's list the head belongs to; null when it is none. */
function lgdKind(heads: string[]): SheetKind | null {
  const has = (head: string): boolean => heads.includes(head);
  if (!heads.every((head) => lgdHeads.has(head))) return null;
  if (has('localbody type code') && has('localbody code') && has('parent localbody code')) return 'lgdLocalBodies';
  if (has('village code') && (has('localbody code') || has('panchayat code') || has('subdistrict code') || has('block code'))) return 'lgdVillages';
  if (has('localbody type code') && has('localbody code')) return 'lgdTowns';
  if (has('block code') && has('block name')) return 'lgdBlocks';
  if (has('subdistrict code') && has('subdistrict name')) return 'lgdSubdistricts';
  return has('district code') && has('district name') && heads.some((head) => head.startsWith('census') || head === 'district version') ? 'lgdDistricts' : null;
}

/** True for booths by part with nothing about where they lie: one seat's sheet. */
function isForm20(heads: string[]): boolean {
  const text = heads.join('|');
  const part = /(^|\|)(polling station )?part no(\||$)|(^|\|)(serial|sl|s) no of polling station(\||$)|भाग (संख्या|सं)/.test(text);
  return part && /(elector|voter|मतदाता|valid votes|part name|भाग (का )?नाम)/.test(text) && !/block|panchayat|district|ward|mandal|town|प्रखंड|प्रखण्ड|पंचायत|जिला|वार्ड|विकास|नगर/.test(text);
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day in a time stamp (`23-09-2026 11:02`, `23/Sep/2026`, `Wed Sep 23 11:02:03 IST 2026`, `2026-09-23`), `YYYY-MM-DD`; null when there is none. */
export function readStamp(text: string): string | null {
  const plain = latinDigits(text.slice(0, longestTitle));
  const day = (year: string, month: number, date: string): string | null => {
    const at = new Date(Date.UTC(Number(year), month - 1, Number(date)));
    return month >= 1 && month <= 12 && at.getUTCDate() === Number(date) ? at.toISOString().slice(0, 10) : null;
  };
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(plain);
  if (iso) return day(iso[1]!, Number(iso[2]), iso[3]!);
  const numeric = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b/.exec(plain);
  if (numeric) return day(numeric[3]!, Number(numeric[2]), numeric[1]!);
  const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const worded = /\b(\d{1,2})(?:st|nd|rd|th)?[-/. ]+([a-z]{3,9})[-/., ]+(\d{4})\b/i.exec(plain);
  if (worded && monthOf(worded[2]!) > 0) return day(worded[3]!, monthOf(worded[2]!), worded[1]!);
  const java = /\b[a-z]{3},? ([a-z]{3}) (\d{1,2}) [\d:]+ [a-z]{2,5} (\d{4})\b/i.exec(plain);
  return java && monthOf(java[1]!) > 0 ? day(java[3]!, monthOf(java[1]!), java[2]!) : null;
}

/** The state a title or cell names. */
export function readState(text: string): (typeof states)[number] | null {
  const plain = ` ${plainWords(text.slice(0, longestTitle).replaceAll('&', ' and ').replaceAll('ण्ड', 'ंड'))} `;
  return states.find(({ nameEn, nameHi }) => [nameEn, nameHi].some((name) => plain.includes(` ${plainWords(name)} `))) ?? null;
}

/**
 * The number of the seat a file is about: "AC No. 38", "AC038", "38-Jharia AC", "Assembly constituency 38", "विधानसभा 38", "S27A38"; a
 * bare number only where the file's name is nothing else. Null where nothing says it.
 */
export function readSeat(text: string, bare: boolean): number | null {
  const plain = latinDigits(text.slice(0, longestTitle)).replaceAll(/_+/g, ' ').replaceAll(/\bform[\s-]*20\b/gi, ' ').trim();
  const found = /(?:\bA\.?C\.?|assembly(?: constituency)?|vidhan ?sabha|constituency|विधान ?सभा(?: क्षेत्र)?|\bseat)\s*(?:no|number|संख्या|सं)?\s*[.:\-–—(#]*\s*0*(\d{1,3})(?!\d)/i.exec(plain)
    ?? /\bS\d{2}A0*(\d{1,3})(?!\d)/i.exec(plain) ?? /(?:^|\D)0*(\d{1,3})\s*[-–—. ]\s*[\p{L}() ]+(?:\bA\.?C\b|assembly|विधानसभा)/iu.exec(plain)
    ?? (bare ? /^\D{0,12}?0*(\d{1,3})(?:\s*[-–—. ]\s*\p{L}[^\d]*)?$/u.exec(plain) : null);
  const number = Number(found?.[1] ?? 0);
  return number >= 1 && number <= 500 ? number : null;
}

/** `heads` is the one head row (empty: none found), `first` the first rows under it. Own sheets are `null`: their guess says what they are. */
export function recogniseSheet(heads: string[], first: string[][], titles: string[], notes: string[]): Omit<Recognised, 'kind' | 'seats'> & { official: SheetKind | null } {
  const keys = heads.map(headKey);
  const stateColumn = keys.indexOf('state name');
  const state = titles.map(readState).find((found) => found !== null) ?? (stateColumn < 0 ? null : readState(first[0]?.[stateColumn] ?? ''));
  const day = [...notes, ...titles].map(readStamp).find((found) => found !== null) ?? null;
  return { official: lgdKind(keys) ?? (isForm20(keys) ? 'form20' : null), state, day, titles, notes };
}
