// Short notices in the corner: what was done, with its Undo, and what was refused and why.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { actInWords } from './actInWords.ts';
import { call } from './api.ts';
import type { CallError } from './api.ts';
import { useSession } from './store.ts';
import { errorInWords, words } from './words.ts';
import type { Progress } from '../shared/contract.ts';
import type { HistoryRow } from '../shared/contract/sheets.ts';

/** Rows of an act from which its undoing takes long enough to be shown. */
const shownFrom = 5000;

/** The newest notice of an act or its undoing. */
let lastDone = '';

const closing = () => ({ 'aria-label': words()('close') });

export function showError(error: CallError): void {
  notifications.show({ closeButtonProps: closing(), id: `error ${error.code}`, color: 'red', title: words()('refused'), message: errorInWords(error), autoClose: 9000, withBorder: true });
}

/** The newest notice that says something without asking; a pile of them would lie over the screen. */
let lastNotice = '';

export function showNotice(message: string, id: string = crypto.randomUUID()): void {
  notifications.hide(lastNotice);
  lastNotice = id;
  notifications.show({ id, closeButtonProps: closing(), message, withBorder: true, autoClose: 5000 });
}

/** Takes what was said of the last act off the screen: the hand has begun the next, and reads what stands under it. */
export function clearNotices(): void {
  notifications.hide(lastDone);
  notifications.hide(lastNotice);
}

export async function undo(): Promise<void> {
  await stepBack('history.undo', (answer) => ('undone' in answer ? answer.undone : null), 'undone');
}

export async function redo(): Promise<void> {
  await stepBack('history.redo', (answer) => ('redone' in answer ? answer.redone : null), 'redone');
}

type StepAnswer = { undone: HistoryRow | null } | { redone: HistoryRow | null };

async function stepBack(name: 'history.undo' | 'history.redo', rowOf: (answer: StepAnswer) => HistoryRow | null, word: string): Promise<void> {
  const callId = crypto.randomUUID();
  // A large act stands in the status line while it is undone, and can be stopped there; a small one is over before that.
  const onProgress = (progress: Progress) => {
    if (progress.total < shownFrom) return;
    useSession.setState(({ jobs }) => ({ jobs: { ...jobs, [callId]: { startedAt: Date.now(), ...jobs[callId], callId, name, progress } } }));
  };
  try {
    const row = rowOf(await call(name, {}, { callId, onProgress }));
    const t = words('frame');
    // Only the newest is said: a row of Ctrl Z must not keep a refusal waiting behind them.
    notifications.hide(lastDone);
    lastDone = `${name} ${Date.now()}`;
    showNotice(row ? t(word, { act: actInWords(row) }) : t(name === 'history.undo' ? 'nothingToUndo' : 'nothingToRedo'), lastDone);
  } catch (error) {
    if ((error as CallError).code === 'job.cancelled') showNotice(errorInWords(error as CallError));
    else showError(error as CallError);
  } finally {
    useSession.setState(({ jobs }) => (callId in jobs ? { jobs: Object.fromEntries(Object.entries(jobs).filter(([id]) => id !== callId)) } : {}));
  }
}

/** Says what the newest step did and offers to take it back; the offer holds only as long as it is still the newest, so an older one goes. */
export async function showDone(): Promise<void> {
  const { undo: step } = await call('history.state', {});
  if (!step) return;
  const id = `done ${step.seq}`;
  notifications.hide(lastDone);
  lastDone = id;
  const takeBack = async () => {
    notifications.hide(id);
    const now = await call('history.state', {});
    if (now.undo?.seq === step.seq) await undo();
    else showNotice(words('frame')('undoTooLate'));
  };
  notifications.show({
    id, closeButtonProps: closing(), withBorder: true, autoClose: 8000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" flex={1} miw={0}>{actInWords(step)}</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={() => void takeBack()}>{words('frame')('undo')}</Button>
      </Group>
    ),
  });
}
