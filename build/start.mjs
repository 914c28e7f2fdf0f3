// `npm start`: brings the machine and the bundle up to date, then opens the app in Electron or in its stand-in.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chromiumName, needChromium, root, setup } from './setup.mjs';

setup();
const { bundle } = await import('./bundle.mjs');
const { electronOrNull, electronVersion } = await import('./electronBinary.mjs');
const { hasDisplay } = await import('../electron/standin/options.ts');

const words = process.argv.slice(2);
const electron = hasDisplay() ? await electronOrNull() : null;
const chromium = electron ? '' : await needChromium();
await bundle();

/** @returns {string[]} */
function standin() {
  const run = join(root, 'electron/standin/run.ts');
  const main = join(root, '.out/electron/main.js');
  const name = chromiumName(chromium);
  if (hasDisplay()) {
    console.log(`Electron's binary cannot be had here: opening in its stand-in on ${name}.`);
    return [run, main, ...words];
  }
  console.log(`There is no display: running without a window, in Electron's stand-in on ${name}.`);
  const once = !process.stdin.isTTY || Boolean(process.env['CI']);
  if (!once) console.log('Ctrl C ends it.');
  return [run, '--headless', `--picture=${join(root, '.out/first-screen.png')}`, ...once ? ['--then-quit'] : [], main, ...words];
}

if (electron) console.log(`Opening in Electron ${electronVersion()}.`);
const env = { ...process.env };
delete env['ELECTRON_RUN_AS_NODE'];
const child = electron
  ? spawn(electron, [root, ...words], { stdio: 'inherit', env })
  : spawn(process.execPath, standin(), { stdio: 'inherit', env: { ...env, SANGATHAN_CHROMIUM: chromium } });
// Ctrl C reaches the app too; it closes its file and ends, and this process after it.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => signal === 'SIGTERM' && child.kill());
child.on('exit', (code) => process.exit(code ?? 0));
