// Over the calendar: back and forward, whose entries and which kinds are shown, and what goes out, comes in and is printed.
import { ActionIcon, Button, Checkbox, Menu, Popover, Stack } from '@mantine/core';
import { IconAdjustments, IconCalendarDown, IconCalendarShare, IconChevronLeft, IconChevronRight, IconDots, IconFilter, IconPrinter } from '@tabler/icons-react';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useWords } from '../../words.ts';
import { entryKinds } from './entries.ts';
import { LeaderFilter } from './LeaderFilter.tsx';

export type CalendarAct = 'print' | 'send' | 'own' | 'rules';

interface CalendarToolbarProps {
  /** Back (-1), forward (1), or to today (0); null where there is nothing to turn. */
  onTurn: ((by: -1 | 0 | 1) => void) | null;
  personIds: string[];
  onPeople: (personIds: string[]) => void;
  hidden: string[];
  onHidden: (kinds: string[]) => void;
  onAct: (act: CalendarAct) => void;
}

const acts = [['print', IconPrinter], ['send', IconCalendarShare], ['own', IconCalendarDown], ['rules', IconAdjustments]] as const;

export function CalendarToolbar({ onTurn, personIds, onPeople, hidden, onHidden, onAct }: CalendarToolbarProps) {
  const t = useWords('calendar');
  const shown = entryKinds.filter((kind) => !hidden.includes(kind)).length;
  const shownText = shown === entryKinds.length ? t('showAll') : t('showSome', { done: shown, total: entryKinds.length });
  return (
    <Toolbar label={t('toolbar')}>
      {onTurn ? (
        <>
          <ActionIcon variant="default" size={32} aria-label={t('previous')} onClick={() => onTurn(-1)}><IconChevronLeft size={17} /></ActionIcon>
          <Button variant="default" onClick={() => onTurn(0)}>{t('today')}</Button>
          <ActionIcon variant="default" size={32} aria-label={t('next')} onClick={() => onTurn(1)}><IconChevronRight size={17} /></ActionIcon>
        </>
      ) : null}
      <LeaderFilter personIds={personIds} onChange={onPeople} />
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
      <Menu position="bottom-end" width={280}>
        <Menu.Target><ActionIcon variant="default" size={32} aria-label={t('more')}><IconDots size={17} /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          {acts.map(([act, Icon]) => <Menu.Item key={act} leftSection={<Icon size={16} />} onClick={() => onAct(act)}>{t(`acts.${act}`)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
    </Toolbar>
  );
}
