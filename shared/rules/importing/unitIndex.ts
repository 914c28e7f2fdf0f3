// Finds units by parent and name, by code, and by seat and part: those that exist and those the import has added so far.
import type { ImportAdd, ImportCause, ImportUnit } from '../../model/importing.ts';
import { foldKey } from '../fold.ts';
import { hasDevanagari, isDevanagari, readNames, readPart, sameCodeKey, sameNameKey } from './readCells.ts';
import type { RowData } from './rowData.ts';

/** A unit as the import sees it. */
export type Node = ImportUnit & {
  /** Serial number, for keys made of numbers. */
  no: number;
  /** The row to add; null for a unit that is there already. */
  add: ImportAdd | null;
  /** The name under which the sheet first used it (its number among the folded names). */
  sheetName: number | null;
  renamed: boolean;
  /** The unit under which the sheet has it; undefined until it is first met. */
  sheetParentId: string | null | undefined;
  /** What the sheet said of it when it was a row's own unit, to know a repeated row from a contradicting one. */
  ownData: RowData | null;
};

/** What a row says of one unit; every text trimmed, empty when it says nothing. */
export type Wanted = { levelId: string; name: string; nameHi: string; code: string; seat: number | null; part: string | null };

/** `by`: what it was known by where the name was another one. */
export type Found = { node: Node; by?: 'code' | 'part' | 'spelling' } | { isNew: true } | { cause: ImportCause; at: 'name' | 'code' | 'part' };

type Several = 'several';

export type UnitIndex = ReturnType<typeof createUnitIndex>;

/** Puts the two name cells in their places: `nameEn` is never empty when either is given. */
export function bothNames(name: string, nameHi: string): { nameEn: string; nameHi: string | null } {
  const names = readNames(name, nameHi);
  if (!names.name) return { nameEn: names.nameHi, nameHi: names.nameHi || null };
  if (!names.nameHi) return { nameEn: names.name, nameHi: isDevanagari(names.name) ? names.name : null };
  return { nameEn: names.name, nameHi: names.nameHi };
}

/** True when the node stands somewhere under `above`, or is it. */
export function isUnder(index: { byId: Map<string, Node> }, node: Node, above: Node): boolean {
  for (let at: Node | undefined = node, steps = 0; at && steps < 100; at = at.parentId === null ? undefined : index.byId.get(at.parentId), steps++) {
    if (at === above) return true;
  }
  return false;
}

/** Room for names and levels in one numeric key: 2^22 names, 2^5 levels, the rest for units. */
const mostNames = 2 ** 22;
const mostLevels = 2 ** 5;

/**
 * Builds the index over the existing units; O(units). `inSheet` says whether a name stands anywhere in the sheet for a level:
 * a unit is only known again under another spelling where its own is no longer there.
 */
