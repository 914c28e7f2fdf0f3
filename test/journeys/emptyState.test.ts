// A state with nothing in it yet: every screen opens in both languages, says something, and shows no error.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../electron/engine.ts';
import { settled, showIn } from '../help/journey.ts';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let folder: string;
const leastWords = 30;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-empty-'));
  const path = join(folder, 'Empty.sangathan');
  (await openEngine(path, { filling: { kind: 'new', nameEn: 'New state', nameHi: 'नया राज्य' } })).close();
  app = await launchApp({ args: [path] });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(['en', 'hi'] as const)('in %s', (language) => {
  it('every screen and tab says what is missing', async () => {
    const { page } = app;
    await showIn(page, { language, theme: 'light' });
    const items = page.locator('nav.rail button.rail-item');
    for (let at = 0; at < (await items.count()) - 1; at++) {
      await items.nth(at).click();
      await settled(page);
      const tabs = page.locator('nav.family-tabs button');
      for (let view = 0; view < Math.max(1, await tabs.count()); view++) {
        if (view > 0) await tabs.nth(view).click();
        await settled(page);
        const name = `empty-${String(at + 1).padStart(2, '0')}-${view}-${language}`;
        await app.screenshot(name);
        expect((await page.locator('main').innerText()).replaceAll(/\s+/g, ' ').length, name).toBeGreaterThan(leastWords);
        expect(await page.getByRole('alert').allInnerTexts(), name).toEqual([]);
        expect(app.problems, name).toEqual([]);
      }
    }
  });
});
