// The writing side of an open file: commands and jobs run here one after the other, each writing one as one step.
import type Database from 'better-sqlite3';
import { contract } from '../shared/contract.ts';
import type { CallName } from '../shared/contract.ts';
import { AppError } from '../shared/errors.ts';
import type { JobContext } from './calls.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { fillNew } from './sample/fillNew.ts';
import { fillSample } from './sample/fillSample.ts';
import { lacksClasses } from './store/classes.ts';
import { openFile } from './store/open.ts';
import { stepsOver } from './store/steps.ts';
import type { StepMeta } from './store/steps.ts';
import { functions } from './subjects/all.ts';
import { workspaceDay } from './workspaceDay.ts';

/** What a running call reports to whoever waits for it. */
export interface Watch {
  progress(stage: string, done: number, total: number, detail?: Record<string, number>): void;
  cancelled(): boolean;
}

export interface Engine {
  run(name: CallName, input: unknown, paths: Record<string, string>, watch: Watch): Promise<unknown>;
  backup(toPath: string): Promise<void>;
  close(): void;
}

export type Filling = { kind: 'none' } | { kind: 'sample' } | { kind: 'new'; nameEn: string; nameHi: string };

const unwatched: Watch = { progress: () => undefined, cancelled: () => false };

/** Opens (or makes, when `filling` says with what) a file for writing. Errors: those of `openFile`. */
export async function openEngine(path: string, { filling = { kind: 'none' }, whole = false, clock = systemClock, actor = '', watch = unwatched }: { filling?: Filling; whole?: boolean; clock?: Clock; actor?: string; watch?: Watch } = {}): Promise<Engine> {
  const connection: Database.Database = openFile(path, { create: filling.kind !== 'none', whole });
  try {
    const steps = stepsOver(connection);
    const { db } = steps;
    if (filling.kind === 'sample') await steps.fill(() => fillSample(db, clock.newId, watch.progress));
    if (filling.kind === 'new') {
      const { nameEn, nameHi } = filling;
      await steps.fill(() => fillNew(db, clock.newId, { nameEn, nameHi }));
    }

    // A file that comes from an older version has nothing derived in the tables that are new.
    if (db.get('SELECT 1 FROM unit LIMIT 1') && (!db.get('SELECT 1 FROM searchGroup LIMIT 1') || lacksClasses(db))) await steps.fill(() => undefined);

    const run: Engine['run'] = async (name, input, paths, watch) => {
      const line = contract[name];
      const meta: StepMeta = { id: clock.newId(), at: new Date(clock.now()).toISOString(), actor, call: name };
      // A job that asks whether it was stopped ends by itself, and what it has by then is kept: once it has asked, it is never thrown out.
      let heard = false;
      const progress = (stage: string, done: number, total: number, detail?: Record<string, number>) => {
        if (!heard && watch.cancelled()) throw new AppError('job.cancelled');
        watch.progress(stage, done, total, detail);
      };
      if (name === 'history.undo') return { undone: await steps.undo(meta, progress) };
      if (name === 'history.redo') return { redone: await steps.redo(meta, progress) };
      const act = functions[name] as (context: JobContext, input: unknown) => unknown;
      const context: JobContext = {
        db,
        today: workspaceDay(db, clock.now()),
        newId: clock.newId,
        summarise: () => undefined,
        progress,
        cancelled: () => {
          heard = true;
          return watch.cancelled();
        },
        pathOf: (token) => {
          const chosen = paths[token];
          if (!chosen) throw new AppError('exchange.chooseAgain');
          return chosen;
        },
      };
      if (!line.writes) return await act(context, input);
      return await steps.run(meta, (tools) => act({ ...context, summarise: tools.summarise }, input), progress);
    };

    // One call at a time: the next begins when the one before has ended, well or badly.
    let last: Promise<unknown> = Promise.resolve();
    return {
      run: (name, input, paths, watch) => {
        const next = last.then(() => run(name, input, paths, watch));
        last = next.catch(() => undefined);
        return next;
      },
      backup: async (toPath) => {
        await connection.backup(toPath);
      },
      close: () => {
        connection.pragma('optimize');
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}
