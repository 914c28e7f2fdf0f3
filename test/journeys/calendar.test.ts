// The calendar in the window, in Hindi, with mouse and keyboard: a stop moved, refused, asked about; a meeting drawn; all undone.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, settled, showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { readPdf } from '../help/pdf.ts';
import { recordOf } from '../help/workspace.ts';

let app: LaunchedApp;
let file: Database.Database;
let planned: string;

beforeAll(async () => {
  app = await launchApp({ sample: true });
  const { page } = app;
  const places = await ask(page, 'tours.places', {});
  const unitId = (nameEn: string) => places.find((place) => place.nameEn === nameEn)!.unitId;
  const [leader] = await ask(page, 'units.search', { text: 'State in-charge', kinds: ['person'] });
  const { id } = await ask(page, 'tours.save', {
    id: null,
    fields: {
      nameEn: 'Tour', nameHi: 'दौरा', personId: leader!.id, fromDay: '2022-04-18', toDay: '2022-04-26', firstUnitId: unitId('East Singhbhum'),
      lastUnitId: unitId('Ranchi'), unitIds: places.map((place) => place.unitId), meetingMinutes: 90, dutyFrom: 480, dutyTo: 1230, roadFactor: 1.25, speedKmPerHour: 40,
    },
  });
  await ask(page, 'tours.plan', { id });
  await showIn(page, { language: 'hi', theme: 'light' });
  file = new Database(join(app.userFolder, 'Jharkhand sample.sangathan'), { readonly: true });
  planned = recordOf(file);
  await goTo(page, 'कैलेंडर');
});
afterAll(async () => {
  file?.close();
  await app?.close();
});

const hourPixels = 46;
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 15_000, interval: 100 }).toEqual(wanted);
const stop = (nameEn: string) => file.prepare('SELECT day, beginMinute AS begin, minutes, pinned FROM tourStop JOIN unit ON unit.id = unitId WHERE nameEn = ?').get(nameEn) as { day: string; begin: number; minutes: number; pinned: number };
const entry = (title: string) => app.page.locator('.rbc-day-slot .rbc-event', { hasText: title });
const unchanged = () => expect(recordOf(file)).toBe(planned);

/** Takes an entry by its upper part, or by its lower edge, and lets it go so many pixels further. */
async function drag(title: string, x: number, y: number, edge = false): Promise<void> {
  const { mouse } = app.page;
  await entry(title).scrollIntoViewIfNeeded();
  const box = (await entry(title).boundingBox())!;
  const [fromX, fromY] = [box.x + box.width / 2, edge ? box.y + box.height - 3 : box.y + 12];
  await mouse.move(fromX, fromY);
  await mouse.down();
  await mouse.move(fromX + x / 2, fromY + y / 2, { steps: 4 });
  await mouse.move(fromX + x, fromY + y, { steps: 4 });
  await mouse.up();
}

it('shows the month with programmes, levels, stops and meetings', async () => {
  const { page } = app;
  await page.locator('.rbc-event', { hasText: 'जमशेदपुर' }).waitFor();
  await page.locator('.rbc-event.kind-programme', { hasText: 'संवाद कार्यक्रम' }).first().waitFor();
  await page.locator('.rbc-event.kind-phase', { hasText: 'संवाद कार्यक्रम: प्रखंड' }).waitFor();
  await page.locator('.rbc-event.kind-meeting', { hasText: 'प्रदेश समीक्षा' }).waitFor();
  await page.getByText('सोमवार', { exact: true }).waitFor();
  await page.mouse.move(640, 5);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('calendar-month-hi');
});

it('a stop dragged to a free hour is moved, in the file too, and Ctrl Z brings it back', async () => {
  const { page } = app;
  await page.locator('.mantine-SegmentedControl-root').getByText('सप्ताह', { exact: true }).click();
  await page.getByRole('button', { name: 'आगे', exact: true }).click();
  const before = stop('Godda');
  await drag('गोड्डा', 0, hourPixels);
  await until(() => stop('Godda'), { ...before, begin: before.begin + 60, pinned: 1 });
  await entry('गोड्डा').getByText('14:15').waitFor();
  await page.keyboard.press('Control+z');
  await until(() => stop('Godda'), before);
  unchanged();
});

