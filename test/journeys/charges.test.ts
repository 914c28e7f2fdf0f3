// Responsibilities by mouse and keyboard: chosen on the map and dropped on a leader, by rule, handed over, gaps mended; all undone.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample, showIn } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;
const day = '2022-04-16';
const view = { levelId: 'district', unitId: null, programmeId: null, fromDay: day, toDay: day };

beforeAll(async () => {
  app = await openSample({ language: 'en', theme: 'light' });
  page = app.page;
  for (let number = 1; number <= 12; number++) await ask(page, 'people.save', { id: null, fields: { nameEn: `Legislator ${number}`, nameHi: `विधायक ${number}`, phones: [], veteran: false } });
});
afterAll(() => app.close());

const units = () => page.locator('[data-charges-units]');
const leaders = () => page.getByRole('region', { name: 'Leaders' });
const panel = () => page.locator('[data-side-panel]');
const shape = (name: string) => page.locator(`.charges-map [data-shape][aria-label^="${name}:"]`);
const freeNames = async () => (await ask(page, 'charges.board', { ...view, only: 'free' })).rows.map((row) => row.nameEn);
const heldBy = async (name: string) => {
  const { rows } = await ask(page, 'charges.leaders', { ...view, text: name });
  const leader = rows.find((row) => row.nameEn === name)!;
  return (await ask(page, 'charges.board', { ...view, personId: leader.id })).rows.map((row) => row.nameEn);
};
const undo = async () => { await page.keyboard.press('Escape'); await page.locator('.status-line .status-act').first().click(); };
async function open(tab: 'Hand out' | 'Gaps and overload'): Promise<void> {
  await goTo(page, 'People');
  await page.locator('nav.family-tabs').getByRole('button', { name: 'Responsibilities' }).click();
  await page.locator('.screen-head').getByText(tab, { exact: false }).first().click();
}
/** Types a name into the leaders' field and waits until he is the first there. */
async function findLeader(name: string): Promise<void> {
  await leaders().getByRole('combobox').fill(name);
  await expect.poll(() => leaders().getByRole('option').first().textContent()).toContain(name);
}

