// Whose entries are shown: everybody's, or those of the leaders put on the list.
import { ActionIcon, Button, Popover, Stack, Text } from '@mantine/core';
import { IconUsers, IconX } from '@tabler/icons-react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useQuery } from '../../hooks.ts';
import { useNamed, useWords } from '../../words.ts';

interface LeaderFilterProps {
  personIds: string[];
  onChange: (personIds: string[]) => void;
}

const mostLeaders = 100;

export function LeaderFilter({ personIds, onChange }: LeaderFilterProps) {
  const t = useWords('calendar');
  const named = useNamed();
  const only = useQuery('people.get', personIds.length === 1 ? { id: personIds[0]! } : null).data;
  const label = personIds.length === 0 ? t('everybody') : personIds.length === 1 ? (only ? named(only) : ' ') : t('leaders', { count: personIds.length });
  return (
    <Popover position="bottom-start" width={300} trapFocus>
      <Popover.Target><Button variant={personIds.length === 0 ? 'default' : 'light'} leftSection={<IconUsers size={15} />} aria-label={`${t('leaderFilter')}: ${label}`}>{label}</Button></Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <PersonPicker
            aria-label={t('leaderFilter')} placeholder={t('addLeader')} value={null} disabled={personIds.length >= mostLeaders} data-autofocus
            onChange={(id) => { if (id !== null && !personIds.includes(id)) onChange([...personIds, id]); }}
          />
          {personIds.length === 0 ? <Text size="sm" c="dimmed">{t('everybodyShown')}</Text> : null}
          <div className="meeting-people">{personIds.map((id) => <Leader key={id} personId={id} onRemove={() => onChange(personIds.filter((other) => other !== id))} />)}</div>
          {personIds.length > 1 ? <Button variant="subtle" onClick={() => onChange([])}>{t('showEverybody')}</Button> : null}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A person on a list, who can be taken off it. */
export function Leader({ personId, onRemove }: { personId: string; onRemove: () => void }) {
  const t = useWords('calendar');
  const named = useNamed();
  const person = useQuery('people.get', { id: personId }).data;
  const name = person ? named(person) : '';
  return (
    <div>
      <span>{name}</span>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('removePerson', { name })} onClick={onRemove}><IconX size={14} /></ActionIcon>
    </div>
  );
}
