// An official list brought in as a person does: chosen or dragged here, recognised, looked at, taken in, taken back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
const files = join(import.meta.dirname, '../importing/files');

beforeAll(async () => {
  app = await launchApp({ sample: true });
  page = app.page;
  page.setDefaultTimeout(10_000);
});
afterAll(() => app.close());

async function as(language: 'en' | 'hi', theme: 'light' | 'dark', width = 1280, height = 720): Promise<void> {
  await page.setViewportSize({ width, height });
  await showIn(page, { language, theme });
  await page.keyboard.press('Control+k');
  await page.keyboard.type(language === 'en' ? 'Import a sheet' : 'शीट आयात');
  await page.getByRole('option', { name: language === 'en' ? 'Import a sheet of units' : 'इकाइयों की शीट आयात करें' }).click();
  await page.locator('.import-steps').waitFor();
}

const card = () => page.locator('.import-kind');

it('a list of the directory is recognised, checked and taken in, and comes back out', { timeout: 120_000 }, async () => {
  await as('en', 'light');
  await app.screenshot('import-file-en-light');
  expect(await seriousFindings(page)).toEqual([]);
  app.answerOpen(join(files, 'lgd-blocks.xls'));
  await page.getByRole('button', { name: 'Choose a sheet' }).click();
  await card().getByRole('heading', { name: 'Local Government Directory: blocks of Jharkhand' }).waitFor();
  expect(app.asked.at(-1)?.filters[0]?.extensions).toContain('xls');
  expect(await card().textContent()).toContain('5 rows');
  expect(await card().textContent()).toContain('23-09-2026');
  expect(await page.getByRole('combobox', { name: 'What column D holds' }).inputValue()).toBe('code:block');
  await app.screenshot('import-columns-lgd-en-light');
  expect(await seriousFindings(page)).toEqual([]);

  app.answerOpen(join(files, 'lgd-local-bodies.xls'));
  await page.getByRole('button', { name: 'Choose another' }).click();
  await card().getByRole('heading', { name: 'Local Government Directory: local bodies of Jharkhand' }).waitFor();
  await app.screenshot('import-columns-bodies-en-light');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.locator('.import-preview').waitFor();
  await app.screenshot('import-preview-bodies-en-light');
});

it('several files of Form 20 are read as one; a seat nobody names is asked for', { timeout: 120_000 }, async () => {
  await as('hi', 'dark');
  await app.screenshot('import-file-hi-dark');
  app.answerOpen([join(files, 'AC 38.csv'), join(files, 'AC039.csv')].join('\n'));
  await page.getByRole('button', { name: 'शीट चुनें' }).click();
  await card().getByRole('heading', { name: 'फॉर्म 20: एक विधानसभा क्षेत्र के बूथ' }).waitFor();
  expect(await card().textContent()).toContain('विधानसभा क्षेत्र 38, 39');
  await app.screenshot('import-form20-hi-dark');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'पंक्तियाँ जाँचें' }).click();
  await page.locator('.import-preview').waitFor();
  await app.screenshot('import-preview-form20-hi-dark');

  // Dragged here, without the name that told the seat.
  const base64 = readFileSync(join(files, 'AC 38.csv')).toString('base64');
  await as('hi', 'light', 1920, 1080);
  const drop = (type: string) => page.evaluate(({ event, content }) => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], 'result.csv'));
    document.querySelector('.drop-here')!.dispatchEvent(new DragEvent(event, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, { event: type, content: base64 });
  await drop('dragover');
  await page.locator('.drop-over').waitFor();
  await app.screenshot('import-drop-hi-light');
  await drop('drop');
  await card().waitFor();
  expect(await page.getByRole('button', { name: 'पंक्तियाँ जाँचें' }).isDisabled()).toBe(true);
  await card().getByLabel('विधानसभा क्षेत्र संख्या').fill('38');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.getByRole('button', { name: 'पंक्तियाँ जाँचें' }).isEnabled()).toBe(true);
  await app.screenshot('import-form20-dropped-hi-light');
});

