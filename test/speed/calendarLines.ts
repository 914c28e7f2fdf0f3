// A calendar of 5,000 entries: every question of its views, every check and act, and turning its pages in the real app.
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addDays } from '../../shared/dates.ts';
import type { SeriesRule } from '../../shared/model/calendar.ts';
import { ask, goTo } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import { testWorkspace } from '../help/workspace.ts';
import type { TestWorkspace } from '../help/workspace.ts';
import { percentile } from './clicks.ts';
import { below } from './table.ts';
import type { BenchLine } from './table.ts';

const limit = 100;
const wanted = 5000;
const tours = 20;
const firstDay = '2022-04-04';

/** Twenty tours of 24 towns on the calendar, and meetings of sixty leaders that come again, over half a year. */
export async function filled(): Promise<TestWorkspace> {
  const workspace = await testWorkspace();
  const people = workspace.rows<{ id: string }>('SELECT id FROM person ORDER BY id').map(({ id }) => id);
  const districts = workspace.rows<{ id: string }>(`SELECT id FROM unit WHERE levelId = 'district' AND closedDay IS NULL ORDER BY path`).map(({ id }) => id);
  const { checks } = workspace.ask('calendar.rules', {});
  await workspace.act('calendar.setRules', { checks: Object.fromEntries(Object.keys(checks).map((kind) => [kind, 'warn'])) as typeof checks });
  const frame = { firstUnitId: null, lastUnitId: null, meetingMinutes: 60, dutyFrom: 480, dutyTo: 1230, roadFactor: 1.25, speedKmPerHour: 40 };
  for (let at = 0; at < tours; at++) {
    const fromDay = addDays(firstDay, 7 + at * 5);
    const { id } = await workspace.act('tours.save', { id: null, fields: { ...frame, nameEn: `Tour ${at}`, nameHi: null, personId: people[at]!, fromDay, toDay: addDays(fromDay, 9), unitIds: districts } });
    // Put where a hand would put them: planning twenty tours is the planner's own bench.
    const stops = workspace.rows<{ id: string }>('SELECT id FROM tourStop WHERE tourId = ? ORDER BY id', id);
    for (const [place, stop] of stops.entries()) {
      await workspace.act('calendar.move', { kind: 'stop', id: stop.id, day: addDays(fromDay, Math.floor(place / 3)), begin: 540 + (place % 3) * 180, minutes: 60, accept: true });
    }
  }
  const count = () => workspace.rows<{ n: number }>('SELECT (SELECT COUNT(*) FROM meeting) + (SELECT COUNT(*) FROM tourStop WHERE day IS NOT NULL) AS n')[0]!.n;
  for (let at = 0; count() < wanted; at++) {
    const repeat: SeriesRule = { freq: 'weekly', every: 1, weekdays: [at % 7, (at + 3) % 7].sort(), monthDay: null, nth: null, untilDay: null, times: 50 };
    const fields = { titleEn: `Review ${at}`, titleHi: `समीक्षा ${at}`, day: firstDay, begin: 480 + (at % 22) * 30, minutes: 45, unitId: districts[at % districts.length]!, placeEn: null, placeHi: null, personIds: [people[at % 60]!, people[(at * 7) % 60]!] };
    await workspace.act('calendar.saveMeeting', { id: null, fields, repeat, accept: true });
  }
  return workspace;
}

async function times(count: number, act: (at: number) => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let at = 0; at < count; at++) {
    const begun = performance.now();
    const value = await act(at);
    JSON.stringify(value ?? null);
    found.push(performance.now() - begun);
  }
  return found.sort((a, b) => a - b);
}

const p95 = (what: string, found: number[]): BenchLine => below(`${what}, p95 of ${found.length}`, percentile(found, 0.95), limit);

/** From a press to the first frame after the calendar has answered with entries of the view. */
function turned(page: Page, button: string, shows: string): Promise<number> {
  return page.evaluate(async ([label, selector]) => {
    const buttons = [...document.querySelectorAll<HTMLElement>('button, label')].filter((one) => one.textContent === label || one.getAttribute('aria-label') === label);
    const main = document.querySelector('.calendar-main')!;
    let changed = performance.now();
    const observer = new MutationObserver(() => { changed = performance.now(); });
    observer.observe(main, { subtree: true, childList: true, attributes: true });
    const begun = performance.now();
    buttons[0]!.click();
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve); });
    do await frame(); while ((performance.now() - changed < 250 || !document.querySelector(selector)) && performance.now() - begun < 5000);
    observer.disconnect();
    return Math.max(0, changed - begun);
  }, [button, shows] as const);
}

