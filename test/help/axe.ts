// What a screen reader would stumble over on the page as it stands.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const source = readFileSync(join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[]; failureSummary: string }[];
}

/** The serious and critical findings of axe, one line each. Run over the debugging protocol: the page's own rules refuse foreign scripts.
 * `within`: a selector; only what stands inside it, such as an open dialog over a screen that is dimmed. */
export async function seriousFindings(page: Page, within: string | null = null): Promise<string[]> {
  // Colours in the middle of fading in are nobody's colours.
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running' || animation.effect?.getTiming().iterations === Infinity));
  await page.evaluate(source);
  const found = await page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<{ violations: Violation[] }> } };
    return (await axe.run((selector === null ? null : document.querySelector(selector)) ?? document, { resultTypes: ['violations'], iframes: false })).violations;
  }, within);
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary.replaceAll('\n', ' ')}`));
}
