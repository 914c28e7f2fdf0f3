// Gathers what an import finds out row by row: units to add, units matched, rows not taken and why.
import type { ImportAdd, ImportBadRow, ImportCause, ImportLevel, ImportPlan } from '../../model/importing.ts';
import { columnLetters, isTotalLabel } from './readCells.ts';
import type { RowData } from './rowData.ts';
import type { Node, UnitIndex, Wanted } from './unitIndex.ts';
import { bothNames } from './unitIndex.ts';

const longestName = 200;
const longestCode = 40;

export type Findings = ReturnType<typeof createFindings>;

export function createFindings(rows: string[][], rowNumbers: number[], headerRow: number, index: UnitIndex, newId: () => string) {
  const head = headerRow >= 0 ? (rows[headerRow] ?? []) : [];
  const adds: ImportAdd[] = [];
  const matched = new Set<Node>();
  const badRows: ImportBadRow[] = [];
  const counts = { rowsRead: 0, duplicates: 0, totalsSkipped: 0, headsSkipped: 0 };

  return {
    bad: (rowIndex: number, column: number, cause: ImportCause): void => {
      badRows.push({
        rowNumber: rowNumbers[rowIndex] ?? rowIndex + 1,
        column: (head[column] ?? '').trim() || columnLetters(column),
        cause,
        value: (rows[rowIndex]?.[column] ?? '').slice(0, 200),
      });
    },

    /** Counts the row, and says whether it is one to plan: not empty, not a sum, not the head printed once more. */
    takes: (rowIndex: number, nameColumns: number[]): boolean => {
      const row = rows[rowIndex] ?? [];
      const first = row.find((cell) => cell.trim() !== '');
      if (first === undefined) return false;
      counts.rowsRead++;
      if (isTotalLabel(first) || nameColumns.some((column) => isTotalLabel(row[column] ?? ''))) counts.totalsSkipped++;
      else if (headerRow >= 0 && nameColumns.every((column) => (row[column] ?? '') === (head[column] ?? ''))) counts.headsSkipped++;
      else return true;
      return false;
    },

    tooLong: (wanted: Wanted): boolean =>
      wanted.name.length > longestName || wanted.nameHi.length > longestName || wanted.code.length > longestCode,

    add: (parentId: string | null, wanted: Wanted): Node => {
      const add: ImportAdd = {
        id: newId(), parentId, levelId: wanted.levelId, ...bothNames(wanted.name, wanted.nameHi), code: wanted.code || null,
        electors: null, lat: null, lon: null, constituencyNumber: null, partNumber: null,
      };
      const node: Node = {
        id: add.id, parentId, levelId: add.levelId, nameEn: add.nameEn, nameHi: add.nameHi, code: add.code,
        constituencyNumber: wanted.seat, partNumber: wanted.part, add, sheetName: null, ownData: null,
      };
      adds.push(add);
      index.insert(node);
      return node;
    },

    duplicate: (): void => void counts.duplicates++,

    match: (node: Node): void => {
      if (!node.add) matched.add(node);
    },

    /** Gives a unit the figures of its own row; a second row for it counts as a duplicate (it was checked to say the same). */
    own: (node: Node, data: RowData): void => {
      if (node.ownData !== null) {
        counts.duplicates++;
        return;
      }
      node.ownData = JSON.stringify(data);
      if (node.add) {
        node.add.electors = data.electors;
        node.add.lat = data.lat;
        node.add.lon = data.lon;
        node.add.constituencyNumber = data.seat;
        node.add.partNumber = data.part;
      }
    },

    plan: (levels: ImportLevel[]): ImportPlan => {
      const perLevel = new Map(levels.map((level) => [level.id, { levelId: level.id, add: 0, existing: 0 }]));
      for (const add of adds) perLevel.get(add.levelId)!.add++;
      for (const node of matched) if (perLevel.has(node.levelId)) perLevel.get(node.levelId)!.existing++;
      badRows.sort((a, b) => a.rowNumber - b.rowNumber);
      return {
        adds, matched: matched.size, badRows, ...counts,
        countsPerLevel: [...perLevel.values()].filter((count) => count.add > 0 || count.existing > 0),
      };
    },
  };
}
