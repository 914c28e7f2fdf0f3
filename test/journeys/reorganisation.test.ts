// The party's 25th district committee: Dhanbad split from a day on, seen beforehand, looked at on the day before, and taken back.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, planSample, showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

/** Two cores may be busy with other things. */
const slow = { timeout: 15_000 };
let app: LaunchedApp;
let page: Page;
let dhanbad: string;
let blocks: { id: string; nameEn: string }[];
beforeAll(async () => {
  app = await launchApp({ sample: true });
  page = app.page;
  await planSample(page);
  const state = (await ask(page, 'workspace.get', {})).rootUnitId as string;
  dhanbad = (await ask(page, 'units.children', { parentId: state, limit: 100 })).rows.find((row) => row.nameEn === 'Dhanbad')!.id;
  blocks = (await ask(page, 'units.children', { parentId: dhanbad, limit: 100 })).rows;
  await show('hi', 'light');
}, 120_000);
afterAll(() => app.close());

async function show(language: 'en' | 'hi', theme: 'light' | 'dark'): Promise<void> {
  await showIn(page, { language, theme });
}
const step = async () => (await ask(page, 'history.state', {})).undo?.seq;
const open = async (organisation: string, tab: string) => {
  await page.locator('nav.rail').getByRole('button', { name: organisation, exact: true }).click();
  await page.locator('.family-tabs').getByRole('button', { name: tab, exact: true }).click();
};

/** Fills the form up to the preview, in the language shown. */
async function fillSplit(words: { unit: string; text: string; nameHi: string; nameEn: string; day: string; order: string }): Promise<void> {
  const form = page.locator('.reorg-form');
  await form.getByLabel(words.unit, { exact: true }).fill(words.text);
  await page.locator('[role=option]:visible').first().waitFor();
  await page.waitForTimeout(250);
  await form.getByLabel(words.unit, { exact: true }).press('Enter');
  await form.locator('.reorg-ticks li').first().waitFor();
  for (let at = 0; at < 3; at++) await form.locator('.reorg-ticks input').nth(at).check();
  await form.getByLabel(words.nameHi).fill('बाघमारा जिला');
  await form.getByLabel(words.nameEn).fill('Baghmara district');
  await form.getByLabel(words.day, { exact: true }).fill('10-04-2022');
  await form.getByLabel(words.day, { exact: true }).press('Tab');
  await form.getByLabel(words.order).fill('State president');
  await page.locator('.reorg-preview h2').waitFor();
}

