// The levels, and which may stand under which, that a new file begins with; from then on they are data of the file.
import type { WriteDb } from '../store/sql.ts';
import { insertRow } from '../store/insertRow.ts';

type Start = [id: string, nameEn: string, nameHi: string, pluralEn: string, pluralHi: string, under: string[]];

const levels: Start[] = [
  ['state', 'State', 'प्रदेश', 'States', 'प्रदेश', []],
  ['division', 'Division', 'प्रमंडल', 'Divisions', 'प्रमंडल', ['state']],
  ['district', 'District', 'जिला', 'Districts', 'जिले', ['state', 'division']],
  ['block', 'Block', 'प्रखंड', 'Blocks', 'प्रखंड', ['district']],
  ['town', 'Town unit', 'नगर', 'Town units', 'नगर', ['district']],
  ['mandal', 'Mandal', 'मंडल', 'Mandals', 'मंडल', ['district', 'block', 'town']],
  ['panchayat', 'Panchayat', 'पंचायत', 'Panchayats', 'पंचायतें', ['block', 'mandal']],
  ['ward', 'Ward', 'वार्ड', 'Wards', 'वार्ड', ['town', 'mandal']],
  ['booth', 'Booth', 'बूथ', 'Booths', 'बूथ', ['panchayat', 'ward', 'mandal', 'block', 'town']],
];

/** Writes the levels; ordinals by tens leave room between them. */
export function fillLevels(db: WriteDb): void {
  levels.forEach(([id, nameEn, nameHi, pluralEn, pluralHi], index) => insertRow(db, 'level', { id, nameEn, nameHi, pluralEn, pluralHi, ordinal: (index + 1) * 10 }));
  for (const [levelId, , , , , under] of levels) for (const parentLevelId of under) insertRow(db, 'levelUnder', { levelId, parentLevelId });
}
