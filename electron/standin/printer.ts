// Printing on the stand-in: the page as PDF in the system's own viewer, from where a person prints it.
import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerTo } from './control.ts';
import { options } from './options.ts';

/** False when nothing can be shown, or the journey said that nothing was printed. */
export async function sendToPrinter(pdf: Buffer): Promise<boolean> {
  const path = join(await mkdtemp(join(tmpdir(), 'print-')), 'sheet.pdf');
  await writeFile(path, pdf);
  if (options().test) return answerTo({ kind: 'print', title: '', suggested: path, filters: [] }) !== null;
  if (options().headless) {
    console.log(`There is no display to print from. The sheet lies in ${path}`);
    return false;
  }
  const [program, ...words] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
  return new Promise((resolve) => {
    execFile(program ?? '', [...words, path], (error) => resolve(!error));
  });
}
