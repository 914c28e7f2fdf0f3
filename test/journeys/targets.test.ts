// Targets in the window, in Hindi, with mouse and keyboard: 15,00,000 set and divided to every booth, two districts locked, a column
// pasted, progress told, a programme made; each step read from the file, and all of it undone.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample } from '../help/journey.ts';
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
  file.close();
  await app.close();
});

const button = (name: string | RegExp) => app.page.getByRole('button', { name });
const grid = () => app.page.getByRole('grid');
const press = async (...keys: string[]) => { for (const key of keys) await app.page.keyboard.press(key); };
const cell = (unitEn: string, column: string) => {
  const { id } = file.prepare(`SELECT id FROM unit WHERE nameEn = ? AND levelId IN ('state', 'district')`).get(unitEn) as { id: string };
  return app.page.locator(`[data-unit="${id}"] [data-column="${column}"]`);
};
const value = (unitEn: string) => file.prepare(`SELECT value FROM target JOIN unit ON unit.id = unitId WHERE nameEn = ? AND levelId IN ('state', 'district')`).pluck().get(unitEn) as number | null | undefined;
const atLevel = (...levelIds: string[]) =>
  file.prepare(`SELECT SUM(value) AS sum, COUNT(value) AS units FROM target JOIN unit ON unit.id = unitId WHERE levelId IN (SELECT value FROM json_each(?))`).get(JSON.stringify(levelIds)) as { sum: number; units: number };
/** A job writes when it is done, not when the button is pressed, and the screen follows the file. */
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 30_000, interval: 50 });
const until = (read: () => unknown, wanted: unknown) => soon(read).toEqual(wanted);
const closePanel = () => app.page.locator('[data-side-panel] header').getByRole('button', { name: 'बंद करें' }).click();

it('sets 15 लाख for the state by typing', async () => {
  await goTo(app.page, 'लक्ष्य');
  await app.page.getByRole('combobox', { name: 'कार्यक्रम' }).click();
  await app.page.getByRole('option', { name: 'सदस्यता अभियान' }).click();
  await app.page.getByText('झारखंड का अभी कोई लक्ष्य नहीं है।').waitFor();
  await button(/15,00,000 जैसा लक्ष्य/).click();
  await app.page.keyboard.type('15 लाखख');
  await press('Enter');
  await app.page.getByRole('alert').getByText('15 लाख').waitFor();
  await press('Backspace', 'Enter');
  await until(() => value('Jharkhand'), 1_500_000);
  await soon(() => cell('Jharkhand', 'own').innerText()).toBe('15,00,000');
});

