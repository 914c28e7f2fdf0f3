// Bundles main, worker, preload and renderer into .out; does nothing where no source has changed.
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from './withLock.mjs';

const root = join(import.meta.dirname, '..');

/**
 * Every file under the given paths with its size and time of change, as one short sign.
 * @param {string[]} paths
 */
async function fingerprint(paths) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const add = async (path) => {
    const found = await stat(path).catch(() => null);
    if (!found) return;
    if (found.isDirectory()) {
      for (const name of (await readdir(path)).toSorted()) await add(join(path, name));
    } else {
      hash.update(`${path}\n${found.size}\n${found.mtimeMs}\n`);
    }
  };
  for (const path of paths) await add(path);
  return hash.digest('hex');
}

/**
 * Builds a folder beside its place and puts it there in one move, so that no one sees half a bundle.
 * @param {string} folder
 * @param {(outDir: string) => Promise<void>} fill
 */
async function replaceFolder(folder, fill) {
  const next = `${folder}.next`;
  await rm(next, { recursive: true, force: true });
  await mkdir(next, { recursive: true });
  await fill(next);
  await rm(folder, { recursive: true, force: true });
  await rename(next, folder);
}

/**
 * @param {string} source the folder with main.ts, preload.ts and workers/worker.ts
 * @param {string} outDir
 */
async function buildElectron(source, outDir) {
  const { build } = await import('vite');
  /** @type {import('vite').InlineConfig} */
  const common = { configFile: false, root, logLevel: 'warn', define: { 'process.env.NODE_ENV': '"production"' } };
  const externals = ['electron', 'better-sqlite3'];
  await build({
    ...common,
    ssr: { noExternal: true, external: externals },
    build: {
      ssr: true, target: 'node22', outDir, emptyOutDir: false, minify: false, copyPublicDir: false,
      rolldownOptions: {
        input: { main: join(source, 'main.ts'), worker: join(source, 'workers/worker.ts'), check: join(source, 'workers/check.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
  await build({
    ...common,
    ssr: { noExternal: true, external: externals },
    build: {
      ssr: true, target: 'chrome140', outDir, emptyOutDir: false, minify: false, copyPublicDir: false,
      rolldownOptions: { input: { preload: join(source, 'preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  });
}

/**
 * @param {string} source the folder with index.html
 * @param {string} outDir
 */
async function buildRenderer(source, outDir) {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build({
    configFile: false, root: source, base: './', logLevel: 'warn', plugins: [react()],
    cacheDir: join(root, '.cache/vite'),
    build: {
      target: 'chrome140', outDir, emptyOutDir: false, copyPublicDir: true, assetsInlineLimit: 0,
      modulePreload: { polyfill: false }, chunkSizeWarningLimit: 6000, reportCompressedSize: false,
      // What the first screen and others share comes as one file: eighty small ones took longer to fetch than to read.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'common', tags: ['$initial'], minShareCount: 2 }] } } },
    },
  });
  await copyFonts(join(outDir, 'fonts'));
}

/**
 * The fonts of printed sheets, under the names that electron/sheets/sheetStyle.ts asks for.
 * @param {string} folder
 */
async function copyFonts(folder) {
  await mkdir(folder, { recursive: true });
  for (const [font, subset] of [['noto-sans', 'latin'], ['noto-sans-devanagari', 'devanagari']]) {
    for (const weight of [400, 600, 700]) {
      const name = `${font}-${subset}-${weight}-normal.woff2`;
      await cp(join(root, 'node_modules/@fontsource', font ?? '', 'files', name), join(folder, name));
    }
  }
}

/**
 * Brings .out/electron and .out/renderer up to date. Other folders may be named to try one part alone.
 * @param {{ electron?: string, renderer?: string, out?: string }} [folders]
 * @returns {Promise<boolean>} whether anything had to be built
 */
export async function bundle(folders = {}) {
  const electron = folders.electron ?? join(root, 'electron');
  const renderer = folders.renderer ?? join(root, 'renderer');
  const out = folders.out ?? join(root, '.out');
  const common = [join(root, 'shared'), join(root, 'package-lock.json'), join(root, 'build/bundle.mjs')];
  const electronSources = (await readdir(electron)).filter((name) => name !== 'standin').map((name) => join(electron, name));
  const parts = [
    { name: 'electron', sources: [...common, ...electronSources], fill: (/** @type {string} */ outDir) => buildElectron(electron, outDir) },
    { name: 'renderer', sources: [...common, renderer], fill: (/** @type {string} */ outDir) => buildRenderer(renderer, outDir) },
  ];
  return withLock(`${out}/bundling`, async () => {
    let built = false;
    // Whoever asks (a test runner sets this to "test"), the bundle is the one that ships.
    const environment = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    for (const part of parts) {
      const stamp = join(out, `${part.name}.stamp`);
      const sign = await fingerprint(part.sources);
      const there = await stat(join(out, part.name)).catch(() => null);
      if (there && await readFile(stamp, 'utf8').catch(() => '') === sign) continue;
      await rm(stamp, { force: true });
      await replaceFolder(join(out, part.name), part.fill);
      await writeFile(stamp, sign);
      built = true;
    }
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
    return built;
  });
}

if (process.argv[1] === import.meta.filename) await bundle();
