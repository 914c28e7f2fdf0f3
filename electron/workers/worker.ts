// The thread that writes: it owns the file's only writing connection, so that the window never waits for a long act.
import { parentPort, workerData } from 'node:worker_threads';
import { openEngine } from '../engine.ts';
import type { Engine } from '../engine.ts';
import type { FromWorker, ToWorker, WorkerStart } from './messages.ts';
import { plainError } from './plainError.ts';

const { path, filling, whole, actor, cancel } = workerData as WorkerStart;
const cancelledTickets = new Int32Array(cancel);
const send = (message: FromWorker) => parentPort?.postMessage(message);
/** Progress is shown to people: more often than this is noise. */
const leastMillisecondsBetween = 60;

async function answer(engine: Engine, message: ToWorker): Promise<unknown> {
  if (message.type === 'backup') return engine.backup(message.toPath);
  if (message.type === 'close') return engine.close();
  let lastAt = 0;
  return engine.run(message.name, message.input, message.paths, {
    cancelled: () => Atomics.load(cancelledTickets, message.ticket % cancelledTickets.length) === message.ticket,
    progress: (stage, done, total, detail) => {
      if (done > 0 && Date.now() - lastAt < leastMillisecondsBetween) return;
      lastAt = Date.now();
      send({ type: 'progress', id: message.id, stage, done, total, detail });
    },
  });
}

try {
  const engine = await openEngine(path, { filling, whole, actor, watch: { cancelled: () => false, progress: (stage, done, total) => send({ type: 'progress', id: 'open', stage, done, total }) } });
  parentPort?.on('message', (message: ToWorker) => {
    answer(engine, message).then(
      (value) => {
        send({ type: 'answer', id: message.id, value });
        if (message.type === 'close') parentPort?.close();
      },
      (error: unknown) => send({ type: 'failed', id: message.id, error: plainError(error) }),
    );
  });
  send({ type: 'ready' });
} catch (error) {
  send({ type: 'refused', error: plainError(error) });
  parentPort?.close();
}
