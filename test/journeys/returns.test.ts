// A district's sheet goes out as Excel, is filled in, comes back twice beside a stranger's file: seen, booked once, undone; in Hindi.
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, settled } from '../help/journey.ts';
import { sampleJourney } from '../help/sampleJourney.ts';

const journey = sampleJourney({ language: 'hi', theme: 'light' }, { planned: true });

const button = (name: string | RegExp) => journey.page.getByRole('button', { name, exact: typeof name === 'string' });
const booked = () => journey.file.prepare('SELECT COUNT(*) FROM report WHERE sheetId IS NOT NULL').pluck().get();
const path = (name: string) => join(journey.app.documentsFolder, name);

/** Every block gets 40, one is described in words, one falls far below what was told before. */
async function fillIn(from: string, to: string): Promise<number> {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(from);
  const sheet = workbook.worksheets[0]!;
  const mark = sheet.columnCount;
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => at + 1).filter((row) => String(sheet.getCell(row, mark).value ?? '').startsWith('S1|r|'));
  rows.forEach((row, at) => { sheet.getCell(row, mark - 2).value = at === 1 ? 'लगभग पचास' : 40 + at; });
  await workbook.xlsx.writeFile(to);
  return rows.length;
}

it('looks at what came back: whose it is, what it changes, what cannot be read', async () => {
  const { page } = journey;
  const programme = journey.file.prepare(`SELECT id FROM programme WHERE nameEn = 'Membership drive'`).pluck().get() as string;
  const metric = journey.file.prepare(`SELECT id FROM metric WHERE nameEn = 'Members enrolled'`).pluck().get() as string;
  const dhanbad = journey.file.prepare(`SELECT id FROM unit WHERE nameEn = 'Dhanbad' AND levelId = 'district'`).pluck().get() as string;
  journey.app.answerSave(path('धनबाद.xlsx'));
  await ask(page, 'sheets.export', { sheet: { kind: 'assignment', unitId: dhanbad, programmeId: programme, metricId: metric }, languages: 'hi', format: 'xlsx' });
  const rows = await fillIn(path('धनबाद.xlsx'), path('धनबाद भरा हुआ.xlsx'));
  const stranger = new Workbook();
  stranger.addWorksheet('Sheet1').addRow(['कुछ', 5]);
  await stranger.xlsx.writeFile(path('अन्य.xlsx'));

  await goTo(page, 'पत्रक');
  await page.getByRole('link', { name: 'विवरणी' }).or(page.getByRole('tab', { name: 'विवरणी' })).or(button('विवरणी')).first().click();
  await page.getByRole('heading', { name: 'जिलों से भरकर लौटे पत्रक' }).waitFor();
  await settled(page);
  await journey.app.screenshot('returns-empty-hi');
  journey.app.answerOpen(path('धनबाद भरा हुआ.xlsx'));
  await button('भरे हुए पत्रक चुनें').click();
  await button('और चुनें').waitFor();
  journey.app.answerOpen(path('अन्य.xlsx'));
  await button('और चुनें').click();
  await page.getByText(/^दर्ज करने को \d+ आँकड़े$/).waitFor();
  await page.getByText('पढ़ा नहीं जा सकता').waitFor();
  await page.getByText('लगभग पचास').waitFor();
  expect(await page.locator('.return-lines tbody tr').count()).toBe(rows - 1);
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await journey.app.screenshot('returns-hi');
  expect(journey.isAtStart()).toBe(true);
});

it('books all but one, says that the same sheet came again, and one undo takes it back', async () => {
  const { page } = journey;
  const rows = await page.locator('.return-lines tbody tr').count();
  await page.locator('.return-lines tbody tr').last().getByRole('checkbox').uncheck();
  await page.locator('.return-sheet').getByRole('button', { name: /दर्ज करें$/ }).click();
  await expect.poll(booked).toBe(rows - 1);
  await page.locator('.return-files').getByText(/आँकड़े दर्ज हुए$/).waitFor();
  journey.app.answerOpen(path('धनबाद भरा हुआ.xlsx'));
  await button('और चुनें').click();
  // What was left out before can be booked now; then nothing is left.
  await page.locator('.return-files li').nth(2).getByRole('button').first().click();
  await page.locator('.return-sheet').getByRole('button', { name: '1 आँकड़ा दर्ज करें' }).click();
  await expect.poll(booked).toBe(rows);
  journey.app.answerOpen(path('धनबाद भरा हुआ.xlsx'));
  await button('और चुनें').click();
  await page.locator('.return-files li').nth(3).getByRole('button').first().click();
  await page.locator('.return-files').getByText('पहले ही दर्ज').waitFor();
  await page.locator('.return-sheet').getByText(/दोबारा कुछ दर्ज नहीं होगा/).waitFor();
  await settled(page);
  await journey.app.screenshot('returns-again-hi');
  await page.locator('h1').first().click();
  await page.keyboard.press('Control+z');
  await expect.poll(booked).toBe(rows - 1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => journey.isAtStart(), { timeout: 20_000 }).toBe(true);
  expect(journey.app.problems).toEqual([]);
});
