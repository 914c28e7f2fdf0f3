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

function Body({ title, stage, done, total, onCancel }: Omit<Props, 'opened'>) {
  const t = useWords('common');
  const { number } = useNumbers();
  const [startedAt] = useState(() => Date.now());
  const [now, setNow] = useState(startedAt);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  const left = secondsLeft(startedAt, now, done, total);
  return (
    <Stack gap="sm">
      <Text size="sm">{stage}</Text>
      <Progress value={total > 0 ? (done / total) * 100 : 100} animated={total === 0} aria-label={title} />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {total > 0 ? t('doneOf', { done: number(done), total: number(total) }) : ''}
          {left !== null ? ` · ${t('secondsLeft', { count: left })}` : ''}
        </Text>
        {onCancel ? <Button variant="default" onClick={onCancel}>{t('stop')}</Button> : null}
      </Group>
    </Stack>
  );
}

export function ProgressDialog({ opened, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={() => rest.onCancel?.()} title={rest.title} withCloseButton={false} closeOnClickOutside={false}>
      <Body {...rest} />
    </Modal>
  );
}
