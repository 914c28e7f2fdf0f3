// An import of last week is taken back in the window: the list, what goes and what stays and why, the act, and its undo. English and Hindi, light and dark.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let folder: string;

/** A new district with 3 blocks of 40 panchayats. */
const lines = ['District,Block,Panchayat'];
for (let block = 1; block <= 3; block++) for (let panchayat = 1; panchayat <= 40; panchayat++) lines.push(`New Town,Area ${block},Village ${block}-${panchayat}`);

const unit = async (text: string) => (await ask(app.page, 'units.search', { text, kinds: ['unit'] }))[0]!.id;
const button = (name: string | RegExp) => app.page.getByRole('button', { name });
const reload = async (language: 'en' | 'hi', theme: 'light' | 'dark') => {
  await showIn(app.page, { language, theme });
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-earlier-'));
  writeFileSync(join(folder, 'New Town.csv'), `${lines.join('\n')}\n`);
  app = await launchApp({ sample: true });
  const { page } = app;
  app.answerOpen(join(folder, 'New Town.csv'));
  const files = await ask(page, 'exchange.choose', {});
  const sheet = await ask(page, 'exchange.inspect', { token: files![0]!.token });
  const { rootUnitId } = await ask(page, 'workspace.get', {});
  await ask(page, 'exchange.apply', { token: sheet.token, rootId: rootUnitId, mapping: sheet.guess! });
  // Since then: a name put right, a target given, a person made responsible.
  await ask(page, 'units.update', { id: await unit('Village 1-7'), fields: { nameHi: 'गाँव 7' } });
  const [programme] = await ask(page, 'programmes.list', {});
  const metric = programme!.metrics.find(({ kind }) => kind === 'sum')!;
  for (const name of ['Village 2-3', 'Village 2-4']) await ask(page, 'targets.set', { programmeId: programme!.id, metricId: metric.id, unitId: await unit(name), value: 40 });
  const { rows: [person] } = await ask(page, 'people.list', { text: 'State in-charge' });
  await ask(page, 'charges.handOut', { fromDay: '2022-04-18', toDay: '2022-04-26', lines: [{ personId: person!.id, unitIds: [await unit('Area 3')] }] });
}, 120_000);
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

it('lists earlier imports on the first step', async () => {
  await reload('en', 'light');
  await goTo(app.page, 'Import');
  const row = app.page.getByRole('row', { name: /New Town\.csv/ });
  await row.waitFor();
  expect(await row.innerText()).toMatch(/124\s+124/);
  expect(await seriousFindings(app.page)).toEqual([]);
  await row.scrollIntoViewIfNeeded();
  await app.screenshot('earlier-imports-en');
});

it('shows what would go, and what stays and why', async () => {
  const { page } = app;
  await button('Take this import back: New Town.csv').click();
  await page.getByText('117 units will be taken away').waitFor();
  await page.getByText('7 units stay, because they were worked with since.').waitFor();
  const table = page.getByRole('table', { name: 'What stays and why' });
  expect(await table.getByRole('row').count()).toBe(8);
  expect(await table.getByRole('row', { name: /Village 1-7/ }).innerText()).toContain('Changed since');
  expect(await table.getByRole('row', { name: /Area 3/ }).innerText()).toContain('Somebody is responsible');
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('take-back-en');
  await page.getByText('Has a target · 2', { exact: true }).click();
  await expect.poll(() => table.getByRole('row').count()).toBe(3);
});

it('takes it back in one step, and one undo brings it again', async () => {
  const { page } = app;
  await button('Take back 117 units').click();
  await page.getByText('117 units of the import “New Town.csv” taken back').first().waitFor();
  await expect.poll(async () => (await ask(page, 'imports.list', {})).rows[0]?.there).toBe(7);
  expect(await page.getByRole('row', { name: /New Town\.csv/ }).innerText()).toMatch(/124\s+7/);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await ask(page, 'imports.list', {})).rows[0]?.there).toBe(124);
});

it('reads well in Hindi and in the dark, small and large', async () => {
  await reload('hi', 'dark');
  const { page } = app;
  await goTo(page, 'आयात');
  const row = page.getByRole('row', { name: /New Town\.csv/ });
  await row.scrollIntoViewIfNeeded();
  await app.screenshot('earlier-imports-hi-dark');
  await button('यह आयात वापस लें: New Town.csv').click();
  await page.getByText('117 इकाइयाँ हटेंगी', { exact: false }).waitFor();
  await app.screenshot('take-back-hi-dark');
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await app.screenshot('earlier-imports-hi-dark-wide');
  expect(app.problems).toEqual([]);
});
