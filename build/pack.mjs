// `npm run pack`: the app as a folder for this system; without Electron's binary against a stub, so that at least app.asar is true.
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
const { bundle } = await import('./bundle.mjs');
const { electronOrNull, electronVersion } = await import('./electronBinary.mjs');
const { build, Platform } = await import('electron-builder');

const output = join(root, '.out/packed');

/** Binaries of better-sqlite3 that other systems would need. */
function foreignBinaries() {
  const mine = process.platform === 'linux' ? /^linux(musl)?-/ : new RegExp(`^${process.platform}-`);
  return readdirSync(join(root, 'node_modules/better-sqlite3/prebuilds'))
    .filter((name) => !mine.test(name) || !name.includes(`-${process.arch}`))
    .map((name) => `!node_modules/better-sqlite3/prebuilds/${name}`);
}

/** What electron-builder takes for Electron on Linux: an empty program. */
function stubElectron() {
  const folder = join(root, '.cache/electron-stub');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(join(folder, 'locales/en-US.pak'), '');
  for (const name of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']) {
    writeFileSync(join(folder, name), '#!/bin/sh\necho "This is a stub: Electron could not be had where it was packed." >&2\nexit 1\n');
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

await bundle();
const electron = await electronOrNull();
console.log(electron
  ? `Packing with Electron ${electronVersion()}.`
  : 'Electron\'s binary cannot be had here: packing against a stub, so the result holds the app but does not start, and no fuses are set.');
rmSync(output, { recursive: true, force: true });

/** @type {import('electron-builder').Configuration} */
const config = {
  appId: 'org.sangathan.desktop',
  electronVersion: electronVersion(),
  directories: { output, buildResources: 'build/resources' },
  files: ['.out/electron/**', '.out/renderer/**', 'package.json', '!node_modules/better-sqlite3/{src,deps,binding.gyp}', '!node_modules/node-addon-api', ...foreignBinaries()],
  asar: true,
  asarUnpack: ['**/*.node'],
  // The binaries come inside better-sqlite3; nothing is compiled or fetched.
  npmRebuild: false,
  publish: null,
  electronLanguages: ['en-US', 'hi'],
  linux: { category: 'Office', executableName: 'sangathan' },
  mac: { category: 'public.app-category.productivity', identity: null },
  ...electron ? {
    electronDist: join(root, 'node_modules/electron/dist'),
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: process.platform === 'darwin',
    },
  } : { electronDist: stubElectron() },
};
const platform = electron ? Platform.current() : Platform.LINUX;
await build({ projectDir: root, targets: platform.createTarget('dir'), config });
console.log(`Packed in ${join(output, readdirSync(output).find((name) => name.includes('unpacked') || name.startsWith('mac')) ?? '')}`);
