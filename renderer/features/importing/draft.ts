// What the person says of the columns, column by column, and the mapping that comes of it.
import type { ImportExtras, ImportMapping } from '../../../shared/model/importing.ts';

/** `name:block`, `code:district`, `partName:booth` (part number and name in one), `electors`, `ownCode` …; empty: left out. */
export type Role = string;

export interface Draft {
  form: ImportMapping['form'];
  /** Index of the row with the heads; -1: none. */
  headerRow: number;
  fillDown: boolean;
  /** One per column. */
  roles: Role[];
}

const extraRoles = ['electors', 'lat', 'lon', 'seatNumber', 'partNumber'] as const;
const levelRoles = ['name', 'nameHi', 'code'] as const;
/** The roles of the form with parent codes, and the mapping's words for them. */
const ownRoles = { ownCode: 'code', parentCode: 'parentCode', level: 'level', ownName: 'nameEn', ownNameHi: 'nameHi' } as const;

export const rolesOfExtras: readonly Role[] = extraRoles;
export const rolesOfOwn = Object.keys(ownRoles) as (keyof typeof ownRoles)[];

function place(roles: Role[], column: number | undefined, role: Role): void {
  if (column !== undefined && column < roles.length) roles[column] = role;
}

/** The guess as a draft; without one every column is left out and the first row is taken for the head. */
export function draftOf(guess: ImportMapping | null, columns: number): Draft {
  const roles: Role[] = Array.from({ length: columns }, () => '');
  const draft: Draft = { form: guess?.form ?? 'levels', headerRow: guess?.headerRow ?? 0, fillDown: false, roles };
  if (!guess) return draft;
  for (const role of extraRoles) place(roles, guess.extras[role], role);
  if (guess.form === 'parentCode') {
    for (const role of rolesOfOwn) place(roles, guess[ownRoles[role]], role);
  } else {
    draft.fillDown = guess.fillDown ?? false;
    for (const { column, role, levelId } of guess.columns) {
      place(roles, column, role === 'name' && guess.extras.partNumber === column ? `partName:${levelId}` : `${role}:${levelId}`);
    }
  }
  return draft;
}

/** Gives the column its role, and takes it from the column that had it: two columns cannot mean the same. */
export function withRole(draft: Draft, column: number, role: Role): Draft {
  const isPart = (each: Role): boolean => each === 'partNumber' || each.startsWith('partName:');
  const clashes = (each: Role): boolean => role !== '' && (each === role || (isPart(each) && isPart(role)) || each === role.replace('partName:', 'name:'));
  return { ...draft, roles: draft.roles.map((each, at) => (at === column ? role : clashes(each) ? '' : each)) };
}

/** Another form keeps what is said about figures and forgets the rest. */
export function withForm(draft: Draft, form: Draft['form']): Draft {
  return form === draft.form ? draft : { ...draft, form, roles: draft.roles.map((role) => (rolesOfExtras.includes(role) ? role : '')) };
}

function extrasOf(roles: Role[]): ImportExtras {
  const extras: ImportExtras = {};
  for (const role of extraRoles) {
    const column = roles.findIndex((each) => each === role || (role === 'partNumber' && each.startsWith('partName:')));
    if (column >= 0) extras[role] = column;
  }
  return extras;
}

/** The mapping, or the key (under `missing`) of what is still to be said. */
export function mappingOf({ form, headerRow, fillDown, roles }: Draft): { mapping: ImportMapping } | { missing: string } {
  const extras = extrasOf(roles);
  if (form === 'parentCode') {
    const at = (role: keyof typeof ownRoles): number => roles.indexOf(role);
    const [code, parentCode, level, nameEn] = [at('ownCode'), at('parentCode'), at('level'), at('ownName')];
    if (code < 0) return { missing: 'ownCode' };
    if (parentCode < 0) return { missing: 'parentCode' };
    if (level < 0) return { missing: 'levelColumn' };
    if (nameEn < 0) return { missing: 'ownName' };
    return { mapping: { form, headerRow, code, parentCode, level, nameEn, ...(at('ownNameHi') >= 0 ? { nameHi: at('ownNameHi') } : {}), extras } };
  }
  const columns = roles.flatMap((each, column) => {
    const [word = '', levelId = ''] = each.split(':');
    const role = word === 'partName' ? 'name' : levelRoles.find((known) => known === word);
    return role && levelId !== '' ? [{ column, role, levelId }] : [];
  });
  if (columns.length === 0) return { missing: 'level' };
  return { mapping: { form, headerRow, columns, extras, ...(fillDown ? { fillDown } : {}) } };
}
