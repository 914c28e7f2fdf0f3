// A leader entered twice, in two scripts: proposed with reasons, merged side by side, found by either name, and taken apart again.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
beforeAll(async () => {
  app = await launchApp({ sample: true });
  page = app.page;
  await ask(page, 'settings.set', { language: 'hi', theme: 'light' });
  const unit = (await ask(page, 'units.search', { text: 'baghmara', kinds: ['unit'] }))[0]!;
  const post = { postKindId: 'vicePresident', titleEn: '', titleHi: null, unitId: unit.id, fromDay: null, toDay: null, orderBy: '', orderDay: null };
  await ask(page, 'people.save', { id: null, fields: { nameEn: 'Sunita Devi', nameHi: null, phones: [{ kind: 'mobile', number: '0000 777777' }], veteran: false }, post });
  await ask(page, 'people.save', { id: null, fields: { nameEn: 'Suneeta', nameHi: 'सुनीता देवी', phones: [{ kind: 'whatsapp', number: '0000777777' }, { kind: 'mobile', number: '0000888888' }], veteran: false }, post });
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await goTo(page, 'लोग');
  await page.locator('.family-tabs').getByRole('button', { name: 'दोहरी प्रविष्टियाँ' }).click();
});
afterAll(() => app.close());

const panel = () => page.locator('[data-side-panel]');
const pairs = () => page.getByRole('grid', { name: 'प्रस्ताव' });
const view = (at: number) => page.locator('.screen-head .mantine-SegmentedControl-label').nth(at);

it('is proposed with what speaks for it, and merged by the keyboard', async () => {
  await pairs().waitFor();
  await pairs().focus();
  await page.keyboard.press('Home');
  await expect.poll(() => panel().count()).toBe(1);
  expect(await pairs().getByRole('row').nth(1).textContent()).toMatch(/एक ही फ़ोन.*एक ही नाम.*वही पद.*वही इकाई/);
  await panel().getByRole('button', { name: 'मिलाएँ' }).waitFor();
  await app.screenshot('duplicates-compare-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await ask(page, 'people.list', { text: 'suneeta' })).total).toBe(1);
  const [person] = (await ask(page, 'people.list', { text: 'sunita devi' })).rows;
  expect(await ask(page, 'people.get', { id: person!.id })).toMatchObject({ phones: [{ number: '0000 777777' }, { number: '0000888888' }], posts: [{ titleEn: 'Vice-president' }] });
});

it('is taken apart again from the list of merges', async () => {
  await view(1).click();
  const merges = page.getByRole('grid', { name: 'मिलाए गए' });
  await merges.getByRole('button', { name: 'अलग करें' }).click();
  await expect.poll(() => merges.getByRole('row').nth(1).textContent()).toContain('को अलग किया गया');
  await app.screenshot('duplicates-merges-hi');
  expect((await ask(page, 'people.list', { text: 'baghmara vice' })).total + (await ask(page, 'people.list', { text: '0000777777' })).total).toBeGreaterThan(1);
  await view(0).click();
  await expect.poll(() => pairs().getByRole('row').nth(1).textContent()).toContain('0000');
});

it('two people are not proposed again; in English and in the dark', async () => {
  await pairs().getByRole('row').nth(1).click();
  await panel().getByRole('button', { name: 'दो व्यक्ति हैं' }).click();
  await expect.poll(() => pairs().getByRole('row').filter({ hasText: '777777' }).count()).toBe(0);
  await ask(page, 'history.undo', {});
  await showIn(page, { language: 'en', theme: 'dark' });
  await goTo(page, 'People');
  await page.locator('.family-tabs').getByRole('button', { name: 'Duplicates' }).click();
  await page.getByRole('grid', { name: 'Proposals' }).getByRole('row').nth(1).click();
  await panel().getByRole('button', { name: 'Merge' }).waitFor();
  await app.screenshot('duplicates-compare-en-dark');
  expect(await seriousFindings(page)).toEqual([]);
  expect(app.problems).toEqual([]);
});
