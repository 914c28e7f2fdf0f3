// `npm test`: types, lint with its import walls, unit tests and journeys; the last line is the sum.
import { chromiumName, needChromium, setup, wantPdfReader } from './setup.mjs';

setup();
const { bundle } = await import('./bundle.mjs');
const { lint, part, types, vitest } = await import('./tools.mjs');

const chromium = await needChromium();
process.env['SANGATHAN_CHROMIUM'] = chromium;
wantPdfReader();
const checks = [
  await types(),
  await lint(),
  await part('Bundle', () => bundle().then(() => true, (error) => {
    console.error(error);
    return false;
  })),
];
console.log(`\nUnit tests and journeys, these in Electron's stand-in on ${chromiumName(chromium)}`);
const tests = await vitest(process.argv.slice(2));

const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((well) => !well).length;
console.log(`${passed} passed, ${failed} failed, ${tests.skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
