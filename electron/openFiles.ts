// The one open file: its writing thread, its reading connection, its backups, whether it is whole, and the list of files opened before.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileState } from '../shared/contract/files.ts';
import { AppError } from '../shared/errors.ts';
import { localDay, systemClock } from './clock.ts';
import type { Filling } from './engine.ts';
import { isAsLeft, markOf } from './fileMark.ts';
import type { Host } from './host.ts';
import { lateWriter } from './lateWriter.ts';
import { isCurrent, openReader } from './store/open.ts';
import { sqlOf } from './store/sql.ts';
import type { ReadDb } from './store/sql.ts';
import type { UserSettings } from './userSettings.ts';
import { startWriter } from './writer.ts';
import type { Report, Writer } from './writer.ts';

interface Open {
  path: string;
  writer: Writer;
  reader: ReturnType<typeof openReader>;
  db: ReadDb;
  lastBackupAt: string | null;
  /** The day it was last found whole. */
  checkedDay: string;
  /** What is to be done once the first screen stands. */
  timers: ReturnType<typeof setTimeout>[];
}

export interface OpenFiles {
  current(): Open | null;
  state(): FileState;
  open(path: string, filling: Filling, report: Report): Promise<boolean>;
  close(): Promise<void>;
  backup(): Promise<string>;
}

const backupsKept = 14;
/** Milliseconds after opening: first comes the screen, then the thread that writes, the day's backup, and reading the file through. */
const usualTimes = { writer: 1_500, backup: 4_000, check: 10_000 };
const nameOf = (path: string) => basename(path).replace(/\.sangathan$/, '');
const backupFolderOf = (path: string) => `${path.replace(/\.sangathan$/, '')} backups`;

function actorName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Files of the app's own folder (the sample) are not offered again as if they were the user's. */
export function openFiles(host: Host, settings: UserSettings, workerPath: string, log: (line: string) => void, changed: () => void, times = usualTimes): OpenFiles {
  let open: Open | null = null;
  let refused: FileState['refused'] = null;

  const backupTo = async (file: Open, name: string) => {
    const folder = backupFolderOf(file.path);
    mkdirSync(folder, { recursive: true });
    const target = join(folder, name);
    await file.writer.backup(target);
    file.lastBackupAt = new Date().toISOString();
    const old = readdirSync(folder).filter((entry) => entry.endsWith('.sangathan')).sort().slice(0, -backupsKept);
    for (const entry of old) rmSync(join(folder, entry), { force: true });
    changed();
  };
  const dailyBackup = (file: Open) => {
    const name = `${nameOf(file.path)} ${localDay(Date.now())}.sangathan`;
    if (existsSync(join(backupFolderOf(file.path), name))) return;
    backupTo(file, name).catch((error: unknown) => log(`backup failed: ${error instanceof Error ? error.name : 'unknown'}`));
  };
  const close = async () => {
    const file = open;
    open = null;
    if (!file) return;
    for (const timer of file.timers) clearTimeout(timer);
    file.reader.close();
    await file.writer.close();
    if (file.checkedDay !== '') settings.mark(file.path, markOf(file.path, file.checkedDay));
  };
  /** The file turned out not to be what it was taken for: it is put away, and its screen says why. */
  const putAway = (file: Open, error: unknown) => {
    if (open !== file) return;
    const code = error instanceof AppError ? error.code : 'bug';
    open = null;
    for (const timer of file.timers) clearTimeout(timer);
    file.reader.close();
    file.writer.close().catch(() => undefined);
    refused = { name: nameOf(file.path), code, detail: error instanceof AppError ? error.detail : {} };
    const known = settings.recent().find((entry) => entry.path === file.path);
    if (known) settings.remember({ ...known, problem: code, mark: null });
    changed();
  };
  /** Reads the file through in a thread of its own, once a day. */
  const checkWhole = (file: Open) => {
    const thread = new Worker(join(dirname(workerPath), 'check.js'), { workerData: { path: file.path } });
    thread.on('message', (isWhole: boolean) => {
      if (isWhole) file.checkedDay = localDay(Date.now());
      else putAway(file, new AppError('file.broken'));
    });
    thread.on('error', (error) => log(`check failed: ${error instanceof Error ? error.name : 'unknown'}`));
  };
  const later = (file: Open, milliseconds: number, act: () => void) => file.timers.push(setTimeout(act, milliseconds));

  return {
    current: () => open,
    state: () => ({
      open: open ? { name: nameOf(open.path), folder: dirname(open.path), lastBackupAt: open.lastBackupAt } : null,
      recent: settings.recent().map(({ id, path, openedAt, problem }) => ({ id, name: nameOf(path), folder: dirname(path), openedAt, missing: !existsSync(path), problem })),
      refused, version: host.version, shell: host.shell,
    }),
    open: async (path, filling, report) => {
      refused = null;
      await close();
      const inOwnFolder = dirname(path) === host.userFolder;
      const known = settings.recent().find((one) => one.path === path)?.mark ?? null;
      // As this laptop left it, and found whole before: the first screen need not wait for reading it through, nor for the writing thread.
      const whole = filling.kind === 'none' && isAsLeft(path, known);
      const entry = { id: systemClock.newId(), path, openedAt: new Date().toISOString(), problem: null, mark: whole ? known : null };
      try {
        const start = () => startWriter(workerPath, { path, filling, whole, actor: actorName() }, log, report);
        const late = whole && isCurrent(path);
        const writer = late ? lateWriter(start, times.writer, (error) => { if (open) putAway(open, error); }) : await start();
        const reader = openReader(path);
        const file: Open = { path, writer, reader, db: sqlOf(reader), lastBackupAt: null, checkedDay: whole ? known?.checkedDay ?? '' : localDay(Date.now()), timers: [] };
        open = file;
        if (!inOwnFolder) {
          settings.remember(entry);
          later(file, times.backup, () => dailyBackup(file));
        }
        if (file.checkedDay !== localDay(Date.now())) later(file, times.check, () => checkWhole(file));
        return true;
      } catch (error) {
        const code = error instanceof AppError ? error.code : 'bug';
        refused = { name: nameOf(path), code, detail: error instanceof AppError ? error.detail : {} };
        if (!inOwnFolder && existsSync(path)) settings.remember({ ...entry, problem: code });
        return false;
      } finally {
        changed();
      }
    },
    close: async () => {
      refused = null;
      await close();
      changed();
    },
    backup: async () => {
      if (!open) throw new AppError('file.none');
      const name = `${nameOf(open.path)} ${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}.sangathan`;
      await backupTo(open, name);
      return name;
    },
  };
}
