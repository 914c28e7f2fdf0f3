// How screens ask and act: queries that stay true, commands with words for refusals, jobs with progress, long lists by the window.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { call, CallError } from './api.ts';
import { queries } from './queries.ts';
import type { Answer } from './queries.ts';
import { useSession } from './store.ts';
import { showDone, showError } from './toasts.tsx';
import type { CallName, InputOf, NamesOf, OutputOf, Progress, ReadingJobs } from '../shared/contract.ts';
import type { Workspace } from '../shared/contract/files.ts';

const loadingAfterMilliseconds = 150;

/** True once `waiting` has lasted long enough for a person to wonder. */
function useLongWait(waiting: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return;
    const timer = setTimeout(() => setLong(true), loadingAfterMilliseconds);
    return () => { clearTimeout(timer); setLong(false); };
  }, [waiting]);
  return waiting && long;
}

/** The answers to several questions of one name; the array is the same as long as every answer is. */
function useAnswers(name: string, inputs: readonly unknown[]): Answer[] {
  // The inputs are new objects in every render; their text is not.
  const text = JSON.stringify(inputs);
  const asked = useMemo(() => JSON.parse(text) as unknown[], [text]);
  const shown = useRef<Answer[]>([]);
  const listen = useCallback((listener: () => void) => {
    const ends = asked.map((input) => queries.listen(name, input, listener));
    return () => { for (const end of ends) end(); };
  }, [name, asked]);
  return useSyncExternalStore(listen, () => {
    const answers = asked.map((input) => queries.answer(name, input));
    const same = answers.length === shown.current.length && answers.every((answer, at) => answer === shown.current[at]);
    if (!same) shown.current = answers;
    return shown.current;
  });
}

/** The newest value that was there, while there is none. */
function useLast<Value>(value: Value | undefined): Value | undefined {
  const [last, setLast] = useState(value);
  if (value !== undefined && value !== last) setLast(value);
  return value ?? last;
}

export interface QueryState<Value> {
  data: Value | undefined;
  error: CallError | undefined;
  /** Nothing to show yet, and it has taken longer than 150 ms. */
  loading: boolean;
  refresh: () => void;
}

/**
 * The answer to a query, reading effect or reading job (stopped when nobody wants to know any more), asked again after every change of the file. A null input asks nothing. With `keep`, the
 * answer to the previous input stays until the new one is there (for sorting and paging; not where another record is meant).
 */
export function useQuery<Name extends NamesOf<'query' | 'effect'> | ReadingJobs>(name: Name, input: InputOf<Name> | null, { keep = false } = {}): QueryState<OutputOf<Name>> {
  const answer = useAnswers(name, input === null ? [] : [input])[0];
  const last = useLast(keep ? answer?.data : undefined);
  const data = answer?.data ?? (input !== null ? last : undefined);
  const loading = useLongWait(input !== null && data === undefined && answer?.error === undefined);
  const refresh = () => { if (input !== null) void queries.refresh(name, input); };
  return { data: data as OutputOf<Name> | undefined, error: answer?.error, loading, refresh };
}

/**
 * Asks what is likely wanted next, one question after the other, whenever the window has nothing else to do. `shown` is the answer on
 * the screen: nothing is asked before it is there, and all again when it is another (then the file may have changed).
 */
export function usePrepared<Name extends NamesOf<'query'>>(name: Name, inputs: readonly InputOf<Name>[], shown: unknown): void {
  const text = JSON.stringify(inputs);
  useEffect(() => {
    if (shown === undefined) return undefined;
    const waiting = JSON.parse(text) as InputOf<Name>[];
    let handle = 0;
    let ended = false;
    const next = () => {
      const input = waiting.shift();
      if (input !== undefined && !ended) handle = requestIdleCallback(() => { void queries.prepare(name, input).then(next); });
    };
    next();
    return () => {
      ended = true;
      cancelIdleCallback(handle);
    };
  }, [name, text, shown]);
}

export interface RunOptions {
  /** After success a toast says what was done and offers Undo. */
  undoToast?: boolean;
  /** Gets the refusal first; true means the screen deals with it and no notice is needed. */
  onRefused?: (error: CallError) => boolean;
}

type Acting = NamesOf<'command' | 'effect' | 'job'>;
export type Run<Name extends CallName> = (input: InputOf<Name>, options?: RunOptions) => Promise<OutputOf<Name> | undefined>;

/** `run` resolves to the output, or to undefined when it was refused (null is a success that says nothing). Never rejects. */
export function useCommand<Name extends Acting>(name: Name): [Run<Name>, { busy: boolean; error: CallError | undefined }] {
  const [state, setState] = useState<{ busy: boolean; error: CallError | undefined }>({ busy: false, error: undefined });
  const run: Run<Name> = useCallback(async (input, options = {}) => {
    setState({ busy: true, error: undefined });
    try {
      const value = await call(name, input);
      setState({ busy: false, error: undefined });
      if (options.undoToast) void showDone();
      return value;
    } catch (caught) {
      const error = caught as CallError;
      setState({ busy: false, error });
      if (!options.onRefused?.(error)) showError(error);
      return undefined;
    }
  }, [name]);
  return [run, state];
}

export interface JobState<Name extends CallName> {
  run: Run<Name>;
  running: boolean;
  progress: Progress | null;
  cancel: () => void;
}

export const isCancelled = (error: CallError): boolean => /cancell?ed$/i.test(error.code);

