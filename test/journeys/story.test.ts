// The story, in the window and in Hindi, by one person in one sitting: sample opened, 15,00,000 divided to every booth, two districts
// locked, the tour planned, a stop dragged and another refused, Dhanbad's sheet printed, and everything undone to the identical record.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goTo } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { readPdf } from '../help/pdf.ts';
import { recordOf } from '../help/workspace.ts';

let app: LaunchedApp;
let file: Database.Database;
let atStart: string;

beforeAll(async () => {
  app = await launchApp();
});
afterAll(async () => {
  file?.close();
  await app?.close();
});

const samplePath = () => join(app.userFolder, 'Jharkhand sample.sangathan');
const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const panel = () => app.page.locator('[data-side-panel]');
const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key);
};
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 30_000, interval: 50 });
const until = (read: () => unknown, wanted: unknown) => soon(read).toEqual(wanted);
const districtId = (nameEn: string) => file.prepare(`SELECT id FROM unit WHERE nameEn = ? AND levelId IN ('state', 'district')`).pluck().get(nameEn) as string;
const cell = (unitEn: string, column: string) => app.page.locator(`[data-unit="${districtId(unitEn)}"] [data-column="${column}"]`);
const targetOf = (nameEn: string) => file.prepare('SELECT value FROM target WHERE unitId = ?').pluck().get(districtId(nameEn));
const stops = () => file.prepare('SELECT nameEn, day, beginMinute AS begin FROM tourStop JOIN unit ON unit.id = unitId WHERE day IS NOT NULL ORDER BY day, beginMinute').all() as { nameEn: string; day: string; begin: number }[];

/** Units that have children with targets, and whose own target is not the sum of theirs: none, when every level adds up. */
const unequal = () => file.prepare(
  `WITH below AS (
     SELECT unit.parentId, SUM(target.value) AS sum FROM target JOIN unit ON unit.id = target.unitId GROUP BY unit.parentId
   ) SELECT COUNT(*) FROM target JOIN unit ON unit.id = target.unitId LEFT JOIN below ON below.parentId = unit.id
   WHERE target.value IS NOT below.sum AND unit.id IN (SELECT parentId FROM unit)`).pluck().get();
const booths = () => file.prepare(`SELECT COUNT(*) AS booths, SUM(value) AS sum FROM target JOIN unit ON unit.id = unitId WHERE levelId = 'booth'`).get();

it('opens the sample from the first screen, and says its booths are for demonstration', async () => {
  const { page } = app;
  await button(/झारखंड.*नमूना|नमूना/).first().click();
  await page.getByText('29,500').first().waitFor();
  await page.getByText('बूथ केवल प्रदर्शन के लिए').waitFor();
  file = new Database(samplePath(), { readonly: true });
  atStart = recordOf(file);
  await app.screenshot('story-1-home');
});

it('gives the state 15,00,000 and divides it to every booth by electors', async () => {
  const { page } = app;
  await goTo(page, 'लक्ष्य');
  await page.getByRole('combobox', { name: 'कार्यक्रम' }).click();
  await page.getByRole('option', { name: 'सदस्यता अभियान' }).click();
  await page.getByText('झारखंड का अभी कोई लक्ष्य नहीं है।').waitFor();
  await button(/15,00,000 जैसा लक्ष्य/).click();
  await page.keyboard.type('15,00,000');
  await press('Enter');
  await until(() => targetOf('Jharkhand'), 1_500_000);
  await button('लक्ष्य बाँटें…').click();
  await panel().getByText('हर स्तर पर योग बिल्कुल सही: 15,00,000').waitFor();
  await panel().getByRole('button', { name: '29,500 बूथ तक बाँटें' }).click();
  await until(booths, { booths: 29_500, sum: 1_500_000 });
  expect(unequal()).toBe(0);
  await panel().waitFor({ state: 'detached' });
  await app.screenshot('story-2-targets');
});

it('locks two districts and divides the rest again, exactly', async () => {
  for (const [district, figure] of [['Dhanbad', '150000'], ['Ranchi', '90001']] as const) {
    await cell(district, 'own').click();
    await app.page.keyboard.type(figure);
    await press('Enter', 'ArrowUp', 'l');
    await until(() => file.prepare('SELECT locked FROM target WHERE unitId = ?').pluck().get(districtId(district)), 1);
  }
  expect(unequal()).toBeGreaterThan(0);
  await button('लक्ष्य बाँटें…').click();
  await panel().getByRole('button', { name: '29,500 बूथ तक बाँटें' }).click();
  await soon(unequal).toBe(0);
  expect([targetOf('Dhanbad'), targetOf('Ranchi')]).toEqual([150_000, 90_001]);
  expect(booths()).toEqual({ booths: 29_500, sum: 1_500_000 });
  await panel().waitFor({ state: 'detached' });
});

