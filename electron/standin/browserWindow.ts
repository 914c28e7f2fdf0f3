// Electron's `BrowserWindow`: an app window of Chromium, or a headless page.
import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { app } from './app.ts';
import { debuggingAddress, openHiddenPage, openVisiblePage } from './browser.ts';
import { listenToJourney, report } from './control.ts';
import { PreventableEvent } from './event.ts';
import type { InvokeEvent } from './ipcMain.ts';
import { options } from './options.ts';
import { takePicture } from './picture.ts';
import { WebContents } from './webContents.ts';

interface WindowOptions {
  width?: number;
  height?: number;
  show?: boolean;
  webPreferences?: { preload?: string; javascript?: boolean };
}

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  private readonly options: WindowOptions;
  private page: Promise<Page> | null = null;
  private destroyed = false;

  static getAllWindows(): BrowserWindow[] {
    return [...app.windows].filter((window) => window instanceof BrowserWindow);
  }

  constructor(windowOptions: WindowOptions = {}) {
    super();
    this.options = windowOptions;
    this.webContents = new WebContents(windowOptions.webPreferences?.preload ?? null);
    app.windows.add(this);
  }

  async loadURL(url: string): Promise<void> {
    this.page ??= this.open();
    await this.page;
    await this.webContents.load(url);
  }

  /** Asks the listeners of 'close' first, which may keep the window. */
  close(): void {
    if (this.destroyed) return;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    void this.page?.then((page) => page.close()).catch(() => {});
    this.emit('closed');
    app.windowClosed(this);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  show(): void {
    // Chromium's window shows itself.
  }

  focus(): void {
    void this.page?.then((page) => page.bringToFront()).catch(() => {});
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {
    this.focus();
  }

  isVisible(): boolean {
    return !this.destroyed && this.willBeSeen();
  }

  /** A window made with `show: false` is seen only when somebody waits to show it. */
  private willBeSeen(): boolean {
    return this.options.show !== false || this.listenerCount('ready-to-show') > 0;
  }

  private async open(): Promise<Page> {
    const { width = 800, height = 600, webPreferences } = this.options;
    const seen = this.willBeSeen();
    const page = seen
      ? await openVisiblePage(app.getPath('userData'), { width, height })
      : await openHiddenPage(webPreferences?.javascript !== false);
    page.on('close', () => this.destroy());
    await this.webContents.attach(page);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    if (seen) this.hand(page);
    return page;
  }

  /** Lets the journey in, or takes the picture that was asked for. */
  private hand(page: Page): void {
    const { test, picture, thenQuit } = options();
    if (test) {
      // The hardest case: a frame inside the page that shows one of the app's own pages.
      const frame = (): InvokeEvent => ({ sender: this.webContents, senderFrame: { ...this.webContents.mainFrame, parent: this.webContents.mainFrame } });
      listenToJourney(() => this.close(), frame);
      report({ type: 'window', address: debuggingAddress() });
    }
    if (picture) {
      this.webContents.once('did-finish-load', () => {
        void takePicture(page, picture).then(() => {
          if (thenQuit) app.quit();
        });
      });
    }
  }
}
