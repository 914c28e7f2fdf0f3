// Moving an entry: shown at once, checked by the app, put back with the reason when it cannot be, asked about when it is doubtful or comes again.
import { useState } from 'react';
import { call } from '../../api.ts';
import type { CallError } from '../../api.ts';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand } from '../../hooks.ts';
import { clearNotices } from '../../toasts.tsx';
import { useNumbers, usePick } from '../../words.ts';
import type { PageEntry, SeriesScope } from '../../../shared/model/calendar.ts';
import type { TourProblem } from '../../../shared/model/tour.ts';
import { isThere, moveOf, peopleOf } from './entries.ts';
import type { EntryMove } from './entries.ts';

/** What the app said to a move: impossible, or to be asked about; or which meetings of a series are meant. */
export interface Answer {
  kind: 'impossible' | 'doubtful' | 'scope';
  move: EntryMove;
  scope: SeriesScope;
  sentences: string[];
}

export interface Moves {
  /** Where the hand has put an entry, while the file does not say so yet. */
  pending: EntryMove | null;
  answer: Answer | null;
  busy: boolean;
  tryMove(move: EntryMove): Promise<void>;
  accept(scope?: SeriesScope): Promise<void>;
  leave(): void;
}

/** `entries` are those on the screen: once they show the move, it waits no longer. */
export function useMoves(entries: readonly PageEntry[]): Moves {
  const inSentences = useSentences();
  const [move, moving] = useCommand('calendar.move');
  const [copy, copying] = useCommand('calendar.copy');
  const busy = moving.busy || copying.busy;
  const [pending, setPending] = useState<{ move: EntryMove; done: boolean } | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  if (pending?.done && entries.some((entry) => isThere(entry, pending.move))) setPending(null);

  const run = async (wanted: EntryMove, scope: SeriesScope, accept: boolean) => {
    // A copy leaves the entry where it is.
    setPending(wanted.copy ? null : { move: wanted, done: false });
    setAnswer(null);
    clearNotices();
    const { entry, begin, minutes, day, handOver = null } = wanted;
    const kind = entry.kind === 'meeting' ? 'meeting' : 'stop';
    let refusal: CallError | null = null;
    const options = {
      undoToast: true,
      onRefused: (error: CallError) => {
        if (error.code !== 'calendar.impossible' && error.code !== 'calendar.doubtful') return false;
        refusal = error;
        return true;
      },
    };
    const done = wanted.copy
      ? await copy({ kind, id: entry.id, day, begin, handOver, accept }, options)
      : await move({ kind, id: entry.id, day, begin, minutes, handOver, scope, accept }, options);
    if (done !== undefined) {
      setPending(wanted.copy ? null : { move: wanted, done: true });
      return;
    }
    const refused = refusal as CallError | null;
    const doubtful = refused?.code === 'calendar.doubtful';
    // Only what may still be done waits where the hand has put it.
    if (!doubtful) setPending(null);
    if (refused) setAnswer({ kind: doubtful ? 'doubtful' : 'impossible', move: wanted, scope, sentences: await inSentences(refused, { personIds: peopleOf(wanted), day }) });
  };

  return {
    pending: pending?.move ?? null,
    answer,
    busy,
    tryMove: async (wanted) => {
      const now = moveOf(wanted.entry);
      if (busy || (!wanted.handOver && wanted.day === now.day && wanted.begin === now.begin && wanted.minutes === now.minutes)) return;
      if (wanted.entry.seriesId !== null && !wanted.copy) {
        setPending({ move: wanted, done: false });
        setAnswer({ kind: 'scope', move: wanted, scope: 'one', sentences: [] });
      } else await run(wanted, 'one', false);
    },
    accept: async (scope) => { if (answer) await run(answer.move, scope ?? answer.scope, answer.kind === 'doubtful'); },
    leave: () => {
      setAnswer(null);
      setPending(null);
    },
  };
}

const mostSentences = 8;

/**
 * A refusal's reasons in words. With several people the sentence says whom it concerns (the names are asked for, they don't travel
 * with errors), and where several days are concerned, which.
 */
export function useSentences(): (error: CallError, about: { personIds: readonly string[]; day: string }) => Promise<string[]> {
  const pick = usePick();
  const inWords = useProblemWords();
  const { day: asRead } = useNumbers();
  return async (error, { personIds, day }) => {
    const problems = (error.detail['problems'] ?? []) as TourProblem[];
    const said = await Promise.all(problems.slice(0, mostSentences).map(async (problem) => {
      const personId = problem.detail['personId'];
      const when = problem.day !== null && problem.day !== day ? `${asRead(problem.day)}: ` : '';
      if (personIds.length < 2 || typeof personId !== 'string') return when + inWords(problem);
      const person = await call('people.get', { id: personId }).catch(() => null);
      return when + (person ? `${pick(person.nameEn, person.nameHi)}: ${inWords(problem)}` : inWords(problem));
    }));
    return problems.length > mostSentences ? [...said, `+ ${problems.length - mostSentences}`] : said;
  };
}
