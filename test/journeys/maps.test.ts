// The map at every level, in Hindi: official outlines, areas from points, all blocks at once; and the map says which it is.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
beforeAll(async () => {
  app = await launchApp({ args: ['--sample'] });
  await ask(app.page, 'settings.set', { language: 'hi', theme: 'light' });
  await app.page.reload();
  await app.page.waitForSelector('body[data-ready]');
});
afterAll(() => app.close());

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
  await ask(page, 'settings.set', { theme: 'dark', language: 'en' });
  await page.reload();
  await page.waitForSelector('body[data-ready]');
  await goTo(page, 'Organisation');
  await expect.poll(() => page.locator('[data-shape]').count()).toBe(264);
  await app.screenshot('map-blocks-en-dark');
  expect(app.problems).toEqual([]);
});
