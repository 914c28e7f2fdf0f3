// The tree of Uttar Pradesh open down to its booths, scrolled from end to end in the real app: every gap between two frames, every long task.
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { bigFile } from '../help/bigWorkspace.ts';
import { ask, goTo } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import { percentile } from './clicks.ts';
import { below, ms } from './table.ts';
import type { BenchLine } from './table.ts';

const frameLimit = 50;

interface Frames {
  gaps: number[];
  /** Milliseconds of each task of the page that took longer than 50. */
  longTasks: number[];
  /** Lines in sight whose unit was not there yet, a moment after each stop. */
  waiting: number;
}

/** Scrolls by `step` pixels a frame from `from` to `to` (shares of the whole) and notes how long each frame took. */
function scrolled(page: Page, from: number, to: number, frames: number): Promise<Frames> {
  return page.evaluate(async ([begin, end, count]) => {
    const tree = document.querySelector<HTMLElement>('[data-unit-tree]')!;
    const longTasks: number[] = [];
    const observer = new PerformanceObserver((list) => { for (const entry of list.getEntries()) longTasks.push(entry.duration); });
    observer.observe({ entryTypes: ['longtask'] });
    const frame = () => new Promise<number>((resolve) => { requestAnimationFrame(resolve); });
    const height = tree.scrollHeight - tree.clientHeight;
    const gaps: number[] = [];
    tree.scrollTop = height * begin;
    await new Promise((resolve) => { setTimeout(resolve, 600); });
    longTasks.length = 0;
    let last = await frame();
    for (let at = 1; at <= count; at++) {
      tree.scrollTop = height * (begin + ((end - begin) * at) / count);
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    await new Promise((resolve) => { setTimeout(resolve, 800); });
    observer.disconnect();
    return { gaps, longTasks, waiting: tree.querySelectorAll('[data-waiting]').length };
  }, [from, to, frames] as const);
}

/** From a click to the first frame in which it shows. */
async function clicked(page: Page, keys: string, shows: string): Promise<number> {
  return page.evaluate(async ([pressed, selector]) => {
    const tree = document.querySelector<HTMLElement>('[data-unit-tree]')!;
    const begun = performance.now();
    for (const key of pressed.split(' ')) tree.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    while (!document.querySelector(selector) && performance.now() - begun < 10_000) await new Promise((resolve) => { requestAnimationFrame(resolve); });
    return performance.now() - begun;
  }, [keys, shows] as const);
}

export async function scrollLines(root: string, folder: string): Promise<BenchLine[]> {
  execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
  const path = join(folder, 'Uttar Pradesh.sangathan');
  copyFileSync(await bigFile({ leaders: true, programme: true }), path);
  const app = await launchApp({ args: [path], main: join(root, '.out/electron/main.js'), userFolder: join(folder, 'user') });
  try {
    const { page } = app;
    await ask(page, 'settings.set', { language: 'en' });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    const begun = performance.now();
    await goTo(page, 'Organisation');
    await page.locator('[role=treeitem][aria-level="2"]').first().waitFor();
    const opened = performance.now() - begun;
    await page.locator('[data-unit-tree]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(500);
    const branch = await clicked(page, 'ArrowRight', '[role=treeitem][aria-level="3"]');
    const openAll = await page.evaluate(async () => {
      document.querySelector<HTMLElement>('[aria-haspopup=menu][aria-label="More for the tree"]')!.click();
      let item: HTMLElement | undefined;
      for (let tries = 0; tries < 600 && !item; tries++) {
        await new Promise((resolve) => { requestAnimationFrame(resolve); });
        item = document.querySelector<HTMLElement>('[data-open-to=booth]') ?? undefined;
      }
      const clickedAt = performance.now();
      item?.click();
      while (!document.querySelector('[role=treeitem][aria-level="5"]') && performance.now() - clickedAt < 10_000) await new Promise((resolve) => { requestAnimationFrame(resolve); });
      return performance.now() - clickedAt;
    });
    await page.waitForTimeout(2_000);
    const lines = await page.evaluate(() => Math.round(document.querySelector('[data-unit-tree]')!.scrollHeight / document.querySelector('[role=treeitem]')!.getBoundingClientRect().height));
    const idle = await page.evaluate(async () => {
      const gaps: number[] = [];
      let last = await new Promise<number>((resolve) => { requestAnimationFrame(resolve); });
      for (let at = 0; at < 200; at++) {
        const now = await new Promise<number>((resolve) => { requestAnimationFrame(resolve); });
        gaps.push(now - last);
        last = now;
      }
      return gaps;
    });
    const runs: [string, Frames][] = [
      ['by the wheel, 4 lines a frame, at the top', await scrolled(page, 0, (4 * 300) / lines, 300)],
      ['by the wheel, 4 lines a frame, in the middle', await scrolled(page, 0.5, 0.5 + (4 * 300) / lines, 300)],
      ['a screen a frame, backwards', await scrolled(page, 0.7, 0.7 - (20 * 300) / lines, 300)],
      ['the whole tree, dragged from top to bottom in 600 frames', await scrolled(page, 0, 1, 600)],
    ];
    await page.locator('[data-unit-tree]').focus();
    await page.keyboard.press('End');
    await page.locator('[role=treeitem][aria-selected=true]').waitFor();
    const up = await clicked(page, 'Home', '[role=treeitem][aria-level="1"][aria-selected=true]');
    const nothing = idle.toSorted((a, b) => a - b);
    return [
      { what: `tree opened (${lines} lines after opening all)`, figure: ms(opened), beside: 'from the rail, first time, the screen\'s code fetched' },
      below('a district opened by key, until its blocks show', branch, 100),
      below('the whole tree open down to its booths, until booths show', openAll, 300),
      ...runs.map(([what, { gaps, longTasks, waiting }]): BenchLine => {
        const sorted = gaps.toSorted((a, b) => a - b);
        const longest = sorted.at(-1) ?? 0;
        return {
          what, figure: `longest frame ${ms(longest)}, p95 ${ms(percentile(sorted, 0.95))}, over ${frameLimit} ms: ${gaps.filter((gap) => gap > frameLimit).length}`,
          goal: `none over ${frameLimit} ms`, met: longest <= frameLimit,
          beside: `tasks over 50 ms: ${longTasks.length}${longTasks.length > 0 ? ` (longest ${ms(Math.max(...longTasks))})` : ''}; lines still waiting at the end: ${waiting}; the page left alone: longest ${ms(nothing.at(-1) ?? 0)}`,
        };
      }),
      below('from the last line to the first by the Home key', up, 100),
    ];
  } finally {
    await app.close();
  }
}
