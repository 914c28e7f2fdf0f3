// Moving an entry: shown at once, checked by the app, put back with the reason when it cannot be, asked about when it is doubtful.
import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { call } from '../../api.ts';
import type { CallError } from '../../api.ts';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand } from '../../hooks.ts';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { CalendarEntry, TourProblem } from '../../../shared/model/tour.ts';
import { isThere, keyOf, moveOf } from './entries.ts';
import type { EntryMove } from './entries.ts';

export interface Doubt {
  move: EntryMove;
  sentences: string[];
}

export interface Moves {
  /** Where the hand has put an entry, while the file does not say so yet. */
  pending: EntryMove | null;
  /** What the person is asked before it is done. */
  doubt: Doubt | null;
  busy: boolean;
  tryMove(move: EntryMove): Promise<void>;
  accept(): Promise<void>;
  leave(): void;
}

/** `entries` are those on the screen: once they show the move, it waits no longer. */
export function useMoves(entries: readonly CalendarEntry[]): Moves {
  const t = useWords('calendar');
  const pick = usePick();
  const { day, time } = useNumbers();
  const inWords = useProblemWords();
  const [move, { busy }] = useCommand('calendar.move');
  const [pending, setPending] = useState<{ move: EntryMove; done: boolean } | null>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  if (pending?.done && entries.some((entry) => isThere(entry, pending.move))) setPending(null);

  const run = async (wanted: EntryMove, accept: boolean) => {
    setPending({ move: wanted, done: false });
    setDoubt(null);
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
    const sentences = refused ? await sentencesOf(refused, entry, inWords, pick) : [];
    if (refused?.code === 'calendar.doubtful') {
      setDoubt({ move: wanted, sentences });
      return;
    }
    setPending(null);
    if (!refused) return;
    notifications.show({
      id: `refused ${keyOf(entry)}`, color: 'red', withBorder: true, autoClose: 12_000,
      title: t('impossible', { name: pick(entry.titleEn, entry.titleHi), day: day(wanted.day), time: time(begin) }),
      message: [...sentences, t('leftAsItWas')].map((sentence) => <Text key={sentence} size="sm">{sentence}</Text>),
    });
  };

  return {
    pending: pending?.move ?? null,
    doubt,
    busy,
    tryMove: async (wanted) => {
      const now = moveOf(wanted.entry);
      if (busy || (wanted.day === now.day && wanted.begin === now.begin && wanted.minutes === now.minutes)) return;
      await run(wanted, false);
    },
    accept: async () => { if (doubt) await run(doubt.move, true); },
    leave: () => {
      setDoubt(null);
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
