// The story, in the window and in Hindi, as one sitting: the target to every booth, the drive extended by order though the tour's first day is pinned,
// the tour planned anew, filled, tried, pinned, improved, put on the calendar, on paper and into phones; then everything undone, and done again.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, chooseFrom, goTo, savedSheet, settled } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';
import { recordOf } from '../help/workspace.ts';

let app: LaunchedApp;
let file: Database.Database;
let atStart: string;
let stepsAtStart: number;

beforeAll(async () => {
  app = await launchApp();
});
afterAll(async () => {
  file?.close();
  await app?.close();
});

interface Stop { id: string; nameEn: string; levelId: string; place: string; day: string; begin: number; must: number; pinned: number }

const samplePath = () => join(app.userFolder, 'Jharkhand sample.sangathan');
const button = (name: string | RegExp) => app.page.getByRole('button', { name, exact: typeof name === 'string' });
const panel = () => app.page.locator('[data-side-panel]');
const press = (key: string) => app.page.keyboard.press(key);
const soon = <Value>(read: () => Value) => expect.poll(read, { timeout: 30_000, interval: 50 });
/** The whole record in few letters: a difference is shown in a line. */
const record = () => createHash('sha256').update(recordOf(file)).digest('hex');
const row = <Row>(sql: string) => file.prepare(sql).get() as Row;
const stops = () => file.prepare(
  `SELECT tourStop.id, unit.nameEn, unit.levelId, COALESCE(placeHi, nameHi) AS place, day, beginMinute AS begin, must, pinned FROM tourStop JOIN unit ON unit.id = unitId WHERE day IS NOT NULL ORDER BY day, beginMinute`).all() as Stop[];
const stopOf = (nameEn: string) => stops().find((stop) => stop.nameEn === nameEn && stop.levelId === 'district')!;
const steps = () => file.prepare(`SELECT COUNT(*) FROM step WHERE kind = 'do' AND state = 'done'`).pluck().get() as number;
const drive = 'सदस्यता अभियान';
const dialogue = 'संवाद कार्यक्रम';
const oldTour = 'जिलों का दौरा';

/** The sample stands after the extension; the story begins on the day before it, with a first tour that was laid beside the dialogue and whose first hall is booked. */
async function goBackToTheBeginning(): Promise<void> {
  const { page } = app;
  await ask(page, 'workspace.set', { asOfDay: '2022-03-30' });
  const { rows: [order] } = await ask(page, 'programmes.orders', {});
  await ask(page, 'programmes.takeBackOrder', { id: order!.id });
  const [, dialogueNow] = await ask(page, 'programmes.list', {});
  const places = await ask(page, 'tours.places', {});
  const unit = (nameEn: string) => places.find((place) => place.nameEn === nameEn)!.unitId;
  const { rows: [leader] } = await ask(page, 'people.list', { text: 'State in-charge' });
  const { id } = await ask(page, 'tours.save', { id: null, draft: true, fields: {
    nameEn: 'Tour of the districts', nameHi: oldTour, personId: leader!.id, fromDay: '2022-04-12', toDay: '2022-04-20', firstUnitId: unit('East Singhbhum'), lastUnitId: null,
    unitIds: places.filter(({ nameEn }) => !['Garhwa', 'Palamu', 'Latehar', 'Chatra'].includes(nameEn)).map(({ unitId }) => unitId), meetingMinutes: 90, dutyFrom: 480, dutyTo: 1230, roadFactor: 1.25, speedKmPerHour: 40,
  } });
  await ask(page, 'tours.plan', { id });
  const { days } = await ask(page, 'tours.get', { id });
  await ask(page, 'tours.pin', { stopId: days[0]!.visits[0]!.stopId, pinned: true });
  await ask(page, 'programmes.saveLink', { id: null, fields: { fromKind: 'programme', fromId: dialogueNow!.id, toKind: 'tour', toId: id, kind: 'keepsGap' } });
}

it('opens the sample from the first screen, on the day before the order', async () => {
  const { page } = app;
  await button(/झारखंड का नमूना/).first().click();
  await page.getByText('29,500').first().waitFor();
  await page.getByText('बूथ केवल प्रदर्शन के लिए').waitFor();
  file = new Database(samplePath(), { readonly: true });
  await goBackToTheBeginning();
  atStart = record();
  stepsAtStart = steps();
  await page.getByText('30-03-2022 की स्थिति').waitFor();
});

