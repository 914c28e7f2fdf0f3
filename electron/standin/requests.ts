// Answers every request of a page: main's listeners are asked first, then the handler of the scheme.
import type { Page, Request as PageRequest, Route } from 'playwright-core';
import { PreventableEvent } from './event.ts';
import { appUrl, handlerOf, session } from './session.ts';

/** Electron's words for what is asked for. */
const resourceTypes: Record<string, string> = {
  stylesheet: 'stylesheet', image: 'image', script: 'script', font: 'font', fetch: 'xhr', xhr: 'xhr', media: 'media', ping: 'ping',
};

function resourceTypeOf(request: PageRequest, isMainNavigation: boolean): string {
  if (isMainNavigation) return 'mainFrame';
  return request.isNavigationRequest() ? 'subFrame' : resourceTypes[request.resourceType()] ?? 'other';
}

async function fulfill(route: Route, url: string, handler: (request: Request) => Response | Promise<Response>): Promise<void> {
  const request = route.request();
  const body = request.postDataBuffer();
  const response = await handler(new Request(url, {
    method: request.method(),
    headers: request.headers(),
    ...body ? { body: new Uint8Array(body) } : {},
  }));
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** `mayLeave` is asked when the page itself wants to go elsewhere, not when main loads or the user reloads it. */
export async function answerRequests(page: Page, mayLeave: (event: PreventableEvent, url: string) => void): Promise<void> {
  await page.route('**/*', async (route) => {
    const request = route.request();
    const url = appUrl(request.url());
    try {
      const isMainNavigation = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (isMainNavigation) {
        const event = new PreventableEvent();
        mayLeave(event, url);
        if (event.defaultPrevented) return await route.abort('aborted');
      }
      const details = { url, method: request.method(), resourceType: resourceTypeOf(request, isMainNavigation) };
      if (await session.defaultSession.isCancelled(details)) return await route.abort('blockedbyclient');
      const handler = handlerOf(url);
      if (handler) return await fulfill(route, url, handler);
      return await route.continue();
    } catch {
      // A handler failed, or the page has gone while it was asked.
      return route.abort('failed').catch(() => {});
    }
  });
}
