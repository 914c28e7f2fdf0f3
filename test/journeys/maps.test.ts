// The map at every level, in Hindi: official outlines, areas from points, all blocks at once; and the map says which it is.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample, showIn } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-maps-'));
  app = await openSample({ language: 'hi', theme: 'light' });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const basis = () => app.page.locator('p[data-basis]').innerText();

it('shows districts by their official outlines and says so', async () => {
  await goTo(app.page, 'संगठन');
  await expect.poll(basis).toBe('आधिकारिक सीमाएँ');
  await app.screenshot('map-state-hi');
});

it('goes down by a double click, to areas drawn from points', async () => {
  const { page } = app;
  await page.getByRole('button', { name: /^धनबाद/ }).and(page.locator('[data-shape]')).dblclick();
  await expect.poll(basis).toBe('बिंदुओं से बनाए क्षेत्र: सीमाएँ ज्ञात नहीं');
  await app.screenshot('map-district-hi');
  await page.getByRole('button', { name: /^बाघमारा/ }).and(page.locator('[data-shape]')).dblclick();
  await expect.poll(() => page.locator('[data-shape]').count()).toBeGreaterThan(20);
  await app.screenshot('map-block-hi');
  expect(await seriousFindings(page)).toEqual([]);
});

it('shows all blocks of the state at once, coloured', async () => {
  const { page } = app;
  const { rootUnitId } = await ask(page, 'workspace.get', {});
  expect(rootUnitId).not.toBeNull();
  await page.keyboard.press('Escape');
  await page.locator('header, nav').getByRole('button', { name: 'झारखंड' }).first().click();
  await page.getByLabel('दिखाए गए क्षेत्र').selectOption('block');
  await expect.poll(() => page.locator('[data-shape]').count()).toBe(264);
  await app.screenshot('map-blocks-hi');
  await showIn(page, { theme: 'dark', language: 'en' });
  await goTo(page, 'Organisation');
  // A choice is remembered a moment after it is made; the page may have been asked for anew before.
  await page.getByLabel('Areas shown').selectOption('block');
  await expect.poll(() => page.locator('[data-shape]').count()).toBe(264);
  await app.screenshot('map-blocks-en-dark');
  expect(app.problems).toEqual([]);
});

it('brings in official outlines of a district’s blocks, shows whose each is first, and takes them back', async () => {
  const { page } = app;
  await showIn(page, { theme: 'light', language: 'hi' });
  const district = (await ask(page, 'units.search', { text: 'Dhanbad', kinds: ['unit'] })).find(({ levelId }) => levelId === 'district')!;
  const { shapes } = await ask(page, 'units.map', { id: district.id });
  const features = shapes.map(({ nameEn, rings, levelId }) => ({ type: 'Feature', properties: { block: levelId === 'block' ? nameEn : 'Elsewhere', district: 'Dhanbad' }, geometry: { type: 'Polygon', coordinates: rings } }));
  writeFileSync(join(folder, 'blocks.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  await goTo(page, 'संगठन');
  await page.getByRole('button', { name: 'सीमाएँ', exact: true }).click();
  await page.getByRole('button', { name: 'प्रखंड', exact: true }).click();
  await expect.poll(basis).toBe('बिंदुओं से बनाए क्षेत्र: सीमाएँ ज्ञात नहीं');
  await app.screenshot('outlines-levels-hi');
  // The import wizard knows a file of borders by its content and hands it over.
  await goTo(page, 'आयात');
  app.answerOpen(join(folder, 'blocks.geojson'));
  await page.getByRole('button', { name: 'शीट चुनें' }).click();
  await page.getByText('blocks.geojson: 11 क्षेत्र').waitFor();
  expect(await page.getByLabel('ये क्षेत्र हैं').inputValue()).toBe('block');
  expect(await page.getByLabel('नाम कहाँ है').inputValue()).toBe('block');
  await app.screenshot('outlines-file-hi');
  await page.getByRole('button', { name: 'क्षेत्र मिलाएँ' }).click();
  await page.getByText('10 क्षेत्र इकाइयों के हैं').waitFor();
  await page.getByText('ऐसी कोई इकाई नहीं').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('outlines-result-hi');
  await page.getByRole('button', { name: '10 सीमाएँ रखें' }).click();
  await expect.poll(basis).toBe('254 क्षेत्र बिंदुओं से बने · 10 आधिकारिक सीमाएँ'.split(' · ').reverse().join(' · '));
  await app.screenshot('outlines-done-hi');
  await page.keyboard.press('Control+z');
  await expect.poll(basis).toBe('बिंदुओं से बनाए क्षेत्र: सीमाएँ ज्ञात नहीं');
  expect(app.problems).toEqual([]);
});
