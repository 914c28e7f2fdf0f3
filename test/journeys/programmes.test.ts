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
  await ask(page, 'tours.pin', { stopId: days[0]!.visits[0]!.stopId, pinned: true });
  await ask(page, 'programmes.saveLink', { id: null, fields: { fromKind: 'programme', fromId: dialogue!.id, toKind: 'tour', toId: tour.id, kind: 'keepsGap' } });
  expect(drive!.toDay).toBe('2022-03-31');
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
