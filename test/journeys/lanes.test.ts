// The lanes of leaders in the window, in Hindi: a meeting goes from one leader to another by mouse and by keys, what stands against it is read before the drop; a copy with Ctrl; what is refused is chosen; a tour as a table and as iCalendar.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, settled, showIn } from '../help/journey.ts';
import { sampleJourney } from '../help/sampleJourney.ts';

const journey = sampleJourney({ language: 'hi', theme: 'light' }, { planned: true });
const day = '2022-04-20';
const until = (read: () => unknown, wanted: unknown) => expect.poll(read, { timeout: 20_000, interval: 50 }).toEqual(wanted);
const view = (name: string) => journey.page.locator('.mantine-SegmentedControl-root').getByText(name, { exact: true }).click();
const entry = (text: string) => journey.page.locator('.lane-entry', { hasText: text });
const lane = (personId: string) => journey.page.locator(`[data-leader="${personId}"]`);
const people = (titleHi: string) => journey.file.prepare(`SELECT personId, beginMinute FROM meetingPerson JOIN meeting ON meeting.id = meetingId WHERE titleHi = ? ORDER BY beginMinute, personId`).all(titleHi) as { personId: string; beginMinute: number }[];
let leaders: { id: string; nameEn: string }[];

/** The entry taken at its middle and held over another leader's lane, so many hours later. */
async function hold(text: string, personId: string, hours: number): Promise<void> {
  const { page } = journey;
  const from = (await entry(text).first().boundingBox())!;
  const hour = (await page.locator('.lanes-head .lane-track').boundingBox())!.width / (await page.locator('.lanes-head .lane-track span').count());
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  // The lanes can still move while the hand does: the lane is looked for until it says that the entry is over it.
  await until(async () => {
    const to = (await lane(personId).boundingBox())!;
    await page.mouse.move(from.x + from.width / 2 + hours * hour, to.y + to.height / 2, { steps: 6 });
    return lane(personId).getAttribute('data-over');
  }, 'true');
}

it('a meeting is held over another leader, says nothing stands against it, and is his when let go; undone', async () => {
  const { app, page } = journey;
  leaders = journey.file.prepare(`SELECT id, nameEn FROM person WHERE nameEn LIKE 'Veteran leader%' ORDER BY nameEn LIMIT 2`).all() as typeof leaders;
  const meeting = { day, minutes: 60, unitId: null, placeEn: null, placeHi: null };
  await ask(page, 'calendar.saveMeeting', { id: null, fields: { ...meeting, titleEn: 'Review', titleHi: 'समीक्षा', begin: 600, personIds: [leaders[0]!.id] } });
  await ask(page, 'calendar.saveMeeting', { id: null, fields: { ...meeting, titleEn: 'Press', titleHi: 'पत्रकार वार्ता', begin: 840, personIds: [leaders[1]!.id] } });
  await ask(page, 'workspace.set', { asOfDay: day });
  await goTo(page, 'कैलेंडर');
  await view('नेतावार');
  await entry('समीक्षा').first().waitFor();
  await settled(page);
  await hold('समीक्षा', leaders[1]!.id, 1);
  await page.locator('.lane-card[data-state="fits"]').getByText('कोई अड़चन नहीं।').waitFor();
  await app.screenshot('lanes-held-hi');
  expect(people('समीक्षा')).toEqual([{ personId: leaders[0]!.id, beginMinute: 600 }]);
  await page.mouse.up();
  await until(() => people('समीक्षा'), [{ personId: leaders[1]!.id, beginMinute: 660 }]);
  await lane(leaders[1]!.id).getByText('समीक्षा').waitFor();
  await page.keyboard.press('Control+z');
  await until(() => people('समीक्षा'), [{ personId: leaders[0]!.id, beginMinute: 600 }]);
});

