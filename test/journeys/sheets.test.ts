// Dhanbad's sheet, in the window and in Hindi: chosen in the list, seen as it is printed, saved as PDF, workbook and CSV.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTable } from '../../electron/sheets/readTable.ts';
import { numberAsRead } from '../../shared/text/numbers.ts';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample, planSample } from '../help/journey.ts';
import { readPdf } from '../help/pdf.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
});
afterAll(() => app.close());

const paper = () => app.page.frameLocator('iframe');
const saved = (name: string) => join(app.documentsFolder, name);

it('shows the sheet of the unit chosen in the list, found by typing in the other script', async () => {
  const { page } = app;
  await goTo(page, 'पत्रक');
  await page.getByPlaceholder('सूची में खोजें').fill('dhanb');
  await page.getByRole('option', { name: 'धनबाद' }).click();
  await paper().getByRole('heading', { name: 'दायित्व पत्रक: धनबाद जिला' }).waitFor();
  await page.locator('.crumbs [aria-current]', { hasText: 'धनबाद' }).waitFor();
  await page.getByPlaceholder('सूची में खोजें').fill('');
});

it('says that no target is set, and leads to where it is', async () => {
  const { page } = app;
  await page.getByText('यहाँ का लक्ष्य अभी तय नहीं है').waitFor();
  expect(await page.getByRole('button', { name: 'लक्ष्य तय करें' }).isVisible()).toBe(true);
  await page.getByText('दौरा कार्यक्रम', { exact: true }).click();
  await page.getByRole('button', { name: 'दौरा बनाएँ' }).waitFor();
  expect(await page.getByRole('button', { name: 'PDF सहेजें' }).isDisabled()).toBe(true);
  await page.getByText('दायित्व पत्रक', { exact: true }).click();
});

it('once targets and tour are planned, the sheet on the screen has them without being asked again', async () => {
  await app.page.getByRole('combobox', { name: 'मापक' }).click();
  await app.page.getByRole('option', { name: 'नए सदस्य' }).click();
  await planSample(app.page);
  await paper().getByText('प्रदेश प्रभारी · 0').waitFor();
  const { rootUnitId } = await ask(app.page, 'workspace.get', {});
  const districts = await ask(app.page, 'units.children', { parentId: rootUnitId, limit: 50 });
  const dhanbad = districts.rows.find(({ nameEn }) => nameEn === 'Dhanbad')!;
  expect(await paper().locator('tbody tr').filter({ hasText: 'प्रखंड' }).count()).toBeGreaterThanOrEqual(10);
  const programme = (await ask(app.page, 'programmes.list', {})).find(({ nameEn }) => nameEn === 'Dialogue programme')!;
  const metricId = programme.metrics.find(({ kind }) => kind === 'sum')!.id;
  const { unit } = await ask(app.page, 'targets.board', { programmeId: programme.id, metricId, unitId: dhanbad.id });
  const own = numberAsRead(unit.own!, { language: 'hi' });
  await paper().getByText(`नए सदस्य: ${own}`, { exact: true }).waitFor();
  await paper().locator('tfoot').getByText(own, { exact: true }).waitFor();
  expect(await app.page.getByText('यहाँ का लक्ष्य अभी तय नहीं है').count()).toBe(0);
  await app.screenshot('sheets-dhanbad');
});

it('saves a PDF with embedded Devanagari, on one page, whose text has its matras in place', async ({ skip }) => {
  const { page } = app;
  app.answerSave(saved('धनबाद.pdf'));
  await page.getByRole('button', { name: 'PDF सहेजें' }).click();
  await page.getByText('सहेजा गया: धनबाद.pdf').waitFor();
  expect(app.asked.at(-1)).toMatchObject({ answered: true });
  expect(JSON.stringify(app.asked.at(-1))).toContain('धनबाद - संवाद कार्यक्रम - दायित्व पत्रक.pdf');
  expect(readdirSync(app.documentsFolder).filter((name) => name.endsWith('.part'))).toEqual([]);

  const bytes = readFileSync(saved('धनबाद.pdf'), 'latin1');
  expect(bytes.startsWith('%PDF-')).toBe(true);
  expect(bytes).toContain('NotoSansDevanagari');

  const read = readPdf(saved('धनबाद.pdf'));
  if (read === null) return skip('pdftotext (poppler-utils) is not on this machine: the text of the PDF was not read');
  const { pages, text } = read;
  expect(pages).toBe(1);
  for (const word of ['दायित्व पत्रक: धनबाद जिला', 'संवाद कार्यक्रम', 'बाघमारा', 'तोपचांची', 'पृष्ठ 1 / 1']) expect(text).toContain(word);
});

