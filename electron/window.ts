// The one window, and the locks on everything that could be shown in it.
import { BrowserWindow } from 'electron';
import type { IpcMainInvokeEvent, Session, WebContents } from 'electron';
import { appOrigin } from './protocol.ts';

/** Schemes that never leave the machine; every other request is refused. */
const ownSchemes = ['app:', 'devtools:', 'data:', 'blob:'];

/** No network, no permission, no device, no download. */
export function lockSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !ownSchemes.includes(new URL(details.url).protocol) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}

/** No leaving the page, no second window, no embedded browser. */
export function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** The window with the app's page; it shows itself once there is something to see. */
export function openWindow(preloadPath: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'Sangathan',
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Whether a call comes from the page of this very window, and not from a frame inside it or a foreign page. */
export function isFrom(window: BrowserWindow, event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return !window.isDestroyed() && event.sender === window.webContents
    && frame !== null && frame.parent === null && frame.url.startsWith(`${appOrigin}/`);
}
