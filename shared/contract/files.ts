// The file on the disk, the app itself, and what it remembers for the person at this laptop.
import { z } from 'zod';
import { Id, Language, Name } from '../model/common.ts';
import { command, effect, query } from './kinds.ts';

export interface RecentFile {
  id: string;
  name: string;
  folder: string;
  openedAt: string;
  missing: boolean;
  /** Why it could not be opened last time. */
  problem: string | null;
}

export interface FileState {
  open: { name: string; folder: string; lastBackupAt: string | null } | null;
  recent: RecentFile[];
  /** A file that was asked for and refused: its own screen says why. */
  refused: { name: string; code: string; detail: Record<string, unknown> } | null;
  version: string;
  /** 'electron' or 'stand-in', as the person's `npm start` said. */
  shell: string;
}

export const Settings = z.object({
  language: Language,
  theme: z.enum(['light', 'dark', 'auto']),
  density: z.enum(['comfortable', 'dense']),
  lakh: z.boolean(),
  /** Small choices the screens remember: the open tree nodes, the chosen programme, column widths. */
  remembered: z.record(z.string().max(60), z.unknown()),
});
export type Settings = z.infer<typeof Settings>;

export interface Workspace {
  nameEn: string;
  nameHi: string;
  party: string;
  partyHi: string;
  /** The day the workspace looks from: today, or a fixed day for the sample. */
  today: string;
  asOfDay: string | null;
  demonstration: boolean;
  rootUnitId: string | null;
}

const nothing = z.object({});

export const filesCalls = {
  'files.state': effect(nothing).gives<FileState>(),
  'files.create': effect(z.object({ nameEn: Name, nameHi: z.string().trim().max(200) })).gives<{ opened: boolean }>(),
  'files.open': effect(nothing).gives<{ opened: boolean }>(),
  'files.openRecent': effect(z.object({ id: Id })).gives<{ opened: boolean }>(),
  'files.forgetRecent': effect(z.object({ id: Id })).gives<null>(),
  'files.sample': effect(nothing).gives<{ opened: boolean }>(),
  'files.close': effect(nothing).gives<null>(),
  'files.backup': effect(nothing).gives<{ name: string }>(),
  'settings.get': effect(nothing).gives<Settings>(),
  'settings.set': effect(Settings.partial()).gives<Settings>(),
  'workspace.get': query(nothing).gives<Workspace>(),
  'workspace.set': command(
    z.object({
      nameEn: Name,
      nameHi: z.string().trim().max(200),
      party: z.string().trim().max(200),
      partyHi: z.string().trim().max(200),
      asOfDay: z.string().nullable(),
    }).partial(),
  ).gives<null>(),
  'jobs.cancel': effect(z.object({ callId: z.string().max(64) })).gives<null>(),
};
