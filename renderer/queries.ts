// The answers the mounted screens show: each question asked once however many show it, asked again after every change.
import { call, CallError } from './api.ts';
import type { CallName, ReadingJobs } from '../shared/contract.ts';

export interface Answer {
  data: unknown;
  error: CallError | undefined;
}

interface Entry {
  name: string;
  input: unknown;
  answer: Answer;
  listeners: Set<() => void>;
  /** Number of the newest asking; an answer to an older one is dropped. 0: never asked. */
  ticket: number;
  /** The asking under way, by which it can be stopped. */
  waiting: string | null;
}

const unanswered: Answer = { data: undefined, error: undefined };
/** Answers nobody shows any more, kept so that going back is instant (until the next change). */
const keptUnshown = 200;

/** Questions answered by a job: they wait in its queue, and are stopped when nobody wants to know any more. */
const longQuestions: ReadonlySet<string> = new Set<ReadingJobs>(['targets.apportionPreview', 'travel.preview']);

/** A question as one line of text. */
const questionKey = (name: string, input: unknown): string => `${name} ${JSON.stringify(input)}`;

/** Questions and answers over `ask`; the app has one (`queries`), tests make their own. */
export function createQueries(ask: (name: string, input: unknown, callId: string) => Promise<unknown>, stop: (name: string, callId: string) => void = () => undefined) {
  const entries = new Map<string, Entry>();
  const idleListeners = new Set<() => void>();

  function entryOf(name: string, input: unknown): Entry {
    const key = questionKey(name, input);
    let entry = entries.get(key);
    if (!entry) {
      entry = { name, input, answer: unanswered, listeners: new Set(), ticket: 0, waiting: null };
      entries.set(key, entry);
    }
    return entry;
  }

  function settle(entry: Entry, ticket: number, answer: Answer): void {
    if (entry.ticket !== ticket) return;
    entry.waiting = null;
    entry.answer = answer;
    for (const listener of entry.listeners) listener();
    if (isIdle()) for (const listener of idleListeners) listener();
  }

  async function askAgain(entry: Entry): Promise<void> {
    const ticket = ++entry.ticket;
    const callId = crypto.randomUUID();
    if (entry.waiting !== null) stop(entry.name, entry.waiting);
    entry.waiting = callId;
    try {
      settle(entry, ticket, { data: await ask(entry.name, entry.input, callId), error: undefined });
    } catch (error) {
      // The last good answer stays on the screen beside the error.
      settle(entry, ticket, { data: entry.answer.data, error: error instanceof CallError ? error : new CallError('bug', {}) });
    }
  }

  function forgetUnshown(limit: number): void {
    let unshown = [...entries].filter(([, entry]) => entry.listeners.size === 0);
    unshown = unshown.slice(0, Math.max(0, unshown.length - limit));
    for (const [key, entry] of unshown) {
      entry.ticket += 1;
      if (entry.waiting !== null) stop(entry.name, entry.waiting);
      entry.waiting = null;
      entries.delete(key);
    }
  }

  function forgetOne(name: string, input: unknown): void {
    const key = questionKey(name, input);
    const entry = entries.get(key);
    if (!entry) return;
    entry.ticket += 1;
    if (entry.waiting !== null) stop(name, entry.waiting);
    entry.waiting = null;
    entries.delete(key);
  }

  const isIdle = (): boolean => [...entries.values()].every((entry) => entry.waiting === null);

  return {
    answer: (name: string, input: unknown): Answer => entries.get(questionKey(name, input))?.answer ?? unanswered,
    /** From now on `listener` hears of answers to this question; the first to listen has it asked. */
    listen(name: string, input: unknown, listener: () => void): () => void {
      const entry = entryOf(name, input);
      entry.listeners.add(listener);
      if (entry.ticket === 0) void askAgain(entry);
      return () => {
        entry.listeners.delete(listener);
        if (entry.listeners.size > 0) return;
        // Nobody waits for a long answer any more: it is asked anew when somebody does.
        if (entry.waiting !== null && longQuestions.has(name)) forgetOne(name, input);
        forgetUnshown(keptUnshown);
      };
    },
    /** Asked before anybody shows it, unless it is known or being asked. */
    async prepare(name: string, input: unknown): Promise<void> {
      const entry = entryOf(name, input);
      if (entry.ticket === 0) await askAgain(entry);
    },
    refresh: (name: string, input: unknown): Promise<void> => askAgain(entryOf(name, input)),
    /** Something was written: what is shown is asked again, what is not shown is forgotten. */
    changed(): void {
      forgetUnshown(0);
      for (const entry of entries.values()) void askAgain(entry);
    },
    /** Another file: nothing known before is true any more. */
    forgetAll(): void {
      forgetUnshown(0);
      for (const entry of entries.values()) {
        entry.answer = unanswered;
        void askAgain(entry);
      }
    },
    isIdle,
    onIdle(listener: () => void): () => void {
      idleListeners.add(listener);
      return () => idleListeners.delete(listener);
    },
  };
}

/** The answers of this window. */
export const queries = createQueries(
  (name, input, callId) => call(name as CallName, input as never, { callId }),
  (name, callId) => { if (longQuestions.has(name)) void call('jobs.cancel', { callId }).catch(() => undefined); },
);