export function createUnitIndex(units: ImportUnit[], inSheet: (levelId: string, nameKey: string) => boolean = () => true) {
  const byId = new Map<string, Node>();
  const byName = new Map<number, Node | Several>();
  const byCode = new Map<string, Node | Several>();
  const byPart = new Map<string, Node>();
  const bySpelling = new Map<string, Node | Several>();

  // Names as numbers: keys made of numbers are found several times quicker than long texts.
  const numbers = new Map<string, number>();
  // One name is asked for several times in a row: looked for, put in its place, kept as the sheet's.
  let foldedName = '';
  let foldedNumber = -1;
  const fold = (name: string): number => {
    if (name === foldedName && foldedNumber >= 0) return foldedNumber;
    const key = sameNameKey(name);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    foldedName = name;
    return (foldedNumber = number);
  };
  const levelNumbers = new Map<string, number>();
  const levelNumber = (levelId: string): number => {
    let number = levelNumbers.get(levelId);
    if (number === undefined) levelNumbers.set(levelId, (number = levelNumbers.size));
    return number;
  };
  /** The top of the tree is number 0. */
  const nameKey = (parentNo: number, levelId: string, name: string): number => (parentNo * mostLevels + levelNumber(levelId)) * mostNames + fold(name);
  const noOf = (parentId: string | null): number => (parentId === null ? 0 : byId.get(parentId)?.no ?? 0);
  const codeKey = (levelId: string, code: string): string => `${levelId}\n${sameCodeKey(code)}`;
  const put = <Key>(map: Map<Key, Node | Several>, key: Key, node: Node): void => {
    const there = map.get(key);
    map.set(key, there === undefined || there === node ? node : 'several');
  };
  const partKey = (seat: number, part: string): string => `${seat}/${readPart(part) ?? part}`;
  const putCode = (node: Node, code: string): void => put(byCode, codeKey(node.levelId, code), node);
  const putPart = (node: Node, seat: number, part: string): void => void byPart.set(partKey(seat, part), node);
  // Sheets name their units in one script nearly always: second names wait until a name is asked for that is not there.
  let waiting: [node: Node, parentNo: number][] = [];
  const putNames = (node: Node, parentId: string | null): void => {
    const parentNo = noOf(parentId);
    put(byName, nameKey(parentNo, node.levelId, node.nameEn), node);
    if (node.nameHi !== null && node.nameHi !== node.nameEn) waiting.push([node, parentNo]);
  };
  const spellingKey = (parentNo: number, levelId: string, name: string): string => `${parentNo} ${levelId} ${foldKey(name).replaceAll(' ', '')}`;

  const insert = (given: Omit<Node, 'no' | 'sheetName' | 'renamed' | 'sheetParentId' | 'ownData'>): Node => {
    // Written out: 2,20,000 nodes of one shape, without a copy of each.
    const { id, parentId, levelId, nameEn, nameHi, code, constituencyNumber, partNumber, electors, lat, lon, officialParentId, isHindiProposed, add } = given;
    const node: Node = {
      id, parentId, levelId, nameEn, nameHi, code, constituencyNumber, partNumber, electors, lat, lon, officialParentId, isHindiProposed, add,
      no: byId.size + 1, sheetName: null, renamed: false, sheetParentId: add ? parentId : undefined, ownData: null,
    };
    byId.set(node.id, node);
    putNames(node, node.parentId);
    if (node.code) putCode(node, node.code);
    if (node.constituencyNumber && node.partNumber) putPart(node, node.constituencyNumber, node.partNumber);
    return node;
  };
  for (const unit of units) insert({ ...unit, add: null });
  // Units the sheet does not name as they are: only these may be meant by a name that is spelt otherwise.
  for (const node of byId.values()) {
    for (const name of new Set([node.nameEn, node.nameHi ?? node.nameEn])) {
      if (inSheet(node.levelId, sameNameKey(node.nameEn)) || (node.nameHi !== null && inSheet(node.levelId, sameNameKey(node.nameHi)))) continue;
      put(bySpelling, spellingKey(noOf(node.parentId), node.levelId, name), node);
    }
  }

  const knownAs = (node: Node, name: string): boolean => {
    const key = fold(name);
    // Once the sheet has given it a new name, the old one is another's.
    if (node.renamed) return key === node.sheetName;
    return key === node.sheetName || key === fold(node.nameEn) || (node.nameHi !== null && key === fold(node.nameHi));
  };
  const findName = (parentId: string | null, levelId: string, name: string): Node | Several | undefined => {
    const key = nameKey(noOf(parentId), levelId, name);
    if (waiting.length > 0 && hasDevanagari(name)) {
      for (const [node, parentNo] of waiting) put(byName, nameKey(parentNo, node.levelId, node.nameHi!), node);
      waiting = [];
    }
    return byName.get(key);
  };
  /** A unit there already that this sheet has not spoken of yet: it may have moved or changed its name. */
  const isUnmet = (node: Node): boolean => node.add === null && node.sheetParentId === undefined;
  const standsThere = (node: Node, parentId: string | null | undefined): boolean =>
    (node.sheetParentId === undefined ? node.parentId : node.sheetParentId) === parentId || (node.officialParentId !== undefined && node.officialParentId === parentId);

  const foundByCode = (hit: Node, parentId: string | null | undefined, wanted: Wanted, name: string): Found => {
    if (!isUnmet(hit) && !standsThere(hit, parentId)) return { cause: 'otherParent', at: 'code' };
    if (!name || knownAs(hit, name)) return { node: hit };
    // The code decides over a spelling the sheet has not contradicted yet, but never over a sibling's name that has no code of its own.
    const sibling = parentId === undefined ? undefined : findName(parentId, wanted.levelId, name);
    if (hit.sheetName !== null || hit.add || sibling === 'several' || (sibling !== undefined && (sibling.code === null || sibling.add !== null))) return { cause: 'codeTwoNames', at: 'code' };
    return { node: hit, by: 'code' };
  };

  /** The one unit under this parent that is written a little otherwise and that the sheet does not name as it is. */
  const foundBySpelling = (parentId: string | null | undefined, wanted: Wanted, name: string): Node | null => {
    if (bySpelling.size === 0 || parentId === undefined || wanted.part !== null) return null;
    const hit = bySpelling.get(spellingKey(noOf(parentId), wanted.levelId, name));
    if (hit === undefined || hit === 'several' || !isUnmet(hit)) return null;
    return wanted.code && hit.code && sameCodeKey(hit.code) !== sameCodeKey(wanted.code) ? null : hit;
  };

  return {
    byId,
    insert,

    /** The booth with this part number in the seat, wherever it stands. */
    withPart: (seat: number, part: string): Node | undefined => byPart.get(partKey(seat, part)),

    /** Every unit with this code, whatever its level. */
    withCode: (code: string, levelIds: string[]): (Node | Several)[] =>
      levelIds.flatMap((levelId) => byCode.get(codeKey(levelId, code)) ?? []),

    /**
     * Looks for the wanted unit under `parentId`; `undefined` as parent: under a unit that is itself new.
     * Code before seat and part before name; contradictions within the sheet are a cause, never a choice. A unit that is there
     * already may be found under another parent or name by its code or its seat and part: it has moved, or has a new name.
     */
    find: (parentId: string | null | undefined, wanted: Wanted): Found => {
      const name = wanted.name || wanted.nameHi;
      const partHit = wanted.seat !== null && wanted.part !== null ? byPart.get(partKey(wanted.seat, wanted.part)) : undefined;
      const sameName = partHit && (!name || knownAs(partHit, name));
      const samePlace = partHit && standsThere(partHit, parentId);
      // A booth may have moved or have a new name; with neither the same it is another one, or the number is mistyped.
      if (partHit && (partHit.levelId !== wanted.levelId || !(sameName && samePlace) && !((sameName || samePlace) && isUnmet(partHit)))) return { cause: 'partTaken', at: 'part' };
      const codeHit = wanted.code ? byCode.get(codeKey(wanted.levelId, wanted.code)) : undefined;
      if (codeHit === 'several') return { cause: 'ambiguousName', at: 'code' };
      if (codeHit) {
        if (partHit && partHit !== codeHit) return { cause: 'partTaken', at: 'part' };
        if (wanted.part !== null && codeHit.partNumber && !partHit) return { cause: 'otherData', at: 'part' };
        return foundByCode(codeHit, parentId, wanted, name);
      }
      if (!name) return wanted.code ? { cause: 'unknownCode', at: 'code' } : { cause: 'nameBlank', at: 'name' };
      if (partHit) return sameName ? { node: partHit } : { node: partHit, by: 'part' };
      const named = parentId === undefined ? undefined : findName(parentId, wanted.levelId, name);
      if (named === undefined) {
        const near = foundBySpelling(parentId, wanted, name);
        return near ? { node: near, by: 'spelling' } : { isNew: true };
      }
      if (named === 'several' || (wanted.part !== null && named.partNumber)) {
        return wanted.part === null ? { cause: 'ambiguousName', at: 'name' } : { isNew: true };
      }
      if (wanted.code && named.code && sameCodeKey(named.code) !== sameCodeKey(wanted.code)) return { cause: 'nameTwoCodes', at: 'code' };
      return { node: named };
    },

    /** Keeps what a row has told about a found unit: its place and name in the sheet, a code, seat and part, a Hindi name not known before. */
    learn: (node: Node, wanted: Wanted, parentId: string | null): void => {
      const name = wanted.name || wanted.nameHi;
      if (name) node.sheetName ??= fold(name);
      if (node.sheetParentId === undefined) {
        node.sheetParentId = parentId;
        if (node.parentId !== parentId) putNames(node, parentId);
      }
      if (wanted.code && !node.code) {
        node.code = wanted.code;
        if (node.add) node.add.code = wanted.code;
        putCode(node, wanted.code);
      }
      if (wanted.seat !== null && wanted.part !== null && !node.partNumber) {
        node.constituencyNumber = wanted.seat;
        node.partNumber = wanted.part;
        putPart(node, wanted.seat, wanted.part);
      }
      if (node.add && !node.nameHi && wanted.nameHi) {
        node.nameHi = node.add.nameHi = wanted.nameHi;
        putNames(node, node.parentId);
      }
    },
  };
}
