// `npm run --silent plan-tour -- problem.json [--seconds s] [--seed n]`: prints the planned tour as JSON, and nothing else on standard output.
import { setup } from './setup.mjs';

setup();
const { planTour } = await import('../electron/planTour/planTour.ts');
process.exitCode = planTour(process.argv.slice(2));
