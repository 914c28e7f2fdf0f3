// The board's lines: a window of them at a time for the screen, all of a range for copying, pasting and locking.
import { useCallback } from 'react';
import { call } from '../../api.ts';
import { useRemembered, useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { BoardRow, TargetKey } from '../../../shared/model/target.ts';
import type { SortBy } from './columns.ts';

const rowsAtOnce = 500;

export function useBoard(key: TargetKey | null, unitId: string | null, group: GroupFilter | null) {
  const language = useSession((session) => session.language);
  const rowHeight = useSession((session) => (session.density === 'dense' ? 26 : 32));
  const [order, setOrder] = useRemembered<{ sort: SortBy; descending: boolean }>('targets.order', { sort: 'name', descending: false });
  // The board shows what is below against the own target (short: minus), the answer counts the other way round.
  const descending = order.sort === 'difference' ? !order.descending : order.descending;
  const input = key && unitId !== null ? { ...key, unitId, language, sort: order.sort, descending, group } : null;
  const pages = useWindowedPages('targets.board', input, { rowHeight });
  const asked = JSON.stringify(input);

  /** Lines `from` to `to` (1 is the first unit below), asked for where they are not on the screen. */
  const linesBetween = useCallback(async (from: number, to: number): Promise<BoardRow[]> => {
    const question = JSON.parse(asked) as typeof input;
    if (!question) return [];
    const lines: BoardRow[] = [];
    for (let offset = from - 1; offset < to; offset += rowsAtOnce) {
      const { rows } = await call('targets.board', { ...question, offset, limit: Math.min(rowsAtOnce, to - offset) });
      lines.push(...rows);
    }
    return lines;
  }, [asked]);

  const unit = pages.first?.unit;
  const fresh = pages.first !== undefined && unit?.id === unitId;
  return {
    ...pages, key, unitId, rowHeight, order, setOrder, linesBetween, unit, fresh,
    /** Line 0 is the unit itself. */
    lineAt: (row: number): BoardRow | undefined => (row === 0 ? unit : pages.rowAt(row - 1)),
    ancestors: pages.first?.ancestors ?? [],
  };
}

export type BoardLines = ReturnType<typeof useBoard>;