export async function calendarLines(root: string, folder: string): Promise<BenchLine[]> {
  const workspace = await filled();
  const lines: BenchLine[] = [];
  const path = join(folder, 'Calendar.sangathan');
  try {
    const day = (at: number): string => addDays(firstDay, (at * 11) % 170);
    const span = (from: string, days: number) => ({ fromDay: from, toDay: addDays(from, days - 1) });
    const perMonth = workspace.ask('calendar.range', span('2022-05-02', 42)).length;
    lines.push({ what: `entries in a month's view (of ${wanted})`, figure: String(perMonth) });
    lines.push(p95('a month', await times(40, (at) => workspace.ask('calendar.range', span(day(at), 42)))));
    lines.push(p95('a week', await times(60, (at) => workspace.ask('calendar.range', span(day(at), 7)))));
    lines.push(p95('the agenda', await times(40, (at) => workspace.ask('calendar.range', span(day(at), 31)))));
    lines.push(p95('lanes of a day: entries, leaders, ways', await times(60, (at) => [workspace.ask('calendar.range', span(day(at), 1)), workspace.ask('calendar.leaders', span(day(at), 1)), workspace.ask('calendar.travel', span(day(at), 1))])));
    const meetings = workspace.rows<{ id: string; day: string }>('SELECT id, day FROM meeting ORDER BY id LIMIT 400');
    const stops = workspace.rows<{ id: string; day: string; begin: number }>('SELECT id, day, beginMinute AS begin FROM tourStop WHERE day IS NOT NULL ORDER BY id');
    lines.push(p95('check of a meeting dragged', await times(60, (at) => workspace.ask('calendar.check', { kind: 'meeting', id: meetings[at * 5]!.id, day: meetings[at * 5]!.day, begin: 600, minutes: 45 }))));
    lines.push(p95('check of a stop dragged', await times(60, (at) => workspace.ask('calendar.check', { kind: 'stop', id: stops[at * 5]!.id, day: stops[at * 5]!.day, begin: stops[at * 5]!.begin + 30, minutes: 60 }))));
    lines.push(p95('a meeting moved, checked and written', await times(40, (at) => workspace.act('calendar.move', { kind: 'meeting', id: meetings[at * 7]!.id, day: meetings[at * 7]!.day, begin: 615, minutes: 45, accept: true }))));
    lines.push(p95('a stop moved, checked and written', await times(40, (at) => workspace.act('calendar.move', { kind: 'stop', id: stops[at * 7]!.id, day: stops[at * 7]!.day, begin: stops[at * 7]!.begin + 15, minutes: 60, accept: true }))));
    lines.push(p95('a month, just after something was moved', await times(20, async (at) => {
      await workspace.act('calendar.move', { kind: 'meeting', id: meetings[at * 9]!.id, day: meetings[at * 9]!.day, begin: 630, minutes: 45, accept: true });
      const begun = performance.now();
      workspace.ask('calendar.range', span(day(at), 42));
      return begun;
    })));
    await workspace.engine.backup(path);
  } finally {
    workspace.close();
  }
  execFileSync(process.execPath, [join(root, 'build/bundle.mjs')]);
  copyFileSync(path, `${path}.kept`);
  const app = await launchApp({ args: [path], main: join(root, '.out/electron/main.js'), userFolder: join(folder, 'user') });
  try {
    const { page } = app;
    await ask(page, 'settings.set', { language: 'en' });
    await page.reload();
    await page.waitForSelector('body[data-ready]');
    await goTo(page, 'Calendar');
    await page.locator('.rbc-event').first().waitFor();
    const views: [string, string][] = [['Week', '.rbc-time-view .rbc-event'], ['Day', '.rbc-time-view .rbc-event'], ['Leaders', '.lane-entry'], ['Month', '.rbc-month-view .rbc-event']];
    for (const [name, shows] of views) {
      await turned(page, name, shows);
      const found: number[] = [];
      for (let at = 0; at < 6; at++) found.push(await turned(page, 'Forward', shows));
      found.sort((a, b) => a - b);
      lines.push(below(`in Chromium: ${name.toLowerCase()} turned, until nothing changes any more, middle of ${found.length}`, found[3]!, limit));
    }
  } finally {
    await app.close();
  }
  return lines;
}