describe('a 25th district committee', () => {
  it('begins with an empty list that says what belongs there', async () => {
    await open('संगठन', 'पुनर्गठन');
    await page.getByText('अभी तक कोई पुनर्गठन नहीं हुआ').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await app.screenshot('reorganisation-empty-hi');
  });

  it('shows beforehand what is carried, in Hindi', async () => {
    await page.locator('.screen-head').getByRole('button', { name: 'नया बदलाव' }).click();
    await fillSplit({ unit: 'जिस इकाई को बाँटना है', text: 'धनबाद', nameHi: 'हिंदी में नया नाम', nameEn: 'अंग्रेज़ी में नया नाम', day: 'इस दिन से', order: 'किसके आदेश से' });
    expect(await page.locator('.reorg-preview').textContent()).toContain('बाघमारा जिला');
    expect(await page.locator('.reorg-rules').textContent()).toMatch(/3 इकाइयाँ .* नई में जाती हैं/);
    expect(await seriousFindings(page)).toEqual([]);
    await app.screenshot('reorganisation-split-hi');
  });

  it('is made with one act, carries targets exactly, and is listed', async () => {
    const before = await step();
    const [programme] = await ask(page, 'programmes.list', {});
    const key = { programmeId: programme!.id, metricId: programme!.metrics[0]!.id };
    const state = (await ask(page, 'workspace.get', {})).rootUnitId as string;
    const boardBefore = await ask(page, 'targets.board', { ...key, unitId: state });
    await page.getByRole('button', { name: 'इस दिन से बाँटें' }).click();
    await expect.poll(step, slow).not.toBe(before);
    await page.getByRole('grid', { name: 'पुनर्गठन' }).waitFor();
    const board = await ask(page, 'targets.board', { ...key, unitId: state });
    expect(board.total).toBe(25);
    expect(board.unit).toMatchObject({ own: boardBefore.unit.own, below: boardBefore.unit.below, achieved: boardBefore.unit.achieved, electors: boardBefore.unit.electors });
    const line = (name: string) => board.rows.find((row) => row.nameEn === name)!;
    const was = boardBefore.rows.find((row) => row.nameEn === 'Dhanbad')!;
    expect(line('Dhanbad').own! + line('Baghmara district').own!).toBe(was.own);
    // Its own target is the sum of its blocks' targets, so both committees still agree with what stands below them.
    for (const name of ['Dhanbad', 'Baghmara district']) expect(line(name).difference).toBe(0);
    await expect.poll(() => page.getByRole('grid', { name: 'पुनर्गठन' }).getByRole('row').nth(1).textContent(), slow).toContain('धनबाद बाँटा गया: बाघमारा जिला बना');
    await app.screenshot('reorganisation-list-hi');
  });

  it('still knows the day before, with the old total', async () => {
    await page.getByRole('button', { name: 'एक दिन पहले देखें' }).click();
    await page.locator('.reorg-then-table tbody tr').nth(5).waitFor();
    const rows = page.locator('.reorg-then-table tbody tr');
    await expect.poll(() => rows.count(), slow).toBe(26);
    expect(await rows.filter({ hasText: 'बाघमारा जिला' }).textContent()).toContain('बाद में बनी');
    expect(await seriousFindings(page)).toEqual([]);
    await app.screenshot('reorganisation-then-hi');
    await rows.filter({ hasText: 'धनबाद' }).getByRole('button').click();
    await expect.poll(() => page.locator('.reorg-then-table tbody tr').count(), slow).toBe(blocks.length + 1);
    expect(await page.locator('.reorg-then-table tbody tr[data-change="moved"]').count()).toBe(3);
    await page.setViewportSize({ width: 1920, height: 1080 });
    await show('en', 'dark');
    await open('Organisation', 'Reorganisation');
    await page.getByRole('button', { name: 'See the day before' }).click();
    await page.locator('.reorg-then-table tbody tr').nth(5).waitFor();
    await app.screenshot('reorganisation-then-en-dark-wide');
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  it('says in the inspector where the unit comes from', async () => {
    const state = (await ask(page, 'workspace.get', {})).rootUnitId as string;
    const made = (await ask(page, 'units.children', { parentId: state, limit: 100 })).rows.find((row) => row.nameEn === 'Baghmara district')!;
    expect((await ask(page, 'reorganisation.list', { unitId: made.id })).rows[0]).toMatchObject({ kind: 'split', day: '2022-04-10', orderBy: 'State president' });
    expect((await ask(page, 'reorganisation.list', { unitId: blocks[0]!.id })).total).toBeLessThanOrEqual(1);
  });

  it('is refused for a day that has not come, with the reason, and undone whole', async () => {
    await page.locator('.screen-head').getByRole('button', { name: 'New act' }).click();
    await fillSplit({ unit: 'Unit to split', text: 'Bokaro', nameHi: 'New name in Hindi', nameEn: 'New name in English', day: 'From (day)', order: 'By order of' });
    await app.screenshot('reorganisation-split-en-dark');
    const form = page.locator('.reorg-form');
    await form.getByLabel('From (day)', { exact: true }).fill('01-05-2032');
    await form.getByLabel('From (day)', { exact: true }).press('Tab');
    await page.locator('.reorg-refusal').waitFor();
    expect(await page.locator('.reorg-refusal').textContent()).toContain('has not come yet');
    expect(await form.getByRole('button', { name: 'Split from this day on' }).isDisabled()).toBe(true);
    await app.screenshot('reorganisation-refused-en-dark');
    await form.getByRole('button', { name: 'Cancel' }).click();
    const before = await step();
    await page.locator('.surface').focus();
    await page.keyboard.press('Control+z');
    await expect.poll(step, slow).not.toBe(before);
    const state = (await ask(page, 'workspace.get', {})).rootUnitId as string;
    expect((await ask(page, 'units.children', { parentId: state, limit: 100 })).total).toBe(24);
    expect((await ask(page, 'reorganisation.list', {})).total).toBe(0);
    expect(app.problems).toEqual([]);
  });
});
