// The other dated acts in the window, in Hindi: merged, moved, renamed, renumbered from a sheet; what a person sees, what the file holds, and back again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, planSample } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { recordOf } from '../help/workspace.ts';

/** Two cores may be busy with other things. */
const slow = { timeout: 15_000 };
const day = '2022-04-10';
let app: LaunchedApp;
let page: Page;
let file: Database.Database;
let dhanbad: string;
let bokaro: string;
/** Blocks of Dhanbad by their English names. */
const block: Record<string, string> = {};
let key: { programmeId: string; metricId: string };

beforeAll(async () => {
  app = await launchApp({ sample: true });
  page = app.page;
  await planSample(page);
  const [programme] = await ask(page, 'programmes.list', {});
  key = { programmeId: programme!.id, metricId: programme!.metrics[0]!.id };
  const state = (await ask(page, 'workspace.get', {})).rootUnitId as string;
  const districts = (await ask(page, 'units.children', { parentId: state, limit: 100 })).rows;
  dhanbad = districts.find((row) => row.nameEn === 'Dhanbad')!.id;
  bokaro = districts.find((row) => row.nameEn === 'Bokaro')!.id;
  for (const row of (await ask(page, 'units.children', { parentId: dhanbad, limit: 100 })).rows) block[row.nameEn] = row.id;
  await show('hi', 'light');
  file = new Database(join(app.userFolder, 'Jharkhand sample.sangathan'), { readonly: true });
}, 120_000);
afterAll(() => {
  file.close();
  return app.close();
});

async function show(language: 'en' | 'hi', theme: 'light' | 'dark'): Promise<void> {
  await ask(page, 'settings.set', { language, theme });
  await page.reload();
  await page.waitForSelector('body[data-ready]');
}
const step = async () => (await ask(page, 'history.state', {})).undo?.seq;
const rows = <Row>(sql: string, ...values: (string | number)[]) => file.prepare(sql).all(...values) as Row[];
const board = async (unitId: string) => (await ask(page, 'targets.board', { ...key, unitId })).unit;
const form = () => page.locator('.reorg-form');
const preview = () => page.locator('.reorg-preview');
const acts = () => page.getByRole('grid', { name: 'पुनर्गठन' });

/** Opens a new act of a kind, as its tab is called. */
async function begin(kind: string, words = { organisation: 'संगठन', tab: 'पुनर्गठन', act: 'नया बदलाव' }): Promise<void> {
  await page.locator('nav.rail').getByRole('button', { name: words.organisation, exact: true }).click();
  await page.locator('.family-tabs').getByRole('button', { name: words.tab, exact: true }).click();
  await page.locator('.screen-head').getByRole('button', { name: words.act }).click();
  await form().getByText(kind, { exact: true }).click();
}
/** Types a name into a field that finds units, and takes the one of the level. */
async function choose(label: string, text: string, detail: string): Promise<void> {
  await form().getByLabel(label, { exact: true }).and(page.locator('input')).fill(text);
  await page.getByRole('option').filter({ hasText: detail }).first().click();
}
async function fromDay(text: string, orderBy: string, words = { day: 'इस दिन से', order: 'किसके आदेश से' }): Promise<void> {
  await form().getByLabel(words.day, { exact: true }).fill(text);
  await form().getByLabel(words.day, { exact: true }).press('Tab');
  await form().getByLabel(words.order).fill(orderBy);
}
/** Sends the form, and waits until the file has one step more and the list tells it. */
async function send(act: string, told: string): Promise<void> {
  const before = await step();
  await form().getByRole('button', { name: act }).click();
  await expect.poll(step, slow).not.toBe(before);
  await expect.poll(() => acts().getByRole('row').nth(1).textContent(), slow).toContain(told);
}
/** The day before the latest act, at a unit: what each line says. */
async function dayBefore(unit: string): Promise<string[]> {
  await acts().getByRole('row').nth(1).getByRole('button', { name: 'एक दिन पहले देखें' }).click();
  const table = page.locator('.reorg-then-table tbody tr');
  await table.nth(3).waitFor();
  await expect.poll(() => page.locator('.reorg-scroll h2').textContent(), slow).toContain('को जैसा था');
  if (unit !== '') {
    await table.filter({ hasText: unit }).getByRole('button', { name: unit }).click();
    await expect.poll(() => table.first().textContent(), slow).toContain(unit);
  }
  return table.allTextContents();
}
/** Ctrl Z in the window, once; the file is as it was. */
async function undoTo(record: string): Promise<void> {
  const before = await step();
  await page.locator('.surface').focus();
  await page.keyboard.press('Control+z');
  await expect.poll(step, slow).not.toBe(before);
  expect(recordOf(file) === record).toBe(true);
}

