// The history as a list; undo and redo themselves are done by the engine, which owns the steps.
import type { HistoryRow } from '../../shared/contract/sheets.ts';
import type { Calls } from '../calls.ts';
import { asHistoryRow, undoState } from '../store/steps.ts';

/** The engine answers these two before a subject is asked. */
const ofTheEngine = (): never => {
  throw new Error('undo and redo are done by the engine');
};

export const history = {
  'history.list': ({ db }, { beforeSeq, limit }) =>
    db.all<Omit<HistoryRow, 'summary'> & { summary: string }>(
      'SELECT seq, at, actor, kind, summary, state, changes FROM step WHERE seq < ? ORDER BY seq DESC LIMIT ?', beforeSeq ?? Number.MAX_SAFE_INTEGER, limit).map(asHistoryRow),
  'history.state': ({ db }) => undoState(db),
  'history.undo': ofTheEngine,
  'history.redo': ofTheEngine,
} satisfies Calls<'history'>;
