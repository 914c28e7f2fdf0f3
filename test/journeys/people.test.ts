// Leaders by mouse and keyboard, in Hindi: add one, give a district, see the gap close, days away, search, and take it all back.
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
beforeEach(() => goTo(page, 'लोग'));

const grid = () => page.getByRole('grid', { name: 'लोग' });
const panel = () => page.locator('[data-side-panel]');
const gapNames = async () => (await ask(page, 'charges.board', { levelId: 'district', fromDay: '2022-04-16', toDay: '2022-04-16', only: 'free' })).rows.map((row) => row.nameHi);
const step = async () => (await ask(page, 'history.state', {})).undo?.seq;

async function undo(): Promise<void> {
  const before = await step();
  await page.locator('.surface').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(step, { timeout: 15_000 }).not.toBe(before);
}
async function search(text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'नेता खोजें' }).fill(text);
}
/** Types into a field that searches, and takes the first hit. */
async function pick(label: string, text: string): Promise<void> {
  const field = panel().getByLabel(label, { exact: true });
  await field.fill(text);
  await page.locator('[role=option]:visible').first().waitFor();
  await page.waitForTimeout(250);
  await field.press('Enter');
}

describe('the list', () => {
  it('is long, and only what is seen is drawn', async () => {
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe('327');
    expect(await grid().getByRole('row').count()).toBeLessThan(60);
    await grid().focus();
    await page.keyboard.press('End');
    await expect.poll(() => grid().locator('[aria-selected=true]').textContent()).toContain('पुराने नेता 6');
    await expect.poll(() => panel().getByRole('heading', { level: 2 }).textContent()).toBe('पुराने नेता 6');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => panel().getByRole('heading', { level: 2 }).textContent()).toBe('पुराने नेता 5');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await panel().evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => panel().count()).toBe(0);
  });

  it('is searched as one types, in either script', async () => {
    for (const text of ['coordinator dhanbad', 'धनबाद समन्वयक']) {
      await search(text);
      await expect.poll(() => grid().getAttribute('aria-rowcount'), { message: text }).toBe('2');
      expect(await grid().getByRole('row').nth(1).textContent()).toContain('जिला समन्वयक, धनबाद');
    }
    // A row goes to Excel as cells; what a field takes of it is its text between tabs.
    await grid().focus();
    await page.keyboard.press('Home');
    await expect.poll(() => grid().locator('[aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('Control+c');
    await page.getByRole('textbox', { name: 'नेता खोजें' }).fill('');
    await page.getByRole('textbox', { name: 'नेता खोजें' }).press('Control+v');
    expect(await page.getByRole('textbox', { name: 'नेता खोजें' }).inputValue()).toMatch(/^जिला समन्वयक, धनबाद\s+जिला समन्वयक\s+धनबाद\s+0000000122/);
    await search('कोई नहीं ऐसा');
    await expect.poll(() => page.getByText('जैसा यहाँ कोई नहीं मिला').count()).toBe(1);
    await search('');
  });

  it('marks who answers for too many', async () => {
    const { rows } = await ask(page, 'people.list', { text: 'veteran', limit: 50 });
    const over = rows.filter((row) => row.charges > 3);
    expect(over.length).toBeGreaterThan(0);
    await search('पुराने नेता');
    await expect.poll(() => grid().locator('.people-overload').count()).toBe(over.length);
    await search('');
  });

  it('is that of the scope', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('dhanbad');
    await page.getByRole('option').filter({ hasText: 'जिला' }).first().click();
    const id = (await ask(page, 'units.search', { text: 'dhanbad', kinds: ['unit'] }))[0]!.id;
    const { total } = await ask(page, 'people.list', { unitId: id });
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe(String(total + 1));
    await page.getByRole('button', { name: 'सबको दिखाएँ' }).click();
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe('327');
  });
});