it('divides it to every booth by electors: the preview first, exact in the file at every level', async () => {
  const { page } = app;
  await button('लक्ष्य बाँटें…').click();
  const panel = page.locator('[data-side-panel]');
  await panel.getByText('हर स्तर पर योग बिल्कुल सही: 15,00,000').waitFor();
  expect(await panel.getByRole('row', { name: /^बूथ 29,500 15,00,000/ }).count()).toBe(1);
  const promised = await panel.getByRole('row', { name: /^धनबाद/ }).getByRole('cell').last().innerText();
  expect(atLevel('district').units).toBe(0);
  await app.screenshot('targets-apportion-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await panel.getByRole('button', { name: '29,500 बूथ तक बाँटें' }).click();
  await until(() => atLevel('booth'), { sum: 1_500_000, units: 29_500 });
  expect(atLevel('district')).toEqual({ sum: 1_500_000, units: 24 });
  expect(atLevel('block', 'town').sum).toBe(1_500_000);
  expect(atLevel('panchayat', 'ward').sum).toBeLessThanOrEqual(1_500_000);
  await soon(() => cell('Dhanbad', 'own').innerText()).toBe(promised);
  await page.getByRole('group', { name: /^झारखंड:/ }).getByText('बराबर').waitFor();
});

it('locks two districts by key, divides again, and both stay', async () => {
  const { page } = app;
  for (const [district, figure] of [['Dhanbad', '150000'], ['Ranchi', '90001']] as const) {
    await cell(district, 'own').click();
    await page.keyboard.type(figure);
    await press('Enter', 'ArrowUp', 'l');
    await until(() => file.prepare('SELECT locked FROM target JOIN unit ON unit.id = unitId WHERE nameEn = ? AND levelId = ?').pluck().get(district, 'district'), 1);
  }
  await page.getByRole('group', { name: /^झारखंड:/ }).getByText(/कम|अधिक/).waitFor();
  await button('लक्ष्य बाँटें…').click();
  const panel = page.locator('[data-side-panel]');
  await panel.getByText('2 स्थिर लक्ष्य वैसे ही रहेंगे').waitFor();
  await panel.getByRole('button', { name: '29,500 बूथ तक बाँटें' }).click();
  await until(() => atLevel('district').sum, 1_500_000);
  expect([value('Dhanbad'), value('Ranchi')]).toEqual([150_000, 90_001]);
  expect(atLevel('booth')).toEqual({ sum: 1_500_000, units: 29_500 });
  await panel.waitFor({ state: 'detached' });
});

it('says in words, with unit and figures, what cannot be divided', async () => {
  const { page } = app;
  await button('लक्ष्य बाँटें…').click();
  const panel = page.locator('[data-side-panel]');
  await panel.getByLabel('कुल').fill('2 लाख');
  await press('Tab');
  await panel.getByRole('alert').getByText('झारखंड: स्थिर लक्ष्यों का योग 2,40,001 है, जो बाँटने के 2,00,000 से अधिक है').waitFor();
  expect(await panel.getByRole('button', { name: /तक बाँटें/ }).isDisabled()).toBe(true);
  await closePanel();
});

it('goes down and up by keyboard, and copies a column of blocks back in as pasted', async () => {
  const { page } = app;
  await cell('Simdega', 'name').click();
  await press('Control+ArrowDown');
  await page.getByRole('grid', { name: /सिमडेगा/ }).waitFor();
  const blocks = page.locator('.board-lines [role=row]');
  await soon(() => blocks.count()).toBeGreaterThan(5);
  const own = () => blocks.locator('[data-column=own]').allInnerTexts();
  const before = await own();
  // The first figure is taken over into the second line as Excel would hand it on.
  await blocks.nth(0).locator('[data-column=own]').click();
  await press('Control+c', 'ArrowDown', 'Control+v');
  await soon(own).toEqual([before[0], before[0], ...before.slice(2)]);
  await page.getByRole('group', { name: /^सिमडेगा:/ }).getByText(/कम|अधिक/).waitFor();
  await press('Control+z');
  await soon(own).toEqual(before);
  // A column as Excel hands it over, and one that holds a word.
  const paste = (text: string) => grid().evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await blocks.nth(0).locator('[data-column=own]').click();
  await paste('2,000\r\n1.5 हजार\r\n\r\n२५००\r\n');
  await soon(own).toEqual(['2,000', '1,500', '–', '2,500', ...before.slice(4)]);
  await paste('100\nabout 200\n');
  await page.getByText('पंक्ति 2, “about 200”, पूरी संख्या नहीं है').waitFor();
  expect((await own())[0]).toBe('2,000');
  await press('Control+z');
  await soon(own).toEqual(before);
  await press('Control+ArrowUp');
  await page.getByRole('grid', { name: /झारखंड/ }).waitFor();
  await soon(() => grid().getAttribute('aria-activedescendant').then((id) => page.locator(`#${id ?? 'none'}`).locator('..').getAttribute('data-unit')))
    .toBe(file.prepare(`SELECT id FROM unit WHERE nameEn = 'Simdega' AND levelId = 'district'`).pluck().get());
});

it('sorts by a head and by key, and shows where it is short', async () => {
  const { page } = app;
  const figures = () => page.locator('.board-lines [data-column=own]').allInnerTexts().then((texts) => texts.map((text) => Number(text.replaceAll(',', ''))));
  await page.getByRole('columnheader', { name: 'अपना लक्ष्य' }).getByRole('button').click();
  await soon(async () => (await figures())[0]).toBe(150_000);
  await grid().focus();
  await page.getByRole('columnheader', { name: 'नाम' }).getByRole('button').click();
  await soon(() => page.getByRole('columnheader', { name: 'नाम' }).getAttribute('aria-sort')).toBe('ascending');
});

it('records progress by key P, and it counts upwards', async () => {
  const { page } = app;
  await cell('Khunti', 'own').click();
  await press('p');
  const panel = page.locator('[data-side-panel]');
  await panel.getByText('प्रगति दर्ज करें: खूंटी').waitFor();
  await page.keyboard.type('12,000');
  await panel.getByText('बैठक', { exact: true }).click();
  await panel.getByLabel('किसने बताया').fill('जिला समन्वयक');
  await panel.getByRole('button', { name: 'प्रगति दर्ज करें', exact: true }).click();
  await until(() => file.prepare('SELECT value, source, toldBy, day FROM report').all(), [{ value: 12_000, source: 'meeting', toldBy: 'जिला समन्वयक', day: '2022-04-16' }]);
  await soon(() => cell('Jharkhand', 'achieved').innerText()).toBe('12,000');
  await panel.getByRole('list', { name: 'सूचनाएँ' }).getByText('12,000').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await closePanel();
});

it('shows the districts coloured, with a legend', async () => {
  const { page } = app;
  await page.getByText('नक्शा', { exact: true }).click();
  await page.getByText('75% – 99%').waitFor();
  const khunti = page.getByRole('button', { name: /^खूंटी \(जिला\): 4\d%/ });
  await khunti.waitFor();
  expect(await khunti.getAttribute('style')).toContain('--ramp-2');
  await app.screenshot('targets-map-hi');
  await page.getByText('तालिका', { exact: true }).click();
});

it('makes a programme with days for each level, and says what is missing', async () => {
  const { page } = app;
  await goTo(page, 'कार्यक्रम');
  await button('नया कार्यक्रम').click();
  const panel = page.locator('[data-side-panel]');
  await panel.getByRole('button', { name: 'कार्यक्रम बनाएँ' }).click();
  await panel.getByText('दोनों में से किसी एक लिपि में नाम लिखें।').waitFor();
  await panel.getByLabel('हिंदी में नाम').fill('पदयात्रा');
  await panel.getByRole('button', { name: 'दिन स्तरों में बाँटें' }).click();
  await panel.getByLabel('नए सदस्य').check();
  expect(await seriousFindings(page)).toEqual([]);
  await panel.getByRole('button', { name: 'कार्यक्रम बनाएँ' }).click();
  await until(() => file.prepare(`SELECT COUNT(*) FROM phase JOIN programme ON programme.id = programmeId WHERE nameHi = 'पदयात्रा'`).pluck().get(), 4);
  await page.getByRole('row', { name: /पदयात्रा/ }).waitFor();
  await app.screenshot('programmes-hi');
});

it('takes everything back, act by act, to the file as it was', async () => {
  const { page } = app;
  await page.locator('main').focus();
  for (let n = 0; n < 30 && (await ask(page, 'history.state', {})).undo; n++) {
    const { undo } = await ask(page, 'history.state', {});
    await press('Control+z');
    await soon(async () => (await ask(page, 'history.state', {})).undo?.seq).not.toBe(undo?.seq);
  }
  expect(recordOf(file)).toBe(atStart);
  expect(app.problems).toEqual([]);
});
