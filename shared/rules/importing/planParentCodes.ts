// Plans a sheet with one row per unit, in which each row names its parent by the parent's code.
import type { ImportCause, ImportExisting, ParentCodeMapping } from '../../model/importing.ts';
import type { Findings } from './findings.ts';
import { levelNames } from './levelNames.ts';
import { levelOrder } from './levelOrder.ts';
import { isDamaged, readCode, readNames, sameCodeKey, sameNameKey } from './readCells.ts';
import { readRowData, sameData } from './rowData.ts';
import { seatBook } from './seatBook.ts';
import type { RowData } from './rowData.ts';
import type { Node, UnitIndex, Wanted } from './unitIndex.ts';

type Line = { rowIndex: number; wanted: Wanted; parentCode: string; data: RowData; node: Node | null; state: 'open' | 'walking' | 'done' | 'bad' };

export function planParentCodes(
  rows: string[][], mapping: ParentCodeMapping, existing: ImportExisting, rootId: string | null, index: UnitIndex, findings: Findings,
): void {
  const order = levelOrder(existing.levels);
  const names = levelNames(existing.levels);
  const seats = seatBook(existing);
  const rootNode = rootId === null ? null : (index.byId.get(rootId) ?? null);
  const lines = new Map<string, Line>();
  const contradicted = new Set<string>();
  const key = (levelId: string, code: string): string => `${levelId}\n${sameCodeKey(code)}`;

  for (let i = mapping.headerRow + 1; i < rows.length; i++) {
    if (!findings.takes(i, [mapping.nameEn, mapping.code])) continue;
    const bad = readLine(rows[i]!, i);
    if (bad) findings.bad(i, bad.column, bad.cause);
  }
  for (const id of contradicted) lines.get(id)!.state = 'bad';
  // A level in which some rows have a parent and some have none has holes; only one that has none at all hangs on the root.
  const levelsWithParents = new Set([...lines.values()].filter((line) => line.parentCode !== '').map((line) => line.wanted.levelId));
  for (const line of lines.values()) {
    findings.walk();
    place(line);
  }

  function readLine(row: string[], rowIndex: number): { column: number; cause: ImportCause } | null {
    const text = (column: number | undefined): string => (column === undefined ? '' : (row[column] ?? '').trim());
    const code = readCode(text(mapping.code));
    const { name, nameHi } = readNames(text(mapping.nameEn), text(mapping.nameHi));
    if (!code) return { column: mapping.code, cause: 'codeBlank' };
    if (!name && !nameHi) return { column: mapping.nameEn, cause: 'nameBlank' };
    if (mapping.levelId === undefined && !text(mapping.level)) return { column: mapping.level, cause: 'levelBlank' };
    const levelId = mapping.levelId ?? names.levelOf(text(mapping.level));
    if (levelId === null) return { column: mapping.level, cause: 'unknownLevel' };
    const data = readRowData(row, mapping.extras, seats, false);
    if ('cause' in data) return data;
    const wanted: Wanted = { levelId, name, nameHi, code, seat: data.seat, part: data.part };
    if (findings.tooLong(wanted)) return { column: mapping.nameEn, cause: 'textTooLong' };
    if (isDamaged(name + nameHi + code)) return { column: mapping.nameEn, cause: 'unreadable' };

    const before = lines.get(key(levelId, code));
    if (!before) {
      lines.set(key(levelId, code), { rowIndex, wanted, parentCode: text(mapping.parentCode), data, node: null, state: 'open' });
      return null;
    }
    // One code, two contents: nobody can say which row the rows below it mean, so none of them is taken.
    const contradiction = sameNameKey(before.wanted.name || before.wanted.nameHi) !== sameNameKey(name || nameHi) ? 'codeTwoNames'
      : sameCodeKey(before.parentCode) !== sameCodeKey(text(mapping.parentCode)) ? 'otherParent'
      : !sameData(before.data, data) ? 'otherData' : null;
    if (contradiction === null) {
      findings.duplicate();
      return null;
    }
    if (!contradicted.has(key(levelId, code))) findings.bad(before.rowIndex, mapping.code, contradiction);
    contradicted.add(key(levelId, code));
    return { column: mapping.code, cause: contradiction };
  }

  /** The way up from a row to the first one already placed, then down again; a loop instead of recursion, as rows may form a long chain. */
  function place(start: Line): void {
    const way: Line[] = [];
    for (let line: Line | null = start; line && line.state === 'open';) {
      line.state = 'walking';
      way.push(line);
      const parent: Line | Node | null | ImportCause = parentOf(line);
      line = parent !== null && typeof parent === 'object' && 'state' in parent ? parent : null;
    }
    for (let line = way.pop(); line; line = way.pop()) {
      const bad = attach(line);
      line.state = bad ? 'bad' : 'done';
      if (bad) findings.bad(line.rowIndex, bad.column, bad.cause);
    }
  }

  /** The row or unit a line stands under, null for the top of the tree, or why there is none. */
  function parentOf(line: Line): Line | Node | null | ImportCause {
    const { levelId } = line.wanted;
    if (rootNode && levelId === rootNode.levelId) return rootNode;
    if (line.parentCode === '') {
      if (levelsWithParents.has(levelId) || !order.allowed(rootNode?.levelId ?? null, levelId)) return 'parentBlank';
      return rootNode;
    }
    const places = existing.levels.flatMap((level): { levelId: string; at: Line | Node | 'several' }[] => {
      const inSheet = lines.get(key(level.id, line.parentCode));
      if (inSheet) return [{ levelId: level.id, at: inSheet }];
      return index.withCode(line.parentCode, [level.id]).map((at) => ({ levelId: level.id, at }));
    });
    const fitting = places.filter((place) => order.allowed(place.levelId, levelId));
    const only = fitting[0]?.at;
    if (fitting.length > 1 || only === 'several') return 'ambiguousParent';
    if (only) return only;
    return places.length > 0 ? 'levelNotAllowed' : 'unknownParent';
  }

  function attach(line: Line): { column: number; cause: ImportCause } | null {
    const parent = parentOf(line);
    if (typeof parent === 'string') return { column: parent === 'levelNotAllowed' ? mapping.level : mapping.parentCode, cause: parent };
    if (rootNode && line.wanted.levelId === rootNode.levelId) return matchRoot(line, rootNode);
    let under: Node | null = null;
    if (parent && 'state' in parent) {
      if (parent.state === 'walking') return { column: mapping.parentCode, cause: 'cycle' };
      if (parent.state !== 'done') return { column: mapping.parentCode, cause: 'parentBad' };
      under = parent.node;
    } else {
      under = parent;
      if (rootNode && !isBelowRoot(under)) return { column: mapping.parentCode, cause: 'outsideRoot' };
    }

    const found = index.find(under?.id ?? null, line.wanted);
    if ('cause' in found) {
      const column = { name: mapping.nameEn, code: mapping.code, part: mapping.extras.partNumber ?? mapping.code }[found.at];
      return { column, cause: found.cause };
    }
    if ('node' in found && findings.contradicts(found.node, line.data)) return { column: mapping.nameEn, cause: 'otherData' };
    line.node = findings.take(found, under?.id ?? null, line.wanted, line.rowIndex);
    findings.own(line.node, line.data, line.rowIndex);
    return null;
  }

  /** The row of the unit imported into: it adds nothing, but its code is what the rows under it name. */
  function matchRoot(line: Line, root: Node): { column: number; cause: ImportCause } | null {
    const codes = root.code ? sameCodeKey(root.code) === sameCodeKey(line.wanted.code) : false;
    const name = sameNameKey(line.wanted.name || line.wanted.nameHi);
    const sameName = name === sameNameKey(root.nameEn) || name === sameNameKey(root.nameHi ?? root.nameEn);
    if (!codes && !(sameName && root.code === null)) return { column: mapping.code, cause: 'outsideRoot' };
    line.node = root;
    return null;
  }

  function isBelowRoot(node: Node | null): boolean {
    for (let at: Node | null | undefined = node; at; at = at.parentId === null ? null : index.byId.get(at.parentId)) {
      if (at === rootNode) return true;
    }
    return false;
  }
}
