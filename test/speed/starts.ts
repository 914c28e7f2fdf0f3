// From the start of the process to the first screen with its data, beside an empty page in the same shell: turn by turn, so that both meet the same weather.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bigFile } from '../help/bigWorkspace.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchOptions } from '../help/launch.ts';
import { ms, within } from './table.ts';
import type { BenchLine } from './table.ts';
import { median } from './timing.ts';

const turns = 7;
const mostTimes = 2;

/** A main that shows a page with nothing on it. */
const emptyMain = `import { app, BrowserWindow, protocol } from 'electron';
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
app.whenReady().then(() => {
  protocol.handle('app', () => new Response('<!doctype html><title>Empty</title><body data-ready>', { headers: { 'content-type': 'text/html' } }));
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadURL('app://empty/index.html');
});
app.on('window-all-closed', () => app.quit());
`;

async function firstScreen(options: LaunchOptions): Promise<number> {
  const begun = performance.now();
  const app = await launchApp(options);
  const found = performance.now() - begun;
  await app.close();
  return found;
}

const middle = (found: number[]): number => median(found.toSorted((a, b) => a - b));

export async function startLines(root: string, folder: string): Promise<BenchLine[]> {
  execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
  const path = join(folder, 'Uttar Pradesh.sangathan');
  copyFileSync(await bigFile({ leaders: true, programme: true }), path);
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(folder, 'empty/package.json'), '{ "name": "empty", "version": "0.0.0" }');
  writeFileSync(join(folder, 'empty/main.mjs'), emptyMain);
  const main = join(root, '.out/electron/main.js');
  const empty: LaunchOptions = { main: join(folder, 'empty/main.mjs'), userFolder: join(folder, 'user-empty') };
  const large: LaunchOptions = { main, args: [path], userFolder: join(folder, 'user') };
  // The first start of either makes the browser's profile; the file is new to this laptop and is read through.
  await firstScreen(empty);
  await firstScreen({ main, userFolder: large.userFolder });
  const unknown = await firstScreen(large);
  const blank: number[] = [];
  const known: number[] = [];
  for (let turn = 0; turn < turns; turn++) {
    blank.push(await firstScreen(empty));
    known.push(await firstScreen(large));
  }
  return [
    within(`start with Uttar Pradesh to its first screen (middle of ${turns})`, middle(known), mostTimes, 'an empty page in the same shell', middle(blank)),
    { what: 'the same where the file is new to this laptop and is read through first', figure: ms(unknown), beside: 'once per file and laptop, and after a crash' },
  ];
}
