// From a tidy sheet to what it is taken for and how its columns are understood; the person corrects either before anything is read.
import type { ImportLevel, ImportMapping } from '../../model/importing.ts';
import type { SheetKind } from '../../model/recognised.ts';
import { guessColumns } from './guessColumns.ts';
import { readHead } from './headWords.ts';
import { levelNames } from './levelNames.ts';
import { hasDevanagari } from './readCells.ts';
import { headKey } from './recogniseSheet.ts';

export type Form = ImportMapping['form'];

/** A head's columns by the directory's own words; the second of a name is the one "in local language". */
function columnsOf(heads: string[]): (key: string, nth?: number) => number | undefined {
  const keys = heads.map(headKey);
  return (key, nth = 0) => {
    const columns = keys.flatMap((each, column) => (each === key ? [column] : []));
    return columns[nth];
  };
}

function localBodies(heads: string[], headerRow: number, levels: ImportLevel[]): ImportMapping | null {
  const names = levelNames(levels);
  const [districtLevelId, blockLevelId, panchayatLevelId] = ['district', 'block', 'panchayat'].map((word) => names.levelOf(word));
  if (!districtLevelId || !blockLevelId || !panchayatLevelId) return null;
  const at = columnsOf(heads);
  const [type, code, parentCode, nameEn, nameHi] = [at('localbody type code'), at('localbody code'), at('parent localbody code'), at('localbody name'), at('localbody name', 1)];
  if (type === undefined || code === undefined || parentCode === undefined || nameEn === undefined) return null;
  return { form: 'localBodies', headerRow, type, code, parentCode, nameEn, ...(nameHi === undefined ? {} : { nameHi }), districtLevelId, blockLevelId, panchayatLevelId, extras: {} };
}

/** Villages by the code of their panchayat; only where the tree has a level for them. */
function villages(heads: string[], headerRow: number, levels: ImportLevel[]): ImportMapping | null {
  const levelId = levelNames(levels).levelOf('village');
  const at = columnsOf(heads);
  const [code, nameEn, nameHi] = [at('village code'), at('village name'), at('village name', 1)];
  const parentCode = at('localbody code') ?? at('panchayat code');
  if (levelId === null || code === undefined || nameEn === undefined || parentCode === undefined) return null;
  return { form: 'parentCode', headerRow, code, parentCode, level: code, levelId, nameEn, ...(nameHi === undefined ? {} : { nameHi }), extras: {} };
}

/** The sub-districts of panchayats, from the list of villages; only where it names them. */
function subdistricts(heads: string[], headerRow: number, levels: ImportLevel[]): ImportMapping | null {
  const names = levelNames(levels);
  const panchayatLevelId = names.levelOf('panchayat');
  const at = columnsOf(heads);
  const [classCode, className] = [at('subdistrict code'), at('subdistrict name')];
  const found = {
    code: at('localbody code') ?? at('panchayat code'), nameEn: at('localbody name') ?? at('panchayat name'), village: at('village code'), classNameHi: at('subdistrict name', 1),
  };
  if (panchayatLevelId === null || classCode === undefined || className === undefined || (found.code ?? found.nameEn) === undefined) return null;
  const within = ['district', 'block'].flatMap((word) => {
    const levelId = names.levelOf(word);
    const columns = [[at(`${word} code`), 'code'], [at(`${word} name`), 'name'], [at(`${word} name`, 1), 'nameHi']] as const;
    return levelId === null ? [] : columns.flatMap(([column, role]) => (column === undefined ? [] : [{ column, role, levelId }]));
  });
  const known = Object.fromEntries(Object.entries(found).filter(([, column]) => column !== undefined));
  return { form: 'subdistricts', headerRow, panchayatLevelId, classCode, className, ...known, within, extras: {} };
}

