// Beside the calendar: everything about the entry chosen, what is wrong with it, and moving it by typing.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPencil, IconRoute, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { CalendarEntry } from '../../../shared/model/calendar.ts';
import { moveOf } from './entries.ts';
import type { EntryMove } from './entries.ts';

interface EntryPanelProps {
  entry: CalendarEntry;
  busy: boolean;
  onMove: (move: EntryMove) => void;
  onEdit: () => void;
  onClose: () => void;
}

const mostPeople = 12;

export function EntryPanel({ entry, busy, onMove, onEdit, onClose }: EntryPanelProps) {
  const t = useWords('calendar');
  const pick = usePick();
  const { day, time, dayWords } = useNumbers();
  const inWords = useProblemWords();
  const [remove] = useCommand('calendar.removeMeeting');
  const go = useSession((session) => session.go);
  const isTimed = entry.begin !== null;
  const when = isTimed ? `${dayWords(entry.fromDay)}, ${time(entry.begin)}–${time(entry.end)}` : entry.fromDay === entry.toDay ? dayWords(entry.fromDay) : `${day(entry.fromDay)} – ${day(entry.toDay)}`;
  const place = pick(entry.placeEn, entry.placeHi);
  return (
    <SidePanel title={pick(entry.titleEn, entry.titleHi)} note={t(`kind.${entry.kind}`)} onClose={onClose} width={320}>
      <Stack gap="sm">
        <div>
          <Text size="sm" fw={600}>{when}</Text>
          {place === '' ? null : <Text size="sm" c="dimmed">{place}</Text>}
        </div>
        {entry.problems.map((problem, index) => (
          <div key={`${problem.code} ${index}`} className="entry-problem"><IconAlertTriangle size={15} aria-hidden /> {inWords(problem)}</div>
        ))}
        {entry.kind !== 'away' && entry.personIds.length > 0 ? (
          <div>
            <Text size="xs" c="dimmed">{t('people', { count: entry.personIds.length })}</Text>
            {entry.personIds.slice(0, mostPeople).map((id) => <PersonName key={id} personId={id} />)}
            {entry.personIds.length > mostPeople ? <Text size="sm" c="dimmed">{t('morePeople', { count: entry.personIds.length - mostPeople })}</Text> : null}
          </div>
        ) : null}
        {entry.movable ? <MoveForm key={`${entry.fromDay} ${entry.begin} ${entry.end}`} entry={entry} busy={busy} onMove={onMove} /> : null}
        <Group gap="xs">
          {entry.tourId === null ? null : <Button variant="default" leftSection={<IconRoute size={15} />} onClick={() => go('tours', { tourId: entry.tourId! })}>{t('openTour')}</Button>}
          {entry.kind === 'meeting' ? (
            <>
              <Button variant="default" leftSection={<IconPencil size={15} />} onClick={onEdit}>{t('edit')}</Button>
              <Button variant="default" leftSection={<IconTrash size={15} />} onClick={() => void remove({ id: entry.id }, { undoToast: true }).then((done) => { if (done !== undefined) onClose(); })}>{t('remove')}</Button>
            </>
          ) : null}
          {entry.kind === 'programme' || entry.kind === 'phase' ? <Anchor component="button" size="sm" onClick={() => go('programmes')}>{t('openProgrammes')}</Anchor> : null}
        </Group>
      </Stack>
    </SidePanel>
  );
}

function PersonName({ personId }: { personId: string }) {
  const pick = usePick();
  const person = useQuery('people.get', { id: personId }).data;
  return <Text size="sm">{person ? pick(person.nameEn, person.nameHi) : ' '}</Text>;
}

function MoveForm({ entry, busy, onMove }: Pick<EntryPanelProps, 'entry' | 'busy' | 'onMove'>) {
  const t = useWords('calendar');
  const [draft, setDraft] = useState(moveOf(entry));
  return (
    <form onSubmit={(event) => { event.preventDefault(); onMove(draft); }}>
      <Stack gap="xs">
        <DayField label={t('day')} value={draft.day} onChange={(day) => { if (day !== null) setDraft({ ...draft, day }); }} />
        <Group grow align="flex-start">
          <TimeField label={t('begin')} value={draft.begin} onChange={(begin) => { if (begin !== null) setDraft({ ...draft, begin }); }} />
          <NumberField label={t('minutes')} value={draft.minutes} min={5} max={1440} onChange={(minutes) => { if (minutes !== null) setDraft({ ...draft, minutes }); }} />
        </Group>
        <Button type="submit" variant="light" loading={busy}>{t('move')}</Button>
        <Text size="xs" c="dimmed">{t('keysHelp')}</Text>
      </Stack>
    </form>
  );
}
