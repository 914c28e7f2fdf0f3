// Electron's `app`: life from ready to quit, names, folders, the one instance.
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { closeBrowsers } from './browser.ts';
import { PreventableEvent } from './event.ts';
import { folderOf } from './folders.ts';
import { options } from './options.ts';
import { lockInstance } from './instanceLock.ts';

interface AppPackage { name: string; productName?: string; version: string }

/** The package.json above the main file, as Electron finds it. */
function readPackage(): AppPackage {
  for (let folder = dirname(options().main); ; folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as AppPackage;
    if (dirname(folder) === folder) return { name: 'app', version: '0.0.0' };
  }
}

interface Closable { close(): void; isDestroyed(): boolean }

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly switches = new Map<string, string>();
  readonly commandLine = {
    appendSwitch: (name: string, value = ''): void => void this.switches.set(name, value),
    hasSwitch: (name: string): boolean => this.switches.has(name) || process.argv.includes(`--${name}`),
  };

  private readonly paths = new Map<string, string>();
  private package: AppPackage | null = null;
  private ready = Promise.withResolvers<void>();
  private readyNow = false;
  private quitting = false;
  private release: (() => void) | null = null;
  /** Kept by BrowserWindow. */
  readonly windows = new Set<Closable>();

  begin(): void {
    this.readyNow = true;
    this.emit('ready', {});
    this.ready.resolve();
  }

  whenReady(): Promise<void> {
    return this.ready.promise;
  }

  isReady(): boolean {
    return this.readyNow;
  }

  enableSandbox(): void {
    // Chromium's sandbox is always on here; browser.ts says when it cannot be.
  }

  getName(): string {
    this.package ??= readPackage();
    return this.package.productName ?? this.package.name;
  }

  getVersion(): string {
    this.package ??= readPackage();
    return this.package.version;
  }

  getAppPath(): string {
    return dirname(options().main);
  }

  getPath(name: string): string {
    const set = this.paths.get(name);
    if (set) return set;
    if (name !== 'userData') return folderOf(name);
    const asked = process.argv.find((word) => word.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
    return asked ? resolve(asked) : join(folderOf('appData'), this.getName());
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path);
  }

  requestSingleInstanceLock(): boolean {
    if (this.release) return true;
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    this.release = lockInstance(folder, (argv, workingDirectory) => this.emit('second-instance', {}, argv, workingDirectory, null));
    return this.release !== null;
  }

  /** Closes the windows, asks the listeners, ends the process: in Electron's order. */
  quit(): void {
    if (this.quitting) return;
    this.quitting = true;
    const before = new PreventableEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) {
      this.quitting = false;
      return;
    }
    for (const window of this.windows) window.close();
    if ([...this.windows].some((window) => !window.isDestroyed())) {
      this.quitting = false;
      return;
    }
    const will = new PreventableEvent();
    this.emit('will-quit', will);
    this.quitting = false;
    if (!will.defaultPrevented) this.exit(0);
  }

  exit(code = 0): void {
    this.quitting = true;
    this.emit('quit', {}, code);
    this.release?.();
    void closeBrowsers().finally(() => process.exit(code));
  }

  /** Said by a window that has gone. */
  windowClosed(window: Closable): void {
    this.windows.delete(window);
    if (this.windows.size > 0 || this.quitting) return;
    if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
}

export const app = new App();

/** Called by run.ts once the main file has been read. */
export function begin(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  app.begin();
}