/** Booths by part: the columns any guess finds, without the levels above. */
function seatBooths(rows: string[][], headerRow: number, levels: ImportLevel[]): ImportMapping | null {
  const names = levelNames(levels);
  const levelId = names.levelOf('booth');
  if (levelId === null) return null;
  const guess = guessColumns(rows, levels, '', headerRow);
  const heads = (rows[headerRow] ?? []).map((head) => readHead(head, names));
  const part = heads.findIndex((head) => head.is === 'partNumber');
  const extras = { ...guess?.extras, ...(part < 0 ? {} : { partNumber: part }) };
  if (extras.partNumber === undefined) return null;
  const nameColumns = heads.flatMap((head, column) => (head.is === 'level' && head.levelId === levelId && head.role !== 'code' && column !== part ? [column] : []));
  const hindi = (column: number): boolean => rows.slice(headerRow + 1, headerRow + 50).some((row) => hasDevanagari(row[column] ?? ''));
  const nameEn = nameColumns.find((column) => !hindi(column)) ?? nameColumns[0];
  const nameHi = nameColumns.find((column) => column !== nameEn && hindi(column));
  return { form: 'seatBooths', headerRow, levelId, ...(nameEn === undefined ? {} : { nameEn }), ...(nameHi === undefined ? {} : { nameHi }), extras };
}

/** The mapping of the sheet read as the person says it is; null where too little in it speaks for that. */
export function guessAs(form: Form, rows: string[][], headerRow: number, levels: ImportLevel[], hint: string): ImportMapping | null {
  const heads = rows[headerRow] ?? [];
  if (form === 'localBodies') return localBodies(heads, headerRow, levels);
  if (form === 'seatBooths') return seatBooths(rows, headerRow, levels);
  if (form === 'subdistricts') return subdistricts(heads, headerRow, levels);
  const guess = guessColumns(rows, levels, hint, headerRow < 0 ? undefined : headerRow);
  return guess?.form === form ? guess : null;
}

/** `official`: what the head says it is, if anything. Lists that hold nothing this tree has a level for get no mapping. */
export function guessSheet(
  official: SheetKind | null, rows: string[][], headerRow: number, levels: ImportLevel[], hint: string,
): { kind: SheetKind; mapping: ImportMapping | null } {
  if (official === 'lgdLocalBodies') return { kind: official, mapping: guessAs('localBodies', rows, headerRow, levels, hint) };
  if (official === 'form20') return { kind: official, mapping: guessAs('seatBooths', rows, headerRow, levels, hint) };
  if (official === 'lgdVillages') return { kind: official, mapping: villages(rows[headerRow] ?? [], headerRow, levels) ?? guessAs('subdistricts', rows, headerRow, levels, hint) };
  const mapping = guessColumns(rows, levels, hint, headerRow < 0 ? undefined : headerRow);
  if (official !== null) return { kind: official, mapping: speaksOf(official, mapping, levels) ? mapping : null };
  if (mapping === null) return { kind: 'unknown', mapping };
  if (mapping.form !== 'levels') return { kind: 'parentCodes', mapping };
  return { kind: mapping.extras.partNumber === undefined ? 'levels' : 'pollingStations', mapping };
}

const subjects: Partial<Record<SheetKind, string>> = { lgdDistricts: 'district', lgdSubdistricts: 'sub district', lgdBlocks: 'block', lgdTowns: 'town unit' };

/** True when the guess holds a column of the very level the list is about: the directory's towns are no blocks. */
function speaksOf(official: SheetKind, mapping: ImportMapping | null, levels: ImportLevel[]): boolean {
  const level = levelNames(levels).levelOf(subjects[official] ?? '');
  return level !== null && mapping?.form === 'levels' && mapping.columns.some(({ levelId }) => levelId === level);
}

/** The shape of a sheet, the same for every sheet with the same heads in the same order (FNV-1a over UTF-16 units, 64 bits, hex). */
export function shapeOf(heads: string[]): string {
  let hash = 0xcbf29ce484222325n;
  const text = heads.map((head) => head.replaceAll(/\s+/g, ' ').trim().toLowerCase()).join('\n');
  for (let at = 0; at < text.length; at++) hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
