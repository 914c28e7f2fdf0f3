// Over the calendar: back and forward, one leader only, and which kinds of entries are shown.
import { ActionIcon, Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconFilter } from '@tabler/icons-react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useWords } from '../../words.ts';
import { entryKinds } from './entries.ts';

interface CalendarToolbarProps {
  /** Back (-1), forward (1), or to today (0). */
  onTurn: (by: -1 | 0 | 1) => void;
  personId: string | null;
  onPerson: (personId: string | null) => void;
  hidden: string[];
  onHidden: (kinds: string[]) => void;
}

export function CalendarToolbar({ onTurn, personId, onPerson, hidden, onHidden }: CalendarToolbarProps) {
  const t = useWords('calendar');
  const shownText = hidden.length === 0 ? t('showAll') : t('showSome', { done: entryKinds.length - hidden.length, total: entryKinds.length });
  return (
    <Toolbar label={t('toolbar')}>
      <ActionIcon variant="default" size={32} aria-label={t('previous')} onClick={() => onTurn(-1)}><IconChevronLeft size={17} /></ActionIcon>
      <Button variant="default" onClick={() => onTurn(0)}>{t('today')}</Button>
      <ActionIcon variant="default" size={32} aria-label={t('next')} onClick={() => onTurn(1)}><IconChevronRight size={17} /></ActionIcon>
      <PersonPicker aria-label={t('leaderFilter')} placeholder={t('everybody')} clearable value={personId} onChange={onPerson} w={230} />
      <Popover position="bottom-start">
        <Popover.Target>
          <Button variant="default" leftSection={<IconFilter size={15} />}>{shownText}</Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={8} role="group" aria-label={t('whatIsShown')}>
            {entryKinds.map((kind) => (
              <Checkbox
                key={kind} size="sm" label={t(`kinds.${kind}`)} checked={!hidden.includes(kind)}
                onChange={(event) => onHidden(event.currentTarget.checked ? hidden.filter((other) => other !== kind) : [...hidden, kind])}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Toolbar>
  );
}
