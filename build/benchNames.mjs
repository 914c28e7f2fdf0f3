// `npm run bench:names [-- pairs keys proposals]`: how well and how fast names are found, and how well Hindi names are proposed, each beside a baseline.
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
const { build } = await import('vite');
await build({
  configFile: false, root, logLevel: 'warn', cacheDir: '.cache/vite',
  ssr: { noExternal: true, external: ['better-sqlite3'] },
  build: {
    ssr: true, target: 'node22', outDir: '.out/benchNames', emptyOutDir: true, minify: false, copyPublicDir: false,
    rolldownOptions: { input: { names: join(root, 'test/speed/names.ts') }, output: { format: 'es', entryFileNames: '[name].js' } },
  },
});
const { benchNames } = await import(join(root, '.out/benchNames/names.js'));
await benchNames(root, process.argv.slice(2));
