// What 'electron' is on the stand-in: the small part of its API that the app uses, under the same names.
import { execFile } from 'node:child_process';
import { dirname } from 'node:path';

export { app } from './app.ts';
export { BrowserWindow } from './browserWindow.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipcMain.ts';
export { protocol, session } from './session.ts';

/** Chromium's window has no menu of ours. */
export const Menu = {
  setApplicationMenu: (_menu: unknown): void => {},
  buildFromTemplate: (template: unknown[]): unknown => ({ items: template }),
};

export const shell = {
  showItemInFolder(path: string): void {
    const [program, ...words] = process.platform === 'darwin' ? ['open', '-R', path]
      : process.platform === 'win32' ? ['explorer', `/select,${path}`]
        : ['xdg-open', dirname(path)];
    execFile(program ?? '', words, () => {});
  },
};

/** Only a preload has these, and it gets them from pageSide.ts. */
export const contextBridge = undefined;
export const ipcRenderer = undefined;
