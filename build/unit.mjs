// `npm run unit [paths]`: vitest alone, on the right Node.
import { setup } from './setup.mjs';

setup();
const { vitest } = await import('./tools.mjs');
const { failed } = await vitest(process.argv.slice(2));
process.exitCode = failed === 0 ? 0 : 1;
