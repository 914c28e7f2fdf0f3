// How a target stands, by shape and colour together, so that neither is needed alone.
import type { ReactElement } from 'react';
import { useWords } from '../words.ts';

export type Status = 'ahead' | 'onPace' | 'behind' | 'critical' | 'done' | 'notStarted';

const shapes: Record<Status, ReactElement> = {
  ahead: <path d="M5 1 9.5 9h-9z" />,
  onPace: <circle cx="5" cy="5" r="4" />,
  behind: <path d="M5 9 .5 1h9z" />,
  critical: <rect x="1" y="1" width="8" height="8" />,
  done: <path d="m1 5.2 1.4-1.4 1.8 1.8L7.7 2 9.1 3.4 4.2 8.4z" />,
  notStarted: <path d="M5 .8a4.2 4.2 0 1 0 0 8.4A4.2 4.2 0 0 0 5 .8m0 1.4a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6" />,
};

/** `quiet` shows the shape alone and says the word to screen readers and on hover. */
export function StatusMark({ state, quiet = false }: { state: string | null; quiet?: boolean }) {
  const t = useWords('common');
  if (state === null || !(state in shapes)) return null;
  const word = t(`status.${state}`);
  return (
    <span className="status" data-state={state} title={quiet ? word : undefined}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">{shapes[state as Status]}</svg>
      <span className={quiet ? 'unseen' : undefined}>{word}</span>
    </span>
  );
}
