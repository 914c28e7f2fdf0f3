// Plans a sheet with one column per level: every row spells the way from the top down to its unit.
import type { ImportCause, ImportExisting, LevelsMapping } from '../../model/importing.ts';
import type { Findings } from './findings.ts';
import { levelOrder } from './levelOrder.ts';
import type { LevelOrder } from './levelOrder.ts';
import { isDamaged, readCode, readNames, sameCodeKey, sameNameKey } from './readCells.ts';
import { readRowData } from './rowData.ts';
import { seatBook } from './seatBook.ts';
import type { Found, Node, UnitIndex, Wanted } from './unitIndex.ts';

type LevelColumns = { levelId: string; name?: number; nameHi?: number; code?: number; any: number };
type Cell = Wanted & { columns: LevelColumns };

/** The mapping's columns gathered by level, from the top down. */
function columnsByLevel(mapping: LevelsMapping, order: LevelOrder): LevelColumns[] {
  const levels = new Map<string, LevelColumns>();
  for (const { column, role, levelId } of mapping.columns) {
    const columns = levels.get(levelId) ?? { levelId, any: column };
    columns[role] = column;
    levels.set(levelId, columns);
  }
  for (const columns of levels.values()) columns.any = columns.name ?? columns.nameHi ?? columns.code ?? columns.any;
  return [...levels.values()].sort((a, b) => order.rank(a.levelId) - order.rank(b.levelId));
}

function readCell(row: string[], columns: LevelColumns): Cell {
  const text = (column: number | undefined): string => (column === undefined ? '' : (row[column] ?? '').trim());
  const { name, nameHi } = readNames(text(columns.name), text(columns.nameHi));
  return { levelId: columns.levelId, columns, seat: null, part: null, name, nameHi, code: readCode(text(columns.code)) };
}

const isBlank = (cell: Cell): boolean => !cell.name && !cell.nameHi && !cell.code;

/** Takes blank cells above a row's unit from the rows before it, one branch at a time: a new town ends the block before it. */
function createFillDown(order: LevelOrder): (cells: Cell[]) => Cell[] {
  const carried = new Map<string, Cell>();
  return (cells) => {
    const own = cells.filter((cell) => !isBlank(cell));
    for (const cell of own) {
      for (const levelId of carried.keys()) if (!order.reaches(levelId, cell.levelId)) carried.delete(levelId);
      carried.set(cell.levelId, cell);
    }
    return cells.map((cell) => {
      const above = carried.get(cell.levelId);
      const fits = above && isBlank(cell) && own.length > 0 && own.every((other) =>
        order.reaches(cell.levelId, other.levelId) || order.reaches(other.levelId, cell.levelId))
        && own.some((other) => order.reaches(cell.levelId, other.levelId));
      return fits ? above : cell;
    });
  };
}

/** The root and the units above it by level: what a sheet says of these must be so, or the row is about another place. */
function unitsAbove(index: UnitIndex, rootId: string | null): Map<string, Node> {
  const above = new Map<string, Node>();
  const seen = new Set<string>();
  for (let id = rootId; id !== null && !seen.has(id);) {
    seen.add(id);
    const node: Node | undefined = index.byId.get(id);
    if (!node) break;
    above.set(node.levelId, node);
    id = node.parentId;
  }
  return above;
}

function isSame(node: Node, cell: Cell): boolean {
  if (cell.code && node.code && sameCodeKey(cell.code) === sameCodeKey(node.code)) return true;
  const names = [node.nameEn, node.nameHi ?? node.nameEn].map(sameNameKey);
  return [cell.name, cell.nameHi].some((name) => name !== '' && names.includes(sameNameKey(name)));
}

