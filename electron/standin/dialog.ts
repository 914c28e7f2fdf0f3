// Electron's `dialog`: answered by the journey, or by the system's own chooser.
import { basename, extname, isAbsolute, join } from 'node:path';
import { app } from './app.ts';
import { answerTo } from './control.ts';
import type { Asked } from './control.ts';
import { options } from './options.ts';
import { chooseInSystem } from './systemChooser.ts';

interface DialogOptions {
  title?: string;
  defaultPath?: string;
  filters?: Asked['filters'];
}

/** Both forms: with the owning window first, or without. */
function optionsOf(args: unknown[]): DialogOptions {
  return (args.at(-1) ?? {}) as DialogOptions;
}

async function ask(kind: 'open' | 'save', { title = '', defaultPath = '', filters = [] }: DialogOptions): Promise<string | null> {
  const asked = { kind, title, suggested: basename(defaultPath), filters };
  if (options().test) return answerTo(asked);
  const suggested = defaultPath && !isAbsolute(defaultPath) ? join(app.getPath('documents'), defaultPath) : defaultPath;
  return chooseInSystem({ ...asked, suggested: suggested || app.getPath('documents') });
}

export const dialog = {
  async showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    const path = await ask('open', optionsOf(args));
    // Several paths come one a line.
    return { canceled: path === null, filePaths: path === null ? [] : path.split('\n') };
  },
  async showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    const chosen = optionsOf(args);
    const path = await ask('save', chosen);
    const extension = chosen.filters?.[0]?.extensions[0];
    const complete = path && extension && extension !== '*' && !extname(path) ? `${path}.${extension}` : path;
    return { canceled: complete === null, filePath: complete ?? '' };
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}: ${content}`);
  },
};
