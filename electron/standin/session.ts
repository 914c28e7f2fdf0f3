// Electron's `protocol` and `session`: who answers an address, who may refuse a request, which permissions there are.
import { EventEmitter } from 'node:events';
import { fromBrowser, toBrowser } from './addresses.ts';

interface RequestDetails { url: string; method: string; resourceType: string }
type BeforeRequest = (details: RequestDetails, answer: (response: { cancel?: boolean }) => void) => void;
type PermissionCheck = (contents: null, permission: string, origin: string) => boolean;
type PermissionRequest = (contents: null, permission: string, answer: (granted: boolean) => void) => void;

const handlers = new Map<string, (request: Request) => Response | Promise<Response>>();

export const protocol = {
  registerSchemesAsPrivileged(_schemes: { scheme: string }[]): void {
    // Every scheme stands on https here: standard and secure as it is.
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
};

export const browserUrl = (url: string): string => toBrowser(url, handlers.keys());
export const appUrl = (url: string): string => fromBrowser(url, handlers.keys());

export function handlerOf(url: string): ((request: Request) => Response | Promise<Response>) | undefined {
  return handlers.get(new URL(url).protocol.slice(0, -1));
}

class Session extends EventEmitter {
  private beforeRequest: BeforeRequest | null = null;
  private permissionCheck: PermissionCheck | null = null;
  private permissionRequest: PermissionRequest | null = null;

  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null): void => {
      this.beforeRequest = listener;
    },
  };

  setPermissionCheckHandler(handler: PermissionCheck | null): void {
    this.permissionCheck = handler;
  }

  setPermissionRequestHandler(handler: PermissionRequest | null): void {
    this.permissionRequest = handler;
  }

  setDevicePermissionHandler(_handler: unknown): void {
    // No device can be reached from Chromium without a chooser, which a headless or app window of ours never shows.
  }

  isCancelled(details: RequestDetails): Promise<boolean> {
    const { beforeRequest } = this;
    if (!beforeRequest) return Promise.resolve(false);
    return new Promise((resolve) => {
      beforeRequest(details, (response) => resolve(Boolean(response.cancel)));
    });
  }

  /** Without handlers Electron grants everything, and so does this. */
  async isGranted(permission: string, origin: string): Promise<boolean> {
    if (this.permissionCheck && !this.permissionCheck(null, permission, origin)) return false;
    const { permissionRequest } = this;
    if (!permissionRequest) return true;
    return new Promise((resolve) => {
      permissionRequest(null, permission, resolve);
    });
  }
}

export const session = { defaultSession: new Session() };
