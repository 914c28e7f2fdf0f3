// Every lock of the shell is tried: each of these must be refused.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp } from '../help/launch.ts';
import type { LaunchedApp } from '../help/launch.ts';

interface Reply { ok: boolean; value?: unknown; error?: { code: string; detail: Record<string, unknown> } }
interface Bridge { call(name: unknown, input: unknown, callId: unknown): Promise<Reply> }

/** The bridge as the page has it. */
const bridgeOf = `window.sangathan`;

let app: LaunchedApp;

beforeAll(async () => {
  app = await launchApp();
});
afterAll(() => app?.close());

/** Runs an expression in the page. */
const inPage = <Value>(expression: string): Promise<Value> => app.page.evaluate(expression) as Promise<Value>;
const call = (name: unknown, input: unknown, callId: unknown = 'test'): Promise<Reply> => app.page.evaluate(
  (asked) => (window as unknown as { sangathan: Bridge }).sangathan.call(...asked),
  [name, input, callId] as [unknown, unknown, unknown],
);

describe('the network', () => {
  const tries = {
    fetch: `fetch('https://example.com/').then(() => 'reached', (error) => error.name)`,
    image: `new Promise((done) => { const image = new Image(); image.onload = () => done('reached'); image.onerror = () => done('refused'); image.src = 'https://example.com/a.png'; })`,
    webSocket: `new Promise((done) => { try { const socket = new WebSocket('wss://example.com/'); socket.onopen = () => done('reached'); socket.onerror = () => done('refused'); } catch { done('refused'); } })`,
  };

  it('is closed to the page by its policy', async () => {
    expect(await inPage(`new Promise((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
      fetch('https://example.com/').catch(() => {});
    })`)).toBe('connect-src');
    expect(await inPage(tries.fetch)).toBe('TypeError');
    expect(await inPage(tries.image)).toBe('refused');
    expect(await inPage(tries.webSocket)).toBe('refused');
  });

  it('is closed by the app itself, even where no policy stands before it', async () => {
    const { page } = app;
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Page.setBypassCSP', { enabled: true });
    const failures: string[] = [];
    page.on('requestfailed', (request) => failures.push(`${new URL(request.url()).host} ${request.failure()?.errorText}`));
    try {
      await page.reload();
      expect(await inPage(tries.fetch)).toBe('TypeError');
      expect(await inPage(tries.image)).toBe('refused');
      await expect.poll(() => failures).toEqual(Array(2).fill(expect.stringContaining('example.com net::ERR_BLOCKED_BY_CLIENT')));
    } finally {
      await cdp.send('Page.setBypassCSP', { enabled: false });
      await page.reload();
      await page.waitForSelector('body[data-ready]', { state: 'attached' });
    }
  });
});

describe('the page', () => {
  it('cannot be left', async () => {
    const before = app.page.url();
    await inPage(`location.href = 'https://example.com/'`);
    await inPage(`location.href = '/other.html'`).catch(() => {});
    await app.page.waitForTimeout(300);
    expect(app.page.url()).toBe(before);
    expect(await inPage(`typeof ${bridgeOf}`)).toBe('object');
  });

  it('opens no second window', async () => {
    const popup = app.page.waitForEvent('popup', { timeout: 2000 }).catch(() => null);
    await inPage(`void window.open('about:blank')`);
    const opened = await popup;
    await expect.poll(() => app.page.context().pages().length).toBe(1);
    expect(opened === null || opened.isClosed()).toBe(true);
  });

  it('has no permission, and is not even asked', async () => {
    for (const name of ['geolocation', 'notifications', 'clipboard-read', 'camera', 'microphone', 'midi']) {
      expect([name, await inPage(`navigator.permissions.query({ name: '${name}' }).then((status) => status.state)`)]).toEqual([name, 'denied']);
    }
    expect(await inPage(`new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('told'), (error) => done(error.code)))`)).toBe(1);
    expect(await inPage(`Notification.requestPermission()`)).toBe('denied');
  });

  it('runs no inline script', async () => {
    const directive = await inPage(`new Promise((done) => {
      document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.head.append(script);
    })`);
    expect(directive).toBe('script-src-elem');
    expect(await inPage(`typeof window.inlineRan`)).toBe('undefined');
  });

  it('has one bridge that cannot be changed, and nothing of Node or of the stand-in', async () => {
    expect(await inPage(`Object.keys(${bridgeOf}).toSorted()`)).toEqual(['call', 'onPush']);
    expect(await inPage(`(() => { try { ${bridgeOf}.call = null; } catch {} try { ${bridgeOf} = null; } catch {} try { delete window.sangathan; } catch {} return typeof ${bridgeOf}.call; })()`)).toBe('function');
    expect(await inPage(`[typeof require, typeof process, typeof module, typeof Buffer, typeof global]`)).toEqual(Array(5).fill('undefined'));
    // A frame without anything of ours shows which names the browser itself has.
    expect(await inPage(`(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const usual = new Set(Reflect.ownKeys(frame.contentWindow));
      frame.remove();
      return Reflect.ownKeys(window).filter((name) => !usual.has(name)).map(String).filter((name) => !/^\\d+$/.test(name));
    })()`)).toEqual(['sangathan']);
  });
});