it('gives the state 15,00,000 and divides it to every booth', async () => {
  const { page } = app;
  await goTo(page, 'लक्ष्य');
  await page.getByRole('combobox', { name: 'कार्यक्रम' }).click();
  await page.getByRole('option', { name: drive }).click();
  await button(/15,00,000 जैसा लक्ष्य/).click();
  await page.keyboard.type('15,00,000');
  await press('Enter');
  await button('लक्ष्य बाँटें…').click();
  await panel().getByText('हर स्तर पर योग बिल्कुल सही: 15,00,000').waitFor();
  await panel().getByRole('button', { name: '29,500 बूथ तक बाँटें' }).click();
  await soon(() => row(`SELECT COUNT(*) AS booths, SUM(value) AS sum FROM target JOIN unit ON unit.id = unitId WHERE levelId = 'booth'`)).toEqual({ booths: 29_500, sum: 1_500_000 });
  await panel().waitFor({ state: 'detached' });
});

it('pulls the drive to 15 April: what follows is seen, and that the tour stays because its first stop is pinned', async () => {
  const { page } = app;
  await goTo(page, 'कार्यक्रम');
  const handle = page.locator('.tl-row').filter({ has: page.getByRole('rowheader', { name: drive }) }).locator('.tl-handle');
  const dayWidth = page.locator('.tl-row').filter({ has: page.getByRole('rowheader', { name: dialogue }) }).locator('.tl-bar');
  await dayWidth.waitFor();
  await settled(page);
  // The dialogue lasts nine days: the length of its bar says how wide a day is.
  const pixels = (await dayWidth.boundingBox())!.width / 9;
  const box = (await handle.boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 4 + pixels * 15, box.y + 8, { steps: 8 });
  await page.locator('.tl-card').getByText(/12-04.*18-04/).waitFor();
  await page.locator('.tl-card').getByText(/जमशेदपुर का पड़ाव 12-04-2022/).waitFor();
  await app.screenshot('story-1-pulled');
  await page.mouse.up();
  await panel().getByRole('region', { name: 'क्या आगे बढ़ेगा' }).getByText('18-04 – 26-04').waitFor();
  const conflict = await panel().locator('.order-conflicts li').first().innerText();
  expect(conflict).toContain(`${oldTour} (12-04-2022 से 20-04-2022) आगे नहीं बढ़ेगा: जमशेदपुर का पड़ाव 12-04-2022, 08:00 बजे पर पिन है`);
  expect(conflict).toContain('दौरे के बोर्ड पर पिन हटाकर');
  await panel().getByRole('region', { name: '1 वहीं रहेगा' }).getByText(oldTour).waitFor();
  await app.screenshot('story-2-order');
});

it('is ordered as one step, and its notice printed with everyone to be told and their phones', async () => {
  const before = steps();
  await panel().getByLabel('किसका आदेश').fill('राष्ट्रीय कार्यालय');
  await panel().getByLabel('कारण').fill('सदस्यता के लिए पंद्रह दिन और');
  await panel().getByRole('button', { name: '15-04-2022 तक बढ़ाएँ' }).click();
  // The earlier order, taken back, has a notice too: this one's stands beside its reason.
  await panel().getByRole('listitem').filter({ hasText: 'सदस्यता के लिए पंद्रह दिन और' }).getByRole('button', { name: 'सूचना छापें' }).first().click();
  const notice = await savedSheet(app, 'सूचना.pdf');
  if (notice) {
    for (const words of ['तिथि विस्तार की सूचना', drive, '15-04-2022', 'राष्ट्रीय कार्यालय', dialogue, '18-04-2022 से 26-04-2022', 'जो यथावत रहेगा', oldTour, 'जिन्हें सूचित करना है']) expect(notice.text).toContain(words);
    const phones = file.prepare(`SELECT number FROM personPhone JOIN person ON person.id = personId WHERE nameEn IN ('State in-charge', 'Membership in-charge')`).pluck().all() as string[];
    expect(phones.length).toBe(2);
    for (const phone of phones) expect(notice.text).toContain(phone);
  }
  expect(steps()).toBe(before + 1);
  expect(row(`SELECT (SELECT toDay FROM programme WHERE nameEn = 'Membership drive') AS drive, (SELECT fromDay FROM programme WHERE nameEn = 'Dialogue programme') AS dialogue, (SELECT fromDay FROM tour) AS tour`))
    .toEqual({ drive: '2022-04-15', dialogue: '2022-04-18', tour: '2022-04-12' });
});

