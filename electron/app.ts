// The router: checks a call, gives it to the reading connection, the writing thread or the host, and answers with data.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../shared/contract.ts';
import type { CallName, Push, Reply } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { EffectContext, QueryContext } from './calls.ts';
import { systemClock } from './clock.ts';
import type { FileDesk } from './fileDesk.ts';
import type { Host } from './host.ts';
import { openFiles } from './openFiles.ts';
import { openReader } from './store/open.ts';
import { functions } from './subjects/all.ts';
import { userSettings } from './userSettings.ts';
import { plainError } from './workers/plainError.ts';
import { workspaceDay } from './workspaceDay.ts';
import type { Report } from './writer.ts';

export interface AppOptions {
  host: Host;
  /** The bundled writing thread. */
  workerPath: string;
  push(push: Push): void;
  log(line: string): void;
}

export interface App {
  call(name: string, input: unknown, callId: string): Promise<Reply>;
  openSample(): Promise<void>;
  openPath(path: string): Promise<void>;
  close(): Promise<void>;
}

const isCallName = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(contract, name);
const ignore = () => undefined;

/** A file and what SQLite keeps beside it while it is open. */
const fileEndings = ['', '-wal', '-shm'];

function removeFile(path: string): void {
  for (const ending of fileEndings) rmSync(path + ending, { force: true });
}

/** Whether anything was ever done in a file; one that cannot be read counts as worked in. */
function hasSteps(path: string): boolean {
  try {
    const reader = openReader(path);
    try {
      return reader.prepare('SELECT 1 FROM step LIMIT 1').get() !== undefined;
    } finally {
      reader.close();
    }
  } catch {
    return true;
  }
}

export function createApp({ host, workerPath, push, log }: AppOptions): App {
  const settings = userSettings(host.userFolder);
  const chosenPaths = new Map<string, string>();
  let changes = 0;
  const files = openFiles(host, settings, workerPath, log, () => push({ type: 'file' }));

  const current = () => {
    const open = files.current();
    if (!open) throw new AppError('file.none');
    return open;
  };
  const query = (name: CallName, input: unknown): unknown => {
    const { db } = current();
    const act = functions[name] as unknown as (context: QueryContext, input: unknown) => unknown;
    return act({ db, today: workspaceDay(db, Date.now()) }, input);
  };
  /** The sample is made anew each time it is asked for; one that somebody has worked in is kept beside it and listed. */
  const openSample = async (report: (stage: string, done: number, total: number) => void) => {
    await files.close();
    const path = join(host.userFolder, 'Jharkhand sample.sangathan');
    const earlier = join(host.userFolder, 'Jharkhand sample, earlier.sangathan');
    if (existsSync(path) && hasSteps(path)) {
      removeFile(earlier);
      for (const ending of fileEndings) if (existsSync(path + ending)) renameSync(path + ending, earlier + ending);
      settings.remember({ id: systemClock.newId(), path: earlier, openedAt: new Date().toISOString(), problem: null, mark: null });
    }
    removeFile(path);
    return files.open(path, { kind: 'sample' }, report);
  };
  const desk: FileDesk = {
    state: files.state,
    create: async (path, names) => {
      if (existsSync(path)) throw new AppError('file.exists');
      return files.open(path, { kind: 'new', ...names }, ignore);
    },
    open: (path) => files.open(path, { kind: 'none' }, ignore),
    openRecent: async (id) => {
      const recent = settings.recent().find((entry) => entry.id === id);
      if (!recent) throw new AppError('file.missing');
      return files.open(recent.path, { kind: 'none' }, ignore);
    },
    openSample,
    forgetRecent: (id) => {
      settings.forget(id);
      push({ type: 'file' });
    },
    close: files.close,
    backup: files.backup,
    settings: settings.settings,
    changeSettings: settings.change,
    cancel: (callId) => files.current()?.writer.cancel(callId),
  };
  const reporter = (callId: string): Report => (stage, done, total, detail) => push({ type: 'progress', progress: { callId, stage, done, total, detail } });
  const effect = (name: CallName, input: unknown, callId: string): Promise<unknown> => {
    const context: EffectContext = {
      host, desk, progress: reporter(callId),
      query: (queried, asked) => query(queried, asked) as never,
      keepPath: (path) => {
        const token = systemClock.newId();
        chosenPaths.set(token, path);
        return token;
      },
    };
    const act = functions[name] as unknown as (context: EffectContext, input: unknown) => Promise<unknown>;
    return act(context, input);
  };
  const write = async (name: CallName, input: unknown, callId: string): Promise<unknown> => {
    const value = await current().writer.run(callId, name, input, Object.fromEntries(chosenPaths), reporter(callId));
    if (contract[name].writes) push({ type: 'changed', seq: ++changes });
    return value;
  };

  return {
    call: async (name, input, callId) => {
      try {
        if (!isCallName(name)) throw new AppError('call.unknown');
        const line = contract[name];
        const checked = line.input.safeParse(input);
        if (!checked.success) throw new AppError('call.badInput', { fields: checked.error.issues.map((issue) => issue.path.join('.')) });
        if (line.kind === 'query') return { ok: true, value: query(name, checked.data) };
        if (line.kind === 'effect') return { ok: true, value: await effect(name, checked.data, callId) };
        return { ok: true, value: await write(name, checked.data, callId) };
      } catch (error) {
        const { code, detail, trace } = plainError(error);
        if (code === 'bug' && trace !== '') log(`unexpected in ${isCallName(name) ? name : 'a call'}: ${trace}`);
        return { ok: false, error: { code, detail } };
      }
    },
    openSample: async () => {
      await openSample(ignore);
    },
    openPath: async (path) => {
      await desk.open(path);
    },
    close: files.close,
  };
}
