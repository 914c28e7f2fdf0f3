// Hindi names by keyboard: proposed, confirmed with Enter, corrected, one word made right everywhere, a column pasted, and all taken back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample, showIn } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
beforeAll(async () => {
  app = await openSample({ language: 'en', theme: 'light' });
  page = app.page;
  await goTo(page, 'Organisation');
  await page.locator('.family-tabs').getByRole('button', { name: 'Names', exact: true }).click();
  await page.getByRole('heading', { name: 'Names in Hindi', level: 1 }).waitFor();
});
afterAll(() => app.close());

/** Nine hundred names a second on a busy machine, and a little patience. */
const patient = { timeout: 20_000 };
const fields = () => page.locator('.names-field input');
const counts = async () => {
  const rows = await ask(page, 'names.counts', { unitId: null });
  return { missing: rows.reduce((sum, row) => sum + row.missing, 0), proposed: rows.reduce((sum, row) => sum + row.proposed, 0) };
};
const step = async () => (await ask(page, 'history.state', {})).undo?.seq;
const undo = async () => {
  const before = await step();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(step, patient).not.toBe(before);
};

describe('names in Hindi', () => {
  it('says what is missing, and shows what it would write', async () => {
    await page.getByText('No name here waits to be confirmed.').waitFor();
    await app.screenshot('names-empty-en');
    await page.getByText('Missing 3,989').click();
    await expect.poll(() => fields().first().inputValue(), patient).toMatch(/[\u0900-\u097F]/);
    expect(await fields().first().getAttribute('aria-label')).toMatch(/^Hindi name of .+, missing$/);
    expect((await counts()).proposed).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('proposes all missing names in one act', async () => {
    await page.getByRole('button', { name: 'Propose missing names' }).first().click();
    await expect.poll(async () => (await counts()).missing, patient).toBe(0);
    await expect.poll(() => fields().first().getAttribute('aria-label'), patient).toMatch(/, proposed$/);
    await page.getByRole('row', { name: /^Panchayats 3,989/ }).waitFor();
    await app.screenshot('names-en');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('confirms with Enter and goes on; what was typed is kept and confirmed', async () => {
    const all = (await counts()).proposed;
    const [first, second, third] = (await ask(page, 'names.list', { unitId: null, levelId: null, state: 'proposed', limit: 3 })).rows;
    await fields().first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('सही नाम');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await counts()).proposed, patient).toBe(all - 2);
    expect(await ask(page, 'units.get', { id: first!.id })).toMatchObject({ nameHi: first!.nameHi, nameHiProposed: false });
    expect(await ask(page, 'units.get', { id: second!.id })).toMatchObject({ nameHi: 'सही नाम', nameHiProposed: false });
    await expect.poll(() => fields().first().getAttribute('aria-label'), patient).toBe(`Hindi name of ${third!.nameEn}, proposed`);
    expect(await fields().first().evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowDown');
    expect(await fields().nth(1).evaluate((field) => field === document.activeElement)).toBe(true);
    await undo();
    await undo();
    await expect.poll(async () => (await counts()).proposed, patient).toBe(all);
  });

  it('offers to write a corrected word so everywhere', async () => {
    const { rows } = await ask(page, 'names.list', { unitId: null, levelId: 'panchayat', state: 'proposed', limit: 500 });
    const at = rows.findIndex((row) => row.nameEn.endsWith(' West'));
    const row = rows[at]!;
    await page.locator('.names-scroll').evaluate((element, top) => { element.scrollTop = top; }, at * 40);
    const field = page.getByLabel(`Hindi name of ${row.nameEn}, proposed`).first();
    await field.fill(row.nameHi!.replace('पश्चिमी', 'पश्चिम'));
    await field.press('Enter');
    await page.getByText(/“West” is written पश्चिमी in \d+ more proposed names/).waitFor();
    await app.screenshot('names-same-word-en');
    await page.getByRole('button', { name: 'Write पश्चिम everywhere' }).click();
    await expect.poll(async () => (await ask(page, 'names.sameWord', { unitId: null, english: 'West', hindi: 'पश्चिमी' })).units, patient).toBe(0);
    await undo();
    await undo();
  });

  it('takes a column from Excel from any line on, as one act', async () => {
    await page.locator('.names-scroll').evaluate((element) => { element.scrollTop = 0; });
    const [, second, third] = (await ask(page, 'names.list', { unitId: null, levelId: null, state: 'proposed', limit: 3 })).rows;
    await fields().nth(1).focus();
    await fields().nth(1).evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', 'पहला नाम\tx\r\nदूसरा नाम\ty\r\n');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(async () => (await ask(page, 'units.get', { id: third!.id })).nameHi, patient).toBe('दूसरा नाम');
    expect((await ask(page, 'units.get', { id: second!.id })).nameHi).toBe('पहला नाम');
    await undo();
    expect((await ask(page, 'units.get', { id: third!.id })).nameHiProposed).toBe(true);
  });

  it('marks a proposed name in the tree, in Hindi and in the dark', async () => {
    await showIn(page, { language: 'hi', theme: 'dark' });
    await goTo(page, 'संगठन');
    await page.locator('.family-tabs').getByRole('button', { name: 'नाम', exact: true }).click();
    await fields().first().waitFor();
    await app.screenshot('names-hi-dark');
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await app.screenshot('names-hi-dark-1920');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.locator('.screen-head').getByRole('button', { name: /पुष्टि करें$/ }).click();
    await expect.poll(async () => (await counts()).proposed, patient).toBe(0);
    await page.getByText('यहाँ कुछ करना बाकी नहीं').waitFor();
    await app.screenshot('names-done-hi-dark');
    await undo();
    const [row] = (await ask(page, 'names.list', { unitId: null, levelId: 'panchayat', state: 'proposed', limit: 1 })).rows;
    await page.locator('nav.rail').getByRole('button', { name: 'संगठन', exact: true }).click();
    await page.getByRole('combobox').first().fill(row!.nameEn);
    await expect.poll(() => page.locator('.name-proposed').count(), patient).toBeGreaterThan(0);
    await app.screenshot('names-search-hi-dark');
    expect(app.problems).toEqual([]);
  });
});
