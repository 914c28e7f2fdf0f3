// The page's half of the stand-in: runs before any script of the page, gives the preload its 'electron', leaves no trace.

/** What a page sends to main. */
export interface FromPage { kind: 'hello' | 'invoke' | 'send'; id: number; channel: string; args: string }
/** What main sends to a page. */
export interface ToPage { kind: 'reply' | 'failure' | 'message'; id: number; channel: string; args: string }

interface PageWorld {
  top: unknown;
  location: { href: string };
  [name: string]: unknown;
}

type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/** Runs inside the page; everything it needs is handed in. `secret` names the binding that leads to main. */
export function pageSide(secret: string, preload: Preload | null, encode: (value: unknown) => string, decode: (text: string) => unknown): void {
  const world = globalThis as unknown as PageWorld;
  const post = world[secret] as (text: string) => void;
  delete world[secret];
  // Electron runs a preload in the main frame only.
  if (!preload || world.top !== world || world.location.href === 'about:blank') return;

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  let lastId = 0;
  const tell = (kind: FromPage['kind'], channel: string, args: unknown[]): number => {
    lastId += 1;
    post(JSON.stringify({ kind, id: lastId, channel, args: encode(args) } satisfies FromPage));
    return lastId;
  };
  const receive = (text: string): void => {
    const { kind, id, channel, args } = JSON.parse(text) as ToPage;
    const values = decode(args) as unknown[];
    if (kind === 'message') {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...values);
      return;
    }
    const asked = waiting.get(id);
    waiting.delete(id);
    if (kind === 'reply') asked?.resolve(values[0]);
    else asked?.reject(new Error(String(values[0])));
  };

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => new Promise<unknown>((resolve, reject) => {
      waiting.set(tell('invoke', channel, args), { resolve, reject });
    }),
    send: (channel: string, ...args: unknown[]): void => void tell('send', channel, args),
    on: (channel: string, listener: (event: object, ...args: unknown[]) => void): void => {
      listeners.set(channel, [...listeners.get(channel) ?? [], listener]);
    },
    removeListener: (channel: string, listener: (event: object, ...args: unknown[]) => void): void => {
      listeners.set(channel, (listeners.get(channel) ?? []).filter((kept) => kept !== listener));
    },
  };
  const frozen = (value: unknown): unknown => {
    if (typeof value === 'function') return Object.freeze((...args: unknown[]) => (value as (...args: unknown[]) => unknown)(...args));
    if (typeof value !== 'object' || value === null) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, kept]) => [key, frozen(kept)])));
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, value: unknown): void => {
      Object.defineProperty(world, name, { value: frozen(value), writable: false, configurable: false, enumerable: true });
    },
  };

  // Main fetches `receive` under the secret name at once and takes the name away again.
  Object.defineProperty(world, secret, { value: receive, configurable: true, enumerable: false });
  tell('hello', '', []);
  const module = { exports: {} };
  preload((name) => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  }, module, module.exports);
}

/** The text of the script for one page. `preloadText` is the preload's CommonJS source. */
export function pageScript(secret: string, preloadText: string | null, functions: { encode: object; decode: object }): string {
  const preload = preloadText === null ? 'null' : `function (require, module, exports) {\n${preloadText}\n}`;
  return `(${pageSide.toString()})(${JSON.stringify(secret)}, ${preload}, ${String(functions.encode)}, ${String(functions.decode)});`;
}
