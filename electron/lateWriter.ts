// A writer whose thread starts a little after the first screen, or at the first thing there is to write: most starts only read.
import type { Writer } from './writer.ts';

/** `start` is called once. A refusal goes to `refused`, and to every call that waited for the thread. */
export function lateWriter(start: () => Promise<Writer>, afterMilliseconds: number, refused: (error: unknown) => void): Writer {
  let started: Promise<Writer> | null = null;
  const there = (): Promise<Writer> => {
    if (!started) {
      clearTimeout(timer);
      started = start();
      started.catch(refused);
    }
    return started;
  };
  const timer = setTimeout(() => void there().catch(() => undefined), afterMilliseconds);
  let running: Writer | null = null;
  const run = async (): Promise<Writer> => (running = await there());
  return {
    run: async (...call) => (await run()).run(...call),
    cancel: (callId) => running?.cancel(callId),
    backup: async (toPath) => (await run()).backup(toPath),
    // Also where nothing was written: closing is what takes away the files SQLite keeps beside an open one.
    close: async () => (await run()).close(),
  };
}