export function planLevels(
  rows: string[][], mapping: LevelsMapping, existing: ImportExisting, rootId: string | null, index: UnitIndex, findings: Findings,
): void {
  const order = levelOrder(existing.levels);
  const levels = columnsByLevel(mapping, order);
  const lowest = levels.at(-1)?.levelId;
  const seats = seatBook(existing);
  const above = unitsAbove(index, rootId);
  const rootNode = rootId === null ? null : (index.byId.get(rootId) ?? null);
  const rootLevelId = rootNode?.levelId ?? null;
  const nameColumns = levels.map((columns) => columns.any);
  /** Ways to the parent of a row of the lowest level that were walked before. */
  const known = new Map<string, { parent: Node | null; last: string | null }>();
  const wayColumns = mapping.columns.filter(({ levelId }) => levelId !== lowest).map(({ column }) => column);
  let lastRow: string[] | null = null;
  let lastWay = '';
  const fill = mapping.fillDown ? createFillDown(order) : (cells: Cell[]) => cells;

  for (let i = mapping.headerRow + 1; i < rows.length; i++) {
    if (!findings.takes(i, nameColumns)) continue;
    const row = rows[i]!;
    const bad = planBelow(row, i) ?? planRow(row, fill(levels.map((columns) => readCell(row, columns))), i);
    if (bad === 'placed') continue;
    if (bad) findings.bad(i, bad.column, bad.cause);
  }

  /** What a row says of everything above the lowest level, as one text; rows of one parent mostly follow each other. */
  function wayOf(row: string[]): string {
    if (lastRow !== null && wayColumns.every((column) => row[column] === lastRow![column])) return lastWay;
    lastRow = row;
    return (lastWay = wayColumns.map((column) => row[column] ?? '').join('\n'));
  }

  /** The short way for a row whose way down to its unit was walked before: most rows of a long sheet. */
  function planBelow(row: string[], rowIndex: number): { column: number; cause: ImportCause } | 'placed' | null {
    if (mapping.fillDown) return null;
    const at = known.get(wayOf(row));
    if (!at) return null;
    const columns = levels.at(-1)!;
    const cell = readCell(row, columns);
    if (isBlank(cell) || !order.allowed(at.last, cell.levelId)) return null;
    if (findings.tooLong(cell)) return { column: columns.any, cause: 'textTooLong' };
    const data = readRowData(row, mapping.extras, seats, true);
    if ('cause' in data) return data;
    cell.seat = data.seat;
    cell.part = data.part;
    const found = index.find(at.parent?.id ?? null, cell);
    if ('cause' in found) return { column: { name: columns.any, code: columns.code, part: mapping.extras.partNumber }[found.at] ?? columns.any, cause: found.cause };
    if ('node' in found && findings.contradicts(found.node, data)) return { column: columns.any, cause: 'otherData' };
    findings.own(findings.take(found, at.parent?.id ?? null, cell, rowIndex), data, rowIndex);
    return 'placed';
  }

  function planRow(row: string[], cells: Cell[], rowIndex: number): { column: number; cause: Parameters<Findings['bad']>[2] } | null {
    const path: Cell[] = [];
    let last = rootLevelId;
    const filled = cells.filter((cell) => !isBlank(cell));
    if (filled.length === 0) return { column: levels.at(-1)!.any, cause: 'nameBlank' };

    for (const cell of filled) {
      const column = cell.columns.any;
      if (findings.tooLong(cell)) return { column, cause: 'textTooLong' };
      if (isDamaged(cell.name) || isDamaged(cell.nameHi)) return { column, cause: 'unreadable' };
      const unitAbove = above.get(cell.levelId);
      if (unitAbove) {
        if (!isSame(unitAbove, cell)) return { column, cause: 'outsideRoot' };
        continue;
      }
      // Levels above the root that the root has no unit of cannot be checked and say nothing about where the row belongs.
      if (rootLevelId !== null && order.reaches(cell.levelId, rootLevelId)) continue;
      path.push(cell);
    }
    // A level left empty between two that are filled would have to be guessed: the row is not taken.
    const lowestFilled = filled.at(-1)!;
    for (const cell of cells) {
      if (!isBlank(cell) || !order.reaches(cell.levelId, lowestFilled.levelId)) continue;
      if (filled.every((other) => order.reaches(cell.levelId, other.levelId) || order.reaches(other.levelId, cell.levelId))) {
        return { column: cell.columns.any, cause: 'parentBlank' };
      }
    }
    for (const cell of path) {
      if (!order.allowed(last, cell.levelId)) return { column: cell.columns.any, cause: 'levelNotAllowed' };
      last = cell.levelId;
    }
    const unit = path.at(-1);
    const data = readRowData(row, mapping.extras, seats, unit?.levelId === lowest);
    if ('cause' in data) return data;
    if (!unit) return null;
    const wanted: Wanted[] = path.map((cell) => (cell === unit ? { ...cell, seat: data.seat, part: data.part } : cell));

    // First the whole way is looked up, then it is walked: a bad row leaves nothing behind.
    const steps: Exclude<Found, { cause: unknown }>[] = [];
    let parentId: string | null | undefined = rootId;
    for (const [depth, want] of wanted.entries()) {
      const found = index.find(parentId, want);
      if ('cause' in found) {
        const { columns } = path[depth]!;
        const at = { name: columns.any, code: columns.code, part: mapping.extras.partNumber }[found.at];
        return { column: at ?? columns.any, cause: found.cause };
      }
      steps.push(found);
      parentId = 'node' in found ? found.node.id : undefined;
    }
    const own = steps.at(-1)!;
    if ('node' in own && findings.contradicts(own.node, data)) return { column: unit.columns.any, cause: 'otherData' };

    let parent: Node | null = rootNode;
    for (const [depth, want] of wanted.entries()) {
      if (depth === wanted.length - 1 && unit.levelId === lowest) known.set(wayOf(row), { parent, last: path.at(-2)?.levelId ?? rootLevelId });
      parent = findings.take(steps[depth]!, parent?.id ?? null, want, rowIndex);
    }
    findings.own(parent!, data, rowIndex);
    return null;
  }
}
