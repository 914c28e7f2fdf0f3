// `npm run bench:roads [-- folder]`: how far estimated roads are off, leave-one-out, on every told distance of a folder like ../shared/data/jharkhand.
import { join, resolve } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
const { build } = await import('vite');
await build({
  configFile: false, root, logLevel: 'warn', cacheDir: '.cache/vite',
  ssr: { noExternal: true },
  build: {
    ssr: true, target: 'node22', outDir: '.out/benchRoads', emptyOutDir: true, minify: false, copyPublicDir: false,
    rolldownOptions: { input: { roads: join(root, 'test/speed/roads.ts') }, output: { format: 'es', entryFileNames: '[name].js' } },
  },
});
const { benchRoads } = await import(join(root, '.out/benchRoads/roads.js'));
benchRoads(resolve(root, process.argv[2] ?? '../shared/data/jharkhand'));
