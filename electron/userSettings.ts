// What the app remembers on this laptop, outside any workspace: language, theme, recent files. A broken file is begun anew.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Settings } from '../shared/contract/files.ts';
import { FileMark } from './fileMark.ts';

const Recent = z.object({ id: z.string(), path: z.string(), openedAt: z.string(), problem: z.string().nullable(), mark: FileMark.nullable().default(null) });
export type Recent = z.infer<typeof Recent>;

const Stored = z.object({ settings: Settings, recent: z.array(Recent) });
type Stored = z.infer<typeof Stored>;

const fresh: Stored = { settings: { language: 'hi', theme: 'auto', density: 'comfortable', lakh: false, remembered: {} }, recent: [] };
const mostRecent = 12;

export interface UserSettings {
  settings(): Settings;
  change(change: Partial<Settings>): Settings;
  recent(): Recent[];
  /** Puts a file at the top of the list. */
  remember(entry: Recent): void;
  /** How a file was when it was closed. */
  mark(path: string, mark: FileMark): void;
  forget(id: string): void;
}

/** Settings in `folder/settings.json`, written whole and renamed, so that a killed process never leaves half of it. */
export function userSettings(folder: string): UserSettings {
  const path = join(folder, 'settings.json');
  let stored: Stored;
  try {
    stored = Stored.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    stored = structuredClone(fresh);
  }
  const save = () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(stored, null, 2));
    renameSync(`${path}.new`, path);
  };
  return {
    settings: () => stored.settings,
    change: (change) => {
      const remembered = { ...stored.settings.remembered, ...change.remembered };
      stored = { ...stored, settings: Settings.parse({ ...stored.settings, ...change, remembered }) };
      save();
      return stored.settings;
    },
    recent: () => stored.recent,
    remember: (entry) => {
      stored = { ...stored, recent: [entry, ...stored.recent.filter((known) => known.path !== entry.path)].slice(0, mostRecent) };
      save();
    },
    mark: (path, mark) => {
      stored = { ...stored, recent: stored.recent.map((known) => (known.path === path ? { ...known, mark } : known)) };
      save();
    },
    forget: (id) => {
      stored = { ...stored, recent: stored.recent.filter((known) => known.id !== id) };
      save();
    },
  };
}
