// The leader's tour in the window, in Hindi, with mouse and keyboard: planned by the form, a road corrected, a stop pinned, all undone.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { goTo, openSample } from '../help/journey.ts';
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

const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 30_000, interval: 100 }).toEqual(wanted);
/** Stops in the order of the plan, by the unit's name in English. */
const plan = () => file.prepare(`SELECT nameEn, day, beginMinute AS begin, pinned FROM tourStop JOIN unit ON unit.id = unitId WHERE day IS NOT NULL ORDER BY day, beginMinute`).all() as { nameEn: string; day: string; begin: number; pinned: number }[];
const row = (place: string) => app.page.locator('tr[data-stop]', { hasText: place });

async function chooseTown(label: string, typed: string): Promise<void> {
  const field = app.page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(typed);
  await app.page.getByRole('option', { name: new RegExp(typed) }).first().click();
}

it('is planned by the form: leader, first and last town, 24 districts, nine days', async () => {
  const { page } = app;
  await goTo(page, 'दौरे');
  await page.getByText('अभी कोई दौरा नहीं है').waitFor();
  await button('दौरा बनाएँ').click();
  // The form takes the focus and knows the days of the next programme.
  await page.keyboard.type('pradesh prabhari', { delay: 15 });
  await page.getByRole('option', { name: /^प्रदेश प्रभारी/ }).first().click();
  expect(await page.getByLabel('पहला दिन').inputValue()).toBe('18-04-2022');
  expect(await page.getByLabel('अंतिम दिन').inputValue()).toBe('26-04-2022');
  await chooseTown('पहला शहर', 'जमशेदपुर');
  await chooseTown('अंतिम शहर', 'राँची');
  await page.getByText('24 में से 24').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await button('सहेजें और 24 जगहें तय करें').click();
  await until(() => plan().length, 24);
  const stops = plan();
  expect([stops[0]?.nameEn, stops[0]?.day]).toEqual(['East Singhbhum', '2022-04-18']);
  expect([stops.at(-1)?.nameEn, stops.at(-1)?.day]).toEqual(['Ranchi', '2022-04-26']);
  await expect.poll(() => page.locator('tr[data-stop]').count()).toBe(24);
  await page.getByText('हर दिन का कार्यक्रम संभव है').waitFor();
  // Every stop has its mark on the map, nothing is drawn outside of it.
  expect(await page.locator('[data-map] svg g text', { hasText: /^\d$/ }).count()).toBe(24);
  await app.screenshot('tours-hi');
});

it('corrects a road from the table; the plan goes another way', async () => {
  const { page } = app;
  const before = plan().map((stop) => stop.nameEn);
  await row('गिरिडीह').getByRole('button', { name: /का रास्ता सुधारें/ }).click();
  await page.getByLabel('मिनट', { exact: true }).fill('480');
  await page.keyboard.press('Enter');
  await until(() => file.prepare('SELECT travelMinutes FROM travelCorrection WHERE travelMinutes IS NOT NULL').pluck().all(), [480]);
  await row('गिरिडीह').getByText('8 घं').waitFor();
  await page.getByText(/अड़चन/).first().waitFor();
  await button('फिर से तय करें').click();
  await expect.poll(() => plan().map((stop) => stop.nameEn)).not.toEqual(before);
  await page.getByText('हर दिन का कार्यक्रम संभव है').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => plan().map((stop) => stop.nameEn)).toEqual(before);
  await page.keyboard.press('Control+z');
  await until(() => file.prepare('SELECT COUNT(*) FROM travelCorrection WHERE travelMinutes IS NOT NULL').pluck().get(), 0);
});

it('pins a stop, which then stays where it is', async () => {
  await button('धनबाद को उसके दिन और समय पर पिन करें').click();
  await until(() => plan().filter((stop) => stop.pinned === 1).map((stop) => stop.nameEn), ['Dhanbad']);
  await expect.poll(() => button('धनबाद को उसके दिन और समय पर पिन करें').getAttribute('aria-pressed')).toBe('true');
});

it('shows one day on the map when its head is pressed', async () => {
  const { page } = app;
  await button(/20 अप्रैल, बुधवार/).first().click();
  await page.mouse.move(5, 5);
  const shown = await page.locator('tbody[data-day]:not([data-dim])').evaluateAll((days) => days.map((day) => day.getAttribute('data-day')));
  expect(shown).toEqual(['2022-04-20']);
});

it('is undone whole, step by step, to an identical file', async () => {
  for (let steps = 0; steps < 3; steps++) await app.page.keyboard.press('Control+z');
  await app.page.getByText('अभी कोई दौरा नहीं है').waitFor();
  expect(recordOf(file)).toBe(atStart);
  expect(app.problems).toEqual([]);
});