it('where he is taken it says so before the drop, and the drop changes nothing', async () => {
  const { app, page } = journey;
  await entry('समीक्षा').first().waitFor();
  await settled(page);
  await hold('समीक्षा', leaders[1]!.id, 4);
  await page.locator('.lane-card[data-state="hard"]').getByText(/पत्रकार वार्ता/).waitFor();
  await app.screenshot('lanes-refused-hi');
  await page.mouse.up();
  await page.locator('.answer').waitFor();
  expect(people('समीक्षा')).toEqual([{ personId: leaders[0]!.id, beginMinute: 600 }]);
  await page.keyboard.press('Escape');
});

it('Alt and an arrow give it to the leader below, Ctrl leaves it and copies it there', async () => {
  const { page } = journey;
  await entry('समीक्षा').first().focus();
  const below = await lane(leaders[0]!.id).evaluate((one) => (one.nextElementSibling as HTMLElement | null)?.dataset['leader'] ?? null);
  const [key, to] = below === null ? ['Alt+ArrowUp', await lane(leaders[0]!.id).evaluate((one) => (one.previousElementSibling as HTMLElement).dataset['leader']!)] : ['Alt+ArrowDown', below];
  await page.keyboard.press(key);
  await until(() => people('समीक्षा').map(({ personId }) => personId), [to]);
  await page.keyboard.press('Control+z');
  await until(() => people('समीक्षा').map(({ personId }) => personId), [leaders[0]!.id]);
  await settled(page);
  await hold('समीक्षा', leaders[1]!.id, 1);
  await page.keyboard.down('Control');
  await page.mouse.up();
  await page.keyboard.up('Control');
  await until(() => people('समीक्षा'), [{ personId: leaders[0]!.id, beginMinute: 600 }, { personId: leaders[1]!.id, beginMinute: 660 }]);
  await page.keyboard.press('Control+z');
  await until(() => people('समीक्षा').length, 1);
});

it('what was refused is only warned of once somebody chose so; the choice stays in the file', async () => {
  const { page } = journey;
  await page.getByRole('button', { name: /अधिक|और/ }).first().click();
  await page.getByRole('menuitem', { name: 'किस पर चेतावनी, किस पर मनाही' }).click();
  const rule = page.locator('[data-side-panel] .rule-line').filter({ hasText: 'नेता एक साथ दो जगह' });
  await rule.getByText('चेतावनी').click();
  await until(() => journey.file.prepare(`SELECT value FROM calendarSetting WHERE key = 'check.overlap'`).pluck().get(), 'warn');
  await showIn(page, {});
  await goTo(page, 'कैलेंडर');
  await view('नेतावार');
  await entry('समीक्षा').first().waitFor();
  await settled(page);
  await hold('समीक्षा', leaders[1]!.id, 4);
  await page.locator('.lane-card[data-state="soft"]').getByText(/पत्रकार वार्ता/).waitFor();
  await page.mouse.up();
  await page.getByRole('alertdialog').waitFor();
  await page.keyboard.press('Enter');
  await until(() => people('समीक्षा'), [{ personId: leaders[1]!.id, beginMinute: 840 }]);
  await page.keyboard.press('Control+z');
  await until(() => people('समीक्षा').map(({ personId }) => personId), [leaders[0]!.id]);
});

it('the tour stands as a table, and goes out alone as iCalendar', async () => {
  const { app, page } = journey;
  await view('दौरा');
  await page.locator('.tour-table').getByText(/जमशेदपुर|पूर्वी सिंहभूम/).first().waitFor();
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('calendar-tour-table-hi');
  await page.getByRole('button', { name: /अधिक|और/ }).first().click();
  await page.getByRole('menuitem', { name: /भेजें|आईकैलेंडर/ }).first().click();
  await page.getByRole('radio', { name: 'एक दौरा' }).check();
  const path = join(app.documentsFolder, 'tour.ics');
  app.answerSave(path);
  await page.getByRole('button', { name: 'आईकैलेंडर फ़ाइल सहेजें' }).click();
  await page.getByText(/सहेजी गई/).waitFor();
  const stops = journey.file.prepare('SELECT COUNT(*) FROM tourStop WHERE day IS NOT NULL').pluck().get() as number;
  const text = readFileSync(path, 'utf8');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(stops);
  expect(text).not.toContain('समीक्षा');
  expect(app.problems).toEqual([]);
});
