// The tree by mouse and keyboard, in Hindi: find a district, go into it, add, rename, move, close and remove units, see the counts follow, take it all back.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
  page = app.page;
});
afterAll(() => app.close());
beforeEach(() => goTo(page, 'संगठन'));

const tree = () => page.getByRole('tree');
const item = (name: string, level: number) => page.locator(`[role=treeitem][aria-level="${level}"]`).filter({ has: page.locator('.tree-text', { hasText: new RegExp(`^${name}$`) }) });
const chosen = () => page.locator('[role=treeitem][aria-selected=true]');
const chosenName = () => chosen().locator('.tree-text').textContent();
const crumbs = async () => (await page.locator('.crumbs .crumb').allTextContents()).join(' ▸ ');
const count = (levelId: string) => page.locator(`.org-count[data-level=${levelId}] b`);
const inspector = () => page.getByRole('complementary', { name: 'चुने हुए का विवरण' });
const search = () => page.getByRole('combobox', { name: 'इकाई खोजें' });

/** Types a name, and takes the first hit. */
async function find(text: string): Promise<void> {
  await search().fill(text);
  await page.locator('[role=option]:visible').first().waitFor();
  await page.waitForTimeout(250);
  await search().press('Enter');
  await expect.poll(() => tree().evaluate((element) => element === document.activeElement)).toBe(true);
}

async function undo(): Promise<void> {
  const before = (await ask(page, 'history.state', {})).undo?.seq;
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await ask(page, 'history.state', {})).undo?.seq).not.toBe(before);
}

