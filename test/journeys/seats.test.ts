// Seats and levels in the window, in Hindi: the lists of the sample, one of each changed, and a list of seats pasted in.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { goTo, openSample } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
  await goTo(app.page, 'संगठन');
  await app.page.getByRole('button', { name: 'निर्वाचन क्षेत्र', exact: true }).click();
});
afterAll(() => app.close());

it('lists Assembly seats below their Lok Sabha seats, finds one and changes it', async () => {
  const { page } = app;
  await page.getByText('14 लोकसभा क्षेत्रों में 81 विधानसभा क्षेत्र').waitFor();
  await app.screenshot('seats-list-hi');
  await page.getByRole('textbox', { name: 'संख्या या नाम' }).fill('38');
  await page.getByRole('row', { name: /सिंदरी/ }).click();
  await page.getByLabel('नाम हिंदी में').fill('सिंदरी नगर');
  await app.screenshot('seats-one-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'क्षेत्र सहेजें' }).click();
  await page.getByRole('row', { name: /सिंदरी नगर/ }).waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByRole('row', { name: /सिंदरी नगर/ }).count()).toBe(0);
});

it('takes a pasted list over after showing what is new in it', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'सूची लें' }).click();
  await page.getByLabel('पंक्तियाँ, शीर्षकों सहित').fill('AC No\tAC Name\tPC No\tPC Name\n38\tSindri Nagar\t7\tDhanbad\n82\tNew Seat\t15\tNew Lok Sabha\n\tnobody\t\t');
  await page.getByText('1 नया क्षेत्र', { exact: true }).waitFor();
  await page.getByText('1 नया लोकसभा क्षेत्र').waitFor();
  await page.getByText('क्षेत्र संख्या नहीं', { exact: false }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('seats-paste-hi');
  await page.getByRole('button', { name: '2 क्षेत्र लें' }).click();
  await page.getByText('15 लोकसभा क्षेत्रों में 82 विधानसभा क्षेत्र').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('14 लोकसभा क्षेत्रों में 81 विधानसभा क्षेत्र').waitFor();
  expect(app.problems).toEqual([]);
});

it('a level is added in its place, and taken back', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'स्तर', exact: true }).click();
  await page.getByRole('row', { name: /पंचायत.*मंडल/ }).waitFor();
  await page.getByRole('button', { name: 'स्तर जोड़ें' }).click();
  await page.getByLabel('नाम अंग्रेज़ी में').fill('Cluster');
  await page.getByLabel('नाम हिंदी में').fill('संकुल');
  await page.getByRole('checkbox', { name: 'पंचायत' }).check();
  await page.getByRole('checkbox', { name: 'वार्ड' }).check();
  await app.screenshot('levels-new-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'स्तर सहेजें' }).click();
  await page.getByRole('row', { name: /संकुल.*पंचायत, वार्ड.*0/ }).waitFor();
  await page.getByRole('button', { name: 'स्तर हटाएँ' }).waitFor();
  await app.screenshot('levels-hi');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.getByRole('row', { name: /संकुल/ }).count()).toBe(0);
  expect(app.problems).toEqual([]);
});
