// How a programme stands, by shape and colour together: planned, running, done, postponed, until further notice, cancelled.
import type { ReactElement } from 'react';
import { useWords } from '../../words.ts';

/** In a box of 12 by 12. */
export const stateShapes: Record<string, ReactElement> = {
  planned: <circle cx="6" cy="6" r="4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  running: <path d="M3 1.2v9.6l8-4.8z" fill="currentColor" />,
  done: <path d="m1.2 6.4 1.6-1.6 2.1 2.1 4.3-4.3 1.6 1.6-5.9 5.9z" fill="currentColor" />,
  postponed: <path d="M1 2.2 5.6 6 1 9.8zm5 0L10.6 6 6 9.8zM10.4 2h1.4v8h-1.4z" fill="currentColor" />,
  untilFurtherNotice: <path d="M2 1.5h3v9H2zm5 0h3v9H7z" fill="currentColor" />,
  cancelled: <path d="m2.2 1 3.8 3.8L9.8 1 11 2.2 7.2 6 11 9.8 9.8 11 6 7.2 2.2 11 1 9.8 4.8 6 1 2.2z" fill="currentColor" />,
};

/** `quiet` shows the shape alone and says the word on hover and to screen readers. */
export function StateMark({ state, quiet = false }: { state: string; quiet?: boolean }) {
  const t = useWords('programmes');
  const word = t(`state.${state}`);
  return (
    <span className="state-mark" data-state={state} title={quiet ? word : undefined}>
      <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true">{stateShapes[state]}</svg>
      <span className={quiet ? 'unseen' : undefined}>{word}</span>
    </span>
  );
}
