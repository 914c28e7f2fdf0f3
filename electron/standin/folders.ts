// The user's folders, where Electron finds them on each system.
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux lets the user move and translate these; the desktop keeps them in one file. */
function linuxFolder(key: string, fallback: string): string {
  const config = process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  try {
    const line = readFileSync(join(config, 'user-dirs.dirs'), 'utf8').match(new RegExp(`^XDG_${key}_DIR="(.*)"`, 'm'));
    if (line?.[1]) return line[1].replace('$HOME', homedir());
  } catch {
    // No desktop has set them.
  }
  return join(homedir(), fallback);
}

function appData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] || join(homedir(), 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return process.env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
}

export function folderOf(name: string): string {
  const onLinux = process.platform === 'linux';
  switch (name) {
    case 'home': return homedir();
    case 'temp': return tmpdir();
    case 'appData': return appData();
    case 'documents': return onLinux ? linuxFolder('DOCUMENTS', 'Documents') : join(homedir(), 'Documents');
    case 'downloads': return onLinux ? linuxFolder('DOWNLOAD', 'Downloads') : join(homedir(), 'Downloads');
    case 'desktop': return onLinux ? linuxFolder('DESKTOP', 'Desktop') : join(homedir(), 'Desktop');
    default: throw new Error(`Failed to get '${name}' path`);
  }
}