describe('the hand-out board', () => {
  beforeEach(() => open('Hand out'));

  it('shows every district with who has it, on list and map', async () => {
    await expect.poll(() => units().getByRole('option').count()).toBeGreaterThan(8);
    await expect.poll(() => page.locator('.charges-map [data-shape]').count()).toBe(24);
    expect(await shape('Simdega').getAttribute('aria-label')).toBe('Simdega: Nobody');
    await page.mouse.move(640, 60);
    await app.screenshot('charges-board-en-light');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('takes districts chosen on the map to a leader they are dropped on; undo takes them back', async () => {
    await shape('Simdega').click();
    await shape('Pakur').click({ modifiers: ['Control'] });
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent()).toContain('2 District');
    await findLeader('Legislator 1');
    await app.screenshot('charges-chosen-en-light');
    await shape('Simdega').hover();
    await page.mouse.down();
    const target = (await leaders().getByRole('option').first().boundingBox())!;
    await page.mouse.move(target.x + 60, target.y + 10, { steps: 6 });
    await page.mouse.move(target.x + 70, target.y + 12, { steps: 3 });
    await app.screenshot('charges-drag-en-light');
    await page.mouse.up();
    await expect.poll(freeNames).toEqual(['Latehar']);
    expect(await heldBy('Legislator 1')).toEqual(['Pakur', 'Simdega']);
    await expect.poll(() => shape('Simdega').getAttribute('aria-label')).toBe('Simdega: Legislator 1');
    await undo();
    await expect.poll(freeNames).toEqual(['Latehar', 'Pakur', 'Simdega']);
  });

  it('is worked by keys alone: choose, Enter, a name, Enter', async () => {
    await units().focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent()).toContain('2 District');
    await page.keyboard.press('Enter');
    await page.keyboard.type('legislator 2');
    await expect.poll(() => leaders().getByRole('option').first().textContent()).toContain('Legislator 2');
    await page.keyboard.press('Enter');
    await expect.poll(() => heldBy('Legislator 2')).toHaveLength(2);
    await expect.poll(() => units().evaluate((element) => element === document.activeElement)).toBe(true);
    await page.locator('.status-line .status-act').first().click();
    await expect.poll(() => heldBy('Legislator 2')).toHaveLength(0);
  });

  it('chooses an area drawn with Shift, and neighbours', async () => {
    const box = (await page.locator('.charges-map').boundingBox())!;
    await page.keyboard.down('Shift');
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 5, box.y + box.height - 5, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent()).toContain('24 District');
    await shape('Garhwa').click();
    await page.getByRole('button', { name: 'With neighbours' }).click();
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent()).toContain('3 District');
    await units().focus();
    await page.keyboard.press('Control+a');
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent()).toContain('24 District');
    await page.keyboard.press('Escape');
  });

  it('is grouped by a second classification: a head chooses its units, goes to a leader whole, folds by key and pointer', async () => {
    const [groupBy] = (await ask(page, 'groups.list', {})).filter((one) => one.classes > 0 && one.nameEn.startsWith('Lok Sabha'));
    await page.locator('.group-button').click();
    await page.getByRole('radio', { name: groupBy!.nameEn }).check();
    await page.keyboard.press('Escape');
    const lines = async (more: object = {}) => ask(page, 'charges.grouped', { ...view, classificationId: groupBy!.id, ...more });
    const all = await lines();
    const heads = all.rows.filter((line) => line.kind === 'class');
    const under = all.rows.slice(1, all.rows.findIndex((line, at) => at > 0 && line.kind === 'class')).map((line) => (line.kind === 'unit' ? line.unit.nameEn : ''));
    await expect.poll(() => units().getByRole('option').first().textContent()).toContain(heads[0]!.class.nameEn);
    expect(await units().getByRole('option').nth(1).textContent()).toContain(under[0]);
    await units().getByRole('option').first().click();
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent()).toContain(`${under.length} District`);
    expect(await units().getByRole('option').first().getAttribute('aria-selected')).toBe('true');
    expect(await seriousFindings(page)).toEqual([]);
    await app.screenshot('charges-grouped-en-light');
    await units().press('ArrowLeft');
    await expect.poll(() => units().getByRole('option').nth(1).textContent()).toContain(heads[1]!.class.nameEn);
    // Folded or not, the class goes to the leader whole.
    await findLeader('Legislator 3');
    await units().focus();
    await page.keyboard.press('Enter');
    await findLeader('Legislator 3');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await heldBy('Legislator 3')).toSorted()).toEqual(under.toSorted());
    await undo();
    await expect.poll(() => heldBy('Legislator 3')).toEqual([]);
    await units().getByRole('option').first().locator('.charges-fold').click();
    await expect.poll(() => units().getByRole('option').nth(1).textContent()).toContain(under[0]);
    await page.locator('.group-button').click();
    await page.getByRole('radio', { name: 'Not grouped' }).check();
    await page.keyboard.press('Escape');
    await expect.poll(() => units().locator('[data-head]').count()).toBe(0);
  });

  it('shares all districts out by rule, two neighbouring ones to each of twelve, in one step', async () => {
    await page.getByRole('button', { name: 'Share out by rule' }).click();
    await panel().getByLabel('Leaders by name or post').fill('legislator');
    await panel().getByRole('button', { name: 'Add 12' }).click();
    await expect.poll(() => panel().getByText('12 leaders chosen').count()).toBe(1);
    await panel().getByLabel('Units for each').fill('2');
    await panel().getByLabel('Units for each').press('Tab');
    await app.screenshot('charges-rule-en-light');
    expect(await seriousFindings(page)).toEqual([]);
    await panel().getByRole('button', { name: 'Propose' }).click();
    await panel().getByRole('button', { name: 'Give 24 units to 12 leaders' }).waitFor({ timeout: 20_000 });
    expect(await panel().locator('.charges-away').count()).toBe(0);
    await page.mouse.move(640, 60);
    await app.screenshot('charges-proposal-en-light');
    await panel().getByRole('button', { name: 'Give 24 units to 12 leaders' }).click();
    await expect.poll(freeNames).toEqual([]);
    for (let number = 1; number <= 12; number++) expect(await heldBy(`Legislator ${number}`)).toHaveLength(2);
    await expect.poll(() => panel().count()).toBe(0);
    await app.screenshot('charges-shared-en-light');
    await undo();
    await expect.poll(freeNames).toEqual(['Latehar', 'Pakur', 'Simdega']);
  });

  it('hands everything of one leader over to another from a day on', async () => {
    const before = await heldBy('District coordinator, Dhanbad');
    await findLeader('District coordinator, Dhanbad');
    await leaders().getByRole('option').first().click();
    await panel().getByRole('button', { name: 'Hand over' }).click();
    await panel().getByLabel('To whom').fill('legislator 5');
    await page.getByRole('option', { name: 'Legislator 5' }).first().waitFor();
    await page.waitForTimeout(250);
    await panel().getByLabel('To whom').press('Enter');
    await app.screenshot('charges-handover-en-light');
    await panel().getByRole('button', { name: 'Hand over 1 unit' }).click();
    await expect.poll(() => heldBy('Legislator 5')).toEqual(before);
    expect(await heldBy('District coordinator, Dhanbad')).toEqual([]);
    await undo();
    await expect.poll(() => heldBy('District coordinator, Dhanbad')).toEqual(before);
  });
});