describe('two blocks of Dhanbad made one', () => {
  it('is shown beforehand, joins what both had, and is taken back whole', async () => {
    const atStart = recordOf(file);
    const [a, b, above] = [await board(block['Baghmara']!), await board(block['Topchanchi']!), await board(dhanbad)];
    const children = (id: string) => rows<{ n: number }>('SELECT COUNT(*) AS n FROM unit WHERE parentId = ? AND closedDay IS NULL', id)[0]!.n;
    const [inA, inB] = [children(block['Baghmara']!), children(block['Topchanchi']!)];
    await begin('मिलाना');
    await choose('जो इकाई रहेगी', 'बाघमारा', 'प्रखंड');
    await choose('जो इकाइयाँ इसमें मिलेंगी', 'तोपचांची', 'प्रखंड');
    await form().getByLabel('हिंदी में नया नाम').fill('बाघमारा-तोपचांची');
    expect(await form().getByLabel('अंग्रेज़ी में नया नाम').getAttribute('placeholder')).toBe('Baghamara-Topachanchi');
    await form().getByLabel('अंग्रेज़ी में नया नाम').fill('Baghmara-Topchanchi');
    await fromDay('10-04-2022', 'प्रदेश अध्यक्ष');
    await preview().locator('h2').waitFor();
    expect(await preview().locator('.reorg-rules').textContent()).toContain('रहने वाली इकाई में जाती है');
    expect(await seriousFindings(page)).toEqual([]);
    await app.screenshot('reorganisation-merge-hi');
    await send('इस दिन से मिलाएँ', 'में मिलाया गया');
    expect(rows('SELECT closedDay FROM unit WHERE id = ?', block['Topchanchi']!)).toEqual([{ closedDay: day }]);
    expect(rows('SELECT nameEn, nameHi FROM unit WHERE id = ?', block['Baghmara']!)).toEqual([{ nameEn: 'Baghmara-Topchanchi', nameHi: 'बाघमारा-तोपचांची' }]);
    expect(children(block['Baghmara']!)).toBe(inA + inB);
    const one = await board(block['Baghmara']!);
    expect([one.own, one.below, one.electors]).toEqual([a.own! + b.own!, a.below! + b.below!, a.electors + b.electors]);
    expect(await board(dhanbad)).toMatchObject({ own: above.own, below: above.below, electors: above.electors, achieved: above.achieved });
    const then = await dayBefore('धनबाद');
    expect(then.find((line) => line.includes('तोपचांची') && line.includes('बंद'))).toBeDefined();
    await app.screenshot('reorganisation-merge-then-hi');
    await undoTo(atStart);
  });
});

