// The leader's tour in the window, in Hindi, with mouse and keyboard: wizard, board, pin, improve, compare, calendar, undo.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { chooseFrom, goTo, openSample } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { recordOf } from '../help/workspace.ts';

let app: LaunchedApp;
let file: Database.Database;
let atStart: string;

beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
  file = new Database(join(app.userFolder, 'Jharkhand sample.sangathan'), { readonly: true });
  atStart = recordOf(file);
});
afterAll(async () => {
  file?.close();
  await app?.close();
});

interface Planned { nameEn: string; day: string; begin: number; pinned: number; dayPinned: number }

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 30_000, interval: 100 }).toEqual(wanted);
/** Stops of the tour itself in the order of the plan, by the unit's name in English. */
const plan = () => file.prepare(
  `SELECT unit.nameEn, day, beginMinute AS begin, pinned, dayPinned FROM tourStop JOIN unit ON unit.id = unitId JOIN tour ON tour.id = tourId
   WHERE day IS NOT NULL AND versionOf IS NULL ORDER BY day, beginMinute`).all() as Planned[];
const of = (nameEn: string) => plan().find((stop) => stop.nameEn === nameEn);
const undo = () => app.page.keyboard.press('Control+z');

it('is planned by the wizard: leader, days of the next programme, first and last town, 24 districts', async () => {
  const { page } = app;
  await goTo(page, 'दौरे');
  await page.getByText('अभी कोई दौरा नहीं है').waitFor();
  await button('दौरा बनाएँ').click();
  // The form takes the focus and knows the days of the next programme.
  await page.keyboard.type('pradesh prabhari', { delay: 15 });
  await page.getByRole('option', { name: /^प्रदेश प्रभारी/ }).first().click();
  expect(await page.getByLabel('पहला दिन').inputValue()).toBe('18-04-2022');
  expect(await page.getByLabel('अंतिम दिन').inputValue()).toBe('26-04-2022');
  await button('आगे').click();
  await chooseFrom(page, 'पहला शहर', 'जमशेदपुर');
  await chooseFrom(page, 'अंतिम शहर', 'राँची');
  await page.getByText('24 में से 24').first().waitFor();
  await app.screenshot('tours-wizard-hi');
  await button('आगे').click();
  await page.getByText('अँधेरे में यात्रा नहीं').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button('सहेजें और 24 जगहें तय करें').click();
  await until(() => plan().length, 24);
  const stops = plan();
  expect([stops[0]?.nameEn, stops[0]?.day]).toEqual(['East Singhbhum', '2022-04-18']);
  expect([stops.at(-1)?.nameEn, stops.at(-1)?.day]).toEqual(['Ranchi', '2022-04-26']);
  await expect.poll(() => page.locator('[data-board-day] [data-stop]').count()).toBe(24);
  await page.getByText('हर दिन का कार्यक्रम संभव है').waitFor();
  // A plan of the wizard is a draft: nobody's time is taken.
  expect(file.prepare('SELECT onCalendar FROM tour').pluck().all()).toEqual([0]);
  // Every stop has its mark on the map, nothing is drawn outside of it.
  expect(await page.locator('[data-map] svg g text', { hasText: /^\d$/ }).count()).toBe(24);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('tours-hi');
});

it('is carried by the keys to another day, stays there, and the rest is improved around it', async () => {
  const { page } = app;
  const before = plan();
  const first = before[0]!.day;
  const stop = before.find((one) => one.day > first)!;
  await page.locator('[data-board-day] [data-stop]').filter({ has: page.locator('[data-grip]') }).nth(before.indexOf(stop)).locator('[data-grip]').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.locator('[role=status] li, [role=status] span').first().waitFor();
  await page.keyboard.press('Space');
  const asked = page.getByRole('button', { name: 'फिर भी यहीं रखें' });
  await expect.poll(async () => (await asked.isVisible()) || of(stop.nameEn)!.dayPinned === 1).toBe(true);
  if (await asked.isVisible()) await asked.click();
  await until(() => of(stop.nameEn)!.dayPinned, 1);
  const day = of(stop.nameEn)!.day;
  expect(day).not.toBe(stop.day);
  await button('धनबाद को उसके दिन और समय पर पिन करें').click();
  await until(() => of('Dhanbad')!.pinned, 1);
  const dhanbad = of('Dhanbad')!;
  await button('बाकी सुधारें').click();
  await page.locator('.status-job').waitFor({ state: 'hidden' });
  await expect.poll(() => [of(stop.nameEn)!.day, of('Dhanbad')!.day, of('Dhanbad')!.begin]).toEqual([day, dhanbad.day, dhanbad.begin]);
});

it('shows two plans side by side, and the better one is chosen', async () => {
  const { page } = app;
  await button('एक और योजना').click();
  await page.getByRole('group', { name: 'इस दौरे की योजनाएँ' }).waitFor();
  await button('योजना 2').click();
  await page.getByRole('button', { name: 'और', exact: true }).click();
  await page.getByRole('menuitem', { name: 'फिर से तय करें' }).click();
  await page.locator('.status-job').waitFor({ state: 'hidden' });
  await button('तुलना करें').click();
  await page.getByRole('heading', { name: /जगह.* का दिन अलग|हर जगह का दिन एक ही/ }).waitFor();
  await page.mouse.move(5, 5);
  await app.screenshot('tours-compare-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await button('यह योजना चुनें').click();
  await until(() => file.prepare('SELECT versionNumber FROM tour WHERE versionOf IS NULL').pluck().get(), 2);
});

it('goes onto the calendar in one step, and from there a day is shown alone on the map', async () => {
  const { page } = app;
  await button('कैलेंडर पर रखें').click();
  await until(() => file.prepare('SELECT onCalendar FROM tour WHERE versionOf IS NULL').pluck().get(), 1);
  await page.getByText(/· कैलेंडर पर/).first().waitFor();
  await button('तालिका').click();
  await page.getByRole('row', { name: /20 अप्रैल, बुधवार/ }).getByRole('button').click();
  await page.mouse.move(5, 5);
  const shown = await page.locator('tbody[data-day]:not([data-dim])').evaluateAll((days) => days.map((day) => day.getAttribute('data-day')));
  expect(shown).toEqual(['2022-04-20']);
});

it('corrects a road from the table; undone, the very same plan is back', async () => {
  const { page } = app;
  await page.locator('tr[data-stop]', { hasText: 'गिरिडीह' }).getByRole('button', { name: /का रास्ता सुधारें/ }).click();
  await page.getByLabel('मिनट', { exact: true }).fill('480');
  await page.keyboard.press('Enter');
  await page.getByText(/अड़चन/).first().waitFor();
  // The field has closed: in a field Ctrl Z is the field's own.
  await page.getByLabel('मिनट', { exact: true }).waitFor({ state: 'detached' });
  await undo();
  await expect.poll(() => page.getByText('हर दिन का कार्यक्रम संभव है').count()).toBe(1);
  await button('बोर्ड').click();
});

it('is undone whole, step by step, to an identical file', async () => {
  const steps = () => file.prepare(`SELECT COUNT(*) FROM step WHERE kind = 'do' AND state = 'done'`).pluck().get() as number;
  for (let left = steps(); left > 0; left--) {
    await undo();
    await until(steps, left - 1);
  }
  await app.page.getByText('अभी कोई दौरा नहीं है').waitFor();
  expect(recordOf(file)).toBe(atStart);
  expect(app.problems).toEqual([]);
});
