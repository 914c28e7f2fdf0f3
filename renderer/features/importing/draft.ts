// What the person says of the columns, column by column, and the mapping that comes of it.
import type { ImportExtras, ImportMapping, LocalBodiesMapping } from '../../../shared/model/importing.ts';

/** `name:block`, `code:district`, `partName:booth` (part number and name in one), `electors`, `ownCode` …; empty: left out. */
export type Role = string;

export interface Draft {
  form: ImportMapping['form'];
  /** Index of the row with the heads; -1: none. */
  headerRow: number;
  fillDown: boolean;
  /** One per column. */
  roles: Role[];
  /** The seat of every row, where no column says it. */
  seat: number | null;
  /** What the forms of official lists know besides their columns. */
  bodyLevels: Pick<LocalBodiesMapping, 'districtLevelId' | 'blockLevelId' | 'panchayatLevelId'> | null;
  boothLevelId: string;
  panchayatLevelId: string;
  /** Form `parentCode`: the level of every row, where no column says it. */
  ownLevelId: string | null;
}

const extraRoles = ['electors', 'electorPart', 'lat', 'lon', 'seatNumber', 'seatName', 'partNumber'] as const;
const levelRoles = ['name', 'nameHi', 'code'] as const;
/** The roles of the other forms, and the mapping's words for them. */
const ownRoles = { ownCode: 'code', parentCode: 'parentCode', level: 'level', ownName: 'nameEn', ownNameHi: 'nameHi' } as const;
const bodyRoles = { bodyType: 'type', ownCode: 'code', parentCode: 'parentCode', ownName: 'nameEn', ownNameHi: 'nameHi' } as const;
const classRoles = { ownCode: 'code', ownName: 'nameEn', village: 'village', classCode: 'classCode', className: 'className', classNameHi: 'classNameHi' } as const;
const boothRoles = { ownName: 'nameEn', ownNameHi: 'nameHi' } as const;

export const rolesOfExtras: readonly Role[] = extraRoles;
export const rolesOfForm: Record<Exclude<Draft['form'], 'levels'>, Role[]> = {
  parentCode: Object.keys(ownRoles), localBodies: Object.keys(bodyRoles), seatBooths: Object.keys(boothRoles), subdistricts: Object.keys(classRoles),
};

function place(roles: Role[], column: number | undefined, role: Role): void {
  if (column !== undefined && column < roles.length) roles[column] = role;
}

function placeAll<Mapping extends object>(roles: Role[], words: Record<string, string>, mapping: Mapping): void {
  for (const [role, word] of Object.entries(words)) place(roles, (mapping as Record<string, number | undefined>)[word], role);
}

/** The guess as a draft; without one every column is left out and the first row is taken for the head. */
export function draftOf(guess: ImportMapping | null, columns: number, headerRow = 0): Draft {
  const roles: Role[] = Array.from({ length: columns }, () => '');
  const draft: Draft = { form: guess?.form ?? 'levels', headerRow: guess?.headerRow ?? headerRow, fillDown: false, roles, seat: null, bodyLevels: null, boothLevelId: 'booth', panchayatLevelId: 'panchayat', ownLevelId: null };
  if (!guess) return draft;
  for (const role of extraRoles) if (role !== 'electorPart') place(roles, guess.extras[role], role);
  for (const column of guess.extras.electorParts ?? []) place(roles, column, 'electorPart');
  draft.seat = guess.extras.seat ?? null;
  if (guess.form === 'parentCode') {
    draft.ownLevelId = guess.levelId ?? null;
    placeAll(roles, ownRoles, draft.ownLevelId === null ? guess : { ...guess, level: undefined });
  } else if (guess.form === 'localBodies') {
    placeAll(roles, bodyRoles, guess);
    draft.bodyLevels = { districtLevelId: guess.districtLevelId, blockLevelId: guess.blockLevelId, panchayatLevelId: guess.panchayatLevelId };
  } else if (guess.form === 'seatBooths') {
    placeAll(roles, boothRoles, guess);
    draft.boothLevelId = guess.levelId;
  } else if (guess.form === 'subdistricts') {
    placeAll(roles, classRoles, guess);
    draft.panchayatLevelId = guess.panchayatLevelId;
    for (const { column, role, levelId } of guess.within) place(roles, column, `${role}:${levelId}`);
  } else {
    draft.fillDown = guess.fillDown ?? false;
    for (const { column, role, levelId } of guess.columns) {
      place(roles, column, role === 'name' && guess.extras.partNumber === column ? `partName:${levelId}` : `${role}:${levelId}`);
    }
  }
  return draft;
}

