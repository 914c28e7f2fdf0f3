// Finds units by parent and name, by code, and by seat and part: those that exist and those the import has added so far.
import type { ImportAdd, ImportCause, ImportUnit } from '../../model/importing.ts';
import { hasDevanagari, isDevanagari, readPart, sameCodeKey, sameNameKey } from './readCells.ts';

/** A unit as the import sees it. */
export type Node = ImportUnit & {
  /** The row to add; null for a unit that is there already. */
  add: ImportAdd | null;
  /** The name under which the sheet first used it (folded). */
  sheetName: string | null;
  /** What the sheet said of it when it was a row's own unit, to know a repeated row from a contradicting one. */
  ownData: string | null;
};

/** What a row says of one unit; every text trimmed, empty when it says nothing. */
export type Wanted = { levelId: string; name: string; nameHi: string; code: string; seat: number | null; part: string | null };

export type Found = { node: Node } | { isNew: true } | { cause: ImportCause; at: 'name' | 'code' | 'part' };

type Several = 'several';

export type UnitIndex = ReturnType<typeof createUnitIndex>;

/** Puts the two name cells in their places: `nameEn` is never empty when either is given. */
export function bothNames(name: string, nameHi: string): { nameEn: string; nameHi: string | null } {
  if (!name) return { nameEn: nameHi, nameHi: nameHi || null };
  if (!nameHi) return { nameEn: name, nameHi: isDevanagari(name) ? name : null };
  if (isDevanagari(name) && !hasDevanagari(nameHi)) return { nameEn: nameHi, nameHi: name };
  return { nameEn: name, nameHi };
}

/** Builds the index over the existing units; O(units). */
export function createUnitIndex(units: ImportUnit[]) {
  const byId = new Map<string, Node>();
  const byName = new Map<string, Node | Several>();
  const byCode = new Map<string, Node | Several>();
  const byPart = new Map<string, Node>();

  // The same few thousand names come back in every row: folding each once makes a large sheet three times quicker.
  const folded = new Map<string, string>();
  const fold = (name: string): string => {
    let key = folded.get(name);
    if (key === undefined) folded.set(name, (key = sameNameKey(name)));
    return key;
  };
  const nameKey = (parentId: string | null, levelId: string, name: string): string => `${parentId ?? ''}\n${levelId}\n${fold(name)}`;
  const codeKey = (levelId: string, code: string): string => `${levelId}\n${sameCodeKey(code)}`;
  const put = (map: Map<string, Node | Several>, key: string, node: Node): void => {
    const there = map.get(key);
    map.set(key, there === undefined || there === node ? node : 'several');
  };
  const partKey = (seat: number, part: string): string => `${seat}/${readPart(part) ?? part}`;
  const putCode = (node: Node, code: string): void => put(byCode, codeKey(node.levelId, code), node);
  const putPart = (node: Node, seat: number, part: string): void => void byPart.set(partKey(seat, part), node);
  const putNames = (node: Node): void => {
    put(byName, nameKey(node.parentId, node.levelId, node.nameEn), node);
    if (node.nameHi) put(byName, nameKey(node.parentId, node.levelId, node.nameHi), node);
  };

  const insert = (node: Node): void => {
    byId.set(node.id, node);
    putNames(node);
    if (node.code) putCode(node, node.code);
    if (node.constituencyNumber && node.partNumber) putPart(node, node.constituencyNumber, node.partNumber);
  };
  for (const unit of units) insert({ ...unit, add: null, sheetName: null, ownData: null });

  const knownAs = (node: Node, name: string): boolean => {
    const key = fold(name);
    return key === node.sheetName || key === fold(node.nameEn) || (node.nameHi !== null && key === fold(node.nameHi));
  };
  const findName = (parentId: string | null, levelId: string, name: string): Node | Several | undefined =>
    byName.get(nameKey(parentId, levelId, name));

  const foundByCode = (hit: Node, parentId: string | null | undefined, wanted: Wanted, name: string): Found => {
    if (hit.parentId !== parentId) return { cause: 'otherParent', at: 'code' };
    if (!name || knownAs(hit, name)) return { node: hit };
    // The code decides over a spelling the sheet has not contradicted yet, but never over the name of a sibling.
    const sibling = findName(parentId, wanted.levelId, name);
    if (hit.sheetName !== null || hit.add || sibling !== undefined) return { cause: 'codeTwoNames', at: 'code' };
    return { node: hit };
  };

  return {
    byId,
    insert,

    /** Every unit with this code, whatever its level. */
    withCode: (code: string, levelIds: string[]): (Node | Several)[] =>
      levelIds.flatMap((levelId) => byCode.get(codeKey(levelId, code)) ?? []),

    /**
     * Looks for the wanted unit under `parentId`; `undefined` as parent: under a unit that is itself new.
     * Code before seat and part before name; contradictions between them are a cause, never a choice.
     */
    find: (parentId: string | null | undefined, wanted: Wanted): Found => {
      const name = wanted.name || wanted.nameHi;
      const partHit = wanted.seat !== null && wanted.part !== null ? byPart.get(partKey(wanted.seat, wanted.part)) : undefined;
      if (partHit && (partHit.parentId !== parentId || partHit.levelId !== wanted.levelId || (name && !knownAs(partHit, name)))) {
        return { cause: 'partTaken', at: 'part' };
      }
      const codeHit = wanted.code ? byCode.get(codeKey(wanted.levelId, wanted.code)) : undefined;
      if (codeHit === 'several') return { cause: 'ambiguousName', at: 'code' };
      if (codeHit) {
        if (partHit && partHit !== codeHit) return { cause: 'partTaken', at: 'part' };
        if (wanted.part !== null && codeHit.partNumber && !partHit) return { cause: 'otherData', at: 'part' };
        return foundByCode(codeHit, parentId, wanted, name);
      }
      if (!name) return wanted.code ? { cause: 'unknownCode', at: 'code' } : { cause: 'nameBlank', at: 'name' };
      const named = partHit ?? (parentId === undefined ? undefined : findName(parentId, wanted.levelId, name));
      if (named === undefined) return { isNew: true };
      if (named === 'several' || (wanted.part !== null && named.partNumber && named !== partHit)) {
        return wanted.part === null ? { cause: 'ambiguousName', at: 'name' } : { isNew: true };
      }
      if (wanted.code && named.code && sameCodeKey(named.code) !== sameCodeKey(wanted.code)) return { cause: 'nameTwoCodes', at: 'code' };
      return { node: named };
    },

    /** Keeps what a row has told about a found unit: its name in the sheet, a code, seat and part, a Hindi name not known before. */
    learn: (node: Node, wanted: Wanted): void => {
      node.sheetName ??= fold(wanted.name || wanted.nameHi) || null;
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
        putNames(node);
      }
    },
  };
}
