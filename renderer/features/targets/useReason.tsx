// Asks why an issued target changes: the act is tried, and where it is refused for want of a reason it is tried again with one.
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { useWords } from '../../words.ts';
import type { CallError } from '../../api.ts';
import type { RunOptions } from '../../hooks.ts';

/** An act that may need a reason. */
type Try = (reason: string, options: RunOptions) => Promise<unknown>;

export interface Reasoned {
  /** Resolves to what the act gave, or undefined where it was refused or given up. */
  withReason(act: Try, options?: RunOptions): Promise<unknown>;
  dialog: ReactElement | null;
}

export function useReason(): Reasoned {
  const [asking, setAsking] = useState(false);
  const answer = useRef<(reason: string | null) => void>(() => undefined);
  async function withReason(act: Try, options: RunOptions = {}): Promise<unknown> {
    let needed = false;
    const done = await act('', { ...options, onRefused: (error: CallError) => (needed = error.code === 'targets.issued') || (options.onRefused?.(error) ?? false) });
    if (!needed) return done;
    const reason = await new Promise<string | null>((resolve) => {
      answer.current = resolve;
      setAsking(true);
    });
    setAsking(false);
    return reason === null ? undefined : act(reason, options);
  }
  return { withReason, dialog: asking ? <ReasonDialog onAnswer={(reason) => answer.current(reason)} /> : null };
}

function ReasonDialog({ onAnswer }: { onAnswer: (reason: string | null) => void }) {
  const t = useWords('targets');
  const [reason, setReason] = useState('');
  return (
    <Modal opened onClose={() => onAnswer(null)} title={t('reasonTitle')} size={460} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <form onSubmit={(event) => { event.preventDefault(); if (reason.trim() !== '') onAnswer(reason.trim()); }}>
        <Stack gap="sm">
          <Text size="sm">{t('reasonText')}</Text>
          <TextInput label={t('reason')} value={reason} maxLength={500} data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onAnswer(null)}>{t('leaveIssued')}</Button>
            <Button type="submit" disabled={reason.trim() === ''}>{t('revise')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
