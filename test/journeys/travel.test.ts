// The table of roads in the window, in Hindi: found, typed over, added, pasted as a matrix, brought in from a sheet, and all undone.
import { writeFileSync } from 'node:fs';
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
  await goTo(app.page, 'दौरे');
  await app.page.getByRole('button', { name: 'दूरियाँ', exact: true }).click();
});
afterAll(async () => {
  file?.close();
  await app?.close();
});

const row = (name: RegExp) => app.page.getByRole('grid').getByRole('row', { name });
const roads = () => file.prepare('SELECT COUNT(*) FROM travelCorrection').pluck().get();
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 20_000, interval: 100 }).toEqual(wanted);

it('lists the roads of the sample beside their estimates, with the error in words and a drawing', async () => {
  const { page } = app;
  await page.getByText(/18 ज्ञात सड़कें/).waitFor();
  await row(/राँची.*जमशेदपुर/).getByText('125', { exact: true }).waitFor();
  expect(await page.locator('.travel-dot').count()).toBe(18);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('travel-hi');
  // Furthest from its estimate first: Deoghar to Dhanbad is a detour.
  await page.getByRole('button', { name: 'अंतर' }).click();
  await expect.poll(() => page.getByRole('grid').getByRole('row').nth(1).textContent()).toMatch(/देवघर.*धनबाद/);
});

it('finds a road and takes another figure, typed over as in a spreadsheet', async () => {
  const { page } = app;
  await page.getByRole('textbox', { name: 'जगह या जोड़ी खोजें' }).fill('ranchi jamshed');
  await expect.poll(() => page.getByRole('grid').getByRole('row').count()).toBe(2);
  await row(/राँची.*जमशेदपुर/).getByText('राँची').click();
  await page.keyboard.type('131');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3:15');
  await page.keyboard.press('Enter');
  await until(() => file.prepare('SELECT travelMinutes FROM travelCorrection WHERE distanceKm = 131').pluck().get(), 195);
  await row(/राँची.*जमशेदपुर.*आपका/).waitFor();
  await page.getByRole('textbox', { name: 'जगह या जोड़ी खोजें' }).fill('');
});

it('adds a road with the estimate beside it', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'सड़क जोड़ें' }).click();
  for (const [label, typed] of [['कहाँ से', 'राँची'], ['कहाँ तक', 'गुमला']] as const) {
    await page.getByRole('textbox', { name: label }).fill(typed);
    await page.getByRole('option', { name: new RegExp(`^${typed}`) }).first().click();
  }
  await page.getByText(/^(अनुमान|सुधरा अनुमान)$/).first().waitFor();
  await page.getByLabel('किलोमीटर').fill('97');
  await page.getByLabel('समय (मिनट या 2:30)').fill('2:30');
  await app.screenshot('travel-add-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'यह सड़क रखें' }).click();
  await until(roads, 19);
});

it('takes a pasted matrix after showing what is in it, each way for itself', async () => {
  const { page } = app;
  await page.getByRole('button', { name: 'कई सड़कें लाएँ' }).click();
  await page.getByLabel('एक्सेल की पंक्तियाँ').fill('मिनट\tराँची\tखूँटी\tNowhere\nराँची\t\t55\t10\nखूँटी\t60\t\t20\nSimdega\t200\t170\t');
  await page.getByText('3 जगहों की सारणी', { exact: false }).waitFor();
  await page.getByText('4 नई सड़कें').waitFor();
  await page.getByText('इस नाम की कोई इकाई नहीं', { exact: false }).first().waitFor();
  await app.screenshot('travel-import-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: '4 सड़कें लें' }).click();
  await until(roads, 23);
});

it('brings in a sheet of pairs, and everything is undone to an identical file', async () => {
  const { page } = app;
  const path = join(app.userFolder, 'roads.csv');
  writeFileSync(path, 'From,To,Distance (km),Hours\nGumla,Simdega,80,2.5\nGumla,Lohardaga,55,\nNowhere,Gumla,10,\n');
  await page.getByRole('button', { name: 'कई सड़कें लाएँ' }).click();
  app.answerOpen(path);
  await page.getByRole('button', { name: 'शीट चुनें' }).click();
  await page.getByText('roads.csv').waitFor();
  await page.getByRole('button', { name: '2 सड़कें लें' }).click();
  await until(roads, 25);
  await app.screenshot('travel-after-hi');
  for (let steps = 0; steps < 12 && recordOf(file) !== atStart; steps++) {
    const before = recordOf(file);
    await page.keyboard.press('Control+z');
    await expect.poll(() => recordOf(file) !== before, { timeout: 20_000 }).toBe(true);
  }
  expect(recordOf(file)).toBe(atStart);
  expect(app.problems).toEqual([]);
});
