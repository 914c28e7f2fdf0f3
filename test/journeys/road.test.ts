// The aide's day on the road in the window, in Hindi: arrived, held, promised, late, undone; the brief on paper; coverage on the map.
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample, planSample, settled } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { recordOf } from '../help/workspace.ts';

let app: LaunchedApp;
let file: Database.Database;

beforeAll(async () => {
  app = await openSample({ language: 'hi', theme: 'light' });
  await planSample(app.page);
  const { page } = app;
  const tour = (await ask(page, 'tours.list', {}))[0]!;
  if (!tour.onCalendar) await ask(page, 'tours.putOnCalendar', { id: tour.id, onCalendar: true, accept: true });
  file = new Database(join(app.userFolder, 'Jharkhand sample.sangathan'), { readonly: true });
});
afterAll(async () => {
  file?.close();
  await app?.close();
});

const quick = 6000;
beforeAll(() => { app.page.setDefaultTimeout(quick); });
const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const tab = (name: string) => app.page.getByRole('navigation').getByRole('button', { name, exact: true }).or(app.page.getByRole('link', { name, exact: true })).or(app.page.getByRole('tab', { name, exact: true })).first();
const findingsOfDialog = () => seriousFindings(app.page, '[role=dialog]');
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 20_000, interval: 100 }).toEqual(wanted);
const marks = () => file.prepare(`SELECT state, attendance FROM visit WHERE stopId IS NOT NULL`).all();

/** What the button says on the first leg beside which something fits in. */
async function roomyLeg(): Promise<string> {
  const { page } = app;
  const tour = await ask(page, 'tours.get', { id: (await ask(page, 'tours.list', {}))[0]!.id });
  const visits = tour.days.flatMap((day) => day.visits);
  for (const visit of visits.filter(({ legMinutes }) => legMinutes > 0)) {
    const { units, fromPlaceHi, toPlaceHi } = await ask(page, 'road.alongLeg', { tourId: tour.id, stopId: visit.stopId, levelId: 'block', corridorKm: 15 });
    if (units.some(({ begin }) => begin !== null)) return `${fromPlaceHi} से ${toPlaceHi} के रास्ते में क्या है`;
  }
  throw new Error('No leg has room');
}

it('shows the blocks beside a leg, adds one, and fills the free time after a look; both are undone', async () => {
  const { page } = app;
  const before = recordOf(file);
  await goTo(page, 'दौरे');
  await page.getByRole('button', { name: await roomyLeg() }).click();
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor();
  await settled(page);
  expect(await findingsOfDialog()).toEqual([]);
  await app.screenshot('roadside-leg-hi');
  await page.getByRole('button', { name: /पर जोड़ें/ }).first().click();
  await until(() => recordOf(file) === before, false);
  await page.keyboard.press('Escape');
  await ask(page, 'history.undo', {});
  await until(() => recordOf(file) === before, true);
  await button('खाली समय भरें').click();
  await button('फिर सुझाएँ').waitFor();
  await settled(page);
  expect(await findingsOfDialog()).toEqual([]);
  await app.screenshot('roadside-fill-hi');
  await page.getByRole('button', { name: /पड़ाव जोड़ें/ }).click();
  await until(() => file.prepare('SELECT COUNT(*) > 0 AS more FROM tourStop WHERE must = 0').get(), { more: 1 });
  await settled(page);
  await app.screenshot('roadside-filled-hi');
  await ask(page, 'history.undo', {});
  await until(() => recordOf(file) === before, true);
});

it('marks the first stop arrived and held with its attendance, and writes down what was promised', async () => {
  const { page } = app;
  await ask(page, 'workspace.set', { asOfDay: '2022-04-20' });
  await tab('आज का दौरा').click();
  await page.getByRole('heading', { name: 'आज का दौरा' }).waitFor();
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await button('पहुँचे').click();
  // At once, before the window can have heard of the arrival: what is typed must not be lost.
  await page.getByLabel('उपस्थिति').fill('180');
  await page.getByLabel('उपस्थिति').press('Enter');
  await until(marks, [{ state: 'arrived', attendance: 180 }]);
  await page.getByLabel('क्या आश्वासन दिया').fill('कार्यालय के लिए कुर्सियाँ');
  await page.getByLabel('क्या आश्वासन दिया').press('Enter');
  await page.getByText('कार्यालय के लिए कुर्सियाँ').first().waitFor();
  await app.screenshot('today-arrived-hi');
  await button('बैठक हुई').click();
  await until(marks, [{ state: 'held', attendance: 180 }]);
  await settled(page);
  await app.screenshot('today-hi');
});

it('late: shows what falls out, applies it as one step, and undo brings the day back', async () => {
  const { page } = app;
  const before = recordOf(file);
  await button('हम देर से हैं').click();
  await page.getByText('3 घं', { exact: true }).click();
  await page.getByLabel('कितने मिनट देर').fill('400');
  await page.getByLabel('कितने मिनट देर').press('Enter');
  await page.getByRole('heading', { name: /छूट/ }).waitFor();
  await settled(page);
  expect(await findingsOfDialog()).toEqual([]);
  await app.screenshot('today-late-hi');
  await button('शेष दिन ऐसे रखें').click();
  await until(() => recordOf(file) === before, false);
  await button('पूर्ववत करें').or(page.getByRole('button', { name: /वापस|पूर्ववत/ })).first().click();
  await until(() => recordOf(file) === before, true);
});

it('shows the stop brief as it is printed', async () => {
  const { page } = app;
  await button('विवरण').click();
  const paper = page.frameLocator('iframe');
  await paper.getByRole('heading', { name: /पड़ाव विवरण/ }).waitFor();
  await paper.getByText('समिति में रिक्तियाँ').waitFor();
  await settled(page);
  await app.screenshot('today-brief-hi');
  await page.keyboard.press('Escape');
});

it('coverage: districts on the map and as a list, what is left out, copied', async () => {
  const { page } = app;
  await tab('पहुँच').click();
  await page.getByRole('heading', { name: 'दौरे की पहुँच' }).waitFor();
  await page.getByText(/सभी 24/).waitFor();
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('coverage-hi');
  await page.getByText(/हो चुके \d/).click();
  await page.getByRole('row').nth(1).waitFor();
  expect(app.problems).toEqual([]);
});
