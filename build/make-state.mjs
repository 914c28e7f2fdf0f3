// `npm run make-state -- --state up --seed 7 out.csv`: writes a made state of any size as one flat sheet, to try the import and the app with.
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
const { makeState } = await import(join(root, 'test/help/makeState.ts'));
process.exitCode = makeState(process.argv.slice(2));
