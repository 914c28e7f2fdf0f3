// Answers app:// requests: the renderer's own files, and sheets held in memory while they are printed.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export const appOrigin = 'app://sangathan';

/** What every page of the app may do: show its own files. Sheets are previewed in frames, with inline styles. */
const pagePolicy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:",
  "font-src 'self' data:", "connect-src 'self'", "frame-src 'self'", "base-uri 'none'", "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A printed sheet runs nothing and fetches only its fonts. */
const printPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src 'self'; base-uri 'none'; form-action 'none'";

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

export interface Pages {
  answer(request: Request): Promise<Response>;
  /** Holds a complete HTML page and says its address. */
  keep(html: string): string;
  forget(url: string): void;
}

function reply(status: number, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Response {
  return new Response(body, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', 'content-security-policy': pagePolicy, ...headers },
  });
}

/** The file a path of the app means; null when it would lie outside the folder or is no plain path. */
function fileOf(folder: string, pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = join(folder, path === '/' ? 'index.html' : path);
  return file.startsWith(folder + sep) ? file : null;
}

/** Serves `folder` (no trailing separator) as app://sangathan/, and what is being printed as app://sangathan/print/<token>. */
export function createPages(folder: string): Pages {
  const printed = new Map<string, string>();

  return {
    async answer(request) {
      const url = new URL(request.url);
      if (`${url.protocol}//${url.host}` !== appOrigin) return reply(404, 'Not found');
      if (request.method !== 'GET') return reply(405, 'Only GET');
      const html = printed.get(url.href);
      if (html !== undefined) {
        return reply(200, html, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printPolicy, 'cache-control': 'no-store' });
      }
      const file = fileOf(folder, url.pathname);
      const type = file && contentTypes[extname(file)];
      if (!file || !type) return reply(404, 'Not found');
      try {
        const headers: Record<string, string> = { 'content-type': type };
        // A sheet's preview is a frame without an origin of its own; fonts are fetched by their page's origin.
        if (type === 'font/woff2') headers['access-control-allow-origin'] = '*';
        return reply(200, new Uint8Array(await readFile(file)), headers);
      } catch {
        return reply(404, 'Not found');
      }
    },
    keep(html) {
      const url = `${appOrigin}/print/${randomUUID()}`;
      printed.set(url, html);
      return url;
    },
    forget(url) {
      printed.delete(url);
    },
  };
}
