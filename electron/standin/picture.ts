// Saves a picture of the first screen, once the page says on its body that it stands.
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';

const longestWaitMilliseconds = 60_000;

export async function takePicture(page: Page, path: string): Promise<void> {
  try {
    await page.waitForSelector('body[data-ready]', { state: 'attached', timeout: longestWaitMilliseconds });
  } catch {
    console.log('The first screen has not said that it is ready; the picture shows what there is.');
  }
  try {
    await mkdir(dirname(path), { recursive: true });
    await page.screenshot({ path, animations: 'disabled' });
    console.log(`A picture of the first screen: ${path}`);
  } catch (error) {
    console.log(`No picture could be taken: ${String(error)}`);
  }
}
