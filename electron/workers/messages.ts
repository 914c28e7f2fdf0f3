// What the router and its worker say to each other.
import type { CallName } from '../../shared/contract.ts';
import type { Filling } from '../engine.ts';

export interface WorkerStart {
  path: string;
  filling: Filling;
  /** The file is known to be whole and need not be read through. */
  whole: boolean;
  actor: string;
  /** Whole numbers: a call stops at its next sign of life when its own ticket stands in its place (`ticket` modulo their count). */
  cancel: SharedArrayBuffer;
}

export type ToWorker =
  | { type: 'call'; id: string; ticket: number; name: CallName; input: unknown; paths: Record<string, string> }
  | { type: 'backup'; id: string; toPath: string }
  | { type: 'close'; id: string };

export interface PlainError {
  code: string;
  detail: Record<string, unknown>;
  /** Stack lines of an unexpected error, for the log. */
  trace: string;
}

export type FromWorker =
  | { type: 'ready' }
  | { type: 'refused'; error: PlainError }
  | { type: 'progress'; id: string; stage: string; done: number; total: number; detail?: Record<string, number> }
  | { type: 'answer'; id: string; value: unknown }
  | { type: 'failed'; id: string; error: PlainError };
