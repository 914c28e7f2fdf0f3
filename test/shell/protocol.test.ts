// What app:// serves is tried without a browser, which would tidy up a crooked path before it is asked for.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPages } from '../../electron/protocol.ts';

let folder = '';
const ask = (url: string, init?: RequestInit): Promise<Response> => createPages(join(folder, 'renderer')).answer(new Request(url, init));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'));
  for (const name of ['renderer', 'renderer-secret']) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'index.html'), name);
  }
  await writeFile(join(folder, 'renderer/notes.txt'), 'of no known kind');
});
afterAll(() => rm(folder, { recursive: true }));

it('serves a file of the folder with its type', async () => {
  const response = await ask('app://sangathan/');
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, 'text/html; charset=utf-8', 'renderer']);
});

it('serves nothing beside the folder, of another kind, of another host, or written to', async () => {
  for (const path of ['..%2frenderer-secret/index.html', '%2e%2e%2findex.html', '..%5crenderer-secret%5cindex.html', '%00index.html', '%ff', 'notes.txt', '']) {
    const response = await ask(`app://sangathan/${path}${path === '' ? '/' : ''}`);
    expect([path, response.status]).toEqual([path, 404]);
  }
  expect((await ask('app://elsewhere/index.html')).status).toBe(404);
  expect((await ask('app://sangathan/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
});

it('holds a printed page only until it is forgotten, and lets it run nothing', async () => {
  const pages = createPages(join(folder, 'renderer'));
  const url = pages.keep('<p>राँची</p>');
  const response = await pages.answer(new Request(url));
  expect(await response.text()).toBe('<p>राँची</p>');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
  expect(response.headers.get('content-security-policy')).not.toContain('script-src');
  pages.forget(url);
  expect((await pages.answer(new Request(url))).status).toBe(404);
});
