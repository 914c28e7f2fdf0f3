// The router's end of the writing thread: starts it, hands it calls, passes its progress on, cancels, closes.
import { Worker } from 'node:worker_threads';
import type { CallName } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { Filling } from './engine.ts';
import type { FromWorker, PlainError, ToWorker, WorkerStart } from './workers/messages.ts';

export type Report = (stage: string, done: number, total: number, detail?: Record<string, number>) => void;

export interface Writer {
  run(callId: string, name: CallName, input: unknown, paths: Record<string, string>, report: Report): Promise<unknown>;
  /** Stops the call, running or still waiting for its turn; no other. */
  cancel(callId: string): void;
  backup(toPath: string): Promise<void>;
  close(): Promise<void>;
}

interface Waiting {
  ticket: number;
  resolve(value: unknown): void;
  reject(error: Error): void;
  report: Report;
}

/** How many calls may wait at once and still be cancelled one by one. */
const places = 64;

/** The thread ended while calls were waiting for it. */
class WriterGone extends Error {}

function asError(error: PlainError, log: (line: string) => void): Error {
  if (error.code !== 'bug') return new AppError(error.code, error.detail);
  log(`unexpected in the writing thread: ${error.trace}`);
  return new AppError('bug');
}

/** Starts the thread on a file; resolves when the file is open, rejects with the refusal. */
export function startWriter(workerPath: string, { whole = false, ...start }: { path: string; filling: Filling; actor: string; whole?: boolean }, log: (line: string) => void, reportOpening: Report): Promise<Writer> {
  return new Promise((opened, refused) => {
    const cancel = new SharedArrayBuffer(places * Int32Array.BYTES_PER_ELEMENT);
    const cancelledTickets = new Int32Array(cancel);
    const worker = new Worker(workerPath, { workerData: { ...start, whole, cancel } satisfies WorkerStart });
    const waiting = new Map<string, Waiting>();
    let count = 0;
    const ask = (message: (id: string, ticket: number) => ToWorker, callId: string, report: Report = () => undefined) =>
      new Promise<unknown>((resolve, reject) => {
        const ticket = ++count;
        const id = callId === '' ? `own-${ticket}` : callId;
        waiting.set(id, { ticket, resolve, reject, report });
        worker.postMessage(message(id, ticket));
      });
    const settle = (id: string, act: (entry: Waiting) => void) => {
      const entry = waiting.get(id);
      waiting.delete(id);
      if (entry) act(entry);
    };
    const writer: Writer = {
      run: (callId, name, input, paths, report) => ask((id, ticket) => ({ type: 'call', id, ticket, name, input, paths }), callId, report),
      cancel: (callId) => {
        const ticket = waiting.get(callId)?.ticket;
        if (ticket !== undefined) Atomics.store(cancelledTickets, ticket % places, ticket);
      },
      backup: async (toPath) => {
        await ask((id) => ({ type: 'backup', id, toPath }), '');
      },
      close: async () => {
        await ask((id) => ({ type: 'close', id }), '');
        await worker.terminate();
      },
    };
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'ready') opened(writer);
      else if (message.type === 'refused') refused(asError(message.error, log));
      else if (message.type === 'answer') settle(message.id, ({ resolve }) => resolve(message.value));
      else if (message.type === 'failed') settle(message.id, ({ reject }) => reject(asError(message.error, log)));
      else if (message.id === 'open') reportOpening(message.stage, message.done, message.total, message.detail);
      else waiting.get(message.id)?.report(message.stage, message.done, message.total, message.detail);
    });
    const lost = () => {
      refused(new AppError('bug'));
      for (const id of waiting.keys()) settle(id, ({ reject }) => reject(new WriterGone()));
    };
    worker.on('error', lost);
    worker.on('exit', lost);
  });
}
