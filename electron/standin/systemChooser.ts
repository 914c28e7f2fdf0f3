// The system's own file chooser for a person who runs the stand-in: zenity or kdialog, osascript, PowerShell.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname, join, dirname, basename } from 'node:path';
import type { Asked } from './control.ts';
import { hasDisplay } from './options.ts';

type Ran = { found: boolean; path: string | null };

/** `found` is false only where the program is not installed; a cancelled dialog ends with a code of its own. */
function run(program: string, words: string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, words, { env: { ...process.env, ...env } }, (error, stdout) => {
      const found = (error as NodeJS.ErrnoException | null)?.code !== 'ENOENT';
      resolve({ found, path: error ? null : stdout.replace(/\r?\n$/, '') || null });
    });
  });
}

async function onLinux({ kind, title, suggested, filters }: Asked): Promise<Ran> {
  const zenity = await run('zenity', [
    '--file-selection', `--title=${title}`, `--filename=${suggested}`,
    ...kind === 'save' ? ['--save', '--confirm-overwrite'] : [],
    ...filters.map(({ name, extensions }) => `--file-filter=${name} | ${extensions.map((extension) => `*.${extension}`).join(' ')}`),
  ]);
  if (zenity.found) return zenity;
  const patterns = filters.map(({ name, extensions }) => `${extensions.map((extension) => `*.${extension}`).join(' ')}|${name}`).join('\n');
  return run('kdialog', [kind === 'save' ? '--getsavefilename' : '--getopenfilename', suggested, patterns, '--title', title]);
}

/** Words reach the scripts as variables of the environment, never as part of the script. */
function onMac({ kind, title, suggested }: Asked): Promise<Ran> {
  const script = kind === 'save'
    ? 'POSIX path of (choose file name with prompt (system attribute "CHOOSE_TITLE") default name (system attribute "CHOOSE_NAME"))'
    : 'POSIX path of (choose file with prompt (system attribute "CHOOSE_TITLE"))';
  return run('osascript', ['-e', script], { CHOOSE_TITLE: title, CHOOSE_NAME: basename(suggested) });
}

function onWindows({ kind, title, suggested, filters }: Asked): Promise<Ran> {
  const script = `Add-Type -AssemblyName System.Windows.Forms
$box = New-Object System.Windows.Forms.${kind === 'save' ? 'SaveFileDialog' : 'OpenFileDialog'}
$box.Title = $env:CHOOSE_TITLE
$box.InitialDirectory = $env:CHOOSE_FOLDER
$box.FileName = $env:CHOOSE_NAME
if ($env:CHOOSE_FILTER) { $box.Filter = $env:CHOOSE_FILTER }
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
if ($box.ShowDialog() -eq 'OK') { Write-Output $box.FileName }`;
  return run('powershell', ['-NoProfile', '-STA', '-Command', script], {
    CHOOSE_TITLE: title,
    CHOOSE_FOLDER: dirname(suggested),
    CHOOSE_NAME: kind === 'save' ? basename(suggested) : '',
    CHOOSE_FILTER: filters.map(({ name, extensions }) => `${name}|${extensions.map((extension) => `*.${extension}`).join(';')}`).join('|'),
  });
}

/** The first name in the folder that is not taken: "sheet.pdf", "sheet 2.pdf". */
function free(path: string): string {
  const extension = extname(path);
  const stem = join(dirname(path), basename(path, extension));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? path : `${stem} ${number}${extension}`;
    if (!existsSync(candidate)) return candidate;
  }
}

/** `suggested` is a full path here. Null when the user cancelled. */
export async function chooseInSystem(asked: Asked): Promise<string | null> {
  if (hasDisplay()) {
    const { found, path } = process.platform === 'darwin' ? await onMac(asked)
      : process.platform === 'win32' ? await onWindows(asked) : await onLinux(asked);
    if (found) return path;
  }
  if (asked.kind === 'open') {
    console.log(`"${asked.title}": there is no file chooser here (zenity or kdialog). Start the app with the file's path instead.`);
    return null;
  }
  const path = free(asked.suggested);
  console.log(`"${asked.title}": there is no file chooser here (zenity or kdialog). Saved as ${path}`);
  return path;
}