it('saves the notice of the order that extended the drive: its Hindi comes out of the PDF with matras in place', async ({ skip }) => {
  const { page } = app;
  const { rows: [order] } = await ask(page, 'programmes.orders', {});
  const sheet = { kind: 'extensionNotice' as const, orderId: order!.id };
  for (const [languages, name] of [['hi', 'सूचना.pdf'], ['both', 'notice.pdf']] as const) {
    app.answerSave(saved(name));
    expect(await ask(page, 'sheets.export', { sheet, languages, format: 'pdf' })).toEqual({ saved: name });
  }
  expect(JSON.stringify(app.asked.at(-2))).toContain('सदस्यता अभियान - तिथि विस्तार की सूचना - 31-03-2022.pdf');
  const read = [readPdf(saved('सूचना.pdf')), readPdf(saved('notice.pdf'))];
  if (read[0] === null || read[1] === null) return skip('pdftotext (poppler-utils) is not on this machine: the text of the PDF was not read');
  for (const words of ['तिथि विस्तार की सूचना: सदस्यता अभियान', 'संवाद कार्यक्रम: प्रखंड', '18-04-2022 से 19-04-2022', 'जिन्हें सूचित करना है', 'जिला समन्वयक, धनबाद', 'प्रदेश समीक्षा बैठक']) expect(read[0]!.text).toContain(words);
  for (const words of ['Dates that change', 'State review meeting', 'तिथियाँ जो बदलती हैं']) expect(read[1]!.text).toContain(words);
});

it('saves the workbook with figures that add up, and a CSV beside it', async () => {
  const { page } = app;
  app.answerSave(saved('dhanbad.xlsx'));
  await page.getByRole('button', { name: 'एक्सेल' }).click();
  await page.getByText('सहेजा गया: dhanbad.xlsx').waitFor();
  const { rows } = await readTable(saved('dhanbad.xlsx'));
  const head = rows.findIndex((row) => row.includes('लक्ष्य'));
  const at = rows[head]!.indexOf('लक्ष्य');
  const end = rows.findIndex((row) => row.includes('कुल'));
  const sum = rows.slice(head + 1, end).reduce((total, row) => total + Number(row[at]), 0);
  expect(sum).toBeGreaterThan(0);
  expect(Number(rows[end]![at])).toBe(sum);

  app.answerSave(saved('dhanbad.csv'));
  await page.getByRole('button', { name: 'CSV' }).click();
  await page.getByText('सहेजा गया: dhanbad.csv').waitFor();
  expect(readFileSync(saved('dhanbad.csv'), 'utf8')).toContain(`,${sum},`);
});

