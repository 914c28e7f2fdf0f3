// How a subject's functions look, one type per kind of call.
import type { CallName, CheckedInputOf, KindOf, NamesOf, OutputOf } from '../shared/contract.ts';
import type { Host } from './host.ts';
import type { ReadDb, WriteDb } from './store/sql.ts';
import type { FileDesk } from './fileDesk.ts';

/** What a query may use. */
export interface QueryContext {
  db: ReadDb;
  today: string;
}

/** What a command may use: the open transaction, ids, the clock, and the sentence for the history. */
export interface CommandContext {
  db: WriteDb;
  today: string;
  newId(): string;
  /** What the history will say: a key of `history.json` under `summary`, and the figures and names for it. */
  summarise(key: string, detail?: Record<string, unknown>): void;
}

/** What only a long call needs: it says how far it is, and stops (by an error) when the user cancels. */
export interface JobContext extends CommandContext {
  /** `detail`: figures for the stage's words. */
  progress(stage: string, done: number, total: number, detail?: Record<string, number>): void;
  /** Whether the user has stopped it. Whoever asks ends by himself, and what he has written by then is kept. */
  cancelled(): boolean;
  /** Path of a file the user chose, by the token the renderer got for it. */
  pathOf(token: string): string;
}

/** What an effect may use. `query` and `write` are the contract's own calls. */
export interface EffectContext {
  host: Host;
  desk: FileDesk;
  progress(stage: string, done: number, total: number): void;
  query<Name extends NamesOf<'query'>>(name: Name, input: CheckedInputOf<Name>): OutputOf<Name>;
  /** Remembers a chosen path under a token that the renderer may hold. */
  keepPath(path: string): string;
}

type Fn<Name extends CallName> =
  KindOf<Name> extends 'query' ? (context: QueryContext, input: CheckedInputOf<Name>) => OutputOf<Name>
  : KindOf<Name> extends 'command' ? (context: CommandContext, input: CheckedInputOf<Name>) => OutputOf<Name>
  : KindOf<Name> extends 'job' ? (context: JobContext, input: CheckedInputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>
  : (context: EffectContext, input: CheckedInputOf<Name>) => Promise<OutputOf<Name>>;

/** All functions of one subject: a missing or an extra one does not compile. */
export type Calls<Subject extends string> = { [Name in CallName as Name extends `${Subject}.${string}` ? Name : never]: Fn<Name> };