it('a stop dragged to where the leader cannot be in time is refused, in words with the minutes, and nothing is written', async () => {
  const { page } = app;
  await drag('देवघर', 0, 2 * hourPixels);
  const refusal = page.getByRole('alert', { name: /देवघर/ });
  await refusal.getByText('देवघर: 23-04-2022 को 11:45 बजे संभव नहीं').waitFor();
  expect(await refusal.innerText()).toMatch(/देवघर से गोड्डा पहुँचने में (2 घं|1 घं \d+ मि) लगते हैं; समय केवल 0 मि है।/);
  await app.screenshot('calendar-refused-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await entry('देवघर').getByText('09:45').waitFor();
  unchanged();
});

it('a stop made longer by its edge is checked the same way', async () => {
  await drag('गोड्डा', 0, hourPixels, true);
  await expect.poll(() => stop('Godda').minutes).toBeGreaterThan(90);
  expect(stop('Godda')).toMatchObject({ begin: 795, pinned: 1 });
  await app.page.keyboard.press('Control+z');
  await until(() => stop('Godda').minutes, 90);
  await drag('देवघर', 0, 2 * hourPixels, true);
  await app.page.getByRole('alert', { name: /देवघर/ }).getByText(/गोड्डा/).waitFor();
  unchanged();
});

it('arrow keys move it by half an hour; before working hours the app asks, and Esc leaves it', async () => {
  const { page } = app;
  await entry('जमशेदपुर').focus();
  await page.keyboard.press('ArrowUp');
  const question = page.getByRole('alertdialog');
  await question.getByText('जमशेदपुर को 18-04-2022, 07:30 बजे पर ले जाएँ?').waitFor();
  await question.getByText(/कार्य समय से 30 मि पहले/).waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  unchanged();
  // The focus is back on the entry: the same key asks again, and Enter is "move anyway".
  await page.keyboard.press('ArrowUp');
  await question.waitFor();
  await page.keyboard.press('Enter');
  await until(() => stop('East Singhbhum').begin, 450);
  await page.keyboard.press('Control+z');
  await until(() => stop('East Singhbhum').begin, 480);
  unchanged();
});

it('a meeting is drawn over free time; where its people are elsewhere it is not saved', async () => {
  const { page } = app;
  await page.getByRole('button', { name: /^केवल एक नेता/ }).click();
  await page.getByRole('textbox', { name: 'केवल एक नेता' }).fill('प्रदेश प्रभारी');
  await page.getByRole('option', { name: /^प्रदेश प्रभारी/ }).first().click();
  await page.keyboard.press('Escape');
  const column = (await page.locator('.rbc-day-slot').nth(4).boundingBox())!;
  const jamshedpur = (await entry('जमशेदपुर').boundingBox())!;
  // From the hour at which Jamshedpur begins (08:00), an hour long, on the day of Koderma (09:50).
  await page.mouse.move(column.x + 50, jamshedpur.y + 4);
  await page.mouse.down();
  await page.mouse.move(column.x + 50, jamshedpur.y + hourPixels - 4, { steps: 6 });
  await page.mouse.up();
  const form = page.locator('[data-side-panel]');
  await form.getByRole('textbox', { name: /हिंदी में नाम/ }).fill('पत्रकार वार्ता');
  expect(await form.getByLabel('दिन').inputValue()).toBe('22-04-2022');
  await form.getByLabel('आरंभ').fill('10:00');
  await form.getByRole('button', { name: 'बैठक सहेजें' }).click();
  await form.getByRole('alert').getByText(/कोडरमा/).waitFor();
  unchanged();
  await form.getByLabel('आरंभ').fill('19:30');
  await form.getByRole('button', { name: 'बैठक सहेजें' }).click();
  await until(() => file.prepare(`SELECT day, beginMinute, minutes FROM meeting WHERE titleHi = 'पत्रकार वार्ता'`).all(), [{ day: '2022-04-22', beginMinute: 1170, minutes: 60 }]);
  await form.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+z');
  await until(() => file.prepare(`SELECT COUNT(*) FROM meeting WHERE titleHi = 'पत्रकार वार्ता'`).pluck().get(), 0);
  unchanged();
});

it('shows day and agenda, and an entry with everything about it', async () => {
  const { page } = app;
  const views = page.locator('.mantine-SegmentedControl-root');
  await views.getByText('सूची', { exact: true }).click();
  await page.locator('.rbc-agenda-table').getByRole('button', { name: /राँची/ }).click();
  const panel = page.locator('[data-side-panel]');
  await panel.getByText(/^26 अप्रैल, मंगलवार, \d\d:\d\d–\d\d:\d\d$/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await views.getByText('दिन', { exact: true }).click();
  await entry('कोडरमा').or(entry('जमशेदपुर')).or(page.locator('.rbc-time-view')).first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  unchanged();
});

const panel = () => app.page.locator('[data-side-panel]');
const view = (name: string) => app.page.locator('.mantine-SegmentedControl-root').getByText(name, { exact: true }).click();

it('one lane for each leader, the ways drawn between; dragged and moved by keys with the same checks', async () => {
  const { page } = app;
  await view('नेतावार');
  await page.locator('.lane-leg').first().waitFor();
  await app.screenshot('calendar-lanes-hi');
  expect(await seriousFindings(page)).toEqual([]);
  const first = page.locator('.lane-entry.kind-stop').last();
  const key = (await first.getAttribute('data-entry'))!.split(' ')[1]!;
  const now = () => file.prepare('SELECT beginMinute FROM tourStop WHERE id = ?').pluck().get(key) as number;
  const before = now();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('alertdialog').or(page.locator('.lane-entry[data-waiting]')).or(page.locator('.mantine-Notification-root')).first().waitFor();
  if (await page.getByRole('alertdialog').isVisible()) await page.keyboard.press('Enter');
  await until(now, before + 30);
  await page.keyboard.press('Control+z');
  await until(now, before);
  const box = (await first.boundingBox())!;
  await page.mouse.move(box.x + 10, box.y + 8);
  await page.mouse.down();
  // Four hours earlier, onto the one before.
  const hour = (await page.locator('.lanes-head .lane-track').boundingBox())!.width / (await page.locator('.lanes-head .lane-track span').count());
  await page.mouse.move(box.x + 10 - 4 * hour, box.y + 8, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('alert').getByText(/संभव नहीं/).waitFor();
  await page.locator('.answer').getByRole('button').click();
  unchanged();
});

it('a meeting that comes again is made, moved from one on, called off, and all undone', async () => {
  const { page } = app;
  await view('महीना');
  await page.getByRole('button', { name: 'नई बैठक' }).click();
  await panel().getByRole('textbox', { name: /हिंदी में नाम/ }).fill('मासिक समीक्षा');
  await panel().getByLabel('दिन').first().fill('02-05-2022');
  await panel().getByRole('combobox', { name: 'फिर कब' }).click();
  await page.getByRole('option', { name: 'सप्ताह के दिनों पर' }).click();
  await app.screenshot('calendar-repeat-hi');
  await panel().getByRole('button', { name: 'बैठक सहेजें' }).click();
  await until(() => file.prepare(`SELECT COUNT(*) FROM meeting WHERE titleHi = 'मासिक समीक्षा'`).pluck().get(), 14);
  await page.getByRole('button', { name: 'आगे', exact: true }).click();
  await page.locator('.rbc-event', { hasText: 'मासिक समीक्षा' }).nth(1).click();
  await panel().getByLabel('आरंभ').fill('12:00');
  await panel().getByRole('button', { name: 'वहाँ ले जाएँ' }).click();
  const question = page.getByRole('alertdialog');
  await app.screenshot('calendar-scope-hi');
  await question.getByRole('button', { name: 'यह और आगे की' }).click();
  await until(() => file.prepare(`SELECT beginMinute, COUNT(*) AS n FROM meeting WHERE titleHi = 'मासिक समीक्षा' GROUP BY 1 ORDER BY 1`).all(), [{ beginMinute: 600, n: 1 }, { beginMinute: 720, n: 13 }]);
  await panel().getByRole('button', { name: 'रद्द करें' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'केवल यह' }).click();
  await until(() => file.prepare(`SELECT COUNT(*) FROM meeting WHERE state = 'cancelled'`).pluck().get(), 1);
  for (const left of [0, 0, 0]) {
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => file.prepare(`SELECT COUNT(*) FROM meeting WHERE state = 'cancelled'`).pluck().get()).toBe(left);
    await settled(page);
  }
  unchanged();
});

it('goes out as iCalendar, comes in from a leader’s own, and is printed, nothing cut', async () => {
  const { page } = app;
  const ics = join(app.userFolder, 'out.ics');
  app.answerSave(ics);
  const menu = async (name: string) => {
    await page.getByRole('button', { name: 'और', exact: true }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await page.getByRole('button', { name: 'पीछे', exact: true }).click();
  await menu('आईकैलेंडर के रूप में भेजें');
  await panel().getByRole('button', { name: 'आईकैलेंडर फ़ाइल सहेजें' }).click();
  await panel().getByText(/25 नई|26 नई|24 नई/).waitFor();
  expect(readFileSync(ics, 'utf8')).toContain('SUMMARY:जमशेदपुर');
  await app.screenshot('calendar-send-hi');
  const own = join(app.userFolder, 'own.ics');
  writeFileSync(own, 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20220420T083000Z\r\nDURATION:PT1H\r\nSUMMARY:Doctor\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:b\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n');
  app.answerOpen(own);
  await menu('नेता का निजी कैलेंडर पढ़ें');
  await panel().getByRole('button', { name: 'फ़ाइल चुनें' }).click();
  await panel().getByText(/पंक्ति 8: आरंभ नहीं है/).waitFor();
  await app.screenshot('calendar-own-hi');
  expect(await seriousFindings(page)).toEqual([]);
  await panel().getByRole('button', { name: 'भरे समय के रूप में लें' }).click();
  await until(() => file.prepare('SELECT day, beginMinute, minutes, title FROM busyTime').all(), [{ day: '2022-04-20', beginMinute: 840, minutes: 60, title: null }]);
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  await until(() => file.prepare('SELECT COUNT(*) FROM busyTime').pluck().get(), 0);
  await menu('किस पर चेतावनी, किस पर मनाही');
  await app.screenshot('calendar-rules-hi');
  await menu('कैलेंडर छापें');
  const dialog = page.getByRole('dialog');
  await dialog.locator('iframe').waitFor();
  await app.screenshot('calendar-print-hi');
  for (const kind of ['महीना', 'सप्ताह', 'नेता का पखवाड़ा']) {
    await dialog.getByText(kind, { exact: true }).click();
    const pdf = join(app.userFolder, `${kind}.pdf`);
    app.answerSave(pdf);
    await settled(page);
    await dialog.getByRole('button', { name: 'पीडीएफ़ सहेजें' }).click();
    await expect.poll(() => existsSync(pdf)).toBe(true);
    const read = readPdf(pdf);
    if (read && kind === 'महीना') for (const stop of ['जमशेदपुर', 'देवघर', 'राँची', 'संवाद कार्यक्रम']) expect(read.text).toContain(stop);
    if (process.env['KEEP_PDF']) copyFileSync(pdf, join(process.env['KEEP_PDF'], `${kind}.pdf`));
  }
  await page.keyboard.press('Escape');
  unchanged();
  expect(app.problems).toEqual([]);
});