/** A job or long effect: shown in the status line while it runs, cancelled from there or by `cancel`. */
export function useJob<Name extends NamesOf<'job' | 'effect'>>(name: Name): JobState<Name> {
  const [callId, setCallId] = useState<string | null>(null);
  const job = useSession((session) => (callId === null ? undefined : session.jobs[callId]));
  const run: Run<Name> = useCallback(async (input, options = {}) => {
    const id = crypto.randomUUID();
    const put = (progress: Progress | null) =>
      useSession.setState(({ jobs }) => ({ jobs: { ...jobs, [id]: { startedAt: Date.now(), ...jobs[id], callId: id, name, progress } } }));
    put(null);
    setCallId(id);
    try {
      const value = await call(name, input, { callId: id, onProgress: put });
      if (options.undoToast) void showDone();
      return value;
    } catch (caught) {
      const error = caught as CallError;
      if (!options.onRefused?.(error) && !isCancelled(error)) showError(error);
      return undefined;
    } finally {
      setCallId(null);
      useSession.setState(({ jobs }) => ({ jobs: Object.fromEntries(Object.entries(jobs).filter(([key]) => key !== id)) }));
    }
  }, [name]);
  return { run, running: callId !== null, progress: job?.progress ?? null, cancel: () => { if (callId !== null) cancelJob(callId); } };
}

export function cancelJob(callId: string): void {
  void call('jobs.cancel', { callId }).catch((error: CallError) => showError(error));
}

const pageRows = 100;
interface Paged { total: number; rows: unknown[] }
/** Calls whose answer is a window of a long list. */
export type PagedName = { [Name in CallName]: OutputOf<Name> extends Paged ? Name : never }[CallName];
export type RowOf<Name extends PagedName> = OutputOf<Name> extends { rows: (infer Row)[] } ? Row : never;

/**
 * A long list of which only what is seen is asked for. Put `scrollRef` on the scrolling element, draw `virtualizer.getVirtualItems()`,
 * and take each row by `rowAt(item.index)` (undefined: still on its way). `first` is the whole answer of the first page.
 */
export function useWindowedPages<Name extends PagedName>(
  name: Name, input: Omit<InputOf<Name>, 'offset' | 'limit'> | null, { rowHeight = 32, overscan = 12 } = {},
) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const [total, setTotal] = useState(0);
  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the list redraws as it scrolls
  const virtualizer = useVirtualizer({ count: total, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan });
  const items = virtualizer.getVirtualItems();
  useEffect(() => { virtualizer.measure(); }, [rowHeight, virtualizer]);

  const wanted = new Set([0]);
  if (items.length > 0) {
    for (let page = Math.floor(items[0]!.index / pageRows); page <= Math.floor(items[items.length - 1]!.index / pageRows); page++) wanted.add(page);
  }
  const numbers = input === null ? [] : [...wanted].sort((a, b) => a - b);
  const answers = useAnswers(name, numbers.map((page) => ({ ...input, offset: page * pageRows, limit: pageRows })));

  // While a new order or filter is on its way the old rows stay, whole.
  const shownAnswers = useLast(answers[0]?.data === undefined ? undefined : answers);
  const shownNumbers = useLast(answers[0]?.data === undefined ? undefined : numbers.join(' '));
  const pages = new Map((input === null ? [] : (shownNumbers ?? '').split(' ')).map((page, at) => [Number(page), shownAnswers?.[at]?.data as (OutputOf<Name> & Paged) | undefined]));
  const first = pages.get(0);
  const shownTotal = first?.total ?? 0;
  useEffect(() => setTotal(shownTotal), [shownTotal]);
  const error = answers.find((answer) => answer.error)?.error;
  const loading = useLongWait(input !== null && first === undefined && error === undefined);
  const rowAt = (index: number) => pages.get(Math.floor(index / pageRows))?.rows[index % pageRows] as RowOf<Name> | undefined;
  return { total: shownTotal, first: first as OutputOf<Name> | undefined, rowAt, virtualizer, scrollRef, error, loading };
}

/** What the file says of itself; undefined while it is asked. */
export const useWorkspace = (): Workspace | undefined => useQuery('workspace.get', {}).data;

/** The day the workspace looks from, `YYYY-MM-DD`: today, or the sample's fixed day. Empty until known. */
export const useToday = (): string => useWorkspace()?.today ?? '';

/** The one unit the whole app looks at (the root when nothing is chosen; null until known), and how to look at another. */
export function useScope(): { unitId: string | null; setScope: (unitId: string | null) => void } {
  const chosen = useSession((session) => session.scopeUnitId);
  const setScope = useSession((session) => session.setScope);
  const root = useWorkspace()?.rootUnitId ?? null;
  return { unitId: chosen ?? root, setScope };
}

/** The unit the inspector shows: what was selected, else the scope. */
export function useSelection(): { unitId: string | null; selected: string | null; select: (unitId: string | null) => void } {
  const selected = useSession((session) => session.selectedUnitId);
  const select = useSession((session) => session.select);
  const scope = useScope();
  return { unitId: selected ?? scope.unitId, selected, select };
}

/** Like `useState`, but kept for this person from one start to the next. Keys: `screen.what`, at most 60 characters. */
export function useRemembered<Value>(key: string, initial: Value): [Value, (value: Value) => void] {
  const value = useSession((session) => session.remembered[key]);
  const remember = useSession((session) => session.remember);
  const set = useMemo(() => (next: Value) => remember(key, next), [key, remember]);
  return [value === undefined ? initial : (value as Value), set];
}