describe('a block moved to another district', () => {
  it('changes the sums above from the day on, and the day before still has it', async () => {
    const atStart = recordOf(file);
    const [was, to, own] = [await board(dhanbad), await board(bokaro), await board(block['Nirsa']!)];
    await begin('स्थान बदलना');
    await choose('जिन इकाइयों को ले जाना है', 'निरसा', 'प्रखंड');
    await form().locator('.reorg-chip').waitFor();
    await choose('ऊपर की नई इकाई', 'बोकारो', 'जिला');
    await fromDay('10-04-2022', 'प्रदेश अध्यक्ष');
    await preview().locator('h2').waitFor();
    expect(await preview().locator('.reorg-rules').textContent()).toContain('ऊपर के योग उस दिन से बदलते हैं');
    await app.screenshot('reorganisation-move-hi');
    await send('इस दिन से ले जाएँ', 'अब बोकारो में');
    expect(rows('SELECT parentId FROM unit WHERE id = ?', block['Nirsa']!)).toEqual([{ parentId: bokaro }]);
    expect(await board(dhanbad)).toMatchObject({ own: was.own, below: was.below! - own.own! });
    expect(await board(bokaro)).toMatchObject({ own: to.own, below: to.below! + own.own! });
    expect(await board(block['Nirsa']!)).toMatchObject({ own: own.own, electors: own.electors, achieved: own.achieved });
    expect((await dayBefore('धनबाद')).find((line) => line.includes('निरसा'))).toContain('अब कहीं और है');
    await undoTo(atStart);
  });
});

describe('a district renamed', () => {
  it('keeps its old name for search and for the day before', async () => {
    const atStart = recordOf(file);
    await begin('नाम बदलना');
    await choose('जिस इकाई का नाम बदलना है', 'बोकारो', 'जिला');
    expect(await form().locator('.reorg-dim').allTextContents()).toContainEqual(expect.stringContaining('अभी: बोकारो · Bokaro'));
    // What isn't touched stays: names and code are there to be changed, and until then there is nothing to do.
    await expect.poll(() => form().getByLabel('कोड (यदि हो)').inputValue(), slow).toBe('322');
    expect(await form().getByRole('button', { name: 'इस दिन से नाम बदलें' }).isDisabled()).toBe(true);
    await form().getByLabel('हिंदी में नया नाम').fill('बोकारो इस्पात नगर');
    await form().getByLabel('अंग्रेज़ी में नया नाम').fill('Bokaro Steel City');
    await fromDay('10-04-2022', 'राज्य सरकार की अधिसूचना');
    await preview().locator('h2').waitFor();
    await app.screenshot('reorganisation-rename-hi');
    await send('इस दिन से नाम बदलें', 'बोकारो इस्पात नगर: नया नाम, पहले बोकारो');
    expect(rows('SELECT nameEn, nameHi, code FROM unit WHERE id = ?', bokaro)).toEqual([{ nameEn: 'Bokaro Steel City', nameHi: 'बोकारो इस्पात नगर', code: '322' }]);
    expect((await ask(page, 'units.search', { text: 'bokaro' })).map(({ id }) => id)).toContain(bokaro);
    expect((await dayBefore('')).find((line) => line.includes('बोकारो'))).toMatch(/^बोकारो जिला.*अब बोकारो इस्पात नगर/);
    await undoTo(atStart);
  });
});

