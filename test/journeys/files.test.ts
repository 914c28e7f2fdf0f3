// Files in the window: a new one begun, its first units made by keyboard, found again after a restart with its undo, backed up by itself,
// and files that cannot be opened refused with what to do next.
import { copyFileSync, existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { goTo } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { recordOf } from '../help/workspace.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app?.close());

const path = () => join(app.documentsFolder, 'Bihar.sangathan');
const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const press = async (...keys: string[]) => {
  for (const key of keys) await app.page.keyboard.press(key);
};
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 20_000, interval: 100 });
const read = <Value>(use: (file: Database.Database) => Value): Value => {
  const file = new Database(path(), { readonly: true });
  try {
    return use(file);
  } finally {
    file.close();
  }
};

it('begins in Hindi with what can be done, and in English at one press', async () => {
  const { page } = app;
  await page.getByRole('heading', { name: 'संगठन' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('hi');
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('files-hi');
  await button('In English').click();
  await button(/Start a new file/).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});

it('starts a new file where the person says, with the state and the usual levels', async () => {
  const { page } = app;
  await button(/Start a new file/).click();
  await page.keyboard.type('Bihar');
  await press('Tab');
  await page.keyboard.type('बिहार');
  app.answerSave(path());
  await press('Enter');
  await page.locator('nav.rail').waitFor();
  expect(read((file) => file.prepare('SELECT nameEn, nameHi, levelId FROM unit').all())).toEqual([{ nameEn: 'Bihar', nameHi: 'बिहार', levelId: 'state' }]);
  expect(read((file) => file.prepare('SELECT COUNT(*) FROM level').pluck().get())).toBe(9);
  await app.screenshot('home-empty-en');
  expect(await seriousFindings(page)).toEqual([]);
});

it.each(['Organisation', 'People', 'Programmes', 'Targets', 'Calendar', 'Tours', 'Sheets', 'Import', 'History', 'Settings'])('%s is not silent when there is nothing yet', async (name) => {
  const { page } = app;
  await goTo(page, name);
  await page.waitForTimeout(500);
  expect(await page.locator('main').innerText()).toMatch(/\w{3}/);
  await app.screenshot(`empty-${name.toLowerCase()}-en`);
  expect(await seriousFindings(page)).toEqual([]);
  expect(app.problems).toEqual([]);
});

it('closed and opened again from the list, the act before can still be undone and redone', async () => {
  const { page } = app;
  await goTo(page, 'Settings');
  await page.getByRole('textbox', { name: /party/i }).first().fill('Lok Jan Dal');
  await press('Tab');
  const save = page.getByRole('button', { name: /^Save/ }).first();
  if (await save.count()) await save.click();
  await soon(() => read((file) => file.prepare(`SELECT value FROM workspace WHERE key = 'party'`).pluck().get())).toBe('Lok Jan Dal');
  const named = read(recordOf);
  await app.restart();
  await app.page.getByRole('button', { name: /^Bihar/ }).click();
  await app.page.locator('nav.rail').waitFor();
  await app.page.locator('main').focus();
  await press('Control+z');
  await soon(() => read((file) => file.prepare(`SELECT COUNT(*) FROM workspace WHERE key = 'party' AND value = 'Lok Jan Dal'`).pluck().get())).toBe(0);
  await press('Control+Shift+z');
  await soon(() => read(recordOf)).toBe(named);
});

it('is backed up by itself once a day, beside the file, and the copy opens', async () => {
  const folder = join(app.documentsFolder, 'Bihar backups');
  await soon(() => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sangathan')) : [])).toHaveLength(1);
  const [name = ''] = readdirSync(folder);
  const copy = new Database(join(folder, name), { readonly: true });
  expect(copy.prepare('SELECT nameEn FROM unit').pluck().all()).toEqual(['Bihar']);
  copy.close();
});

it('refuses a letter, a newer file and a missing one, each with its own words and what to do next', async () => {
  const letter = join(app.documentsFolder, 'letter.sangathan');
  writeFileSync(letter, 'Dear friends, the list of booths will follow by post.');
  await app.restart();
  app.answerOpen(letter);
  await button(/^Open a file/).first().click();
  const refusal = app.page.getByRole('alert');
  await refusal.getByText('“letter” was not opened').waitFor();
  await refusal.getByText(/not a Sangathan file/).waitFor();
  await app.screenshot('refused-en');
  expect(await seriousFindings(app.page)).toEqual([]);

  const newer = join(app.documentsFolder, 'newer.sangathan');
  copyFileSync(path(), newer);
  const file = new Database(newer);
  file.pragma('user_version = 99990');
  file.close();
  app.answerOpen(newer);
  await button(/^Open a file/).first().click();
  await refusal.getByText(/newer version of Sangathan/).waitFor();

  renameSync(path(), `${path()}.moved`);
  await app.restart();
  await app.page.getByText('Not found where it was').first().waitFor();
  await app.page.getByRole('button', { name: /^Bihar/ }).click();
  await app.page.getByRole('alert').getByText(/no longer where it was/).waitFor();
  await app.page.getByRole('button', { name: 'Remove Bihar from this list' }).click();
  await app.page.getByRole('button', { name: /^Bihar/ }).waitFor({ state: 'detached' });
});

it('opens the sample by keyboard, finds anything by Ctrl K in either script, and lists the keys by ?', async () => {
  const { page } = app;
  await button(/Jharkhand sample/).focus();
  await press('Enter');
  await page.locator('nav.rail').waitFor();
  await press('Control+k');
  await page.keyboard.type('बाघमारा', { delay: 10 });
  await page.getByRole('option', { name: /Baghmara.*Dhanbad/ }).first().waitFor();
  await app.screenshot('palette-en');
  expect(await seriousFindings(page)).toEqual([]);
  await press('Enter');
  await page.locator('.crumbs', { hasText: 'Baghmara' }).waitFor();
  await press('Alt+5');
  await page.locator('nav.rail [aria-current=page]', { hasText: 'Targets' }).waitFor();
  await page.locator('main').focus();
  await press('?');
  await page.getByRole('dialog').getByText(/Ctrl/).first().waitFor();
  await app.screenshot('keys-en');
  expect(app.problems).toEqual([]);
});

it('a sample that was worked in is kept when the sample is asked for again', async () => {
  await press('Escape');
  await goTo(app.page, 'Settings');
  await app.page.getByRole('textbox', { name: /party/i }).first().fill('Lok Jan Dal');
  await app.page.getByRole('button', { name: /^Save/ }).first().click();
  const party = (name: string) => {
    const file = new Database(join(app.userFolder, name), { readonly: true });
    try {
      return file.prepare(`SELECT value FROM workspace WHERE key = 'party'`).pluck().get();
    } finally {
      file.close();
    }
  };
  await soon(() => party('Jharkhand sample.sangathan')).toBe('Lok Jan Dal');
  await app.restart(['--sample']);
  expect(party('Jharkhand sample.sangathan')).toBeUndefined();
  await app.restart();
  await app.page.getByRole('button', { name: /^Jharkhand sample, earlier/ }).click();
  await app.page.locator('nav.rail').waitFor();
  expect(party('Jharkhand sample, earlier.sangathan')).toBe('Lok Jan Dal');
});
