// What the effects may do with the open file; the router provides it.
import type { FileState, Settings } from '../shared/contract/files.ts';

export interface FileDesk {
  state(): FileState;
  create(path: string, names: { nameEn: string; nameHi: string }): Promise<boolean>;
  open(path: string): Promise<boolean>;
  openRecent(id: string): Promise<boolean>;
  openSample(progress: (stage: string, done: number, total: number) => void): Promise<boolean>;
  forgetRecent(id: string): void;
  close(): Promise<void>;
  backup(): Promise<string>;
  settings(): Settings;
  changeSettings(change: Partial<Settings>): Settings;
  cancel(callId: string): void;
}
