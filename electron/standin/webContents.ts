// Electron's `webContents`: the page in a window, its events, its way to main, its PDF.
import { EventEmitter } from 'node:events';
import type { Page } from 'playwright-core';
import { app } from './app.ts';
import { Bridge } from './bridge.ts';
import type { PreventableEvent } from './event.ts';
import type { Frame } from './ipcMain.ts';
import { answerRequests } from './requests.ts';
import { printPdf } from './printPdf.ts';
import type { PdfOptions } from './printPdf.ts';
import { sendToPrinter } from './printer.ts';
import { appUrl, browserUrl, session } from './session.ts';

type OpenHandler = (details: { url: string; frameName: string; disposition: string }) => { action: 'allow' | 'deny' };

/** Electron's names of permissions, and Chromium's. */
const permissions: Record<string, string> = {
  'geolocation': 'geolocation', 'notifications': 'notifications', 'midi': 'midi', 'midiSysex': 'midi-sysex',
  'clipboard-read': 'clipboard-read', 'clipboard-sanitized-write': 'clipboard-write', 'sensors': 'accelerometer',
};

export class WebContents extends EventEmitter {
  private page: Page | null = null;
  private bridge: Bridge | null = null;
  private openHandler: OpenHandler | null = null;
  private expectedUrl: string | null = null;
  private readonly preloadPath: string | null;

  constructor(preloadPath: string | null) {
    super();
    this.preloadPath = preloadPath;
    app.emit('web-contents-created', {}, this);
  }

  get mainFrame(): Frame {
    const url = this.page ? appUrl(this.page.url()) : '';
    return { url, origin: originOf(url), parent: null };
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    this.bridge?.send(channel, args);
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? false;
  }

  async printToPDF(options: PdfOptions): Promise<Buffer> {
    return printPdf(this.openPage(), options);
  }

  print(options: PdfOptions, done?: (success: boolean, failureReason: string) => void): void {
    void printPdf(this.openPage(), options).then(sendToPrinter).catch(() => false).then((printed) => done?.(printed, printed ? '' : 'cancelled'));
  }

  /** Takes charge of a page; called by BrowserWindow. */
  async attach(page: Page): Promise<void> {
    this.page = page;
    this.bridge = new Bridge(page, this, (isMain) => isMain ? this.mainFrame : { url: 'about:blank', origin: 'null', parent: this.mainFrame });
    page.on('popup', (popup) => void this.popup(popup));
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}));
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed' }));
    page.on('load', () => {
      if (page.url() !== 'about:blank') this.emit('did-finish-load');
    });
    await answerRequests(page, (event, url) => this.mayLeave(event, url));
    await this.bridge.install(this.preloadPath);
  }

  async load(url: string): Promise<void> {
    this.expectedUrl = url;
    await this.applyPermissions(url);
    try {
      await this.openPage().goto(browserUrl(url), { waitUntil: 'load' });
    } finally {
      this.expectedUrl = null;
    }
  }

  /** The page, for the stand-in's own use. */
  openPage(): Page {
    if (!this.page) throw new Error('Nothing has been loaded yet');
    return this.page;
  }

  private mayLeave(event: PreventableEvent, url: string): void {
    const withoutHash = (address: string): string => address.split('#')[0] ?? '';
    const isReload = withoutHash(url) === withoutHash(this.getURL());
    if (url !== this.expectedUrl && !isReload) this.emit('will-navigate', Object.assign(event, { url }), url);
  }

  /** Electron asks before a window is there; here it is there for a moment, without anything to load. */
  private async popup(popup: Page): Promise<void> {
    const { action } = this.openHandler?.({ url: appUrl(popup.url()), frameName: '', disposition: 'new-window' }) ?? { action: 'allow' };
    if (action === 'deny') await popup.close().catch(() => {});
  }

  /** What the session's handlers grant is granted, everything else refused without a question. */
  private async applyPermissions(url: string): Promise<void> {
    if (!url.startsWith('app:')) return;
    const granted: string[] = [];
    for (const [name, chromiumName] of Object.entries(permissions)) {
      if (await session.defaultSession.isGranted(name, originOf(url))) granted.push(chromiumName);
    }
    await this.openPage().context().grantPermissions(granted, { origin: new URL(browserUrl(url)).origin });
  }
}

function originOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).protocol}//${new URL(url).host}` : 'null';
}