describe('the bridge', () => {
  it('refuses a name it does not know', async () => {
    for (const name of ['files.steal', 'constructor', '__proto__', '']) {
      expect(await call(name, {})).toEqual({ ok: false, error: { code: 'call.unknown', detail: expect.anything() } });
    }
  });

  it('refuses input of another shape', async () => {
    expect(await call('files.state', 'text')).toMatchObject({ ok: false, error: { code: 'call.badInput' } });
    expect(await call('settings.set', { theme: 'purple' })).toMatchObject({ ok: false, error: { code: 'call.badInput' } });
  });

  it('refuses what is no name or no call at all', async () => {
    expect(await call({ name: 'files.state' }, {})).toMatchObject({ ok: false, error: { code: 'call.refused' } });
    expect(await call('files.state', {}, 5)).toMatchObject({ ok: false, error: { code: 'call.refused' } });
  });

  it('answers the page, but not a frame inside it', async () => {
    expect(await call('files.state', {})).toMatchObject({ ok: true });
    expect(await app.callAsSubFrame('call', 'files.state', {}, 'test')).toEqual({ ok: false, error: { code: 'call.refused', detail: {} } });
    expect(await inPage(`(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const has = 'sangathan' in frame.contentWindow;
      frame.remove();
      return has;
    })()`)).toBe(false);
  });

  it('is there again after a reload', async () => {
    await app.page.reload();
    await app.page.waitForSelector('body[data-ready]', { state: 'attached' });
    expect(await call('files.state', {})).toMatchObject({ ok: true });
  });
});

describe('app:// pages', () => {
  const status = (path: string): Promise<number> => inPage(`fetch(${JSON.stringify(path)}).then((response) => response.status)`);

  it('are only the renderer\'s own files', async () => {
    expect(await status('/index.html')).toBe(200);
    expect(await status('/fonts/noto-sans-devanagari-devanagari-400-normal.woff2')).toBe(200);
    const outside = [
      '/../electron/main.js', '/%2e%2e/electron/main.js', '/..%2felectron%2fmain.js', '/..%5celectron%5cmain.js', '/fonts/..%2f..%2felectron/main.js',
      '/%2fetc%2fpasswd', '/%00', '/%ff', '/missing.html', '/fonts', '/print/1',
    ];
    for (const path of outside) expect([path, await status(path)]).toEqual([path, 404]);
  });

  it('carry the policy', async () => {
    const policy = await inPage<string>(`fetch('/index.html').then((response) => response.headers.get('content-security-policy'))`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
  });
});

describe('one instance', () => {
  it('refuses a second one on the same user folder', async () => {
    const root = join(import.meta.dirname, '../..');
    // It ends at once and well; a second app would run until the time limit kills it.
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, 'electron/standin/run.ts'), '--headless', join(root, '.out/electron/main.js'), `--user-data-dir=${app.userFolder}`,
    ], { timeout: 10_000 });
    expect(stdout).toBe('');
    expect(await call('files.state', {})).toMatchObject({ ok: true });
  });
});
