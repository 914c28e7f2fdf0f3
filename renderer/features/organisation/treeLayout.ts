// Lays the open part of the tree out without making a line for each unit: how long every branch is, which unit stands on a line, on which line a unit.
import type { Page } from '../../../shared/model/common.ts';
import type { TreeRow } from '../../../shared/model/unit.ts';

/** As many children are asked for at once. */
export const pageRows = 100;

/** What stands open: whole levels, but for what was shut by hand, and what was opened by hand. */
export interface Opening {
  levels: ReadonlySet<string>;
  opened: ReadonlySet<string>;
  shut: ReadonlySet<string>;
}

export interface PageKey {
  parentId: string | null;
  page: number;
}

export interface Line {
  parentId: string | null;
  /** Place among the siblings, from 0. */
  index: number;
  siblings: number;
  depth: number;
  /** Undefined while its window is on its way. */
  row: TreeRow | undefined;
  expanded: boolean;
  /** The windows it stands in, from the top down to the one that has it or will have it. */
  pages: PageKey[];
}

export interface TreeLayout {
  /** How many lines there are in all. */
  total: number;
  /** Throws nothing: outside of 0 … total - 1 it gives the nearest line. */
  lineAt(at: number): Line;
  /** -1 where the unit is not laid out (shut away, or its window is not there). */
  indexOf(unitId: string): number;
  parentOf(unitId: string): string | null | undefined;
  /** The units of one branch that are there. */
  rowsOf(parentId: string | null): TreeRow[];
}

export const keyOf = ({ parentId, page }: PageKey): string => `${parentId ?? ''} ${page}`;
const pageWith = (parentId: string | null, index: number): PageKey => ({ parentId, page: Math.floor(index / pageRows) });

export const isOpen = (row: TreeRow, { levels, opened, shut }: Opening): boolean => row.children > 0 && (opened.has(row.id) || (levels.has(row.levelId) && !shut.has(row.id)));

/** A branch that is open and of which something is known. */
interface Branch {
  parentId: string | null;
  depth: number;
  /** On which line each child stands, counted from the branch's first, and behind the last: their number is one more than the children's. */
  starts: number[];
}

type PageOf = (key: PageKey) => Page<TreeRow> | undefined;

/** `known`: the branches of which any window is there. */
export function layOut(opening: Opening, pageOf: PageOf, known: ReadonlySet<string | null>): TreeLayout {
  const branches = new Map<string | null, Branch>();
  const places = new Map<string, { parentId: string | null; index: number }>();
  const rowAt = (parentId: string | null, index: number) => pageOf(pageWith(parentId, index))?.rows[index % pageRows];
  /** What an open unit of which nothing below is there takes: known beforehand where its level stands open. */
  const linesOf = (row: TreeRow) => (opening.levels.has(row.levelId) ? Math.max(row.lines, row.children) : row.children);

  const below = (row: TreeRow, depth: number): number => {
    if (!isOpen(row, opening)) return 0;
    return known.has(row.id) ? branch(row.id, row.children, linesOf(row), depth) : linesOf(row);
  };
  /** Lays a branch out and says how many lines it takes. What is not there yet shares evenly what is left of the lines it should take. */
  const branch = (parentId: string | null, children: number, lines: number, depth: number): number => {
    let siblings = children;
    for (let page = 0; page * pageRows < Math.max(children, 1); page++) siblings = pageOf({ parentId, page })?.total ?? siblings;
    const takes: number[] = [];
    let there = 0;
    let missing = 0;
    for (let index = 0; index < siblings; index++) {
      const row = rowAt(parentId, index);
      if (row) places.set(row.id, { parentId, index });
      const take = row ? 1 + below(row, depth + 1) : 0;
      takes.push(take);
      there += take;
      if (!row) missing += 1;
    }
    const each = missing === 0 ? 0 : Math.max(1, (lines - there) / missing);
    const starts = [0];
    let at = 0;
    for (const take of takes) {
      at += take === 0 ? each : take;
      starts.push(Math.round(at));
    }
    branches.set(parentId, { parentId, depth, starts });
    return starts.at(-1) ?? 0;
  };
  const total = branch(null, 1, 1, 0);

  const lineAt = (wanted: number): Line => {
    let { parentId, depth, starts } = branches.get(null) as Branch;
    let rest = Math.max(0, Math.min(total - 1, wanted));
    const pages: PageKey[] = [];
    for (;;) {
      let index = 0;
      for (let step = 1 << 20; step > 0; step >>= 1) if (index + step < starts.length - 1 && (starts[index + step] ?? 0) <= rest) index += step;
      rest -= starts[index] ?? 0;
      pages.push(pageWith(parentId, index));
      const row = rowAt(parentId, index);
      const siblings = starts.length - 1;
      if (!row || rest === 0) return { parentId, index, siblings, depth, row, expanded: row !== undefined && isOpen(row, opening), pages };
      const inner = branches.get(row.id);
      rest -= 1;
      if (!inner) {
        const guess = Math.min(row.children - 1, Math.floor((rest * row.children) / linesOf(row)));
        return { parentId: row.id, index: guess, siblings: row.children, depth: depth + 1, row: undefined, expanded: false, pages: [...pages, pageWith(row.id, guess)] };
      }
      ({ parentId, depth, starts } = inner);
    }
  };
  const indexOf = (unitId: string): number => {
    let at = 0;
    for (let place = places.get(unitId); place; place = place.parentId === null ? undefined : places.get(place.parentId)) {
      at += branches.get(place.parentId)?.starts[place.index] ?? 0;
      if (place.parentId === null) return at;
      at += 1;
    }
    return -1;
  };
  return {
    total, lineAt, indexOf,
    parentOf: (unitId) => places.get(unitId)?.parentId,
    rowsOf: (parentId) => Array.from({ length: (branches.get(parentId)?.starts.length ?? 1) - 1 }, (_, index) => rowAt(parentId, index)).filter((row) => row !== undefined),
  };
}

/** Windows to ask for until a unit is found: those of the lowest parent on the way to it that is open, all at once. */
export function pagesToFind(way: readonly string[], layout: TreeLayout, pageOf: PageOf): PageKey[] {
  const at = way.findIndex((id) => layout.indexOf(id) < 0);
  if (at < 0) return [];
  const parentId = at === 0 ? null : way[at - 1]!;
  const total = pageOf({ parentId, page: 0 })?.total ?? 1;
  return Array.from({ length: Math.ceil(total / pageRows) }, (_, page) => ({ parentId, page }));
}
