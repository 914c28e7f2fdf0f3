// `npm run check`: types and lint only.
import { setup } from './setup.mjs';

setup();
const { lint, types } = await import('./tools.mjs');
const well = [await types(), await lint()];
process.exitCode = well.every(Boolean) ? 0 : 1;
