// The journey's hand on the stand-in: answers to dialogs come in, what was asked goes out, over the process's message channel.
import type { InvokeEvent } from './ipcMain.ts';
import { invoke } from './ipcMain.ts';

export interface Asked {
  kind: 'open' | 'save' | 'print';
  title: string;
  suggested: string;
  filters: { name: string; extensions: string[] }[];
}

/** From the journey. */
export type Order =
  | { type: 'answer'; kind: Asked['kind']; path: string | null }
  | { type: 'quit' }
  /** Calls as a frame inside the page would, which has no bridge of its own. */
  | { type: 'callAsSubFrame'; id: number; channel: string; args: unknown[] };

/** To the journey. */
export type Report =
  | { type: 'window'; address: string }
  | { type: 'asked'; asked: Asked; answered: boolean }
  | { type: 'result'; id: number; value: unknown };

const answers: Record<Asked['kind'], (string | null)[]> = { open: [], save: [], print: [] };

export function report(message: Report): void {
  process.send?.(message);
}

/** The next answer laid ready; null, as if the user had cancelled, when there is none. */
export function answerTo(asked: Asked): string | null {
  const answer = answers[asked.kind].shift();
  report({ type: 'asked', asked, answered: answer !== undefined });
  return answer ?? null;
}

export function listenToJourney(quit: () => void, sender: () => InvokeEvent): void {
  process.on('message', (order: Order) => {
    if (order.type === 'answer') answers[order.kind].push(order.path);
    else if (order.type === 'quit') quit();
    else {
      void invoke(sender(), order.channel, order.args)
        .catch((error: unknown) => ({ thrown: String(error) }))
        .then((value) => report({ type: 'result', id: order.id, value }));
    }
  });
  // A journey that died leaves no window behind.
  process.on('disconnect', quit);
}
