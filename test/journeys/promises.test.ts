// Targets as promises in the window, in Hindi: issued for a district, changed with a reason, the earlier one shown; a figure told is doubted, corrected, confirmed.
import { expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, settled } from '../help/journey.ts';
import { sampleJourney } from '../help/sampleJourney.ts';

const journey = sampleJourney({ language: 'hi', theme: 'light' }, { planned: true });

const button = (name: string | RegExp) => journey.page.getByRole('button', { name, exact: typeof name === 'string' });
const panel = () => journey.page.locator('[data-side-panel]');
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 20_000, interval: 50 }).toEqual(wanted);
const idOf = (nameEn: string) => journey.file.prepare(`SELECT id FROM unit WHERE nameEn = ? AND levelId = 'district'`).pluck().get(nameEn) as string;
const cell = (nameEn: string, column: string) => journey.page.locator(`[data-unit="${idOf(nameEn)}"] [data-column="${column}"]`);
const target = (nameEn: string) => journey.file.prepare('SELECT value, target.state, revision FROM target JOIN metric ON metric.id = metricId JOIN programme ON programme.id = programmeId WHERE target.unitId = ? AND metric.nameEn = ? AND programme.nameEn = ?').get(idOf(nameEn), 'Members enrolled', 'Membership drive');
const reports = (nameEn: string) => journey.file.prepare('SELECT value, state FROM report WHERE unitId = ? ORDER BY day DESC, id DESC').all(idOf(nameEn));

it('issues all targets of the state at once, in the name of its president', async () => {
  const { page } = journey;
  await goTo(page, 'लक्ष्य');
  await page.getByRole('combobox', { name: 'कार्यक्रम' }).click();
  await page.getByRole('option', { name: 'सदस्यता अभियान' }).click();
  await button('जारी करें…').click();
  await panel().getByLabel('किसके नाम से').fill('प्रदेश अध्यक्ष');
  await panel().getByRole('button', { name: /लक्ष्य जारी करें$/ }).waitFor();
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await journey.app.screenshot('issue-panel-hi');
  await panel().getByRole('button', { name: /लक्ष्य जारी करें$/ }).click();
  await until(() => (target('Dhanbad') as { state: string }).state, 'issued');
  expect(journey.file.prepare(`SELECT COUNT(*) FROM target WHERE value IS NOT NULL AND state = 'draft' AND programmeId = (SELECT id FROM programme WHERE nameEn = 'Membership drive') AND metricId = (SELECT id FROM metric WHERE nameEn = 'Members enrolled')`).pluck().get()).toBe(0);
  await panel().getByRole('button', { name: /जारी लक्ष्य बंद करें/ }).waitFor();
  await panel().locator('header').getByRole('button', { name: 'बंद करें' }).click();
  await cell('Dhanbad', 'own').getByText('जारी').waitFor();
});

it('asks why an issued target changes, leaves it when nobody says, and keeps what it was', async () => {
  const { page } = journey;
  const before = target('Dhanbad') as { value: number };
  await cell('Dhanbad', 'own').dblclick();
  await page.keyboard.type('95000');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'यह लक्ष्य जारी हो चुका है' });
  await dialog.waitFor();
  await settled(page);
  await journey.app.screenshot('issue-reason-hi');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(target('Dhanbad')).toEqual({ ...before, state: 'issued', revision: 1 });
  await expect.poll(() => cell('Dhanbad', 'own').innerText()).not.toContain('95,000');

  await cell('Dhanbad', 'own').dblclick();
  await page.keyboard.type('95000');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('कारण').fill('अभियान 15 अप्रैल तक बढ़ा');
  await page.keyboard.press('Enter');
  await until(() => target('Dhanbad'), { value: 95_000, state: 'issued', revision: 2 });
  await cell('Dhanbad', 'own').getByText('संशो. 2').waitFor();
  await cell('Dhanbad', 'achieved').dblclick();
  await panel().getByText('अभियान 15 अप्रैल तक बढ़ा').waitFor();
  await panel().getByText('जारी, संशोधन 2').waitFor();
});

it('a figure is told, doubted, corrected and confirmed; each undone again', async () => {
  const { page } = journey;
  const were = reports('Dhanbad').length;
  await panel().getByLabel('अब तक कुल').fill('50000');
  await page.keyboard.press('Enter');
  await until(() => reports('Dhanbad').length, were + 1);
  await panel().getByRole('listitem').first().getByText('50,000').waitFor();
  await panel().getByRole('button', { name: /संदेह दर्ज करें$/ }).first().click();
  await until(() => (reports('Dhanbad')[0] as { state: string }).state, 'doubted');
  await panel().getByText(/संदिग्ध, गिना नहीं जाता/).waitFor();
  await panel().getByRole('button', { name: /का आँकड़ा सुधारें$/ }).first().click();
  await panel().getByLabel('सही आँकड़ा').fill('45000');
  await panel().getByLabel('कारण').fill('दोबारा गिना');
  await page.keyboard.press('Enter');
  await until(() => (reports('Dhanbad')[0] as { value: number }).value, 45_000);
  await panel().getByText(/पहले 50,000, दोबारा गिना/).waitFor();
  await panel().getByRole('button', { name: /की पुष्टि करें$/ }).first().click();
  await until(() => reports('Dhanbad')[0], { value: 45_000, state: 'confirmed' });
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await journey.app.screenshot('issue-reports-hi');
  while (!journey.isAtStart()) await ask(page, 'history.undo', {});
  expect(journey.app.problems).toEqual([]);
});

it('divides half by electors and half by booths, no district above a maximum: seen before it is done', async () => {
  const { page } = journey;
  await panel().locator('header').getByRole('button', { name: 'बंद करें' }).click();
  await button('लक्ष्य बाँटें…').click();
  await panel().getByRole('combobox', { name: 'कैसे' }).click();
  await page.getByRole('option', { name: 'कुछ मतदाताओं, कुछ बूथों के अनुसार' }).click();
  await panel().getByLabel('अंतिम स्तर अधिकतम').fill('60');
  await page.keyboard.press('Enter');
  await panel().getByText('हर स्तर पर योग बिल्कुल सही: 15,00,000').waitFor();
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await journey.app.screenshot('apportion-mixed-hi');
  await panel().locator('header').getByRole('button', { name: 'बंद करें' }).click();
});

it('the form of a programme offers what parties usually count, and a fee for each member', async () => {
  const { page } = journey;
  await ask(page, 'settings.set', { language: 'en', theme: 'dark' });
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await goTo(page, 'Programmes');
  await button('New programme').first().click();
  await button('Add what parties usually count').click();
  await page.getByText(/₹ 5 for each of: Members enrolled/).waitFor();
  await button('Count something else').click();
  await page.getByRole('radio', { name: /Rupees/ }).check();
  await settled(page);
  await page.getByRole('group', { name: 'Count something else' }).scrollIntoViewIfNeeded();
  await journey.app.screenshot('metric-form-en-dark');
  await ask(page, 'history.undo', {});
  expect(journey.isAtStart()).toBe(true);
});
