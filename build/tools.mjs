// Runs the project's tools: types, lint and vitest, each with the Node this process runs on.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

/**
 * @param {string} script a path below node_modules
 * @param {string[]} words
 * @returns {Promise<boolean>} whether it ended well
 */
export function runTool(script, words) {
  const child = spawn(process.execPath, [join(root, 'node_modules', script), ...words], { cwd: root, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.on('exit', (code) => resolve(code === 0));
    child.on('error', () => resolve(false));
  });
}

/**
 * Says what is tried, tries it, and says how it went.
 * @param {string} name
 * @param {() => Promise<boolean>} work
 */
export async function part(name, work) {
  console.log(`\n${name}`);
  const begun = Date.now();
  const well = await work();
  console.log(`${name}: ${well ? 'good' : 'FAILED'}, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return well;
}

export const types = () => part('Types', () => runTool('typescript/bin/tsc', ['-b']));
export const lint = () => part('Lint and import walls', () => runTool('oxlint/bin/oxlint', []));

/**
 * @param {string[]} words paths and options for vitest
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function vitest(words) {
  const report = join(root, '.cache/vitest.json');
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const well = await runTool('vitest/vitest.mjs', [
    'run', '-c', 'build/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words,
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not even load, or an error outside any test, fails no test of its own.
  return { passed, failed: failed === 0 && !well ? 1 : failed, skipped: pending + todo };
}
