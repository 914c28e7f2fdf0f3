// Every screen in both languages and both themes at 1280 × 720, and in the two widest apart of these at 1920 × 1080: nothing serious for a screen reader, no error on the page, nothing cut.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { planSample, settled, showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

/** True when the page as a whole scrolls sideways: something is too wide for the window. */
const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

const small = { width: 1280, height: 720 };
const large = { width: 1920, height: 1080 };

describe('every screen', () => {
  let app: LaunchedApp;
  beforeAll(async () => {
    app = await launchApp({ sample: true });
    await planSample(app.page);
  });
  afterAll(() => app.close());

  describe.each(['en', 'hi'] as const)('in %s', (language) => {
    describe.each(['light', 'dark'] as const)('%s', (theme) => {
      beforeAll(async () => {
        await showIn(app.page, { language, theme });
      });
      const count = 11;
      it.each(Array.from({ length: count }, (_, at) => at))('screen %i of the rail', async (at) => {
        const { page } = app;
        const items = page.locator('nav.rail button.rail-item');
        // The last one folds the rail.
        expect(await items.count()).toBe(count + 1);
        await items.nth(at).click();
        await settled(page);
        // A family's first screen is there already; its sisters are reached by their tabs.
        const tabs = page.locator('nav.family-tabs button');
        const views = Math.max(1, await tabs.count());
        for (let view = 0; view < views; view++) {
          if (view > 0) {
            await tabs.nth(view).click();
            await settled(page);
          }
          const name = `${String(at + 1).padStart(2, '0')}${view === 0 ? '' : `-${view}`}-${language}-${theme}`;
          await app.screenshot(name);
          expect(await scrollsSideways(page)).toBe(false);
          // One theme in each language is enough for the large window: width changes the places, not the colours.
          if ((language === 'hi') === (theme === 'dark')) {
            await page.setViewportSize(large);
            await settled(page);
            await app.screenshot(`${name}-large`);
            expect(await scrollsSideways(page)).toBe(false);
            await page.setViewportSize(small);
          }
          // Each language once and each theme once: words and colours are told apart by no more.
          if ((language === 'hi') === (theme === 'light')) expect(await seriousFindings(page)).toEqual([]);
          expect(app.problems).toEqual([]);
        }
      });
    });
  });

  it('speaks only Hindi in Hindi, but for names and numbers', async () => {
    await showIn(app.page, { language: 'hi', theme: 'light' });
    const buttons = await app.page.locator('button:visible').evaluateAll((all) => all.map((button) => (button.textContent ?? '').trim()).filter((text) => /^[A-Za-z]{3,}/.test(text)));
    expect(buttons.filter((text) => !/^(Ctrl|Alt|Shift|Jharkhand)/.test(text))).toEqual([]);
  });
});
