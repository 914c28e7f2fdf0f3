// The story's first half by mouse and keyboard: the drive is extended on the timeline, what follows is seen, one line held back, the order given, its notice read, all undone; links, blackout days.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample, showIn } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { readPdf } from '../help/pdf.ts';

let app: LaunchedApp;
let page: Page;

beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
  page = app.page;
  await ask(page, 'workspace.set', { asOfDay: '2022-03-30' });
  // The sample stands after the extension; the story begins before it.
  const { rows } = await ask(page, 'programmes.orders', {});
  await ask(page, 'programmes.takeBackOrder', { id: rows[0]!.id });
  const [drive, dialogue] = await ask(page, 'programmes.list', {});
  const { rootUnitId } = await ask(page, 'workspace.get', {});
  const districts = await ask(page, 'units.children', { parentId: rootUnitId as string, limit: 100 });
  const unit = (name: string) => districts.rows.find(({ nameEn }) => nameEn === name)!.id;
  const people = await ask(page, 'people.list', { text: 'State in-charge' });
  const tour = await ask(page, 'tours.save', { id: null, fields: {
    nameEn: 'Tour of the districts', nameHi: 'जिलों का दौरा', personId: people.rows[0]!.id, fromDay: '2022-04-12', toDay: '2022-04-20', firstUnitId: unit('East Singhbhum'), lastUnitId: unit('Ranchi'),
    unitIds: [unit('East Singhbhum'), unit('Dhanbad'), unit('Bokaro'), unit('Ranchi')], meetingMinutes: 90, dutyFrom: 540, dutyTo: 1200, roadFactor: 1.3, speedKmPerHour: 40,
  } });
  await ask(page, 'tours.plan', { id: tour.id });
  const { days } = await ask(page, 'tours.get', { id: tour.id });
  await ask(page, 'tours.pin', { stopId: days.flatMap(({ visits }) => visits)[0]!.stopId, pinned: true });
  await ask(page, 'programmes.saveLink', { id: null, fields: { fromKind: 'programme', fromId: dialogue!.id, toKind: 'tour', toId: tour.id, kind: 'keepsGap' } });
  expect(drive!.toDay).toBe('2022-03-31');
});
afterAll(() => app.close());

const state = async () => JSON.stringify([await ask(page, 'programmes.list', {}), await ask(page, 'programmes.timeline', { fromDay: '2022-01-01', toDay: '2022-12-31' }), await ask(page, 'programmes.orders', {})]);
const panel = () => page.locator('[data-side-panel]');
const bar = (name: string) => page.locator('.tl-row').filter({ has: page.locator('.tl-name-text', { hasText: name }) }).locator('.tl-bar');
const ghost = (name: string) => page.locator('.tl-row').filter({ has: page.locator('.tl-name-text', { hasText: name }) }).locator('.tl-ghost');
const drive = 'सदस्यता अभियान';
const dialogue = 'संवाद कार्यक्रम';
const openTimeline = async () => { await goTo(page, 'कार्यक्रम'); await bar(drive).waitFor(); };

