// Starts the system's Chromium: one for the app's window, and a headless one for pages that are only printed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, LaunchOptions, Page } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';
import { options } from './options.ts';

/** Nothing is fetched, synchronised or reported in the background, and no name is ever looked up. */
const quiet = [
  '--disable-background-networking', '--disable-component-update', '--disable-domain-reliability', '--disable-sync',
  '--disable-client-side-phishing-detection', '--no-pings', '--dns-prefetch-disable', '--host-resolver-rules=MAP * ~NOTFOUND',
];

function launchOptions(headless: boolean, own: string[]): LaunchOptions {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found. Install one, or name it in SANGATHAN_CHROMIUM.');
  return {
    executablePath,
    headless,
    // Chromium refuses to sandbox when run as root, as build machines do.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [...quiet, ...own],
    ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
}

let visible: Promise<BrowserContext> | null = null;
let hidden: Promise<Browser> | null = null;
let profile = '';

/** Whatever page nobody has taken charge of reaches nothing. */
async function refuseAll(context: BrowserContext): Promise<void> {
  await context.route('**/*', (route) => route.abort('blockedbyclient'));
}

/** A page the user sees (or would, had he a display). The profile, with what the page stores, lies in `userData`. */
export async function openVisiblePage(userData: string, size: { width: number; height: number }): Promise<Page> {
  const { headless, test, viewport } = options();
  const isFirst = !visible;
  profile = join(userData, 'chromium');
  visible ??= chromium.launchPersistentContext(profile, {
    ...launchOptions(headless, [
      ...headless ? [] : ['--app=about:blank', `--window-size=${size.width},${size.height}`],
      ...test ? ['--remote-debugging-port=0'] : [],
    ]),
    viewport: headless ? viewport : null,
    colorScheme: null,
    reducedMotion: null,
    forcedColors: null,
    acceptDownloads: false,
    serviceWorkers: 'block',
  }).then(async (context) => {
    await refuseAll(context);
    return context;
  });
  const context = await visible;
  return (isFirst ? context.pages()[0] : undefined) ?? context.newPage();
}

/** A page nobody sees. */
export async function openHiddenPage(javaScriptEnabled: boolean): Promise<Page> {
  hidden ??= chromium.launch(launchOptions(true, []));
  const context = await (await hidden).newContext({ javaScriptEnabled, acceptDownloads: false, serviceWorkers: 'block' });
  await refuseAll(context);
  const page = await context.newPage();
  page.on('close', () => void context.close().catch(() => {}));
  return page;
}

/** Where a journey can reach the visible page; only with `--test`. */
export function debuggingAddress(): string {
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

export async function closeBrowsers(): Promise<void> {
  const open = [visible, hidden];
  visible = null;
  hidden = null;
  await Promise.allSettled(open.map(async (browser) => (await browser)?.close()));
}
