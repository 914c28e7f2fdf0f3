// Gathers what an import finds out row by row: units to add, units matched and what is new about them, rows not taken and why.
import type { ImportAdd, ImportBadRow, ImportCause, ImportChanges, ImportDetail, ImportField, ImportGone, ImportLevel, ImportPlace, ImportPlan } from '../../model/importing.ts';
import { columnLetters, hasDevanagari, isTotalLabel, sameCodeKey, sameNameKey } from './readCells.ts';
import type { RowData } from './rowData.ts';
import { sameData } from './rowData.ts';
import type { Found, Node, UnitIndex, Wanted } from './unitIndex.ts';
import { bothNames } from './unitIndex.ts';

const longestName = 200;
const longestCode = 40;
const rowsPerReport = 4000;

export type Findings = ReturnType<typeof createFindings>;

/** How far the planning is, in rows; to stop it, it throws. */
export type PlanProgress = (done: number, total: number) => void;

/** `passes`: how often every row is gone through, `progress` being told of each as a part of one way. */
export function createFindings(
  rows: string[][], rowNumbers: number[], headerRow: number, index: UnitIndex, newId: () => string, passes: number, progress: PlanProgress | undefined,
) {
  const head = headerRow >= 0 ? (rows[headerRow] ?? []) : [];
  const adds: ImportAdd[] = [];
  const matched = new Set<Node>();
  const badRows: ImportBadRow[] = [];
  const badRowIndexes: number[] = [];
  const counts = { rowsRead: 0, duplicates: 0, totalsSkipped: 0, headsSkipped: 0 };
  const changes: Omit<ImportChanges, 'gone'> = { renames: [], moves: [], details: [] };
  /** Levels the sheet lists under a unit that was there before: only among these can something be gone. */
  const covered = new Map<string, Set<string>>();
  const levelsWithCodes = new Set<string>();

  const placeOf = (node: Node): ImportPlace => {
    const parent = node.parentId === null ? undefined : index.byId.get(node.parentId);
    return { id: node.id, levelId: node.levelId, nameEn: node.nameEn, nameHi: node.nameHi, parentEn: parent?.nameEn ?? '', parentHi: parent?.nameHi ?? null };
  };
  const detail = (node: Node, rowIndex: number, field: ImportField, from: string | number | null | undefined, to: string | number): void => {
    const line: ImportDetail = { ...placeOf(node), rowNumber: rowNumbers[rowIndex] ?? rowIndex + 1, field, from: String(from ?? ''), to: String(to) };
    changes.details.push(line);
  };

  /** What the sheet says of a unit that is there, the first time it speaks of it. */
  const compare = (node: Node, wanted: Wanted, parentId: string | null, rowIndex: number, by: 'code' | 'part' | 'spelling' | undefined): void => {
    const rowNumber = rowNumbers[rowIndex] ?? rowIndex + 1;
    const names = bothNames(wanted.name, wanted.nameHi);
    const nameHi = names.nameHi !== null && hasDevanagari(names.nameHi) ? names.nameHi : null;
    if (by !== undefined) {
      node.renamed = true;
      // A sheet in Hindi alone says nothing of the English name.
      const toEn = hasDevanagari(names.nameEn) ? node.nameEn : names.nameEn;
      changes.renames.push({ ...placeOf(node), rowNumber, basis: by, toEn, toHi: nameHi });
    } else if (nameHi !== null && node.isHindiProposed === true) detail(node, rowIndex, 'nameHi', null, nameHi);
    else if (nameHi !== null && (node.nameHi === null || sameNameKey(node.nameHi) !== sameNameKey(nameHi))) detail(node, rowIndex, 'nameHi', node.nameHi, nameHi);
    if (node.parentId !== parentId && parentId !== null && node.officialParentId !== parentId) {
      const to = index.byId.get(parentId);
      changes.moves.push({ ...placeOf(node), rowNumber, toId: parentId, toEn: to?.nameEn ?? '', toHi: to?.nameHi ?? null });
    }
    // A booth known by name alone gets its seat and part; another part would have been another booth.
    if (wanted.seat !== null && wanted.part !== null && !node.partNumber) {
      if (node.constituencyNumber !== wanted.seat) detail(node, rowIndex, 'seat', node.constituencyNumber, wanted.seat);
      detail(node, rowIndex, 'part', null, wanted.part);
    }
    if (wanted.code && (node.code === null || sameCodeKey(node.code) !== sameCodeKey(wanted.code))) detail(node, rowIndex, 'code', node.code, wanted.code);
  };

  /** The figures of a unit that is there, where the sheet says others. */
  const compareData = (node: Node, data: RowData, rowIndex: number): void => {
    if (data.electors !== null && data.electors !== (node.electors ?? null)) detail(node, rowIndex, 'electors', node.electors, data.electors);
    if (data.lat !== null && data.lon !== null && (data.lat !== (node.lat ?? null) || data.lon !== (node.lon ?? null))) {
      detail(node, rowIndex, 'point', node.lat === null || node.lat === undefined ? '' : `${node.lat}, ${node.lon}`, `${data.lat}, ${data.lon}`);
    }
  };

  let walked = 0;
  const walk = (): void => {
    if (++walked % rowsPerReport === 0) progress?.(Math.min(rows.length, Math.floor(walked / passes)), rows.length);
  };

  const textsOfBadRows = (): Set<string> => {
    const texts = new Set<string>();
    for (const at of badRowIndexes) for (const cell of rows[at] ?? []) if (cell.trim() !== '') texts.add(sameNameKey(cell));
    return texts;
  };

  /** From the top down: units of a listed level under a listed parent that no row speaks of, not even one that was left out. */
  const findGone = (levels: ImportLevel[]): ImportGone[] => {
    const gone = new Map<string, ImportGone>();
    const inBadRows = textsOfBadRows();
    const below = new Map<string, number>();
    const candidates: Node[] = [];
    for (const node of index.byId.values()) {
      if (node.add !== null || node.parentId === null) continue;
      below.set(node.parentId, (below.get(node.parentId) ?? 0) + 1);
      if (node.sheetParentId !== undefined || !covered.get(node.parentId)?.has(node.levelId)) continue;
      // What the party made itself has no official code and is not in any office's list.
      if (node.code === null && levelsWithCodes.has(node.levelId)) continue;
      if ([node.nameEn, node.nameHi, node.code].some((text) => text !== null && inBadRows.has(sameNameKey(text)))) continue;
      candidates.push(node);
    }
    for (const node of candidates) gone.set(node.id, { ...placeOf(node), below: below.get(node.id) ?? 0 });
    const rank = new Map(levels.map(({ id }, at) => [id, at]));
    return [...gone.values()].sort((a, b) => (rank.get(a.levelId) ?? 0) - (rank.get(b.levelId) ?? 0));
  };

  return {
    bad: (rowIndex: number, column: number, cause: ImportCause): void => {
      badRowIndexes.push(rowIndex);
      badRows.push({
        rowNumber: rowNumbers[rowIndex] ?? rowIndex + 1,
        column: (head[column] ?? '').trim() || columnLetters(column),
        cause,
        value: (rows[rowIndex]?.[column] ?? '').slice(0, 200),
      });
    },

    /** Counts the row, and says whether it is one to plan: not empty, not a sum, not the head printed once more. */
    takes: (rowIndex: number, nameColumns: number[]): boolean => {
      walk();
      const row = rows[rowIndex] ?? [];
      let first = '';
      for (let at = 0; at < row.length && first === ''; at++) if (row[at]!.trim() !== '') first = row[at]!;
      if (first === '') return false;
      counts.rowsRead++;
      if (isTotalLabel(first) || nameColumns.some((column) => isTotalLabel(row[column] ?? ''))) counts.totalsSkipped++;
      else if (headerRow >= 0 && nameColumns.every((column) => (row[column] ?? '') === (head[column] ?? ''))) counts.headsSkipped++;
      else return true;
      return false;
    },

    tooLong: (wanted: Wanted): boolean =>
      wanted.name.length > longestName || wanted.nameHi.length > longestName || wanted.code.length > longestCode,

    /**
     * The unit a row speaks of: the one found, else a new one under `parentId`. Notes what is new about it and keeps what the
     * row tells, so that later rows find it. `coversPlace`: the sheet lists everything of this level there; what it leaves out is gone.
     */
    take: (found: Exclude<Found, { cause: unknown }>, parentId: string | null, wanted: Wanted, rowIndex: number, coversPlace = true): Node => {
      const node = 'node' in found ? found.node : addUnit(parentId, wanted);
      if (node.add === null && !matched.has(node)) {
        matched.add(node);
        compare(node, wanted, parentId, rowIndex, 'node' in found ? found.by : undefined);
      }
      if (wanted.code) levelsWithCodes.add(wanted.levelId);
      if (coversPlace && parentId !== null && index.byId.get(parentId)?.add === null) {
        const levels = covered.get(parentId);
        if (levels) levels.add(wanted.levelId);
        else covered.set(parentId, new Set([wanted.levelId]));
      }
      index.learn(node, wanted, parentId);
      return node;
    },

    /** A unit that is there and that a row speaks of without saying anything new of it. */
    known: (node: Node): void => {
      if (node.add === null) matched.add(node);
    },

    /** Where a form goes through its rows a second time: once for each. */
    walk,

    duplicate: (): void => void counts.duplicates++,

    /** Gives a unit the figures of its own row; a second row for it counts as a duplicate (it was checked to say the same). */
    own: (node: Node, data: RowData, rowIndex: number): void => {
      if (node.ownData !== null) {
        counts.duplicates++;
        return;
      }
      node.ownData = data;
      if (node.add) {
        node.add.electors = data.electors;
        node.add.lat = data.lat;
        node.add.lon = data.lon;
        node.add.constituencyNumber = data.seat;
        node.add.partNumber = data.part;
      } else compareData(node, data, rowIndex);
    },

    /** True when the unit came before in the sheet, with other figures. */
    contradicts: (node: Node, data: RowData): boolean => node.ownData !== null && !sameData(node.ownData, data),

    plan: (levels: ImportLevel[]): Omit<ImportPlan, 'seats' | 'groups' | 'bodies'> => {
      const perLevel = new Map(levels.map((level) => [level.id, { levelId: level.id, add: 0, existing: 0 }]));
      for (const add of adds) perLevel.get(add.levelId)!.add++;
      for (const node of matched) if (perLevel.has(node.levelId)) perLevel.get(node.levelId)!.existing++;
      badRows.sort((a, b) => a.rowNumber - b.rowNumber);
      return {
        adds, matched: matched.size, badRows, ...counts, changes: { ...changes, gone: findGone(levels) },
        countsPerLevel: [...perLevel.values()].filter((count) => count.add > 0 || count.existing > 0),
      };
    },
  };

  function addUnit(parentId: string | null, wanted: Wanted): Node {
    const { nameEn, nameHi } = bothNames(wanted.name, wanted.nameHi);
    const add: ImportAdd = {
      id: newId(), parentId, levelId: wanted.levelId, nameEn, nameHi, code: wanted.code || null,
      electors: null, lat: null, lon: null, constituencyNumber: null, partNumber: null,
    };
    adds.push(add);
    return index.insert({
      id: add.id, parentId, levelId: add.levelId, nameEn: add.nameEn, nameHi: add.nameHi, code: add.code,
      constituencyNumber: wanted.seat, partNumber: wanted.part, add,
    });
  }
}
