// Everything that may be asked of the app: one table of calls, from which the types on both sides are read.
import type { z } from 'zod';
import { calendarCalls } from './contract/calendar.ts';
import { chargesCalls } from './contract/charges.ts';
import { committeesCalls } from './contract/committees.ts';
import { coverageCalls } from './contract/coverage.ts';
import { duplicatesCalls } from './contract/duplicates.ts';
import { filesCalls } from './contract/files.ts';
import { groupsCalls } from './contract/groups.ts';
import { importsCalls } from './contract/imports.ts';
import type { Call, Kind } from './contract/kinds.ts';
import { levelsCalls } from './contract/levels.ts';
import { namesCalls } from './contract/names.ts';
import { onTheDayCalls } from './contract/onTheDay.ts';
import { outlinesCalls } from './contract/outlines.ts';
import { peopleCalls } from './contract/people.ts';
import { peopleImportCalls } from './contract/peopleImport.ts';
import { postsCalls } from './contract/posts.ts';
import { blackoutsCalls, programmesCalls } from './contract/programmes.ts';
import { promisesCalls } from './contract/promises.ts';
import { reorganisationCalls } from './contract/reorganisation.ts';
import { roadCalls } from './contract/road.ts';
import { seatsCalls } from './contract/seats.ts';
import { returnsCalls } from './contract/returns.ts';
import { exchangeCalls, historyCalls, homeCalls, sheetsCalls } from './contract/sheets.ts';
import { progressCalls, targetsCalls } from './contract/targets.ts';
import { toursCalls } from './contract/tours.ts';
import { travelCalls } from './contract/travel.ts';
import { unitsCalls } from './contract/units.ts';

export const contract = {
  ...filesCalls,
  ...unitsCalls,
  ...levelsCalls,
  ...seatsCalls,
  ...groupsCalls,
  ...outlinesCalls,
  ...reorganisationCalls,
  ...namesCalls,
  ...peopleCalls,
  ...postsCalls,
  ...committeesCalls,
  ...duplicatesCalls,
  ...peopleImportCalls,
  ...chargesCalls,
  ...programmesCalls,
  ...blackoutsCalls,
  ...targetsCalls,
  ...progressCalls,
  ...toursCalls,
  ...roadCalls,
  ...coverageCalls,
  ...onTheDayCalls,
  ...promisesCalls,
  ...calendarCalls,
  ...travelCalls,
  ...sheetsCalls,
  ...returnsCalls,
  ...exchangeCalls,
  ...importsCalls,
  ...historyCalls,
  ...homeCalls,
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type KindOf<Name extends CallName> = Contract[Name]['kind'];
/** What the caller sends: fields with a default may be left out. */
export type InputOf<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What the subject gets: checked, defaults filled in. */
export type CheckedInputOf<Name extends CallName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends CallName> = Contract[Name] extends Call<Kind, z.ZodType, infer Output> ? Output : never;
export type NamesOf<K extends Kind> = { [Name in CallName]: Contract[Name]['kind'] extends K ? Name : never }[CallName];

/** Jobs that change nothing: long questions. */
export type ReadingJobs = { [Name in CallName]: Contract[Name] extends { kind: 'job'; writes: false } ? Name : never }[CallName];

/** How far a job or effect is. `stage` has words in both languages (`jobs.json`). */
export interface Progress {
  callId: string;
  stage: string;
  done: number;
  total: number;
  /** Figures for the stage's words. */
  detail?: Record<string, number>;
}

/** What main pushes to the window. */
export type Push =
  | { type: 'changed'; seq: number }
  | { type: 'file' }
  | { type: 'progress'; progress: Progress };

export type Reply<Value = unknown> =
  | { ok: true; value: Value }
  | { ok: false; error: { code: string; detail: Record<string, unknown> } };

/** What the preload puts on the window as `sangathan`. */
export interface Bridge {
  call(name: string, input: unknown, callId: string): Promise<Reply>;
  onPush(listener: (push: Push) => void): () => void;
}
