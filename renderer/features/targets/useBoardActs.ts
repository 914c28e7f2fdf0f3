// What the board does: setting, clearing, pasting, locking and copying, each one step and each said in words.
import { useRef, useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { useLanguage, useWords } from '../../words.ts';
import type { Metric } from '../../../shared/model/programme.ts';
import type { BoardRow } from '../../../shared/model/target.ts';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { pastedColumn } from './clipboard.ts';
import { plainCell } from './columns.ts';
import type { Column } from './columns.ts';
import type { Range } from './gridModel.ts';
import type { BoardLines } from './useBoard.ts';
import { useReason } from './useReason.tsx';

type Pending = Partial<Pick<BoardRow, 'own' | 'dueDay'>>;
/** Most lines of one command; more are copied, but not changed, at once. */
const mostChanged = 5000;

export function useBoardActs(board: BoardLines, metric: Metric, columns: readonly Column[]) {
  const t = useWords('targets');
  const status = useWords('common');
  const language = useLanguage();
  const [set] = useCommand('targets.set');
  const [setMany] = useCommand('targets.setMany');
  const [lock] = useCommand('targets.lock');
  const { withReason, dialog } = useReason();
  const [pending, setPending] = useState<Record<string, Pending>>({});
  const clearing = useRef(0);
  const { key, unit, lineAt, linesBetween } = board;
  const most = metric.kind === 'share' ? 100 : 1_000_000_000_000;

  /** Lines of a range, the unit itself included, also those that are not on the screen. */
  async function linesOf({ fromRow, toRow }: Range): Promise<BoardRow[]> {
    const lines: BoardRow[] = [];
    if (fromRow === 0 && unit) lines.push(unit);
    if (toRow > 0) {
      const shown = Array.from({ length: toRow - Math.max(1, fromRow) + 1 }, (_, at) => lineAt(Math.max(1, fromRow) + at));
      lines.push(...(shown.every((line) => line !== undefined) ? shown : await linesBetween(Math.max(1, fromRow), toRow)));
    }
    return lines;
  }

  async function show(change: Record<string, Pending>, run: () => Promise<unknown>): Promise<void> {
    const mine = ++clearing.current;
    setPending((now) => ({ ...now, ...change }));
    await run();
    // The answer is asked again by now; until it is there the value typed stays.
    setTimeout(() => { if (clearing.current === mine) setPending({}); }, 250);
  }

  /** Of a unit that the class on show cuts, nothing is set by its part. */
  const wholeOnly = (lines: BoardRow[]): BoardRow[] => {
    if (!lines.some((line) => line.partly)) return lines;
    showNotice(t('groups:partNotSet'));
    return [];
  };
  const values = (pairs: { unitId: string; value: number | null }[]) => Object.fromEntries(pairs.map(({ unitId, value }) => [unitId, { own: value }]));

  return {
    most, pending,
    /** Asks why, where an issued target is about to change. */
    dialog,
    setOwn: (line: BoardRow, value: number | null) => (key && value !== line.own ? show({ [line.id]: { own: value } }, () => withReason((reason, options) => set({ ...key, unitId: line.id, value, reason }, options))) : undefined),
    setDueDay: (line: BoardRow, dueDay: string | null) => (key && dueDay !== line.dueDay ? show({ [line.id]: { dueDay } }, () => withReason((reason, options) => set({ ...key, unitId: line.id, dueDay, reason }, options))) : undefined),
    setLeader: (line: BoardRow, personId: string | null) => (key && personId !== line.personId ? set({ ...key, unitId: line.id, personId }) : undefined),
    async clearOwn(range: Range): Promise<void> {
      const lines = wholeOnly(await linesOf(range)).filter((line) => line.own !== null).slice(0, mostChanged);
      if (!key || lines.length === 0) return;
      const pairs = lines.map((line) => ({ unitId: line.id, value: null }));
      await show(values(pairs), () => withReason((reason, options) => setMany({ ...key, values: pairs, reason }, options), { undoToast: lines.length > 1 }));
    },
    async lock(range: Range): Promise<void> {
      const lines = wholeOnly(await linesOf(range)).slice(0, mostChanged);
      if (!key || lines.length === 0) return;
      const locked = lines.some((line) => !line.locked);
      if (locked && lines.every((line) => line.own === null)) showNotice(t('nothingToLock'));
      else await lock({ ...key, unitIds: lines.filter((line) => line.locked !== locked && (!locked || line.own !== null)).map((line) => line.id), locked });
    },
    /** A column from Excel, from the first selected line down; one figure fills all that is selected. */
    async paste(text: string, range: Range): Promise<void> {
      const pasted = pastedColumn(text, most);
      if ('wrongLine' in pasted) { showNotice(t('pasteWrong', { line: pasted.wrongLine, text: pasted.wrongText })); return; }
      const wanted = pasted.values.length === 1 ? range.toRow - range.fromRow + 1 : pasted.values.length;
      const room = board.total + 1 - range.fromRow;
      if (wanted > room) { showNotice(t('pasteTooLong', { count: wanted, room })); return; }
      const lines = wholeOnly(await linesOf({ ...range, toRow: range.fromRow + wanted - 1 }));
      if (!key || lines.length === 0) return;
      const pairs = lines.map((line, at) => ({ unitId: line.id, value: (pasted.values.length === 1 ? pasted.values[0] : pasted.values[at]) ?? null }));
      await show(values(pairs), () => withReason((reason, options) => setMany({ ...key, values: pairs, reason }, options), { undoToast: true }));
    },
    /** The selection as Excel takes it; one cell alone is copied as it is. With heads when the whole board is meant. */
    async copy(range: Range, heads: boolean): Promise<void> {
      const lines = await linesOf(range);
      const wanted = columns.slice(range.fromColumn, range.toColumn + 1);
      const rows = lines.map((line) => wanted.map((column) => plainCell(column.id, line, language, (state) => status(`status.${state}`))));
      const text = asTabbed(heads ? [wanted.map((column) => t(`column.${column.id}`)), ...rows] : rows);
      showNotice(copyText(text) ? t('copied', { count: lines.length }) : t('notCopied'));
    },
  };
}

export type BoardActs = ReturnType<typeof useBoardActs>;
