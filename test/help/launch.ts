/*
 * Starts the whole app for a journey: the bundled main on the stand-in, in a process of its own, with a fresh user folder.
 *
 *   const app = await launchApp({ sample: true });
 *   await app.page.getByRole('button', { name: 'Targets' }).click();   // a Playwright page, 1280 × 720
 *   app.answerSave(join(app.documentsFolder, 'sheet.pdf'));            // laid ready BEFORE the click that opens the dialog
 *   await app.screenshot('targets-hi-dark');                           // .out/screens/targets-hi-dark.png
 *   await app.restart();                                               // same user folder; use app.page anew, don't keep it
 *   expect(app.problems).toEqual([]);                                  // errors of the page: console and uncaught
 *   await app.close();                                                 // in afterAll: ends the process, removes the folder
 *
 * A dialog without an answer laid ready is cancelled, and stands in `app.asked` with `answered: false`. The bundle is brought
 * up to date first. To see the window of a journey, run it with SANGATHAN_SHOW=1 on a machine with a display.
 */
import { execFile, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { Asked, Order, Report } from '../../electron/standin/control.ts';
import { sampleFile } from './sampleFile.ts';

const root = join(import.meta.dirname, '../..');
const startMilliseconds = 60_000;
const endMilliseconds = 15_000;

/** The sample as the app would have made it there. */
async function samplePath(userFolder: string): Promise<string> {
  const path = join(userFolder, 'Jharkhand sample.sangathan');
  await mkdir(userFolder, { recursive: true });
  await copyFile(await sampleFile(), path);
  return path;
}

export interface LaunchOptions {
  /** With the Jharkhand sample open, in a file the app made before: making it anew (`args: ['--sample']`) takes seconds each time. */
  sample?: boolean;
  /** Arguments of the app: `--sample`, or the path of a .sangathan file. */
  args?: string[];
  /** Kept after close() when given; else a fresh one that is removed. */
  userFolder?: string;
  /** Answers to dialogs laid ready from the start. */
  answers?: { open?: (string | null)[]; save?: (string | null)[] };
  viewport?: { width: number; height: number };
  /** More variables for the process, for example TZ. */
  env?: Record<string, string>;
  /** Another bundled main, for example the packed one. */
  main?: string;
  /** Don't wait until the body has `data-ready`. */
  waitForReady?: boolean;
}

export interface LaunchedApp {
  readonly page: Page;
  readonly userFolder: string;
  readonly documentsFolder: string;
  /** What the process wrote to its output, line by line. */
  readonly log: string[];
  /** Errors in the page's console and uncaught ones. */
  readonly problems: string[];
  /** Every dialog that was asked, in order. */
  readonly asked: (Asked & { answered: boolean })[];
  answerOpen(path: string | null): void;
  answerSave(path: string | null): void;
  answerPrint(printed: boolean): void;
  /** Calls main with a frame inside the page as the sender; resolves with main's reply. */
  callAsSubFrame(channel: string, ...args: unknown[]): Promise<unknown>;
  screenshot(name: string): Promise<string>;
  /** Quits as a user does, and starts again on the same user folder. */
  restart(args?: string[]): Promise<void>;
  /** Resolves with the exit code. */
  close(): Promise<number | null>;
}

interface Running { child: ChildProcess; browser: Browser; page: Page; exited: Promise<number | null> }

/** The environment of a user with nothing but a home folder. */
function environment(home: string, more: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NODE_|VITEST|XDG_|npm_)/.test(name));
  return { ...Object.fromEntries(kept), HOME: home, USERPROFILE: home, ...more };
}

export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  if (!options.main) await promisify(execFile)(process.execPath, [join(root, 'build/bundle.mjs')]);
  const temporary = await mkdtemp(join(tmpdir(), 'sangathan-'));
  const userFolder = options.userFolder ?? join(temporary, 'user');
  const documentsFolder = join(temporary, 'home', 'Documents');
  await mkdir(documentsFolder, { recursive: true });
  const log: string[] = [];
  const problems: string[] = [];
  const asked: LaunchedApp['asked'] = [];
  const results = new Map<number, (value: unknown) => void>();
  let lastId = 0;
  let running: Running | null = null;

  const start = async (args: string[]): Promise<Running> => {
    const { width, height } = options.viewport ?? { width: 1280, height: 720 };
    const child = fork(join(root, 'electron/standin/run.ts'), [
      '--test', `--viewport=${width}x${height}`, options.main ?? join(root, '.out/electron/main.js'), `--user-data-dir=${userFolder}`, ...args,
    ], { cwd: root, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [], env: environment(join(temporary, 'home'), options.env ?? {}) });
    const exited = once(child, 'exit').then(([code]) => code as number | null);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => log.push(...text.split('\n').filter(Boolean)));
    }
    const address = Promise.withResolvers<string>();
    child.on('message', (report: Report) => {
      if (report.type === 'window') address.resolve(report.address);
      else if (report.type === 'asked') asked.push({ ...report.asked, answered: report.answered });
      else results.get(report.id)?.(report.value);
    });
    void exited.then((code) => address.reject(new Error(`The app ended with code ${code} before it showed a window:\n${log.join('\n')}`)));
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      address.reject(new Error(`The app showed no window in ${startMilliseconds / 1000} s:\n${log.join('\n')}`));
    }, startMilliseconds);
    const browser = await chromium.connectOverCDP(await address.promise).finally(() => clearTimeout(late));
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error('The window has no page');
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    await page.waitForURL((url) => url.protocol === 'https:', { timeout: startMilliseconds });
    if (options.waitForReady !== false) await page.waitForSelector('body[data-ready]', { state: 'attached', timeout: startMilliseconds });
    return { child, browser, page, exited };
  };
  const tell = (order: Order): void => void running?.child.send(order);
  const stop = async (): Promise<number | null> => {
    if (!running) return null;
    const { child, browser, exited } = running;
    running = null;
    await browser.close().catch(() => {});
    if (child.connected) child.send({ type: 'quit' } satisfies Order);
    const late = setTimeout(() => child.kill('SIGKILL'), endMilliseconds);
    return exited.finally(() => clearTimeout(late));
  };
  const clear = (): Promise<void> => rm(temporary, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

  try {
    running = await start([...(options.args ?? []), ...(options.sample ? [await samplePath(userFolder)] : [])]);
  } catch (error) {
    await clear();
    throw error;
  }
  for (const kind of ['open', 'save'] as const) {
    for (const path of options.answers?.[kind] ?? []) tell({ type: 'answer', kind, path });
  }
  const page = (): Page => {
    if (!running) throw new Error('The app is closed');
    return running.page;
  };

  return {
    get page() {
      return page();
    },
    userFolder, documentsFolder, log, problems, asked,
    answerOpen: (path) => tell({ type: 'answer', kind: 'open', path }),
    answerSave: (path) => tell({ type: 'answer', kind: 'save', path }),
    answerPrint: (printed) => tell({ type: 'answer', kind: 'print', path: printed ? 'printed' : null }),
    callAsSubFrame: (channel, ...args) => new Promise((resolve) => {
      lastId += 1;
      results.set(lastId, resolve);
      tell({ type: 'callAsSubFrame', id: lastId, channel, args });
    }),
    async screenshot(name) {
      const path = join(root, '.out/screens', `${name}.png`);
      await page().screenshot({ path, animations: 'disabled', caret: 'hide' });
      return path;
    },
    async restart(args = []) {
      await stop();
      running = await start(args);
    },
    async close() {
      const code = await stop();
      await clear();
      return code;
    },
  };
}
