// Second classifications in the window: made in two clicks, units put in, the board grouped, map and lists narrowed, all taken back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, planSample, showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
beforeAll(async () => {
  app = await launchApp({ sample: true });
  page = app.page;
  await planSample(page);
  const programme = (await ask(page, 'programmes.list', {})).find((one) => one.metrics.some((metric) => metric.kind === 'sum'))!;
  const choice = { programmeId: programme.id, metricId: programme.metrics.find((metric) => metric.kind === 'sum')!.id };
  await showIn(page, { language: 'en', theme: 'light', remembered: { 'targets.choice': choice } });
});
afterAll(() => app.close());

const tab = (name: string) => page.locator('.family-tabs').getByRole('button', { name, exact: true });
const classRow = (nameEn: string) => page.locator(`[role=option][data-class="${nameEn}"]`);
const steps = async () => (await ask(page, 'history.state', {})).undo?.seq ?? 0;
async function undo(times: number): Promise<void> {
  for (let at = 0; at < times; at++) {
    const before = await steps();
    await page.keyboard.press('Control+z');
    await expect.poll(steps).not.toBe(before);
  }
}
async function read(language: 'en' | 'hi', theme: 'light' | 'dark'): Promise<void> {
  await showIn(page, { language, theme });
}
/** Opens the chip's menu and chooses by what is grouped. */
async function groupBy(name: string): Promise<void> {
  await page.locator('.group-button').click();
  await page.getByRole('radio', { name, exact: true }).check();
  await page.keyboard.press('Escape');
}

async function only(name: string): Promise<void> {
  await page.locator('.group-button').click();
  await page.getByPlaceholder('Type a class').fill(name);
  await page.locator('[data-combobox-option]', { hasText: name }).click();
  await expect.poll(() => page.locator('.group-chip').count()).toBe(1);
}

