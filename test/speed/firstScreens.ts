// From the start of the process to the first screen with its data, beside an empty page in the same Chromium.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { launchApp } from '../help/launch.ts';
import { testWorkspace } from '../help/workspace.ts';
import { line, runs } from './timing.ts';
import type { Line } from './timing.ts';

export async function firstScreens(root: string, folder: string): Promise<Line[]> {
  execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
  const workspace = await testWorkspace();
  const path = join(folder, 'Jharkhand.sangathan');
  await workspace.engine.backup(path);
  workspace.close();
  const start = (args: string[]) => async () => {
    const app = await launchApp({ args });
    await app.page.waitForSelector('body[data-ready]');
    await app.close();
  };
  const blank = await runs(3, async () => {
    const browser = await chromium.launch({ executablePath: process.env['SANGATHAN_CHROMIUM'], args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    const page = await browser.newPage();
    await page.goto('about:blank');
    await browser.close();
  });
  const baseline = 'Chromium started, an empty page, closed';
  return [
    line('start with a file of 35,149 units, first screen, quit', await runs(3, start([path])), baseline, blank),
    line('the same with --sample, which is made anew', await runs(3, start(['--sample'])), baseline, blank),
  ];
}
