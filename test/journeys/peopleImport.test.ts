// Leaders from a sheet: chosen, seen beforehand with the rows that are not taken, added in one act; then a post is ended and given anew.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-people-'));
  app = await openSample({ language: 'hi', theme: 'light' });
  page = app.page;
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
const panel = () => page.locator('[data-side-panel]');

it('shows who is new and which rows are not taken, and adds them in one step', async () => {
  const path = join(folder, 'नेता.csv');
  writeFileSync(path, 'नाम,पद,जिला,प्रखंड,मोबाइल\nसुनीता देवी,उपाध्यक्ष,धनबाद,बाघमारा,9876543210\nगीता देवी,महासचिव,धनबाद,कहीं नहीं,\n');
  await goTo(page, 'लोग');
  app.answerOpen(path);
  await page.getByRole('button', { name: 'नेता आयात करें…' }).click();
  await page.getByRole('button', { name: 'शीट चुनें' }).click();
  const add = page.getByRole('button', { name: '1 नेता जोड़ें' });
  await add.waitFor();
  expect(await page.locator('.people-import table.grid').first().textContent()).toContain('ऐसी इकाई नहीं');
  await app.screenshot('people-import-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await add.click();
  await expect.poll(async () => (await ask(page, 'people.list', { text: 'सुनीता देवी' })).total, { timeout: 15_000 }).toBe(1);
});

it('a post is ended, stays in the history, and a full seat is told', async () => {
  const [person] = (await ask(page, 'people.list', { text: 'सुनीता देवी' })).rows;
  await page.getByRole('textbox', { name: 'नेता खोजें' }).fill('सुनीता देवी');
  await expect.poll(() => page.getByRole('grid', { name: 'लोग' }).getAttribute('aria-rowcount')).toBe('2');
  await page.getByRole('grid', { name: 'लोग' }).getByRole('row').nth(1).click();
  await panel().getByRole('button', { name: /उपाध्यक्ष: समाप्त करें/ }).click();
  await page.getByRole('menuitem', { name: 'पद समाप्त करें' }).click();
  await panel().getByLabel('अंतिम दिन').fill('15-04-2022');
  await panel().getByLabel('अंतिम दिन').press('Tab');
  await panel().getByRole('form', { name: 'पद समाप्त करें' }).getByRole('button', { name: 'पद समाप्त करें' }).click();
  await expect.poll(() => panel().locator('.people-posts li').textContent()).toContain('पूर्व उपाध्यक्ष');
  await panel().getByRole('button', { name: 'पद दें' }).click();
  const form = panel().getByRole('form', { name: 'पद दें' });
  await form.getByLabel('पद हिंदी में').fill('प्रखंड अध्यक्ष');
  await page.getByRole('option', { name: 'प्रखंड अध्यक्ष', exact: true }).click();
  await form.getByLabel('पद किस इकाई में', { exact: true }).fill('baghmara');
  await page.locator('[role=option]:visible').first().waitFor();
  await page.waitForTimeout(300);
  await form.getByLabel('पद किस इकाई में', { exact: true }).press('Enter');
  const relieve = form.getByLabel('प्रखंड अध्यक्ष, बाघमारा का पद एक दिन पहले समाप्त हो');
  await relieve.check();
  await app.screenshot('people-post-hi');
  await form.getByRole('button', { name: 'पद दें' }).click();
  await expect.poll(async () => (await ask(page, 'people.get', { id: person!.id })).titleEn, { timeout: 15_000 }).toBe('Block president');
  expect((await ask(page, 'people.list', { text: 'Block president, Baghmara' })).rows.map((row) => row.titleEn)).toContain('');
  expect(app.problems).toEqual([]);
});