describe('gaps and overload', () => {
  beforeEach(() => open('Gaps and overload'));
  const tab = (name: string) => page.getByRole('tab', { name });

  it('count every kind, list it and show it on the map', async () => {
    await expect.poll(() => tab('Nobody').textContent()).toContain('3');
    await expect.poll(() => tab('Two in charge').textContent()).toMatch(/2$/);
    await tab('Nobody').click();
    await expect.poll(() => page.getByRole('grid', { name: 'Nobody' }).getByRole('row').count()).toBe(4);
    await expect.poll(() => page.locator('.charges-map [data-shape]').count()).toBe(24);
    await page.mouse.move(640, 60);
    await app.screenshot('charges-gaps-en-light');
    expect(await seriousFindings(page)).toEqual([]);
    await tab('Two in charge').click();
    await expect.poll(() => page.getByRole('grid', { name: 'Two in charge' }).getByRole('row').count()).toBe(3);
    await app.screenshot('charges-double-en-light');
  });

  it('lead to mending: ticked units stand chosen on the board', async () => {
    await tab('Nobody').click();
    await page.getByLabel('All shown').check();
    await page.getByRole('button', { name: 'Give 3 to somebody' }).click();
    await expect.poll(() => page.locator('.charges-bar [role=status]').textContent()).toContain('3 District');
    await findLeader('Legislator 3');
    await leaders().getByText('Give 3', { exact: true }).first().click();
    await expect.poll(freeNames).toEqual([]);
    await undo();
    await expect.poll(freeNames).toHaveLength(3);
  });

  it('renew in one step what ends soon', async () => {
    await tab('Ends soon').click();
    await expect.poll(() => tab('Ends soon').textContent()).toContain('42');
    await page.getByLabel('All shown').check();
    await page.getByRole('button', { name: 'Renew 42' }).click();
    await expect.poll(() => tab('Ends soon').textContent()).toMatch(/0$/);
    await app.screenshot('charges-renewed-en-light');
    await undo();
    await expect.poll(() => tab('Ends soon').textContent()).toContain('42');
  });

  it('at every level, however long', async () => {
    await tab('Nobody').click();
    for (const [level, count] of [['Panchayats', '4,'], ['Booths', '29,']] as const) {
      await page.getByRole('combobox', { name: 'Level' }).click();
      await page.getByRole('option', { name: level }).click();
      await expect.poll(() => tab('Nobody').textContent(), { message: level }).toMatch(new RegExp(`${count.replace('4,', '[34],')}`));
    }
    await app.screenshot('charges-gaps-booths-en-light');
    await page.getByRole('combobox', { name: 'Level' }).click();
    await page.getByRole('option', { name: 'Districts' }).click();
  });
});

describe('in Hindi and in the dark', () => {
  it('reads whole, with nothing cut and nothing serious for a screen reader', async () => {
    for (const [language, theme] of [['hi', 'light'], ['hi', 'dark'], ['en', 'dark']] as const) {
      await showIn(page, { language, theme });
      await page.locator('nav.rail button').nth(2).click();
      await page.locator('nav.family-tabs button').nth(1).click();
      for (const [at, name] of [[0, 'board'], [1, 'gaps']] as const) {
        await page.locator('.screen-head .mantine-SegmentedControl-label').nth(at).click();
        await page.mouse.move(640, 60);
        await page.waitForTimeout(400);
        await app.screenshot(`charges-${name}-${language}-${theme}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1)).toBe(true);
        expect(await seriousFindings(page)).toEqual([]);
      }
    }
    expect(app.problems).toEqual([]);
  });
});