describe('the drive is extended on the timeline', () => {
  it('its end pulled by the mouse shows at once what would follow; Escape gives up', async () => {
    await openTimeline();
    await app.screenshot('programmes-timeline-hi-light');
    const box = (await bar(drive).locator('.tl-handle').boundingBox())!;
    await page.mouse.move(box.x + 4, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 4 + 17 * 15, box.y + 8, { steps: 8 });
    await ghost(dialogue).waitFor();
    expect(await ghost(dialogue).textContent()).toBe('18-04 – 26-04');
    await page.locator('.tl-card').getByText('जिलों का दौरा').waitFor();
    await app.screenshot('programmes-drag-hi-light');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await ghost(dialogue).waitFor({ state: 'detached' });
    expect(await panel().count()).toBe(0);
  });

  it('by keyboard the same; the wizard lists what moves, what stays and what stands against it', async () => {
    await page.locator('.tl').focus();
    await page.keyboard.press('Home');
    for (let n = 0; n < 15; n++) await page.keyboard.press('Shift+ArrowRight');
    await ghost(dialogue).waitFor();
    await page.keyboard.press('Enter');
    await panel().getByRole('region', { name: 'क्या आगे बढ़ेगा' }).getByText('18-04 – 26-04').waitFor();
    const conflicts = panel().locator('.order-conflicts li');
    expect(await conflicts.first().textContent()).toContain('जिलों का दौरा');
    expect(await conflicts.first().textContent()).toContain('जमशेदपुर का पड़ाव');
    await app.screenshot('programmes-order-hi-light');
    await panel().getByRole('region', { name: 'क्या आगे बढ़ेगा' }).scrollIntoViewIfNeeded();
    await panel().getByRole('checkbox', { name: 'प्रदेश समीक्षा बैठक' }).click();
    await panel().getByText('आपने रोक लिया').waitFor();
    await app.screenshot('programmes-order-held-hi-light');
    expect(await seriousFindings(page)).toEqual([]);
  });

  it('is ordered in one step, its notice read back, and undone whole', async () => {
    const before = await state();
    await panel().getByLabel('किसका आदेश').fill('राष्ट्रीय कार्यालय');
    await panel().getByLabel('कारण').fill('सदस्यता के लिए पंद्रह दिन और');
    await panel().getByRole('button', { name: '15-04-2022 तक बढ़ाएँ' }).click();
    // Orders from before have notices too: the one just given is meant.
    await panel().getByText('सदस्यता के लिए पंद्रह दिन और').first().waitFor();
    await panel().getByRole('button', { name: 'सूचना छापें' }).first().waitFor();
    await app.screenshot('programmes-given-hi-light');
    await panel().getByRole('button', { name: 'सूचना छापें' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('iframe').waitFor();
    const path = join(app.documentsFolder, 'notice.pdf');
    app.answerSave(path);
    await app.screenshot('programmes-notice-hi-light');
    await dialog.getByRole('button', { name: 'PDF' }).click();
    await expect.poll(() => app.asked.length).toBe(1);
    await page.getByText('notice.pdf').waitFor();
    // Where this machine cannot read a PDF back, its being there is all that is known.
    const notice = readPdf(path);
    if (notice) for (const part of [drive, '15-04-2022', 'राष्ट्रीय कार्यालय', 'सदस्यता के लिए पंद्रह दिन और', 'संवाद कार्यक्रम', '18-04-2022', 'जिलों का दौरा']) expect(notice.text).toContain(part);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    const { rows } = await ask(page, 'programmes.orders', {});
    expect(rows.find(({ takenBackDay }) => takenBackDay === null)).toMatchObject({ newToDay: '2022-04-15', orderBy: 'राष्ट्रीय कार्यालय' });
    await page.locator('.status-line .status-act').first().click();
    await expect.poll(state).toBe(before);
    expect(app.problems).toEqual([]);
  });
});

describe('links', () => {
  it('are added in words; a cycle is refused and named', async () => {
    await page.locator('.tl-row .tl-name').filter({ hasText: drive }).click();
    await panel().getByRole('tab', { name: /कड़ियाँ/ }).click();
    await panel().getByText('कम से कम 3 दिन बाद').waitFor();
    await panel().getByRole('button', { name: 'कड़ी जोड़ें' }).click();
    await panel().getByLabel('कार्यक्रम, दौरा या बैठक').fill('समीक्षा');
    await page.getByRole('option', { name: /प्रदेश समीक्षा बैठक/ }).click();
    await panel().getByRole('button', { name: 'कड़ी जोड़ें' }).last().click();
    const refusal = panel().getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.textContent()).toMatch(/→/);
    expect(await refusal.textContent()).toContain(dialogue);
    await app.screenshot('programmes-cycle-hi-light');
    expect(await seriousFindings(page)).toEqual([]);
    await panel().getByLabel('नियम').click();
    await page.getByRole('option', { name: 'इनके साथ एक ही दिन न हो' }).click();
    await panel().getByRole('button', { name: 'कड़ी जोड़ें' }).last().click();
    await panel().getByText('एक ही दिन न हों').waitFor();
    await page.locator('.status-line .status-act').first().click();
    await panel().getByText('एक ही दिन न हों').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  });
});

describe('how a programme stands', () => {
  it('is stopped until further notice by an order, and taken up again', async () => {
    await openTimeline();
    await page.locator('.tl-row .tl-name').filter({ hasText: dialogue }).click();
    await panel().getByRole('tab', { name: 'कार्यक्रम' }).click();
    await app.screenshot('programmes-panel-hi-light');
    await panel().getByRole('button', { name: 'अन्य आदेश' }).click();
    await page.getByRole('menuitem', { name: 'अगले आदेश तक स्थगित करें' }).click();
    await panel().getByLabel('किसका आदेश').fill('प्रदेश अध्यक्ष');
    await panel().locator('.order-part').first().waitFor();
    await app.screenshot('programmes-notice-until-hi-light');
    await panel().getByRole('button', { name: 'अगले आदेश तक स्थगित करें' }).click();
    await panel().locator('.state-mark', { hasText: 'अगले आदेश तक स्थगित' }).waitFor();
    await app.screenshot('programmes-stopped-hi-light');
    await panel().getByRole('button', { name: 'फिर शुरू करें' }).click();
    await panel().locator('.state-mark', { hasText: 'योजना में' }).waitFor();
    for (let n = 0; n < 2; n++) await page.locator('.status-line .status-act').first().click();
    await expect.poll(async () => (await ask(page, 'programmes.orders', {})).rows.filter(({ takenBackDay }) => takenBackDay === null).length).toBe(0);
    await panel().locator('header').getByRole('button').click();
  });
});

describe('by keyboard and level by level', () => {
  it('links are reached from a bar, shown, changed and taken away; undo brings them back', async () => {
    await openTimeline();
    await page.locator('.tl-row .tl-name').filter({ hasText: dialogue }).click();
    await panel().locator('header').getByRole('button').click();
    await panel().waitFor({ state: 'detached' });
    await page.locator('.tl').focus();
    await page.keyboard.press('l');
    const strip = page.getByRole('toolbar', { name: /संवाद कार्यक्रम/ });
    const chosen = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect.poll(chosen).toContain('कम से कम 3 दिन बाद');
    await page.locator('.tl-arrow[data-chosen]').waitFor({ state: 'attached' });
    await app.screenshot('programmes-links-hi-light');
    expect(await seriousFindings(page)).toEqual([]);
    const before = await strip.locator('[data-link]').count();
    await page.keyboard.press('Delete');
    await expect.poll(() => strip.locator('[data-link]').count()).toBe(before - 1);
    await page.locator('.status-line .status-act').first().click();
    await expect.poll(() => strip.locator('[data-link]').count()).toBe(before);
    await strip.locator('[data-link]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await panel().locator('.link-edit').waitFor();
    await panel().locator('header').getByRole('button').click();
  });

  it('a level is begun, postponed by its own order and its districts ticked; undo takes each back', async () => {
    const before = await state();
    await page.locator('.tl-row .tl-name').filter({ hasText: dialogue }).click();
    await panel().getByRole('tab', { name: 'स्तर' }).click();
    const line = (name: string) => panel().locator('.levels > li').filter({ hasText: name });
    const act = async (name: string, word: string) => { await line(name).getByRole('button', { name: /और आदेश/ }).click(); await page.getByRole('menuitem', { name: word }).click(); };
    await act('जिला', 'शुरू हो गया');
    await line('जिला').getByText('जारी').waitFor();
    await app.screenshot('programmes-levels-hi-light');
    await line('जिला').getByRole('button').first().click();
    await panel().locator('.phase-unit').getByRole('checkbox').nth(1).click();
    await line('जिला').getByText(/में से 1 में/).waitFor();
    await app.screenshot('programmes-level-units-hi-light');
    expect(await seriousFindings(page)).toEqual([]);
    await act('बूथ', 'आगे के दिनों पर स्थगित करें');
    await panel().getByLabel('किसका आदेश').fill('प्रदेश अध्यक्ष');
    await panel().locator('.order-part').first().waitFor();
    await app.screenshot('programmes-level-order-hi-light');
    await panel().locator('button[type=submit]').click();
    await panel().locator('.earlier strong', { hasText: 'स्थगन · बूथ' }).waitFor();
    await app.screenshot('programmes-level-given-hi-light');
    for (let n = 0; n < 3; n++) await page.locator('.status-line .status-act').first().click();
    await expect.poll(state).toBe(before);
    await panel().locator('header').getByRole('button').click();
    expect(app.problems).toEqual([]);
  });

  it('the timeline follows the scope and says so', async () => {
    const { rootUnitId } = await ask(page, 'workspace.get', {});
    const { rows } = await ask(page, 'units.children', { parentId: rootUnitId as string, limit: 100 });
    const [dhanbad, ranchi] = ['Dhanbad', 'Ranchi'].map((name) => rows.find(({ nameEn }) => nameEn === name)!);
    const { id } = await ask(page, 'programmes.save', { id: null, fields: { nameEn: 'In Dhanbad', nameHi: 'धनबाद का शिविर', fromDay: '2022-04-05', toDay: '2022-04-06', phases: [], metricIds: [], unitId: dhanbad!.id } });
    await bar('धनबाद का शिविर').waitFor();
    await page.locator('.crumb-menu').first().click();
    await page.getByRole('menuitem', { name: ranchi!.nameHi!, exact: true }).click();
    await page.getByRole('status').filter({ hasText: 'से जुड़े' }).waitFor();
    await bar('धनबाद का शिविर').waitFor({ state: 'detached' });
    await app.screenshot('programmes-scope-hi-light');
    await page.getByRole('button', { name: 'सभी दिखाएँ' }).click();
    await bar('धनबाद का शिविर').waitFor();
    await ask(page, 'programmes.remove', { id });
  });
});

describe('blackout days', () => {
  it('come from a sheet, bad rows told; one step to undo', async () => {
    const path = join(app.documentsFolder, 'blackouts.csv');
    writeFileSync(path, '\ufeffनाम,प्रकार,पहला दिन,अंतिम दिन,जिला\nकरमा पूजा,त्योहार,06-09-2022,06-09-2022,\nपंचायत चुनाव आचार संहिता,आचार संहिता,09-04-2022,31-05-2022,\nबोर्ड परीक्षा,परीक्षा,24-03-2022,25-04-2022,राँची\nबिना दिन का,त्योहार,,,\n');
    await openTimeline();
    await page.locator('nav.family-tabs button').nth(1).click();
    await page.getByRole('button', { name: 'पत्रक से लाएँ' }).click();
    app.answerOpen(path);
    await page.getByRole('button', { name: 'पत्रक चुनें' }).click();
    const add = page.getByRole('button', { name: '3 प्रविष्टियाँ जोड़ें' });
    await add.waitFor();
    await page.getByText('बोर्ड परीक्षा').waitFor();
    await app.screenshot('blackouts-import-hi-light');
    const before = (await ask(page, 'blackouts.list', {})).length;
    await add.click();
    await page.locator('.blackout-line', { hasText: 'पंचायत चुनाव आचार संहिता' }).waitFor();
    expect((await ask(page, 'blackouts.list', {})).length).toBe(before + 3);
    await app.screenshot('blackouts-hi-light');
    await page.locator('.blackout-line', { hasText: 'करमा पूजा' }).click();
    await panel().getByLabel('हिंदी में नाम').fill('करमा');
    await panel().getByRole('button', { name: 'सहेजें' }).click();
    await page.locator('.blackout-line', { hasText: /^.*करमा(?! पूजा)/ }).waitFor();
    for (let n = 0; n < 2; n++) await page.locator('.status-line .status-act').first().click();
    await expect.poll(async () => (await ask(page, 'blackouts.list', {})).length).toBe(before);
    await page.locator('nav.family-tabs button').first().click();
  });
});

describe('in every language and theme', () => {
  it('reads whole: timeline, list, wizard, print', async () => {
    for (const [language, theme, width, height] of [['en', 'dark', 1920, 1080], ['en', 'light', 1280, 720], ['hi', 'dark', 1280, 720]] as const) {
      await page.setViewportSize({ width, height });
      await showIn(page, { language, theme, remembered: { 'programmes.view': 'timeline', 'programmes.zoom': width > 1500 ? 'week' : 'month' } });
      await page.locator('nav.rail button').nth(3).click();
      await page.locator('.tl-row').first().waitFor();
      await page.locator('.tl').focus();
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowUp');
      await app.screenshot(`programmes-timeline-${language}-${theme}`);
      for (let n = 0; n < 15; n++) await page.keyboard.press('Shift+ArrowRight');
      await page.locator('.tl-ghost').nth(1).waitFor();
      await page.keyboard.press('Enter');
      await panel().locator('.order-table').first().waitFor();
      await app.screenshot(`programmes-order-${language}-${theme}`);
      if (language === 'hi') expect(await seriousFindings(page)).toEqual([]);
      await panel().locator('header').getByRole('button').click();
      await page.locator('.screen-head .mantine-SegmentedControl-label').nth(1).click();
      await page.locator('.row-grid-row').first().click();
      await panel().waitFor();
      await app.screenshot(`programmes-list-${language}-${theme}`);
      if (theme === 'light') expect(await seriousFindings(page)).toEqual([]);
      await page.locator('nav.family-tabs button').nth(1).click();
      await page.locator('.screen-head h1').waitFor();
      await page.locator('.screen-head .mantine-SegmentedControl-label').nth(1).click();
      await page.locator('.blackout-line').first().waitFor();
      await app.screenshot(`blackouts-${language}-${theme}`);
      if (language === 'hi') expect(await seriousFindings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1)).toBe(true);
    }
    expect(app.problems).toEqual([]);
  });

  it('the timeline is printed whole, in both languages', async () => {
    await page.locator('nav.family-tabs button').first().click();
    await page.locator('.screen-head .mantine-SegmentedControl-label').first().click();
    await page.getByRole('button', { name: 'समयरेखा छापें' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('दोनों', { exact: true }).click();
    await dialog.frameLocator('iframe').getByText('Timeline of programmes').first().waitFor();
    await app.screenshot('programmes-print-both');
    const path = join(app.documentsFolder, 'timeline.pdf');
    app.answerSave(path);
    await dialog.getByRole('button', { name: 'PDF' }).click();
    await page.getByText('timeline.pdf').waitFor();
    const print = readPdf(path);
    if (print) for (const part of [drive, 'Membership drive', dialogue, 'जिलों का दौरा', 'Panchayat', '12-04 – 20-04', 'वर्जित दिन']) expect(print.text).toContain(part);
    await page.keyboard.press('Escape');
    expect(app.problems).toEqual([]);
  });
});