it('plans the tour anew by the wizard: 18 to 26 April, Jamshedpur to Ranchi, 24 districts; the old pin is told, and released', async () => {
  const { page } = app;
  await goTo(page, 'दौरे');
  await button('बदलें').click();
  for (const [label, day] of [['पहला दिन', '18-04-2022'], ['अंतिम दिन', '26-04-2022']] as const) {
    await panel().getByLabel(label).fill(day);
    await press('Tab');
  }
  await button('आगे').click();
  await chooseFrom(page, 'पहला शहर', 'जमशेदपुर');
  await chooseFrom(page, 'अंतिम शहर', 'राँची');
  await button('सभी').click();
  await button('सहेजें और 24 जगहें तय करें').click();
  // The hall is booked for the 12th: nobody but a person may give that up.
  await page.getByText('जमशेदपुर: 12-04-2022 दौरे का दिन नहीं है।').waitFor();
  await soon(() => stops().length).toBe(24);
  expect(stopOf('East Singhbhum')).toMatchObject({ day: '2022-04-12', pinned: 1 });
  await button('यह कैसे संभव हो?').click();
  await button('पिन हटाकर: जमशेदपुर').click();
  await page.getByText('हर दिन का कार्यक्रम संभव है').waitFor();
  const plan = stops();
  expect(plan.length).toBe(24);
  expect(plan[0]).toMatchObject({ nameEn: 'East Singhbhum', day: '2022-04-18' });
  expect(plan.at(-1)).toMatchObject({ nameEn: 'Ranchi', day: '2022-04-26' });
  expect(await page.locator('[data-board-day] [data-stop]').count()).toBe(24);
  await app.screenshot('story-3-tour');
});

it('fills the free time with blocks on the road; every district keeps its day', async () => {
  const { page } = app;
  const districts = () => stops().filter(({ must }) => must === 1).map(({ nameEn, day }) => `${day} ${nameEn}`);
  const before = districts();
  await button('खाली समय भरें').click();
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor();
  await app.screenshot('story-4-fill');
  const add = page.getByRole('button', { name: /^\d+ पड़ाव जोड़ें$/ });
  const count = Number(/\d+/.exec(await add.innerText())![0]);
  expect(count).toBeGreaterThan(5);
  await add.click();
  await soon(() => stops().length).toBe(24 + count);
  expect(districts()).toEqual(before);
  expect(new Set(stops().filter(({ must }) => must === 0).map(({ levelId }) => levelId))).toEqual(new Set(['block']));
  await page.getByText('हर दिन का कार्यक्रम संभव है').waitFor();
});

it('says before the drop why a stop cannot stand there; let go, it asks, and leaves it where it was', async () => {
  const { page } = app;
  const before = record();
  const [first] = stops();
  const held = stops().find(({ day }) => day === '2022-04-19')!;
  const card = (id: string) => page.locator(`[data-board-day] [data-stop="${id}"]`);
  await card(first!.id).scrollIntoViewIfNeeded();
  const from = (await card(held.id).boundingBox())!;
  const to = (await card(first!.id).boundingBox())!;
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 30, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + 10, { steps: 6 });
  const said = page.locator('[role=status]', { hasText: held.place });
  await said.getByText(`दौरा जमशेदपुर के बजाय ${held.place} से शुरू होता है।`).waitFor();
  expect(await page.locator('[data-board-day="2022-04-18"] [data-stop][data-held]').count()).toBe(1);
  await app.screenshot('story-5-impossible');
  await page.mouse.up();
  await page.getByRole('alertdialog').getByText(/के बजाय/).waitFor();
  await button('पहले जैसा रहने दें').click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  expect(record()).toBe(before);
});

