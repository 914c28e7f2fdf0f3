// Long work under way: what, how many of how many, how long still, and the way to stop it.
import { Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNumbers, useWords } from '../words.ts';

interface Props {
  opened: boolean;
  title: string;
  /** Words for what is being done now. */
  stage: string;
  done: number;
  total: number;
  onCancel?: (() => void) | undefined;
}

/** Seconds left at the speed so far; null while nothing is known. */
export const secondsLeft = (startedAt: number, now: number, done: number, total: number): number | null =>
  done > 0 && total > done && now > startedAt ? Math.ceil(((now - startedAt) / 1000 / done) * (total - done)) : null;

export function ProgressDialog({ opened, title, stage, done, total, onCancel }: Props) {
  const t = useWords('common');
  const { number } = useNumbers();
  const [startedAt, setStartedAt] = useState(0);
  useEffect(() => { if (opened) setStartedAt(Date.now()); }, [opened]);
  const left = startedAt === 0 ? null : secondsLeft(startedAt, Date.now(), done, total);
  return (
    <Modal opened={opened} onClose={() => onCancel?.()} title={title} withCloseButton={false} closeOnClickOutside={false}>
      <Stack gap="sm">
        <Text size="sm">{stage}</Text>
        <Progress value={total > 0 ? (done / total) * 100 : 100} animated={total === 0} aria-label={title} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {total > 0 ? t('doneOf', { done: number(done), total: number(total) }) : ''}
            {left !== null ? ` · ${t('secondsLeft', { count: left })}` : ''}
          </Text>
          {onCancel ? <Button variant="default" onClick={onCancel}>{t('cancel')}</Button> : null}
        </Group>
      </Stack>
    </Modal>
  );
}
