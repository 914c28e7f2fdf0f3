// Lays the open part of the tree out as lines: which unit stands on which line, and which windows of children are still to be asked for.
import type { Page } from '../../../shared/model/common.ts';
import type { UnitRow } from '../../../shared/model/unit.ts';

/** As many children are asked for at once. */
export const pageRows = 100;

export interface Line {
  parentId: string | null;
  /** Place among the siblings, from 0. */
  index: number;
  siblings: number;
  depth: number;
  /** Undefined while its window is on its way. */
  row: UnitRow | undefined;
  expanded: boolean;
}

export interface PageKey {
  parentId: string | null;
  page: number;
}

export const keyOf = ({ parentId, page }: PageKey): string => `${parentId ?? ''} ${page}`;
export const pageOfLine = ({ parentId, index }: Pick<Line, 'parentId' | 'index'>): PageKey => ({ parentId, page: Math.floor(index / pageRows) });

/**
 * Lines from the top down. A unit that is expanded but whose own line is still on its way is laid out closed; how many children an
 * expanded one has is known from its own row, so they take their place before they are asked for. `open`: all parents laid out expanded.
 */
export function layOut(expanded: ReadonlySet<string>, pageOf: (key: PageKey) => Page<UnitRow> | undefined): { lines: Line[]; open: Set<string | null> } {
  const lines: Line[] = [];
  const open = new Set<string | null>();
  const walk = (parentId: string | null, known: number, depth: number): void => {
    open.add(parentId);
    const siblings = pageOf({ parentId, page: 0 })?.total ?? known;
    for (let index = 0; index < siblings; index++) {
      const row = pageOf(pageOfLine({ parentId, index }))?.rows[index % pageRows];
      const isExpanded = row !== undefined && row.children > 0 && expanded.has(row.id);
      lines.push({ parentId, index, siblings, depth, row, expanded: isExpanded });
      if (isExpanded) walk(row.id, row.children, depth + 1);
    }
  };
  walk(null, 1, 0);
  return { lines, open };
}

/** Windows to ask for until a unit is found: those of the lowest parent on the way to it that is open, one after the other. */
export function pagesToFind(way: readonly string[], lines: readonly Line[], pageOf: (key: PageKey) => Page<UnitRow> | undefined): PageKey[] {
  const found = new Set(lines.flatMap((line) => (line.row ? [line.row.id] : [])));
  const at = way.findIndex((id) => !found.has(id));
  if (at < 0) return [];
  const parentId = at === 0 ? null : way[at - 1]!;
  const total = pageOf({ parentId, page: 0 })?.total ?? 1;
  return Array.from({ length: Math.ceil(total / pageRows) }, (_, page) => ({ parentId, page }));
}