describe('finding', () => {
  it('a district by typing in Hindi: the tree opens the way to it, Enter looks at it everywhere', async () => {
    await find('धनबाद');
    await expect.poll(chosenName).toBe('धनबाद');
    expect(await chosen().getAttribute('aria-level')).toBe('2');
    await page.keyboard.press('Enter');
    await expect.poll(crumbs).toBe('झारखंड ▸ धनबाद');
    await expect.poll(() => count('panchayat').textContent()).toBe('220');
    await expect.poll(() => item('बाघमारा', 3).count()).toBe(1);
  });

  it('a block, in Latin letters and another spelling', async () => {
    await find('baghmaara');
    await expect.poll(chosenName).toBe('बाघमारा');
    expect(await chosen().getAttribute('aria-level')).toBe('3');
    expect(await chosen().isVisible()).toBe(true);
  });

  it('nothing: says so, and Escape gives the tree back', async () => {
    await search().fill('zzzqqq');
    await expect.poll(() => page.getByText('जैसी कोई इकाई नहीं मिली').count()).toBe(1);
    await search().press('Escape');
    expect(await search().inputValue()).toBe('');
    expect(await tree().isVisible()).toBe(true);
  });

  it('Ctrl F goes to the field', async () => {
    await tree().focus();
    await page.keyboard.press('Control+f');
    await expect.poll(() => search().evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('walking the tree by keyboard', () => {
  it('arrows, Home and End, in and out of branches', async () => {
    await find('धनबाद');
    await page.keyboard.press('Home');
    await expect.poll(chosenName).toBe('झारखंड');
    await page.keyboard.press('ArrowDown');
    const first = await chosenName();
    expect(await chosen().getAttribute('aria-posinset')).toBe('1');
    expect(await chosen().getAttribute('aria-setsize')).toBe('24');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => chosen().getAttribute('aria-expanded')).toBe('true');
    await page.waitForTimeout(150);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => chosen().getAttribute('aria-level')).toBe('3');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(chosenName).toBe(first);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => chosen().getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('End');
    await expect.poll(() => chosen().isVisible()).toBe(true);
    expect(await chosenName()).not.toBe(first);
  });

  it('a block of panchayats and their booths opens at once', async () => {
    await find('baghmara');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(200);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => chosen().getAttribute('aria-level')).toBe('4');
    // * opens all beside: some 45 panchayats with their 385 booths.
    const milliseconds = await page.evaluate(async () => {
      const element = document.querySelector('[role=tree]')!;
      const start = performance.now();
      element.dispatchEvent(new KeyboardEvent('keydown', { key: '*', bubbles: true }));
      while (!document.querySelector('[role=treeitem][aria-level="5"]')) await new Promise((resolve) => { requestAnimationFrame(resolve); });
      return performance.now() - start;
    });
    expect(milliseconds).toBeLessThan(500);
    const booth = page.locator('[role=treeitem][aria-level="5"]').first();
    expect(await booth.textContent()).toMatch(/^बूथ \d+.*प्रदर्शन/);
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(150);
    await page.keyboard.press('ArrowLeft');
  });

  it('what stood open stands open after a restart', async () => {
    await find('govindpur');
    await page.waitForTimeout(900); // what is remembered is written a moment later
    const { open } = await ask(page, 'files.state', {});
    await app.restart([join(open!.folder, `${open!.name}.sangathan`)]);
    page = app.page;
    await goTo(page, 'संगठन');
    await expect.poll(() => item('गोविंदपुर', 3).count()).toBe(1);
  });
});

describe('changing', () => {
  it('adds a panchayat by keyboard, renames it, sees the counts change, and takes both back', async () => {
    await find('धनबाद');
    await page.keyboard.press('Enter');
    await expect.poll(() => count('panchayat').textContent()).toBe('220');
    await find('बाघमारा');
    await page.keyboard.press('Insert');
    const nameHi = inspector().getByLabel('नाम हिंदी में');
    await expect.poll(() => nameHi.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await inspector().getByRole('combobox', { name: 'स्तर' }).or(inspector().getByLabel('स्तर')).first().inputValue()).toBe('पंचायत');
    await page.keyboard.type('नया टोला');
    expect(await inspector().getByLabel('नाम अंग्रेज़ी में').getAttribute('placeholder')).toBe('Naya Tola');
    await page.keyboard.press('Enter');
    await expect.poll(chosenName).toBe('नया टोला');
    await expect.poll(() => count('panchayat').textContent()).toBe('221');
    expect(await ask(page, 'units.search', { text: 'naya tola' })).toMatchObject([{ nameEn: 'Naya Tola', nameHi: 'नया टोला', withinEn: 'Dhanbad, Baghmara' }]);
    expect(await page.getByRole('alert').or(page.locator('.mantine-Notification-root')).first().textContent()).toContain('नया टोला');

    await expect.poll(() => tree().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('F2');
    await expect.poll(() => nameHi.inputValue()).toBe('नया टोला');
    await page.keyboard.type('पुराना टोला');
    await page.keyboard.press('Enter');
    await expect.poll(chosenName).toBe('पुराना टोला');
    await app.screenshot('organisation-added-hi');

    await undo();
    await expect.poll(chosenName).toBe('नया टोला');
    await undo();
    await expect.poll(() => count('panchayat').textContent()).toBe('220');
    // A near name of another place may be offered instead.
    expect((await ask(page, 'units.search', { text: 'naya tola' })).map(({ nameHi }) => nameHi)).not.toContain('नया टोला');
    // What was shown is gone; the app shows what it looked at before, not an error.
    await expect.poll(() => inspector().getByRole('alert').count()).toBe(0);
  });

  it('a name that is missing cannot be sent, Escape leaves', async () => {
    await find('बाघमारा');
    await page.keyboard.press('n');
    expect(await inspector().getByRole('button', { name: 'पंचायत जोड़ें' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => tree().evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('moves a block to another district by the form, and back', async () => {
    await find('बाघमारा');
    await chosen().click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'दूसरी जगह ले जाएँ' }).click();
    await inspector().getByLabel('किसके नीचे ले जाएँ').fill('bokaro');
    await page.locator('[role=option]:visible').first().click();
    await inspector().getByRole('button', { name: 'वहाँ ले जाएँ' }).click();
    await expect.poll(() => inspector().locator('.inspector-head').textContent()).toContain('झारखंड ▸ बोकारो');
    await page.locator('.surface').click({ position: { x: 5, y: 5 } });
    await undo();
    await expect.poll(() => inspector().locator('.inspector-head').textContent()).toContain('झारखंड ▸ धनबाद');
  });

  it('removes a unit with nothing below by Delete; one with units below is closed instead, and opened again', async () => {
    await find('बाघमारा');
    const id = (await ask(page, 'units.search', { text: 'baghmara', kinds: ['unit'] })).find((hit) => hit.levelId === 'block')!.id;
    const made = await ask(page, 'units.add', { parentId: id, levelId: 'panchayat', nameEn: 'Gone soon', nameHi: 'जल्द जाने वाली' });
    await find('जल्द जाने');
    await expect.poll(chosenName).toBe('जल्द जाने वाली');
    await page.keyboard.press('Delete');
    await expect.poll(chosenName).toBe('बाघमारा');
    await expect.poll(async () => ask(page, 'units.get', { id: made.id }).then(() => 'there', (error: Error) => error.message)).toContain('units.gone');
    await undo();
    await undo();

    await tree().focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => inspector().getByText('इकाइयाँ भी साथ बंद होंगी').count()).toBe(1);
    await app.screenshot('organisation-close-hi');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ask(page, 'units.get', { id })).closedDay).toBe('2022-04-16');
    await expect.poll(() => item('बाघमारा', 3).count()).toBe(0);
    await inspector().getByRole('button', { name: 'फिर खोलें' }).click();
    await expect.poll(async () => (await ask(page, 'units.get', { id })).closedDay).toBe(null);
    await expect.poll(() => item('बाघमारा', 3).count()).toBe(1);
    await page.locator('.surface').click({ position: { x: 5, y: 5 } });
    await undo();
    await undo();
  });

  it('removing what is in use is refused in words, and nothing changes', async () => {
    const gap = await ask(page, 'units.search', { text: 'baghmara', kinds: ['unit'] });
    const block = gap.find((hit) => hit.levelId === 'block')!.id;
    const { id } = await ask(page, 'units.add', { parentId: block, levelId: 'panchayat', nameEn: 'Leaned on', nameHi: 'टेक वाली' });
    await ask(page, 'people.save', { id: null, fields: { nameEn: 'Worker', nameHi: null, phones: [], veteran: false }, post: { postKindId: 'worker', titleEn: '', titleHi: null, unitId: id, fromDay: null, toDay: null, orderBy: '', orderDay: null } });
    await find('टेक वाली');
    await page.keyboard.press('Delete');
    await expect.poll(() => page.getByText('हटाने के बजाय इसे बंद करें').count()).toBeGreaterThan(0);
    expect((await ask(page, 'units.get', { id })).nameHi).toBe('टेक वाली');
    await expect.poll(chosenName).toBe('टेक वाली');
    await undo();
    await undo();
  });
});

describe('the map and the counts', () => {
  it('a click chooses a district, a double click goes down, the button goes up', async () => {
    await page.locator('.crumbs .crumb').first().click();
    await expect.poll(() => page.locator('[data-map] path[data-shape]').count()).toBe(24);
    const shape = page.getByRole('button', { name: /^गिरिडीह \(जिला\)/ });
    await shape.click();
    await expect.poll(() => shape.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(chosenName).toBe('गिरिडीह');
    await shape.dblclick();
    await expect.poll(crumbs).toBe('झारखंड ▸ गिरिडीह');
    await expect.poll(() => page.locator('[data-map] path[data-shape][data-basis=cell]').count()).toBeGreaterThan(10);
    await page.locator('.org-count').first().click();
    await expect.poll(crumbs).toBe('झारखंड');
  });

  it('colours follow what is chosen, five classes with their figures', async () => {
    const legend = page.locator('.org-legend li');
    await expect.poll(() => legend.count()).toBe(5);
    const before = await legend.allTextContents();
    await page.locator('.org-legend').getByText('बूथ', { exact: true }).click();
    await expect.poll(() => legend.allTextContents()).not.toEqual(before);
    const fills = await page.locator('[data-map] path[data-shape]').evaluateAll((paths) => new Set(paths.map((path) => (path as SVGElement).style.fill)).size);
    expect(fills).toBe(5);
  });

  it('a count leads to its units, in any order', async () => {
    await page.locator('.org-count[data-level=block]').click();
    const grid = page.getByRole('grid');
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('265');
    await grid.getByRole('button', { name: 'मतदाता' }).click();
    const list = await ask(page, 'units.list', { id: null, levelId: 'block', order: 'electors', language: 'hi' });
    await expect.poll(() => grid.getByRole('row').nth(1).textContent()).toContain(list.rows[0]!.nameHi!);
    await grid.getByRole('row').nth(1).click();
    await expect.poll(chosenName).toBe(list.rows[0]!.nameHi);
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(chosenName).toBe(list.rows[1]!.nameHi);
  });

  it('a seat found in the palette shows its booths', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('sindri');
    await page.getByRole('option').filter({ hasText: 'विधानसभा क्षेत्र' }).first().click();
    const seat = (await ask(page, 'units.constituencies', {})).find((candidate) => candidate.nameEn === 'Sindri')!;
    await expect.poll(() => page.locator('.org-seat').textContent()).toContain(`${seat.number} ·`);
    const { total } = await ask(page, 'units.list', { id: null, levelId: 'booth', constituencyId: seat.id });
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(total + 1));
  });
});

it('is open to screen readers with every form, and without an error on the page', async () => {
  await find('बाघमारा');
  for (const key of ['F2', 'Insert', 'Delete']) {
    await page.keyboard.press(key);
    await inspector().getByRole('form').first().waitFor();
    await page.mouse.move(640, 400);
    await page.waitForTimeout(200);
    expect(await seriousFindings(page), key).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => tree().evaluate((element) => element === document.activeElement)).toBe(true);
  }
  expect(app.problems).toEqual([]);
});