it('plans the tour of all 24 districts from Jamshedpur to Ranchi, 18 to 26 April', async () => {
  const { page } = app;
  await goTo(page, 'दौरे');
  await button('दौरा बनाएँ').click();
  await page.keyboard.type('pradesh prabhari', { delay: 15 });
  await page.getByRole('option', { name: /^प्रदेश प्रभारी/ }).first().click();
  await button('आगे').click();
  for (const [label, town] of [['पहला शहर', 'जमशेदपुर'], ['अंतिम शहर', 'राँची']] as const) {
    const field = page.getByRole('combobox', { name: label });
    await field.click();
    await field.fill(town);
    await page.getByRole('option', { name: new RegExp(town) }).first().click();
  }
  await button('सहेजें और 24 जगहें तय करें').click();
  await until(() => stops().length, 24);
  expect(stops()[0]).toMatchObject({ nameEn: 'East Singhbhum', day: '2022-04-18' });
  expect(stops().at(-1)).toMatchObject({ nameEn: 'Ranchi', day: '2022-04-26' });
  await page.getByText('हर दिन का कार्यक्रम संभव है').waitFor();
  await app.screenshot('story-3-tour');
  await button('कैलेंडर पर रखें').click();
  await page.getByText(/· कैलेंडर पर/).first().waitFor();
});

it('drags a stop to a free hour; one dragged to where the leader cannot be in time is refused with the cause', async () => {
  const { page } = app;
  await goTo(page, 'कैलेंडर');
  await page.locator('.mantine-SegmentedControl-root').getByText('सप्ताह', { exact: true }).click();
  await button('आगे').click();
  const entry = (title: string) => page.locator('.rbc-day-slot .rbc-event', { hasText: title });
  const drag = async (title: string, down: number) => {
    await entry(title).scrollIntoViewIfNeeded();
    const box = (await entry(title).boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + 12];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + down / 2, { steps: 4 });
    await page.mouse.move(x, y + down, { steps: 4 });
    await page.mouse.up();
  };
  await entry('जमशेदपुर').waitFor();
  // The notice of what was done last lies over the calendar's foot for some seconds.
  await soon(() => page.locator('.mantine-Notification-root').count()).toBe(0);
  const last = (day: string) => stops().filter((stop) => stop.day === day).at(-1);
  const hourPixels = await page.locator('.rbc-timeslot-group').first().evaluate((group) => group.getBoundingClientRect().height);
  const before = last('2022-04-23')!;
  const nameHi = (nameEn: string) => file.prepare(`SELECT COALESCE(placeHi, nameHi) FROM unit WHERE nameEn = ? AND levelId = 'district'`).pluck().get(nameEn) as string;
  await drag(nameHi(before.nameEn), hourPixels);
  await soon(() => last('2022-04-23')?.begin).toBe(before.begin + 60);
  // The day's first stop moved by two hours cannot be left in time for the second.
  const first = stops().filter((stop) => stop.day === '2022-04-23')[0]!;
  const record = recordOf(file);
  await drag(nameHi(first.nameEn), 2 * hourPixels);
  const refusal = page.getByRole('alert').filter({ hasText: 'संभव नहीं' });
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/पहुँचने में|टकराव/);
  expect(recordOf(file)).toBe(record);
  await app.screenshot('story-4-refused');
  await press('Escape');
});

it('prints the sheet of Dhanbad in Hindi', async ({ skip }) => {
  const { page } = app;
  await goTo(page, 'पत्रक');
  await page.getByRole('combobox', { name: 'कार्यक्रम' }).click();
  await page.getByRole('option', { name: 'सदस्यता अभियान' }).click();
  await page.getByPlaceholder('सूची में खोजें').fill('dhanbad');
  await page.getByRole('option', { name: 'धनबाद' }).click();
  const paper = page.frameLocator('iframe');
  await paper.getByRole('heading', { name: 'दायित्व पत्रक: धनबाद जिला' }).waitFor();
  await paper.locator('tfoot').getByText('1,50,000', { exact: true }).waitFor();
  const path = join(app.documentsFolder, 'धनबाद.pdf');
  app.answerSave(path);
  await button('PDF सहेजें').click();
  await page.getByText('सहेजा गया: धनबाद.pdf').waitFor();
  expect(readFileSync(path, 'latin1')).toContain('NotoSansDevanagari');
  await app.screenshot('story-5-sheet');
  const read = readPdf(path);
  if (read === null) return skip('pdftotext (poppler-utils) is not on this machine: the text of the PDF was not read');
  for (const words of ['दायित्व पत्रक: धनबाद जिला', 'सदस्यता अभियान', 'जिला समन्वयक, धनबाद', 'बाघमारा', '1,50,000']) expect(read.text).toContain(words);
});

it('undoes everything, also after a restart, to the identical record', async () => {
  const record = recordOf(file);
  file.close();
  await app.restart([samplePath()]);
  file = new Database(samplePath(), { readonly: true });
  expect(recordOf(file)).toBe(record);
  await app.page.locator('main').focus();
  const left = () => file.prepare(`SELECT COUNT(*) FROM step WHERE kind = 'do' AND state = 'done'`).pluck().get() as number;
  for (let count = left(); count > 0; count--) {
    await press('Control+z');
    await soon(left).toBe(count - 1);
  }
  expect(recordOf(file)).toBe(atStart);
  expect(app.problems).toEqual([]);
});
