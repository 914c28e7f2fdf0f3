// `npm run bench:tour [-- --file instance --best n --seeds 1,2,3 --sizes 10,24]`: quality and time of the tour planner beside a baseline, or on a published instance.
import { join } from 'node:path';
import { root, setup } from './setup.mjs';

setup();
const { benchTour } = await import(join(root, 'test/speed/tour.ts'));
process.exitCode = benchTour(process.argv.slice(2));