describe('a leader', () => {
  it('is added with a post in both languages, given two districts for a month, and the gaps close; undo opens them again', async () => {
    await expect.poll(gapNames).toEqual(['लातेहार', 'पाकुड़', 'सिमडेगा']);
    await goTo(page, 'लोग');
    await page.getByRole('button', { name: 'नेता जोड़ें' }).click();
    await expect.poll(() => panel().getByLabel('नाम हिंदी में').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('नए समन्वयक');
    expect(await panel().getByLabel('नाम अंग्रेज़ी में').getAttribute('placeholder')).toMatch(/^Nae Samanvay/);
    const post = panel().getByLabel('पद हिंदी में');
    await post.fill('जिला सम');
    await page.getByRole('option', { name: 'जिला समन्वयक' }).click();
    expect(await panel().getByLabel('पद अंग्रेज़ी में').inputValue()).toBe('District coordinator');
    await pick('पद किस इकाई में', 'pakur');
    await panel().getByLabel('फ़ोन', { exact: true }).fill('abc');
    expect(await panel().getByRole('button', { name: 'नेता जोड़ें' }).isDisabled()).toBe(true);
    await panel().getByLabel('फ़ोन', { exact: true }).fill('०००० 009999');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel().getByRole('heading', { level: 2 }).textContent()).toBe('नए समन्वयक');
    const made = (await ask(page, 'people.list', { text: 'नए समन्वयक' })).rows[0]!;
    expect(made).toMatchObject({ titleEn: 'District coordinator', titleHi: 'जिला समन्वयक', unitNameEn: 'Pakur', phone: '0000 009999', veteran: false });

    await panel().getByRole('button', { name: 'दायित्व दें' }).click();
    await pick('किन इकाइयों का', 'पाकुड़');
    await pick('किन इकाइयों का', 'simdega');
    await expect.poll(() => panel().locator('.people-chip').count()).toBe(2);
    expect(await panel().getByLabel('कब तक').inputValue()).toBe('15-05-2022');
    await panel().getByRole('button', { name: '2 इकाइयों का दायित्व दें' }).click();
    await expect.poll(() => panel().locator('.people-lines:not(.people-posts) li').allTextContents()).toEqual([expect.stringContaining('पाकुड़'), expect.stringContaining('सिमडेगा')]);
    expect(await panel().locator('.people-lines:not(.people-posts) li').first().textContent()).toContain('16-04-2022 से 15-05-2022');
    await app.screenshot('people-assigned-hi');

    await expect.poll(gapNames).toEqual(['लातेहार']);
    await undo();
    await expect.poll(gapNames).toEqual(['लातेहार', 'पाकुड़', 'सिमडेगा']);
    await undo();
    expect((await ask(page, 'people.list', { text: 'नए समन्वयक' })).total).toBe(0);
  });

  it('is corrected; what is not saved can be left', async () => {
    await search('जिला समन्वयक, बोकारो');
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe('2');
    await grid().getByRole('row').nth(1).click();
    const phone = panel().getByLabel('फ़ोन', { exact: true });
    const before = await phone.inputValue();
    await phone.fill('12345');
    await panel().getByRole('button', { name: 'रद्द करें' }).click();
    expect(await phone.inputValue()).toBe(before);
    await phone.fill('0000012345');
    await phone.press('Enter');
    await expect.poll(() => panel().getByRole('button', { name: 'सहेजें' }).count()).toBe(0);
    await expect.poll(() => grid().getByRole('row').nth(1).textContent()).toContain('जिला समन्वयक, बोकारो');
    expect((await ask(page, 'people.list', { text: '0000012345' })).total).toBe(1);
    await undo();
    await expect.poll(() => phone.inputValue()).toBe(before);
  });

  it('has days away, which an assignment warns of', async () => {
    await search('जिला समन्वयक, बोकारो');
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe('2');
    await grid().getByRole('row').nth(1).click();
    await panel().getByRole('button', { name: 'अनुपलब्ध दिन जोड़ें' }).click();
    const form = panel().getByRole('form', { name: 'अनुपलब्ध दिन जोड़ें' });
    await form.getByLabel('कब से').fill('20-4-22');
    await form.getByLabel('कब से').press('Tab');
    await form.getByLabel('कारण').fill('विवाह');
    await form.getByLabel('कारण').press('Enter');
    await expect.poll(() => panel().locator('.people-lines:not(.people-posts) li').last().textContent()).toContain('20-04-2022');
    await panel().getByRole('button', { name: 'दायित्व दें' }).click();
    await expect.poll(() => panel().getByText('20-04-2022 से 20-04-2022 तक नहीं आ सकते').count()).toBe(1);
    await page.keyboard.press('Escape');
    await undo();
    await expect.poll(() => panel().getByText('हर दिन आ सकते हैं').count()).toBe(1);
    await search('');
  });

  it('is removed with what hangs on the person, and comes back', async () => {
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe('327');
    const total = Number(await grid().getAttribute('aria-rowcount'));
    await search('पुराने नेता 6');
    await grid().getByRole('row').filter({ hasText: 'पुराने नेता 6' }).click();
    await panel().getByRole('button', { name: 'लोगों की सूची से हटाएँ' }).click();
    await expect.poll(() => panel().count()).toBe(0);
    await search('');
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe(String(total - 1));
    await undo();
    await expect.poll(() => grid().getAttribute('aria-rowcount')).toBe(String(total));
  });
});

describe('gaps', () => {
  it('home leads straight to the one to be given', async () => {
    await goTo(page, 'मुखपृष्ठ');
    await page.locator('.home-line', { hasText: 'लातेहार' }).click();
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent(), { timeout: 10_000 }).toContain('1 जिला');
    await goTo(page, 'लोग');
  });
});

describe('the inspector of a unit', () => {
  it('says who answers until when, and takes a new name', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('pakur');
    await page.getByRole('option').filter({ hasText: 'जिला' }).first().click();
    await goTo(page, 'संगठन');
    const inspector = page.getByRole('complementary', { name: 'चुने हुए का विवरण' });
    if ((await inspector.count()) === 0) await page.keyboard.press('Control+i');
    await expect.poll(() => inspector.getByText('आज इस इकाई का दायित्व किसी के पास नहीं').count()).toBe(1);
    await inspector.getByRole('button', { name: 'दायित्व दें' }).click();
    const who = inspector.getByLabel('किसे');
    await who.fill('समन्वयक पाकुड़');
    await page.getByRole('option').filter({ hasText: 'पाकुड़' }).first().waitFor();
    await page.waitForTimeout(250);
    await who.press('Enter');
    await page.mouse.move(640, 400);
    expect(await seriousFindings(page)).toEqual([]);
    await inspector.getByRole('button', { name: '1 इकाई का दायित्व दें' }).click();
    await expect.poll(() => inspector.getByText('16-04-2022 से 15-05-2022 · ').count()).toBe(1);
    await undo();
    await expect.poll(() => inspector.getByText('आज इस इकाई का दायित्व किसी के पास नहीं').count()).toBe(1);
  });
});

it('is open to screen readers with a person and a gap open, and without an error on the page', async () => {
  await page.locator('.crumbs .crumb').first().click();
  await grid().getByRole('row').nth(2).click();
  await panel().getByRole('button', { name: 'दायित्व दें' }).click();
  await page.mouse.move(640, 60);
  await page.waitForTimeout(200);
  expect(await seriousFindings(page)).toEqual([]);
  expect(app.problems).toEqual([]);
});
