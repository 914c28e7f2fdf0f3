// Tells vitest where the tests lie and how long one may take.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: '.cache/vite',
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    // A journey waits for what a person would wait for; a busy machine takes longer than a second.
    expect: { poll: { timeout: 15_000 } },
  },
});
