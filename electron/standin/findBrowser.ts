// Finds a Chromium on this machine: the one named in SANGATHAN_CHROMIUM, else Chromium, Chrome or Edge in the usual places.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'brave-browser', 'microsoft-edge', 'microsoft-edge-stable'];

const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];

const windowsPrograms = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'];

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => macApps.map((name) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (process.platform === 'win32') {
    const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => process.env[name] ?? []);
    return folders.flatMap((folder) => windowsPrograms.map((program) => join(folder, program)));
  }
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return linuxNames.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

/** The path of the program, or null. */
export function findBrowser(): string | null {
  const named = process.env['SANGATHAN_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  return candidates().find((path) => existsSync(path)) ?? null;
}
