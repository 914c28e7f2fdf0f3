// Two leaders on one board, in English and dark: their own towns in the wizard, a stop handed over by keys and by the mouse, a leg corrected both ways, all undone.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { recordOf } from '../help/workspace.ts';

let app: LaunchedApp;
let file: Database.Database;
let first: string;
let other: string;
let atPlan: string;

beforeAll(async () => {
  app = await openSample({ language: 'en', theme: 'dark' });
  const { page } = app;
  file = new Database(join(app.userFolder, 'Jharkhand sample.sangathan'), { readonly: true });
  const person = (nameEn: string) => file.prepare('SELECT id FROM person WHERE nameEn = ?').pluck().get(nameEn) as string;
  [first, other] = [person('State in-charge'), person('State president')];
  const unitIds = file.prepare(`SELECT id FROM unit WHERE levelId = 'district' ORDER BY path`).pluck().all() as string[];
  const unit = (nameEn: string) => file.prepare(`SELECT id FROM unit WHERE levelId = 'district' AND nameEn = ?`).pluck().get(nameEn) as string;
  const { id } = await ask(page, 'tours.save', {
    id: null, draft: true,
    fields: {
      nameEn: 'Two leaders', nameHi: null, personId: first, fromDay: '2022-04-18', toDay: '2022-04-23', firstUnitId: unit('East Singhbhum'), lastUnitId: unit('Ranchi'), unitIds,
      meetingMinutes: 90, dutyFrom: 480, dutyTo: 1230, roadFactor: null, speedKmPerHour: null,
      rules: { leaderIds: [other], leaderRules: [{ personId: other, firstUnitId: unit('Deoghar') }] },
    },
  });
  await ask(page, 'tours.plan', { id });
  await goTo(page, 'Tours');
  await page.locator('[data-board-person]').first().waitFor();
  atPlan = recordOf(file);
});
afterAll(async () => {
  file?.close();
  await app?.close();
});

const stops = () => file.prepare('SELECT tourStop.id, unit.nameEn, day, beginMinute AS begin, personId FROM tourStop JOIN unit ON unit.id = unitId WHERE day IS NOT NULL ORDER BY day, beginMinute').all() as { id: string; nameEn: string; day: string; begin: number; personId: string | null }[];
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 20_000, interval: 100 }).toEqual(wanted);
const ofOther = () => stops().filter((stop) => stop.personId === other).length;
const accept = async (): Promise<void> => {
  const asked = app.page.getByRole('button', { name: 'Put it there all the same' });
  const held = app.page.locator('[data-held]');
  await expect.poll(async () => (await asked.isVisible()) || (await held.count()) === 0).toBe(true);
  if (await asked.isVisible()) await asked.click();
};

it('shows a row for each leader with what he does, and the ends he was given', async () => {
  const { page } = app;
  expect(await page.locator('[data-board-person]').count()).toBe(12);
  await page.getByRole('heading', { name: 'State president' }).waitFor();
  await page.getByText(/\d+ stops · [\d,]+ km · .* · \d nights?/).first().waitFor();
  const his = stops().filter((stop) => stop.personId === other);
  expect(his[0]!.nameEn).toBe('Deoghar');
  expect(stops().filter((stop) => stop.personId !== other)[0]!.nameEn).toBe('East Singhbhum');
  await page.mouse.move(5, 5);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('tours-leaders-en-dark');
});

it('hands a stop over by keys, up over the top of the row, and back with the mouse', async () => {
  const { page } = app;
  const before = ofOther();
  const his = stops().filter((stop) => stop.personId === other);
  const stop = his.find((one, at) => one.nameEn !== 'Deoghar' && his.findIndex((two) => two.day === one.day) === at)!;
  await page.locator(`[data-stop="${stop.id}"] button[data-grip]`).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('status').getByText(/with State in-charge/).waitFor();
  await page.keyboard.press('Space');
  await accept();
  await until(ofOther, before - 1);
  expect(stops().find((one) => one.id === stop.id)!.day).toBe(stop.day);
  // The card as it stands in the other row, no longer held.
  const there = page.locator(`[data-board-person="${first}"] [data-stop="${stop.id}"]:not([data-held])`);
  await there.waitFor();
  await page.locator('[data-held]').waitFor({ state: 'detached' });
  await there.scrollIntoViewIfNeeded();
  const card = (await there.boundingBox())!;
  const target = page.locator(`[data-board-day="${stop.day}"][data-board-person="${other}"]`);
  await page.mouse.move(card.x + card.width / 2, card.y + 26);
  await page.mouse.down();
  await page.mouse.move(card.x + card.width / 2, card.y + 40, { steps: 3 });
  await target.scrollIntoViewIfNeeded();
  const to = (await target.boundingBox())!;
  await page.mouse.move(to.x + to.width / 2, to.y + 70, { steps: 5 });
  await page.mouse.up();
  await accept();
  await until(ofOther, before);
});

it('takes a true figure for a leg right on the board, and the hours after it follow', async () => {
  const { page } = app;
  const leg = page.locator('[data-board-person] li button[data-source=estimate], [data-board-person] li button[data-source=improved]').nth(2);
  await leg.click();
  await page.getByLabel('Minutes', { exact: true }).fill('200');
  expect(await page.getByLabel('Holds in both directions').isChecked()).toBe(true);
  await app.screenshot('tours-leg-en-dark');
  await page.keyboard.press('Enter');
  await until(() => file.prepare('SELECT COUNT(*) FROM travelCorrection WHERE travelMinutes = 200 AND bothWays = 1').pluck().get(), 1);
  await page.locator('[data-board-person] li button[data-source=typed]').first().waitFor();
  await page.getByText(/stops? begins? at another hour/).first().waitFor();
});

it('shows both leaders in the table and the wizard, and is undone to the plan as it was', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('row', { name: /State president/ }).first().waitFor();
  await app.screenshot('tours-leaders-table-en-dark');
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: /own towns, hours and nights/ }).click();
  await page.getByLabel('His night halts only at').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('tours-wizard-leaders-en-dark');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Board', exact: true }).click();
  for (let steps = 0; steps < 6 && recordOf(file) !== atPlan; steps++) {
    const before = recordOf(file);
    await page.keyboard.press('Control+z');
    await expect.poll(() => recordOf(file) !== before, { timeout: 20_000 }).toBe(true);
  }
  expect(recordOf(file)).toBe(atPlan);
  expect(app.problems).toEqual([]);
});
