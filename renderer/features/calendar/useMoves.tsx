// Moving an entry: shown at once, checked by the app, put back with the reason when it cannot be, asked about when it is doubtful.
import { useState } from 'react';
import { call } from '../../api.ts';
import type { CallError } from '../../api.ts';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand } from '../../hooks.ts';
import { usePick } from '../../words.ts';
import type { CalendarEntry } from '../../../shared/model/calendar.ts';
import type { TourProblem } from '../../../shared/model/tour.ts';
import { isThere, moveOf } from './entries.ts';
import type { EntryMove } from './entries.ts';

/** What the app said to a move: impossible, or to be asked about. */
export interface Answer {
  kind: 'impossible' | 'doubtful';
  move: EntryMove;
  sentences: string[];
}

export interface Moves {
  /** Where the hand has put an entry, while the file does not say so yet. */
  pending: EntryMove | null;
  answer: Answer | null;
  busy: boolean;
  tryMove(move: EntryMove): Promise<void>;
  accept(): Promise<void>;
  leave(): void;
}

/** `entries` are those on the screen: once they show the move, it waits no longer. */
export function useMoves(entries: readonly CalendarEntry[]): Moves {
  const pick = usePick();
  const inWords = useProblemWords();
  const [move, { busy }] = useCommand('calendar.move');
  const [pending, setPending] = useState<{ move: EntryMove; done: boolean } | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (pending?.done && entries.some((entry) => isThere(entry, pending.move))) setPending(null);

  const run = async (wanted: EntryMove, accept: boolean) => {
    setPending({ move: wanted, done: false });
    setAnswer(null);
    const { entry, begin, minutes } = wanted;
    const kind = entry.kind === 'meeting' ? 'meeting' : 'stop';
    let refusal: CallError | null = null;
    const done = await move({ kind, id: entry.id, day: wanted.day, begin, minutes, accept }, {
      undoToast: true,
      onRefused: (error) => {
        if (error.code !== 'calendar.impossible' && error.code !== 'calendar.doubtful') return false;
        refusal = error;
        return true;
      },
    });
    if (done !== undefined) {
      setPending({ move: wanted, done: true });
      return;
    }
    const refused = refusal as CallError | null;
    const doubtful = refused?.code === 'calendar.doubtful';
    // Only what may still be done waits where the hand has put it.
    if (!doubtful) setPending(null);
    if (refused) setAnswer({ kind: doubtful ? 'doubtful' : 'impossible', move: wanted, sentences: await sentencesOf(refused, entry, inWords, pick) });
  };

  return {
    pending: pending?.move ?? null,
    answer,
    busy,
    tryMove: async (wanted) => {
      const now = moveOf(wanted.entry);
      if (busy || (wanted.day === now.day && wanted.begin === now.begin && wanted.minutes === now.minutes)) return;
      await run(wanted, false);
    },
    accept: async () => { if (answer) await run(answer.move, true); },
    leave: () => {
      setAnswer(null);
      setPending(null);
    },
  };
}

/** With several people the sentence says whom it concerns; the names are asked for, they don't travel with errors. */
export async function sentencesOf(
  error: CallError, entry: Pick<CalendarEntry, 'personIds'>, inWords: (problem: TourProblem) => string, pick: (en: string, hi: string | null) => string,
): Promise<string[]> {
  const problems = (error.detail['problems'] ?? []) as TourProblem[];
  return await Promise.all(problems.map(async (problem) => {
    const personId = problem.detail['personId'];
    if (entry.personIds.length < 2 || typeof personId !== 'string') return inWords(problem);
    const person = await call('people.get', { id: personId }).catch(() => null);
    return person ? `${pick(person.nameEn, person.nameHi)}: ${inWords(problem)}` : inWords(problem);
  }));
}
