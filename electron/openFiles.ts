// The one open file: its writing thread, its reading connection, its backups, and the list of files opened before.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FileState } from '../shared/contract/files.ts';
import { AppError } from '../shared/errors.ts';
import { localDay, systemClock } from './clock.ts';
import type { Filling } from './engine.ts';
import type { Host } from './host.ts';
import { openReader } from './store/open.ts';
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
}

export interface OpenFiles {
  current(): Open | null;
  state(): FileState;
  open(path: string, filling: Filling, report: Report): Promise<boolean>;
  close(): Promise<void>;
  backup(): Promise<string>;
}

const backupsKept = 14;
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
export function openFiles(host: Host, settings: UserSettings, workerPath: string, log: (line: string) => void, changed: () => void): OpenFiles {
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
    file.reader.close();
    await file.writer.close();
  };

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
      const entry = { id: systemClock.newId(), path, openedAt: new Date().toISOString(), problem: null };
      try {
        const writer = await startWriter(workerPath, { path, filling, actor: actorName() }, log, report);
        const reader = openReader(path);
        open = { path, writer, reader, db: sqlOf(reader), lastBackupAt: null };
        if (!inOwnFolder) {
          settings.remember(entry);
          dailyBackup(open);
        }
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
