// Before a plan is put on the calendar: what in it cannot be kept or is doubtful; put there all the same only where that may be.
import { Alert, Button, Group, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useWords } from '../../words.ts';
import type { TourProblem } from '../../../shared/model/tour.ts';

const mostShown = 6;

export function CalendarDoubts({ problems, onLeave, onAccept }: { problems: TourProblem[]; onLeave: () => void; onAccept: () => void }) {
  const t = useWords('tours');
  const inWords = useProblemWords();
  const sentences = [...new Set(problems.map(inWords))];
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={18} />} title={t('calendarDoubts', { count: sentences.length })} role="alertdialog" mx="md" mb="xs">
      <List size="sm">{sentences.slice(0, mostShown).map((sentence) => <List.Item key={sentence}>{sentence}</List.Item>)}</List>
      <Group gap="xs" mt="xs">
        <Button variant="default" onClick={onLeave}>{t('leaveIt')}</Button>
        <Button onClick={onAccept} autoFocus>{t('putOnAnyway')}</Button>
      </Group>
    </Alert>
  );
}
