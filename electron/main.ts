// Starts the app: what happens, in order.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, ipcMain, Menu, protocol, session } from 'electron';
import type { BrowserWindow } from 'electron';
import { createApp } from './app.ts';
import { createElectronHost } from './electron-host.ts';
import { openLog, tracesOf } from './log.ts';
import { appOrigin, createPages } from './protocol.ts';
import { isFrom, lockContents, lockSession, openWindow } from './window.ts';

const log = openLog(app.getPath('userData'));
process.on('uncaughtException', (error) => log(`uncaught ${tracesOf(error)}`));
process.on('unhandledRejection', (reason) => log(`unhandled ${tracesOf(reason)}`));

protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => lockContents(contents));

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const pages = createPages(join(import.meta.dirname, '../renderer'));
  protocol.handle('app', (request) => pages.answer(request));
  lockSession(session.defaultSession);
  setMenu();

  const window = openWindow(join(import.meta.dirname, 'preload.cjs'));
  const sangathan = createApp({
    host: createElectronHost(pages, () => window.isDestroyed() ? null : window),
    workerPath: join(import.meta.dirname, 'worker.js'),
    push: (push) => {
      if (!window.isDestroyed()) window.webContents.send('push', push);
    },
    log,
  });

  const opened = openWhatWasAsked(sangathan, process.argv, process.cwd());
  ipcMain.handle('call', async (event, name: unknown, input: unknown, callId: unknown) => {
    if (!isFrom(window, event) || typeof name !== 'string' || typeof callId !== 'string') {
      return { ok: false, error: { code: 'call.refused', detail: {} } };
    }
    // How a person reads is known before his file is open: the page can begin to draw itself.
    if (name !== 'settings.get') await opened;
    return sangathan.call(name, input, callId);
  });
  app.on('second-instance', (_event, argv, folder) => {
    focus(window);
    void openWhatWasAsked(sangathan, argv, folder);
  });
  quitWithWindow(() => sangathan.close());
  await window.loadURL(`${appOrigin}/index.html`);
}

/** `--sample` opens the sample, a path ending in .sangathan that file; otherwise the app decides. */
async function openWhatWasAsked(sangathan: ReturnType<typeof createApp>, argv: string[], folder: string): Promise<void> {
  const path = argv.slice(1).filter((argument) => argument.endsWith('.sangathan')).map((argument) => resolve(folder, argument)).find(existsSync);
  try {
    if (argv.includes('--sample')) await sangathan.openSample();
    else if (path) await sangathan.openPath(path);
  } catch (error) {
    log(`opening ${tracesOf(error)}`);
  }
}

/** No menu, but on a Mac the standard one: without it not even copy and paste have their keys. */
function setMenu(): void {
  Menu.setApplicationMenu(process.platform === 'darwin'
    ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
    : null);
}

function focus(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** The app ends with its window, but not before the file is closed. */
function quitWithWindow(close: () => Promise<void>): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void close().catch((error: unknown) => log(`closing ${tracesOf(error)}`)).finally(() => app.quit());
  });
}