/** Gives the column its role, and takes it from the column that had it: two columns cannot mean the same, unless they are added up. */
export function withRole(draft: Draft, column: number, role: Role): Draft {
  const isPart = (each: Role): boolean => each === 'partNumber' || each.startsWith('partName:');
  const addedUp = role === 'electorPart';
  const clashes = (each: Role): boolean => role !== '' && ((each === role && !addedUp) || (isPart(each) && isPart(role)) || each === role.replace('partName:', 'name:')
    || (addedUp && each === 'electors') || (role === 'electors' && each === 'electorPart')) && !(addedUp && each === 'electorPart');
  return { ...draft, roles: draft.roles.map((each, at) => (at === column ? role : clashes(each) ? '' : each)) };
}

/** Another form keeps what is said about figures and forgets the rest, unless a guess for that form says more. */
export function withForm(draft: Draft, form: Draft['form'], guess: ImportMapping | null = null): Draft {
  if (form === draft.form) return draft;
  if (guess?.form === form) return { ...draftOf(guess, draft.roles.length), seat: draft.seat };
  return { ...draft, form, roles: draft.roles.map((role) => (rolesOfExtras.includes(role) ? role : '')) };
}

function extrasOf({ roles, seat }: Draft): ImportExtras {
  const extras: ImportExtras = {};
  for (const role of extraRoles) {
    if (role === 'electorPart') continue;
    const column = roles.findIndex((each) => each === role || (role === 'partNumber' && each.startsWith('partName:')));
    if (column >= 0) extras[role] = column;
  }
  const parts = roles.flatMap((role, column) => (role === 'electorPart' ? [column] : []));
  if (parts.length > 0) extras.electorParts = parts.slice(0, 10);
  if (seat !== null) extras.seat = seat;
  return extras;
}

/** Columns that hold a level's name or code. */
const levelColumns = (roles: Role[]) => roles.flatMap((each, column) => {
  const [word = '', levelId = ''] = each.split(':');
  const role = word === 'partName' ? 'name' : levelRoles.find((known) => known === word);
  return role && levelId !== '' ? [{ column, role, levelId }] : [];
});

function subdistrictsOf({ headerRow, roles, panchayatLevelId }: Draft): { mapping: ImportMapping } | { missing: string } {
  const columns = Object.entries(classRoles).flatMap(([role, word]) => (roles.includes(role) ? [[word, roles.indexOf(role)] as const] : []));
  const { classCode, className, ...others } = Object.fromEntries(columns) as Partial<Record<(typeof classRoles)[keyof typeof classRoles], number>>;
  if (classCode === undefined || className === undefined) return { missing: 'class' };
  if (others.code === undefined && others.nameEn === undefined) return { missing: 'panchayat' };
  return { mapping: { form: 'subdistricts', headerRow, panchayatLevelId, classCode, className, ...others, within: levelColumns(roles), extras: {} } };
}

/** The mapping, or the key (under `missing`) of what is still to be said. */
export function mappingOf(draft: Draft): { mapping: ImportMapping } | { missing: string } {
  const { form, headerRow, fillDown, roles } = draft;
  if (form === 'subdistricts') return subdistrictsOf(draft);
  const extras = extrasOf(draft);
  const at = (role: Role): number => roles.indexOf(role);
  const nameHi = at('ownNameHi') >= 0 ? { nameHi: at('ownNameHi') } : {};
  if (form === 'seatBooths') {
    if (extras.partNumber === undefined) return { missing: 'partNumber' };
    return { mapping: { form, headerRow, levelId: draft.boothLevelId, ...(at('ownName') >= 0 ? { nameEn: at('ownName') } : {}), ...nameHi, extras } };
  }
  if (form !== 'levels') {
    const [code, parentCode, nameEn] = [at('ownCode'), at('parentCode'), at('ownName')];
    const level = at(form === 'parentCode' ? 'level' : 'bodyType');
    if (code < 0) return { missing: 'ownCode' };
    if (parentCode < 0) return { missing: 'parentCode' };
    const ownLevel = form === 'parentCode' && level < 0 && draft.ownLevelId !== null ? { level: code, levelId: draft.ownLevelId } : null;
    if (level < 0 && !ownLevel) return { missing: form === 'parentCode' ? 'levelColumn' : 'bodyType' };
    if (nameEn < 0) return { missing: 'ownName' };
    if (form === 'parentCode') return { mapping: { form, headerRow, code, parentCode, ...(ownLevel ?? { level }), nameEn, ...nameHi, extras } };
    if (!draft.bodyLevels) return { missing: 'bodyLevels' };
    return { mapping: { form, headerRow, type: level, code, parentCode, nameEn, ...nameHi, ...draft.bodyLevels, extras } };
  }
  const columns = levelColumns(roles);
  if (columns.length === 0) return { missing: 'level' };
  return { mapping: { form, headerRow, columns, extras, ...(fillDown ? { fillDown } : {}) } };
}
