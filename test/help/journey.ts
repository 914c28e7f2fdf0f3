// What several journeys do: open the sample in a language and theme, go to a screen, ask the app as its own window does, fill the sample with a campaign's plan.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/contract.ts';
import { launchApp } from './launch.ts';
import type { LaunchedApp, LaunchOptions } from './launch.ts';
import { readPdf } from './pdf.ts';
import type { PdfText } from './pdf.ts';

/** Calls through the real preload, as the renderer does. For bringing the app into a state; journeys themselves click. */
export async function ask<Name extends CallName>(page: Page, name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const reply = await page.evaluate(
    ([called, given]) => (window as unknown as { sangathan: { call(name: string, input: unknown, id: string): Promise<{ ok: boolean; value: unknown; error?: { code: string } }> } }).sangathan.call(called as string, given, `test-${Math.random()}`),
    [name, input] as const,
  );
  if (!reply.ok) throw new Error(`${name}: ${reply.error?.code ?? 'refused'}`);
  return reply.value as OutputOf<Name>;
}

/** Sets language, theme and what is remembered, and loads the window anew with them. */
export async function showIn(page: Page, settings: InputOf<'settings.set'>): Promise<void> {
  await ask(page, 'settings.set', settings);
  await page.reload();
  await page.waitForSelector('body[data-ready]');
}

/** Waits until a screen is there, has shown nothing new for a moment and is loading nothing: far less than any fixed wait that is safe. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const stillFor = 200;
    const atMost = 15_000;
    const begun = performance.now();
    let changed = begun;
    const observer = new MutationObserver(() => { changed = performance.now(); });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    const waits = () => document.querySelector('main .screen-head h1') === null || document.querySelector('.loading-line') !== null || performance.now() - changed < stillFor;
    while (waits() && performance.now() - begun < atMost) await new Promise((resolve) => { setTimeout(resolve, 20); });
    observer.disconnect();
    if (document.querySelector('main .screen-head h1') === null) throw new Error('No screen came');
  });
}

/** Launches the app with the sample open, in a language and a theme. */
export async function openSample(settings: InputOf<'settings.set'>, options: Omit<LaunchOptions, 'args' | 'sample'> = {}): Promise<LaunchedApp> {
  const app = await launchApp({ ...options, sample: true });
  await showIn(app.page, settings);
  return app;
}

/** Opens a screen by its place in the rail (the label as shown). */
export async function goTo(page: Page, label: string): Promise<void> {
  await page.locator('nav.rail').getByRole('button', { name: label, exact: true }).click();
  await page.locator('nav.rail').getByRole('button', { name: label, exact: true }).and(page.locator('[aria-current=page]')).waitFor();
}

/** Types into a field that finds, and takes the first hit that begins with what was typed. */
export async function chooseFrom(page: Page, label: string | RegExp, typed: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await field.click();
  await field.fill(typed);
  await page.getByRole('option', { name: new RegExp(`^${typed}`) }).first().click();
}

/** Saves the PDF of the sheet that stands in the open dialog, closes the dialog, and gives the text back; null where this machine cannot read a PDF. */
export async function savedSheet(app: LaunchedApp, name: string): Promise<PdfText | null> {
  const { page } = app;
  const path = join(app.documentsFolder, name);
  const dialog = page.getByRole('dialog');
  await dialog.locator('iframe').waitFor();
  app.answerSave(path);
  await dialog.getByRole('button', { name: 'PDF' }).click();
  await page.getByText(name).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return readPdf(path);
}

/** Gives the open sample 15,00,000 members down to the booths, some progress, and the tour of all districts. */
export async function planSample(page: Page): Promise<void> {
  const { rootUnitId } = await ask(page, 'workspace.get', {});
  const unitId = rootUnitId as string;
  const programmes = await ask(page, 'programmes.list', {});
  for (const programme of programmes) {
    const metric = programme.metrics.find((candidate) => candidate.kind === 'sum');
    if (!metric) continue;
    const key = { programmeId: programme.id, metricId: metric.id };
    await ask(page, 'targets.apportion', { ...key, unitId, method: 'electors', total: 1_500_000, toLevelId: 'booth' });
    const { rows } = await ask(page, 'targets.board', { ...key, unitId });
    const [first] = programmes;
    if (programme.id !== first?.id) continue;
    for (const [at, row] of rows.slice(0, 20).entries()) {
      await ask(page, 'progress.record', { ...key, unitId: row.id, day: '2022-04-14', value: Math.round(((row.own ?? 0) * (35 + ((at * 37) % 70))) / 100), source: 'phone', toldBy: 'District coordinator' });
    }
  }
  const districts = await ask(page, 'units.children', { parentId: unitId, limit: 100 });
  const byName = (name: string) => districts.rows.find((row) => row.nameEn === name)?.id ?? null;
  const people = await ask(page, 'people.list', { text: 'State in-charge' });
  const { id } = await ask(page, 'tours.save', {
    id: null,
    fields: {
      nameEn: 'Tour of the districts', nameHi: 'जिलों का दौरा', personId: people.rows[0]?.id as string, fromDay: '2022-04-18', toDay: '2022-04-26',
      firstUnitId: byName('East Singhbhum'), lastUnitId: byName('Ranchi'), unitIds: districts.rows.map((row) => row.id),
      meetingMinutes: 90, dutyFrom: 540, dutyTo: 1200, roadFactor: 1.25, speedKmPerHour: 40,
    },
  });
  await ask(page, 'tours.plan', { id });
}
