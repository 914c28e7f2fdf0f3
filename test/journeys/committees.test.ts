// Committees by mouse and keyboard, in Hindi and English: overview down to one panchayat, a vacancy filled in place, the template changed, all taken back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample, showIn } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
  page = app.page;
});
afterAll(() => app.close());

const panel = () => page.locator('[data-side-panel]');
const tab = (name: string) => page.locator('.family-tabs').getByRole('button', { name });
const view = (at: number) => page.locator('.screen-head .mantine-SegmentedControl-label').nth(at);
const step = async () => (await ask(page, 'history.state', {})).undo?.seq;
async function undo(): Promise<void> {
  const before = await step();
  await page.locator('.surface').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(step, { timeout: 15_000 }).not.toBe(before);
}
async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe('the overview', () => {
  it('counts seats of a level below the scope, sorted, and goes down to one committee', async () => {
    await goTo(page, 'लोग');
    await tab('समितियाँ').click();
    const grid = page.getByRole('grid', { name: 'समितियाँ' });
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('25');
    await choose('स्तर', 'पंचायतें');
    const [panchayats] = (await ask(page, 'committees.levels', {})).filter((level) => level.levelId === 'panchayat');
    expect(panchayats!.seats).toBe(panchayats!.units * 12);
    await app.screenshot('committees-board-hi');
    await grid.getByRole('button', { name: /धनबाद/ }).click();
    await expect.poll(() => page.locator('.screen-head .note').textContent()).toContain('धनबाद');
    await grid.getByRole('button', { name: /बाघमारा/ }).click();
    await expect.poll(() => page.locator('.screen-head .note').textContent()).toContain('बाघमारा');
    await grid.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => panel().count()).toBe(1);
    expect(await panel().locator('.seat-part h3').allTextContents()).toEqual(['पंचायत अध्यक्ष', 'उपाध्यक्ष', 'महासचिव']);
  });

  it('a vacancy is filled in place with a new name, and the counts follow; undo empties it again', async () => {
    const before = await ask(page, 'committees.levels', {});
    await panel().getByRole('button', { name: 'पंचायत अध्यक्ष भरें' }).click();
    await panel().getByText('नया नाम', { exact: true }).click();
    await panel().getByLabel('नाम', { exact: true }).fill('सुनीता देवी');
    await panel().getByLabel('फ़ोन', { exact: true }).fill('०००० 777');
    await panel().getByLabel('फ़ोन', { exact: true }).press('Enter');
    await expect.poll(() => panel().locator('.seat-lines li').first().textContent()).toMatch(/सुनीता देवी.*0000 777 · 16-04-2022 से/);
    await app.screenshot('committees-filled-hi');
    const after = await ask(page, 'committees.levels', {});
    expect(after.find((level) => level.levelId === 'panchayat')!.filled).toBe(before.find((level) => level.levelId === 'panchayat')!.filled + 1);
    await panel().getByRole('button', { name: /का पद आज समाप्त करें/ }).click();
    await expect.poll(() => panel().locator('.seat-lines li').first().textContent()).toContain('16-04-2022 तक');
    await undo();
    await undo();
    expect(await ask(page, 'committees.levels', {})).toEqual(before);
    await page.keyboard.press('Escape');
  });
});

it('vacant posts as a list, narrowed by post', async () => {
  await page.getByRole('button', { name: 'बंद करें' }).first().click().catch(() => undefined);
  await view(1).click();
  const list = page.getByRole('grid', { name: 'रिक्त' });
  await page.locator('.committees-chip').filter({ hasText: 'महासचिव' }).click();
  await expect.poll(() => list.getByRole('row').nth(1).textContent()).toContain('महासचिव 9');
  await list.focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => panel().count()).toBe(1);
  await app.screenshot('committees-vacant-hi');
  expect(await seriousFindings(page)).toEqual([]);
});

it('seats of a level are changed, taken back, and every number is said in English and in the dark too', async () => {
  await view(2).click();
  await page.getByLabel('स्थान: महासचिव').last().waitFor();
  const seats = page.getByRole('list', { name: 'पंचायत स्तर की समिति' }).getByLabel('स्थान: महासचिव');
  await seats.fill('11');
  await seats.press('Enter');
  await expect.poll(async () => (await ask(page, 'committees.templates', {})).find((template) => template.levelId === 'panchayat')!.seats[2]!.seats).toBe(11);
  await undo();
  await expect.poll(async () => (await ask(page, 'committees.templates', {})).find((template) => template.levelId === 'panchayat')!.seats[2]!.seats).toBe(9);
  await app.screenshot('committees-template-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await showIn(page, { language: 'en', theme: 'dark' });
  await goTo(page, 'People');
  await tab('Committees').click();
  await page.getByRole('grid', { name: 'Committees' }).waitFor();
  await app.screenshot('committees-board-en-dark');
  await view(2).click();
  await page.getByRole('list').first().waitFor();
  await app.screenshot('committees-template-en-dark');
  expect(app.problems).toEqual([]);
});
