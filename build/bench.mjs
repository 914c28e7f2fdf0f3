// `npm run bench [-- part …]`: times the app's long acts, each beside a stated baseline in the same run, and prints the ratios.
import { join } from 'node:path';
import { needChromium, root, setup } from './setup.mjs';

if (process.argv[2] === '--child') {
  // A part's own process, on the bundle its parent has made.
  const { child } = await import(join(root, '.out/bench/bench.js'));
  await child(...process.argv.slice(3));
  process.exit(0);
}
setup();
const { bundle } = await import('./bundle.mjs');
const { build } = await import('vite');

process.env['SANGATHAN_CHROMIUM'] = await needChromium();
await bundle();
await build({
  configFile: false, root, logLevel: 'warn', cacheDir: '.cache/vite',
  ssr: { noExternal: true, external: ['better-sqlite3', 'playwright-core'] },
  build: {
    ssr: true, target: 'node22', outDir: '.out/bench', emptyOutDir: true, minify: false, copyPublicDir: false,
    rolldownOptions: { input: { bench: join(root, 'test/speed/bench.ts') }, output: { format: 'es', entryFileNames: '[name].js' } },
  },
});
const { bench } = await import(join(root, '.out/bench/bench.js'));
await bench(root, process.argv.slice(2));