it('pins a stop and improves the rest, which leaves the pinned one untouched', async () => {
  const { page } = app;
  const dhanbad = stopOf('Dhanbad');
  await button('धनबाद को उसके दिन और समय पर पिन करें').click();
  await soon(() => stopOf('Dhanbad').pinned).toBe(1);
  await button('बाकी सुधारें').click();
  await page.locator('.mantine-Notification-root', { hasText: /सुधारा गया|बेहतर कुछ नहीं/ }).waitFor({ timeout: 30_000 });
  expect(stopOf('Dhanbad')).toEqual({ ...dhanbad, pinned: 1 });
  await page.getByText('हर दिन का कार्यक्रम संभव है').waitFor();
});

it('goes onto the calendar in one step, and onto paper: the tour programme, and a brief', async () => {
  const { page } = app;
  const before = steps();
  await button('कैलेंडर पर रखें').click();
  await page.getByText(/· कैलेंडर पर/).first().waitFor();
  expect(steps()).toBe(before + 1);
  await button('दौरा कार्यक्रम').click();
  const programme = await savedSheet(app, 'दौरा.pdf');
  const dhanbad = stopOf('Dhanbad');
  await page.locator(`[data-board-day="${dhanbad.day}"]`).getByRole('button', { name: /के पत्रक$/ }).click();
  await page.getByRole('menuitem', { name: 'धनबाद', exact: true }).click();
  const brief = await savedSheet(app, 'धनबाद.pdf');
  if (programme) for (const words of ['दौरा कार्यक्रम: प्रदेश प्रभारी', '18-04-2022 से 26-04-2022', 'प्रस्थान', 'रात्रि विश्राम', 'जमशेदपुर', 'धनबाद', 'प्रखंड']) expect(programme.text).toContain(words);
  if (brief) {
    expect(brief.pages).toBe(1);
    for (const words of ['पड़ाव विवरण: धनबाद जिला', 'भेंट एवं चर्चा', 'जिला समन्वयक, धनबाद', 'समिति में रिक्तियाँ', 'लक्ष्य और उपलब्धि', drive, 'पिछले आश्वासन']) expect(brief.text).toContain(words);
  }
});

it('stands on the calendar, and goes out as iCalendar: another’s reader finds every stop at its hour', async () => {
  const { page } = app;
  await goTo(page, 'कैलेंडर');
  await button('आगे').click();
  await page.locator('.rbc-event', { hasText: 'जमशेदपुर' }).first().waitFor();
  await settled(page);
  await app.screenshot('story-6-calendar');
  const path = join(app.documentsFolder, 'कैलेंडर.ics');
  app.answerSave(path);
  await button('और').click();
  await page.getByRole('menuitem', { name: 'आईकैलेंडर के रूप में भेजें' }).click();
  await panel().getByRole('button', { name: 'आईकैलेंडर फ़ाइल सहेजें' }).click();
  await panel().getByText('कैलेंडर.ics सहेजी गई').waitFor();
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, 'utf8')) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const two = (n: number) => String(n).padStart(2, '0');
  for (const stop of stops()) {
    const start = `${stop.day}T${two(Math.floor(stop.begin / 60))}:${two(stop.begin % 60)}:00`;
    const found = events.find((event) => event.startDate.toString() === start && event.summary.includes(stop.place));
    expect(found?.startDate.zone.tzid ?? `${stop.place} at ${start} is missing`).toBe('Asia/Kolkata');
  }
});

it('undoes everything by the keyboard, after a restart, to the identical record; and does it all again', async () => {
  const atEnd = record();
  file.close();
  await app.restart([samplePath()]);
  file = new Database(samplePath(), { readonly: true });
  expect(record()).toBe(atEnd);
  const all = steps();
  await app.page.locator('main').focus();
  for (let left = all; left > stepsAtStart; left--) {
    await press('Control+z');
    await soon(steps).toBe(left - 1);
  }
  expect(record()).toBe(atStart);
  for (let done = stepsAtStart; done < all; done++) {
    await press('Control+Shift+z');
    await soon(steps).toBe(done + 1);
  }
  expect(record()).toBe(atEnd);
  expect(app.problems).toEqual([]);
});
