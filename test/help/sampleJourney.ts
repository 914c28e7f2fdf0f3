// Opens the sample for a journey's tests and closes it behind them. Apart from journey.ts, which the benches use without a test runner.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { InputOf } from '../../shared/contract.ts';
import { openSample, planSample } from './journey.ts';
import type { LaunchedApp } from './launch.ts';
import { recordOf } from './workspace.ts';

/** The app with the sample open, its file beside it, and whether the record is again what it was when the tests began. */
export interface SampleJourney {
  readonly app: LaunchedApp;
  readonly page: Page;
  readonly file: Database.Database;
  isAtStart(): boolean;
}

/** Opens it before the tests of a file and closes it behind them; `planned`: with targets, progress and a tour. */
export function sampleJourney(settings: InputOf<'settings.set'>, { planned = false } = {}): SampleJourney {
  let app: LaunchedApp | undefined;
  let file: Database.Database | undefined;
  let atStart = '';
  beforeAll(async () => {
    app = await openSample(settings);
    if (planned) await planSample(app.page);
    app.page.setDefaultTimeout(10_000);
    file = new Database(join(app.userFolder, 'Jharkhand sample.sangathan'), { readonly: true });
    atStart = recordOf(file);
  });
  afterAll(async () => {
    file?.close();
    await app?.close();
  });
  return {
    get app() { return app!; },
    get page() { return app!.page; },
    get file() { return file!; },
    isAtStart: () => recordOf(file!) === atStart,
  };
}