it('is grouped by seat with the seats’ sums as heads, and narrowed to one seat’s booths under that seat’s name', async () => {
  const { page } = app;
  await page.locator('.group-button').click();
  await page.getByRole('radio', { name: 'विधानसभा क्षेत्र', exact: true }).check();
  await page.keyboard.press('Escape');
  await paper().locator('tr.head', { hasText: '41 झरिया' }).waitFor();
  await paper().locator('tr.head', { hasText: '41 झरिया' }).scrollIntoViewIfNeeded();
  await app.screenshot('sheets-grouped');
  await page.locator('.group-button').click();
  await page.getByPlaceholder('वर्ग लिखें').fill('झरिया');
  await page.locator('[data-combobox-option]', { hasText: 'झरिया' }).click();
  await page.getByRole('combobox', { name: 'सूची में कौन सी इकाइयाँ' }).click();
  await page.getByRole('option', { name: 'सभी बूथ' }).click();
  await paper().getByRole('heading', { name: 'दायित्व पत्रक: विधानसभा क्षेत्र 41 झरिया, धनबाद जिला' }).waitFor();
  await paper().getByText('टिप्पणी').scrollIntoViewIfNeeded();
  await app.screenshot('sheets-seat');
  const [inSeat] = (await ask(page, 'groups.classes', { classificationId: 'assembly' })).filter(({ number }) => number === 41);
  expect(await paper().locator('tbody tr:not(.head)').filter({ hasText: '41' }).count()).toBeLessThanOrEqual(inSeat!.booths);
  app.answerSave(saved('jharia.csv'));
  await page.getByRole('button', { name: 'CSV' }).click();
  await page.getByText('सहेजा गया: jharia.csv').waitFor();
  expect(JSON.stringify(app.asked.at(-1))).toContain('विधानसभा क्षेत्र 41 झरिया - धनबाद - बूथ - ');
  await page.locator('.group-chip').click();
  await page.locator('.group-button').click();
  await page.getByRole('radio', { name: 'समूह के बिना' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'सूची में कौन सी इकाइयाँ' }).click();
  await page.getByRole('option', { name: 'ठीक नीचे की' }).click();
  await paper().getByRole('heading', { name: 'दायित्व पत्रक: धनबाद जिला' }).waitFor();
});

it('writes nothing when the person changes his mind', async () => {
  const before = readdirSync(app.documentsFolder).length;
  app.answerSave(null);
  await app.page.getByRole('button', { name: 'CSV' }).click();
  await expect.poll(() => app.page.getByRole('button', { name: 'CSV' }).isEnabled()).toBe(true);
  expect(readdirSync(app.documentsFolder)).toHaveLength(before);
});

it('says in words why a file was not written', async () => {
  app.answerSave(join(app.documentsFolder, 'no such folder', 'x.csv'));
  await app.page.getByRole('button', { name: 'CSV' }).click();
  await app.page.getByText('x.csv नहीं लिखी जा सकी').waitFor();
});

it('arrow keys walk the list, language and depth change the paper, and both are remembered', async () => {
  const { page } = app;
  await page.getByRole('listbox', { name: 'इकाइयाँ' }).focus();
  await page.keyboard.press('Home');
  await paper().getByRole('heading', { name: /झारखंड प्रदेश/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await paper().getByRole('heading', { name: /कोडरमा जिला/ }).waitFor();
  await page.getByText('English', { exact: true }).click();
  await paper().getByRole('heading', { name: 'Assignment sheet: Koderma district' }).waitFor();
  await page.getByLabel('एक स्तर और नीचे तक').check();
  await paper().getByRole('heading', { name: /Jainagar block|Jaynagar block/ }).waitFor();
  await page.waitForTimeout(600);
  await app.restart(['--sample']);
  await goTo(app.page, 'पत्रक');
  await paper().getByRole('heading', { name: /Assignment sheet: Jharkhand state/ }).waitFor();
  expect(await app.page.getByLabel('एक स्तर और नीचे तक').isChecked()).toBe(true);
});

it('shows the tour programme day by day, and nothing a screen reader stumbles over', async () => {
  const { page } = app;
  await page.getByText('दौरा कार्यक्रम', { exact: true }).click();
  await page.getByText('दोनों', { exact: true }).click();
  if (await page.getByRole('button', { name: 'दौरा बनाएँ' }).count()) await planSample(page);
  await paper().getByText('18 अप्रैल, सोमवार').waitFor();
  await paper().getByText('जमशेदपुर').first().waitFor();
  await app.screenshot('sheets-tour');
  expect(await seriousFindings(page)).toEqual([]);
  expect(app.problems.filter((problem) => !problem.includes('no such folder'))).toEqual([]);
  expect(existsSync(saved('धनबाद.pdf'))).toBe(true);
});
