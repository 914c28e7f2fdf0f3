// Telephoning in the window, in Hindi, by the keyboard alone: find a district in three keys, type its figure, Enter to the next; the list stands still; undone.
import { expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, settled, showIn } from '../help/journey.ts';
import { sampleJourney } from '../help/sampleJourney.ts';

const journey = sampleJourney({ language: 'hi', theme: 'light' }, { planned: true });

const told = () => journey.file.prepare(`SELECT unit.nameEn, value, source FROM report JOIN unit ON unit.id = unitId ORDER BY report.id DESC LIMIT 2`).all();
const rows = () => journey.page.locator('.telephone-list tbody tr');

it('finds a district by three letters, notes its figure and the next one, and keeps the order of the list', async () => {
  const { page } = journey;
  await goTo(page, 'लक्ष्य');
  await page.getByRole('combobox', { name: 'कार्यक्रम' }).click();
  await page.getByRole('option', { name: 'सदस्यता अभियान' }).click();
  await page.getByRole('navigation').getByText('फ़ोन से').or(page.getByRole('tab', { name: 'फ़ोन से' })).or(page.getByRole('link', { name: 'फ़ोन से' })).first().click();
  await rows().nth(23).waitFor();
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await journey.app.screenshot('telephone-hi');
  const [first, second] = await Promise.all([0, 1].map((at) => rows().nth(at).getByRole('rowheader').innerText()));
  await page.getByRole('textbox', { name: 'इकाई, नेता या नंबर' }).fill('dha');
  await expect.poll(() => rows().count()).toBeLessThan(5);
  await page.keyboard.press('Enter');
  await page.keyboard.type('98765');
  await page.keyboard.press('Enter');
  await expect.poll(told).toMatchObject([{ nameEn: 'Dhanbad', value: 98_765, source: 'phone' }, {}]);
  // Spelt as it sounds, in the other script.
  await page.getByRole('textbox', { name: 'इकाई, नेता या नंबर' }).fill('बोकारौ');
  await expect.poll(() => rows().count()).toBe(1);
  await page.getByRole('textbox', { name: 'इकाई, नेता या नंबर' }).fill('');
  await rows().nth(23).waitFor();
  expect(await Promise.all([0, 1].map((at) => rows().nth(at).getByRole('rowheader').innerText()))).toEqual([first, second]);
  await rows().nth(0).getByRole('textbox').fill('5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('1200');
  await page.keyboard.press('Enter');
  await expect.poll(() => (told() as { value: number }[]).map(({ value }) => value)).toEqual([1_200, 5]);
  await settled(page);
  await journey.app.screenshot('telephone-told-hi');
});

it('in English and in the dark; and three undos bring the file back', async () => {
  const { page } = journey;
  for (let step = 0; step < 3; step++) await ask(page, 'history.undo', {});
  expect(journey.isAtStart()).toBe(true);
  await showIn(page, { language: 'en', theme: 'dark' });
  await goTo(page, 'Targets');
  await page.getByRole('navigation').getByText('By telephone').or(page.getByRole('tab', { name: 'By telephone' })).or(page.getByRole('link', { name: 'By telephone' })).first().click();
  await rows().nth(23).waitFor();
  await page.getByRole('combobox', { name: 'Silent for' }).click();
  await page.getByRole('option', { name: '30 days and more' }).click();
  await settled(page);
  expect(await seriousFindings(page)).toEqual([]);
  await journey.app.screenshot('telephone-en-dark');
  expect(journey.app.problems).toEqual([]);
});
