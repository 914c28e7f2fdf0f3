// The timeline of 5,000 programmes in the real app: every change of its zoom, a day dragged, rows opened, and scrolling both ways.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { ask, goTo } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import { testWorkspace } from '../help/workspace.ts';
import { percentile } from './clicks.ts';
import { fill } from './programmes.ts';
import { below, ms } from './table.ts';
import type { BenchLine } from './table.ts';
import { median } from './timing.ts';

const limit = 100;
/** 60 frames a second. */
const frameLimit = 1000 / 60;
const frames = 120;
const zooms = ['Weeks', 'Months', 'Weeks', 'Days', 'Months', 'Days', 'Weeks', 'Months', 'Days', 'Weeks'];

/** Processor time the page's own thread has used, in milliseconds, drawing included: what other work on the machine doesn't lengthen. The goals are held against it. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** By the clock. */
interface Acted {
  /** From the act to the first frame drawn after it. */
  painted: number;
  /** From the act until nothing on the timeline changes any more. */
  still: number;
}

/** Presses something by its selector and text, or a key on the timeline. */
function acted(page: Page, what: { text?: string; selector?: string; key?: string; shift?: boolean }): Promise<Acted> {
  return page.evaluate(async ({ text, selector, key, shift }) => {
    const timeline = document.querySelector<HTMLElement>('.tl')!;
    let changed = performance.now();
    const observer = new MutationObserver(() => { changed = performance.now(); });
    observer.observe(timeline, { subtree: true, childList: true, attributes: true });
    const frame = () => new Promise<void>((resolve) => { requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.addEventListener('message', () => resolve(), { once: true }); port1.start(); port2.postMessage(null); }); });
    const begun = performance.now();
    if (key) timeline.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey: shift === true, bubbles: true }));
    else [...document.querySelectorAll<HTMLElement>(selector!)].find((one) => text === undefined || one.textContent === text)!.click();
    await frame();
    const painted = performance.now() - begun;
    do await frame(); while (performance.now() - changed < 250 && performance.now() - begun < 5000);
    observer.disconnect();
    return { painted, still: Math.max(painted, changed - begun) };
  }, what);
}

/** Scrolls by so many pixels a frame and notes how long each frame took. */
function scrolled(page: Page, across: number, down: number, frames: number): Promise<number[]> {
  return page.evaluate(async ([dx, dy, count]) => {
    const timeline = document.querySelector<HTMLElement>('.tl')!;
    const frame = () => new Promise<number>((resolve) => { requestAnimationFrame(resolve); });
    const gaps: number[] = [];
    let last = await frame();
    for (let at = 0; at < count; at++) {
      timeline.scrollBy(dx, dy);
      const now = await frame();
      gaps.push(now - last);
      last = now;
    }
    return gaps.sort((a, b) => a - b);
  }, [across, down, frames] as const);
}

export async function timelineLines(root: string, folder: string): Promise<BenchLine[]> {
  const path = join(folder, 'Timeline.sangathan');
  const workspace = await testWorkspace();
  try {
    fill(workspace.path);
    await workspace.engine.backup(path);
  } finally {
    workspace.close();
  }
  execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
  const app = await launchApp({ args: [path], main: join(root, '.out/electron/main.js'), userFolder: join(folder, 'user') });
  try {
    const { page } = app;
    await ask(page, 'settings.set', { language: 'en', remembered: { 'programmes.view': 'timeline', 'programmes.zoom': 'month' } });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await goTo(page, 'Programmes');
    await page.locator('.tl-bar').first().waitFor();
    const lines: BenchLine[] = [];
    const timed = async (what: string, acts: Parameters<typeof acted>[1][]): Promise<void> => {
      const [clock, still, processor]: number[][] = [[], [], []];
      for (const act of acts) {
        const begun = await busy(session);
        const found = await acted(page, act);
        processor!.push(await busy(session) - begun);
        clock!.push(found.painted);
        still!.push(found.still);
      }
      for (const list of [clock, still, processor]) list!.sort((a, b) => a - b);
      const byTheClock = `by the clock to the first frame: p50 ${ms(median(clock!))}, p95 ${ms(percentile(clock!, 0.95))}; until nothing changes any more: p50 ${ms(median(still!))}`;
      lines.push({ ...below(`timeline in Chromium: ${what}, p95 of ${acts.length}`, percentile(processor!, 0.95), limit), beside: `p50 ${ms(median(processor!))}; ${byTheClock}` });
    };
    const zoom = (text: string) => ({ text, selector: '.tl-legend .mantine-SegmentedControl-label' });
    await page.evaluate(() => { document.querySelector('.tl')!.scrollTop = 40_000; });
    await page.waitForTimeout(800);
    for (const name of zooms.slice(0, 3)) await acted(page, zoom(name));
    await timed('zoom', [...zooms, ...zooms].map(zoom));
    await timed('a row down', Array.from({ length: 12 }, () => ({ key: 'ArrowDown' })));
    await timed('levels opened and shut', Array.from({ length: 12 }, (_, at) => ({ key: at % 2 === 0 ? 'ArrowRight' : 'ArrowLeft' })));
    await timed('an end pulled by a day, all that follows shown', Array.from({ length: 10 }, () => ({ key: 'ArrowRight', shift: true })));
    await page.keyboard.press('Escape');
    for (const [what, across, down] of [['down, 3 rows a frame', 0, 96], ['down, a screen a frame', 0, 480], ['across, 40 pixels a frame', 40, 0]] as const) {
      const begun = await busy(session);
      const gaps = await scrolled(page, across, down, frames);
      const each = (await busy(session) - begun) / frames;
      lines.push({ ...below(`timeline scrolled ${what}, a frame`, each, frameLimit), beside: `gaps between frames by the clock: p50 ${ms(median(gaps))}, p95 ${ms(percentile(gaps, 0.95))}, longest ${ms(gaps.at(-1)!)}` });
    }
    return lines;
  } finally {
    await app.close();
  }
}