describe('new part numbers from a sheet', () => {
  interface Booth { id: string; partNumber: string; electors: number; parentId: string }
  let booths: Booth[];
  let atStart: string;
  const seat = 40;
  const sheet = (name: string, lines: (string | number)[][]) => {
    const path = join(app.documentsFolder, name);
    writeFileSync(path, `विधानसभा क्षेत्र,पुरानी भाग संख्या,नई भाग संख्या\n${lines.map((line) => line.join(',')).join('\n')}\n`);
    return path;
  };

  it('lists every row of a sheet it refuses, and changes nothing', async () => {
    atStart = recordOf(file);
    booths = rows<Booth>(
      'SELECT unit.id, unit.partNumber, unit.electors, unit.parentId FROM unit JOIN constituency AS seat ON seat.id = unit.constituencyId WHERE seat.number = ? ORDER BY CAST(partNumber AS INTEGER)', seat);
    const [one, two] = booths;
    app.answerOpen(sheet('टूटी शीट.csv', [[seat, '99999', '1'], [seat, one!.partNumber, ''], ['999', '1', '2'], [seat, two!.partNumber, booths[5]!.partNumber]]));
    await begin('नई भाग संख्या');
    await form().getByRole('button', { name: 'शीट चुनें…' }).click();
    await expect.poll(() => preview().locator('.reorg-refusal').textContent(), slow).toMatch(/पंक्तियाँ काम की नहीं/);
    const problems = await preview().locator('table').first().textContent();
    for (const words of ['किसी खुले बूथ की यह पुरानी संख्या नहीं है', 'नई भाग संख्या नहीं है', 'ऐसा विधानसभा क्षेत्र नहीं है', 'ऐसे बूथ की है जो शीट में नहीं है']) expect(problems).toContain(words);
    expect(await preview().locator('h2').textContent()).toContain('4 पंक्तियाँ');
    const listed = await preview().locator('table').first().locator('tbody tr').evaluateAll((all) => all.slice(0, 4).map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent)));
    expect(listed).toEqual([['2', '40'], ['3', '40'], ['4', '999'], ['5', '40']]);
    expect(await form().getByRole('button', { name: 'इस दिन से नई संख्याएँ दें' }).isDisabled()).toBe(true);
    expect(await seriousFindings(page)).toEqual([]);
    await app.screenshot('reorganisation-renumber-refused-hi');
    expect(recordOf(file) === atStart).toBe(true);
  });

  it('takes the mended sheet: two swapped, one divided, two joined, and the old numbers are found', async () => {
    const [one, two, three, four] = booths as [Booth, Booth, Booth, Booth];
    const last = booths.at(-1)!;
    const lines = [
      [seat, one.partNumber, two.partNumber], [seat, two.partNumber, one.partNumber], [seat, three.partNumber, three.partNumber], [seat, three.partNumber, `${three.partNumber}A`],
      [seat, four.partNumber, last.partNumber], ...booths.slice(4).map((booth) => [seat, booth.partNumber, booth.partNumber]),
    ];
    app.answerOpen(sheet('भाग संख्या.csv', lines));
    await form().getByRole('button', { name: 'दूसरी शीट चुनें…' }).click();
    await expect.poll(() => preview().locator('.reorg-refusal').count(), slow).toBe(0);
    await expect.poll(() => preview().locator('.reorg-rules').textContent(), slow).toContain('2 बूथों की नई संख्या');
    await fromDay('10-04-2022', 'मुख्य निर्वाचन पदाधिकारी');
    await app.screenshot('reorganisation-renumber-hi');
    await expect.poll(() => form().getByRole('button', { name: 'इस दिन से नई संख्याएँ दें' }).isEnabled(), slow).toBe(true);
    await send('इस दिन से नई संख्याएँ दें', 'बूथों की नई भाग संख्याएँ');
    const of = (id: string) => rows<Booth & { closedDay: string | null }>('SELECT partNumber, electors, closedDay FROM unit WHERE id = ?', id)[0]!;
    expect([of(one.id).partNumber, of(two.id).partNumber]).toEqual([two.partNumber, one.partNumber]);
    expect(of(four.id).closedDay).toBe(day);
    expect(of(last.id).electors).toBe(last.electors + four.electors);
    const fresh = rows<Booth & { openedDay: string }>('SELECT electors, openedDay FROM unit WHERE partNumber = ? AND parentId = ?', `${three.partNumber}A`, three.parentId)[0]!;
    expect([fresh.openedDay, fresh.electors + of(three.id).electors]).toEqual([day, three.electors]);
    await begin('नई भाग संख्या');
    await form().getByLabel('विधानसभा क्षेत्र', { exact: true }).and(page.locator('input')).fill(String(seat));
    await page.getByRole('option').filter({ hasText: String(seat) }).first().click();
    await form().getByLabel('भाग संख्या', { exact: true }).fill(`0${four.partNumber}`);
    await expect.poll(() => form().locator('.reorg-rules').textContent(), slow).toContain('तक इसकी थी, अब बंद');
    await form().getByLabel('भाग संख्या', { exact: true }).fill(one.partNumber);
    await expect.poll(() => form().locator('.reorg-rules li').count(), slow).toBe(2);
    expect(await form().locator('.reorg-rules').textContent()).toContain(`तक इसकी थी, अब ${two.partNumber}`);
    await app.screenshot('reorganisation-old-number-hi');
  });

  it('still shows the old numbers on the day before, and undo gives the file as it was', async () => {
    const was = await ask(page, 'reorganisation.treeOn', { unitId: booths[0]!.parentId, day: '2022-04-09', limit: 500 });
    expect(was.rows.find((row) => row.id === booths[0]!.id)).toMatchObject({ partNumber: booths[0]!.partNumber, change: 'renamed' });
    await form().getByRole('button', { name: 'रद्द करें' }).click();
    await undoTo(atStart);
    await expect.poll(() => page.getByText('अभी तक कोई पुनर्गठन नहीं हुआ').count(), slow).toBe(1);
  });
});

