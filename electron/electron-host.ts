// The host as Electron offers it: file dialogs, PDF and printing from a hidden page, the user's folders.
import { app, BrowserWindow, dialog, shell } from 'electron';
import type { WebContents } from 'electron';
import type { Host } from './host.ts';
import type { Pages } from './protocol.ts';

/** `window` is asked anew each time: dialogs belong to it while it is there. */
export function createElectronHost(pages: Pages, window: () => BrowserWindow | null): Host {
  /** Loads a page into a hidden window that runs no script, and takes it away afterwards. */
  async function withHiddenPage<Value>(html: string, use: (contents: WebContents) => Promise<Value>): Promise<Value> {
    const url = pages.keep(html);
    const hidden = new BrowserWindow({
      show: false,
      webPreferences: { javascript: false, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true },
    });
    try {
      await hidden.loadURL(url);
      return await use(hidden.webContents);
    } finally {
      pages.forget(url);
      hidden.destroy();
    }
  }

  return {
    async chooseToOpen(title, filters) {
      const options = { title, filters, properties: ['openFile' as const] };
      const owner = window();
      const { canceled, filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return canceled ? null : filePaths[0] ?? null;
    },
    async chooseSeveral(title, filters) {
      const options = { title, filters, properties: ['openFile' as const, 'multiSelections' as const] };
      const owner = window();
      const { canceled, filePaths } = await (owner ? dialog.showOpenDialog(owner, options) : dialog.showOpenDialog(options));
      return canceled ? [] : filePaths;
    },
    async chooseToSave(title, suggestedName, filters) {
      const options = { title, filters, defaultPath: suggestedName };
      const owner = window();
      const { canceled, filePath } = await (owner ? dialog.showSaveDialog(owner, options) : dialog.showSaveDialog(options));
      return canceled || !filePath ? null : filePath;
    },
    pdfOf(html, { landscape }) {
      return withHiddenPage(html, (contents) => contents.printToPDF({ landscape, pageSize: 'A4', preferCSSPageSize: true, printBackground: true }));
    },
    print(html) {
      return withHiddenPage(html, (contents) => new Promise((resolve) => {
        contents.print({ pageSize: 'A4', printBackground: true }, (printed) => resolve(printed));
      }));
    },
    reveal(path) {
      shell.showItemInFolder(path);
    },
    userFolder: app.getPath('userData'),
    documentsFolder: app.getPath('documents'),
    version: app.getVersion(),
    shell: process.versions['electron'] ? 'electron' : 'stand-in',
  };
}