describe('a classification of one’s own', () => {
  it('is made in two clicks, gets a class, and a unit by typing', async () => {
    await goTo(page, 'Organisation');
    await tab('Classifications').click();
    await expect.poll(() => page.locator('.groups-choice').count()).toBe(3);
    await page.locator('.groups-usual button', { hasText: 'Cluster' }).click();
    await expect.poll(() => page.locator('.groups-choice[data-chosen] b').textContent()).toBe('Cluster');
    await page.locator('.screen-head').getByRole('button', { name: 'New class' }).click();
    await page.getByLabel('Name in Hindi').fill('कोयला क्षेत्र');
    await page.getByLabel('Name in English').fill('Coalfield');
    await page.getByLabel('Name in English').press('Enter');
    await classRow('Coalfield').waitFor();
    // A class may stand under another one, and be taken from there again.
    await page.locator('.screen-head').getByRole('button', { name: 'New class' }).click();
    await page.getByLabel('Name in English').fill('Pits');
    await page.locator('.groups-above input').first().click();
    await page.getByRole('option', { name: 'Coalfield', exact: true }).click();
    await app.screenshot('groups-class-above-en');
    await page.getByLabel('Name in English').press('Enter');
    await expect.poll(() => page.locator('.groups-members-head').textContent()).toContain('under Coalfield');
    await page.getByRole('button', { name: 'Remove Pits' }).click();
    await expect.poll(() => classRow('Pits').count()).toBe(0);
    await classRow('Coalfield').click();
    await page.getByRole('textbox', { name: 'Put a unit in' }).fill('Dhanbad');
    await page.getByRole('option', { name: /Dhanbad.*District/ }).first().click();
    await page.locator('.groups-put').getByRole('button', { name: 'Put in' }).click();
    await expect.poll(() => classRow('Coalfield').locator('small').first().textContent()).toContain('1 District');
    await expect.poll(() => page.locator('.groups-member').count()).toBe(1);
  });

  it('more come from a sheet, seen through before', async () => {
    await page.locator('.screen-head').getByRole('button', { name: 'Paste a list' }).click();
    await page.locator('.groups-paste textarea').fill('322\tCoalfield\nरामगढ़\tCoalfield\nAtlantis\tCoalfield\nDumka\tEast');
    await page.locator('.groups-preview').waitFor();
    await expect.poll(() => page.locator('.groups-preview').textContent()).toContain('1 line is left out');
    await app.screenshot('groups-paste-en');
    await page.locator('.groups-paste').getByRole('button', { name: 'Put in' }).click();
    await expect.poll(() => page.locator('.groups-row').count(), { timeout: 10_000 }).toBe(3);
  });

  it('a unit is dragged onto another class, and taken out again', async () => {
    await classRow('Coalfield').click();
    await expect.poll(() => page.locator('.groups-member').count()).toBe(3);
    const before = await steps();
    await page.locator('.groups-member', { hasText: 'Ramgarh' }).dragTo(classRow('East'));
    await expect.poll(steps).not.toBe(before);
    await expect.poll(() => page.locator('.groups-member').count()).toBe(2);
    await page.getByRole('button', { name: 'Take Bokaro out' }).click();
    await expect.poll(() => page.locator('.groups-member').count()).toBe(1);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('all of it is taken back', async () => {
    await undo(8);
    await expect.poll(() => page.locator('.groups-choice').count()).toBe(3);
  });
});

describe('everything grouped and narrowed', () => {
  it('the board by division, then only one of them', async () => {
    await goTo(page, 'Targets');
    await groupBy('Division');
    const lines = page.getByRole('grid', { name: 'Board by Division' }).locator('.row-grid-row');
    await expect.poll(() => lines.count()).toBe(5);
    const shown = await lines.locator('[role=gridcell]:nth-child(4)').allTextContents();
    expect(shown.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(1_500_000);
    await app.screenshot('groups-board-en-light');
    await lines.filter({ hasText: 'Kolhan' }).dblclick();
    await expect.poll(() => page.locator('.group-chip').textContent()).toContain('Only: 4 Kolhan');
    await expect.poll(() => page.locator('.board-lines .board-row').count()).toBe(3);
    await page.getByText('Map', { exact: true }).click();
    await expect.poll(() => page.locator('[data-shape]').count()).toBe(3);
    await app.screenshot('groups-targets-map-en');
    await page.locator('.targets-screen').getByText('Table', { exact: true }).or(page.locator('.view-choice').first()).first().click();
  });

  it('the map and the lists of the organisation keep the choice', async () => {
    await goTo(page, 'Organisation');
    await tab('Organisation').click();
    await expect.poll(() => page.locator('.org-map [data-shape]').count()).toBe(3);
    await page.locator('.org-count[data-level=block]').click();
    await expect.poll(async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))).toBeLessThan(60);
    await page.locator('.group-chip').click();
    await expect.poll(() => page.locator('.group-chip').count()).toBe(0);
    await groupBy('Division');
    await expect.poll(() => page.locator('.group-head').count()).toBeGreaterThan(0);
    await page.locator('.group-head').first().click();
    await expect.poll(() => page.locator('.group-head').count()).toBeGreaterThan(1);
    await app.screenshot('groups-list-en-light');
    await page.locator('.org-counts').getByRole('button', { name: 'Map' }).click();
    await expect.poll(() => page.locator('.org-legend').textContent()).toContain('Kolhan');
    await app.screenshot('groups-map-en-light');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('people too', async () => {
    await goTo(page, 'People');
    await expect.poll(() => page.locator('.group-head').first().textContent()).toContain('Jharkhand');
    await page.locator('.group-head').first().click();
    await expect.poll(() => page.locator('.group-head').nth(1).textContent()).toContain('Palamu');
    await app.screenshot('groups-people-grouped-en');
    await only('Kolhan');
    await expect.poll(async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))).toBeLessThan(100);
    await expect.poll(() => page.locator('.group-head').allTextContents()).toHaveLength(1);
    await app.screenshot('groups-people-en');
    await page.locator('.group-chip').click();
    await expect.poll(() => page.locator('.group-chip').count()).toBe(0);
  });

  it('responsibilities and committees too', async () => {
    await tab('Responsibilities').click();
    await expect.poll(() => page.locator('.charges-map [data-shape]').count()).toBe(24);
    await page.locator('.charges-colours').getByText('Class', { exact: true }).click();
    await expect.poll(() => page.locator('.charges-colours').textContent()).toContain('Kolhan');
    await expect.poll(() => page.locator('[data-charges-units]').textContent()).toContain('Palamu');
    await app.screenshot('groups-charges-class-en');
    await only('Kolhan');
    await expect.poll(() => page.locator('.charges-map [data-shape]').count()).toBe(3);
    await expect.poll(() => page.locator('[data-charges-units] [role=option]:not([data-head])').count()).toBe(3);
    await page.locator('.charges-colours').getByText('Leader', { exact: true }).click();
    await app.screenshot('groups-charges-only-en');
    await page.locator('.screen-head').getByText(/^Gaps and overload/).click();
    await expect.poll(() => page.locator('.charges-map [data-shape]').count()).toBe(3);
    await page.locator('.charges-tabs [role=tab]').last().click();
    await expect.poll(() => page.locator('.group-head').allTextContents()).toEqual([expect.stringContaining('Kolhan')]);
    await app.screenshot('groups-problems-en');
    await tab('Committees').click();
    await expect.poll(() => page.locator('.group-chip').textContent()).toContain('Kolhan');
    await expect.poll(async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))).toBeLessThan(6);
    await app.screenshot('groups-committees-en');
    expect(await seriousFindings(page)).toEqual([]);
    await page.locator('.group-chip').click();
    await expect.poll(() => page.locator('.group-chip').count()).toBe(0);
    await expect.poll(() => page.getByRole('grid').textContent()).toContain('Palamu');
    await app.screenshot('groups-committees-classes-en');
    await page.locator('.screen-head').getByText(/^Vacant/).click();
    await page.locator('.group-head', { hasText: 'Palamu' }).click();
    await expect.poll(() => page.locator('.group-head').nth(1).textContent()).toContain('North Chotanagpur');
    await app.screenshot('groups-vacant-en');
    await page.locator('.screen-head').getByText('Overview', { exact: true }).click();
  });

  it('in Hindi and in the dark', async () => {
    for (const theme of ['light', 'dark'] as const) {
      await read('hi', theme);
      await goTo(page, 'लक्ष्य');
      await page.locator('.row-grid-row').first().waitFor();
      await app.screenshot(`groups-board-hi-${theme}`);
      await goTo(page, 'लोग');
      await page.locator('.group-head').first().waitFor();
      await app.screenshot(`groups-people-hi-${theme}`);
      await tab('दायित्व').click();
      await page.locator('.charges-colours').getByText('वर्ग', { exact: true }).click();
      await page.waitForTimeout(300);
      await app.screenshot(`groups-charges-hi-${theme}`);
      await tab('समितियाँ').click();
      await page.getByRole('grid').waitFor();
      await app.screenshot(`groups-committees-hi-${theme}`);
      await goTo(page, 'संगठन');
      await page.locator('.org-map [data-shape]').first().waitFor();
      await page.waitForTimeout(300);
      await app.screenshot(`groups-map-hi-${theme}`);
      await tab('वर्गीकरण').click();
      await page.locator('.groups-choice').nth(2).locator('button').first().click();
      await classRow('Kolhan').click();
      await page.locator('.groups-member').first().click();
      await page.waitForTimeout(300);
      await app.screenshot(`groups-screen-hi-${theme}`);
      await page.locator('.groups-choice').first().locator('button').first().click();
      await page.locator('.groups-row').nth(6).click();
      await page.waitForTimeout(300);
      await app.screenshot(`groups-seats-hi-${theme}`);
      expect(await seriousFindings(page)).toEqual([]);
    }
    expect(app.problems).toEqual([]);
  });
});
