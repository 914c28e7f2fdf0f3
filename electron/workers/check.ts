// The thread that reads a whole file through and says whether it is whole, while people already work in it.
import { parentPort, workerData } from 'node:worker_threads';
import { isWhole } from '../store/open.ts';

parentPort?.postMessage(isWhole((workerData as { path: string }).path));