describe('the forms of the tree', () => {
  it('say that they correct past days too, and lead to the act from a day on', async () => {
    const acts = [
      { open: 'बदलें', link: 'इसके बजाय एक दिन से नाम बदलें', kind: 'नाम बदलना', field: 'जिस इकाई का नाम बदलना है' },
      { open: 'दूसरी जगह ले जाएँ', link: 'इसके बजाय एक दिन से ले जाएँ', kind: 'स्थान बदलना', field: null },
      { open: 'इकाई बंद करें', link: 'दूसरी इकाई में एक दिन से मिलाएँ', kind: 'मिलाना', field: null },
    ];
    for (const act of acts) {
      await page.locator('nav.rail').getByRole('button', { name: 'संगठन', exact: true }).click();
      await page.getByRole('treeitem').filter({ hasText: 'बोकारो' }).first().click({ button: 'right' });
      await page.getByRole('menuitem', { name: act.open }).first().click();
      const link = page.locator('.unit-form').getByRole('button', { name: act.link });
      await link.waitFor();
      await app.screenshot(`organisation-form-${act.kind === 'नाम बदलना' ? 'edit' : act.kind === 'मिलाना' ? 'close' : 'move'}-hi`);
      await link.click();
      await form().waitFor();
      expect(await form().locator('.mantine-SegmentedControl-label[data-active]').textContent()).toBe(act.kind);
      if (act.field) await expect.poll(() => form().getByLabel(act.field, { exact: true }).inputValue(), slow).toBe('बोकारो');
      else await expect.poll(() => form().locator('.reorg-chip').textContent(), slow).toContain('बोकारो');
    }
  });
});

describe('the same forms in English, dark', () => {
  it('are whole at 1280 × 720', async () => {
    await show('en', 'dark');
    const words = { organisation: 'Organisation', tab: 'Reorganisation', act: 'New act' };
    for (const kind of ['Merge', 'Move', 'Rename', 'Renumber']) {
      await begin(kind, words);
      if (kind === 'Merge') { await choose('Unit that stays', 'Baghmara', 'Block'); await choose('Units that go into it', 'Topchanchi', 'Block'); }
      if (kind === 'Move') { await choose('Units to move', 'Nirsa', 'Block'); await choose('New unit above', 'Bokaro', 'District'); }
      if (kind === 'Rename') { await choose('Unit to rename', 'Bokaro', 'District'); await form().getByLabel('New name in English').fill('Bokaro Steel City'); }
      if (kind !== 'Renumber') await preview().locator('h2').waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await app.screenshot(`reorganisation-${kind.toLowerCase()}-en-dark`);
    }
    expect(app.problems).toEqual([]);
  });
});