it('a body that fits no block by name is matched by hand and brings its panchayats', { timeout: 120_000 }, async () => {
  await as('en', 'light');
  app.answerOpen(join(files, 'lgd-local-bodies-broken.xls'));
  await page.getByRole('button', { name: 'Choose a sheet' }).click();
  await card().waitFor();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.locator('.import-bodies').waitFor();
  const toAdd = async () => Number((await page.locator('.import-levels tr', { hasText: 'Panchayats' }).locator('td').nth(1).textContent().catch(() => '0')) ?? 0);
  expect(await page.getByRole('button', { name: 'Check again' }).isDisabled()).toBe(true);
  await app.screenshot('import-bodies-en-light');
  expect(await seriousFindings(page)).toEqual([]);
  const before = await toAdd();
  const field = page.getByRole('textbox', { name: 'This body is: Bermo' });
  await field.fill('Topchanchi');
  await page.getByRole('option', { name: /Topchanchi/ }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => field.inputValue()).toBe('Topchanchi');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('button', { name: /Bodies to match by hand 3/ }).waitFor();
  expect(await field.inputValue()).toBe('Topchanchi');
  expect(await toAdd()).toBe(before + 1);
  await app.screenshot('import-bodies-matched-en-light');
  // A look back at the columns does not lose it.
  await page.getByRole('button', { name: 'Back to the columns' }).click();
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.getByRole('button', { name: /Bodies to match by hand 3/ }).waitFor();

  await as('hi', 'dark');
  app.answerOpen(join(files, 'lgd-local-bodies-broken.xls'));
  await page.getByRole('button', { name: 'शीट चुनें' }).click();
  await page.getByRole('button', { name: 'पंक्तियाँ जाँचें' }).click();
  await page.locator('.import-bodies').waitFor();
  // Nothing of it is remembered for the next sheet.
  await page.getByRole('button', { name: /हाथ से मिलाने के निकाय 4/ }).waitFor();
  await app.screenshot('import-bodies-hi-dark');
});

it('villages say in which sub-district their panchayats stand', { timeout: 120_000 }, async () => {
  await as('en', 'light');
  app.answerOpen(join(files, 'villages-subdistricts.csv'));
  await page.getByRole('button', { name: 'Choose a sheet' }).click();
  await card().getByRole('heading', { name: 'Local Government Directory: villages and panchayats of Jharkhand' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'What column F holds' }).inputValue()).toBe('classCode');
  await app.screenshot('import-columns-subdistricts-en-light');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.locator('.import-preview').waitFor();
  await page.getByRole('button', { name: 'Sub-districts' }).click();
  await page.getByRole('cell', { name: 'Baghmara (Dhanbad) new' }).waitFor();
  await app.screenshot('import-subdistricts-en-light');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: /^Put \d+ panchayats? there$/ }).click();
  await page.getByText(/now stands? in (its|their) sub-districts?/).waitFor();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByText('The import was taken back').first().waitFor();

  await as('hi', 'dark');
  app.answerOpen(join(files, 'villages-subdistricts.csv'));
  await page.getByRole('button', { name: 'शीट चुनें' }).click();
  await card().waitFor();
  await app.screenshot('import-columns-subdistricts-hi-dark');
  await page.getByRole('button', { name: 'पंक्तियाँ जाँचें' }).click();
  await page.getByRole('button', { name: 'उप जिले' }).click();
  await app.screenshot('import-subdistricts-hi-dark');
});

it('the columns somebody chose are offered again for a sheet of the same shape', { timeout: 120_000 }, async () => {
  await as('en', 'dark');
  const choose = async () => {
    app.answerOpen(join(files, 'booths-hindi.csv'));
    await page.getByRole('button', { name: 'Choose a sheet' }).click();
    await card().getByRole('heading', { name: 'Polling-station list' }).waitFor();
  };
  await choose();
  await page.getByRole('combobox', { name: 'What column A holds' }).selectOption('code:booth');
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await page.locator('.import-preview').waitFor();
  await page.waitForTimeout(600);
  await as('en', 'dark');
  await choose();
  expect(await page.getByRole('combobox', { name: 'What column A holds' }).inputValue()).toBe('code:booth');
  await app.screenshot('import-remembered-en-dark');
  await page.getByRole('button', { name: 'Guess anew' }).click();
  expect(await page.getByRole('combobox', { name: 'What column A holds' }).inputValue()).toBe('');
  // What it is taken for can be said otherwise.
  await card().getByRole('combobox', { name: 'Read as' }).selectOption('seatBooths');
  expect(await page.getByRole('combobox', { name: 'What column F holds' }).inputValue()).toBe('ownName');
});

it('a file that is no sheet is refused in words', { timeout: 60_000 }, async () => {
  await as('hi', 'light');
  app.answerOpen(join(import.meta.dirname, '../importing/files/no-sheet.pdf'));
  await page.getByRole('button', { name: 'शीट चुनें' }).click();
  await page.getByText('यह PDF है').first().waitFor();
  await app.screenshot('import-refused-hi-light');
  expect(app.problems).toEqual([]);
});
