// Beside the calendar: everything about the entry chosen, what is wrong with it, and moving it by typing.
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarX, IconCopy, IconPencil, IconPinned, IconRepeat, IconRoute, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { PageEntry, SeriesScope } from '../../../shared/model/calendar.ts';
import { scopes } from './AnswerBar.tsx';
import { moveOf } from './entries.ts';
import type { EntryMove } from './entries.ts';

interface EntryPanelProps {
  entry: PageEntry;
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
  const [cancel] = useCommand('calendar.cancelMeeting');
  const [asked, setAsked] = useState<'remove' | 'cancel' | null>(null);
  const go = useSession((session) => session.go);
  const problems = useQuery('calendar.problems', entry.problemCount > 0 && (entry.kind === 'stop' || entry.kind === 'meeting') ? { kind: entry.kind, id: entry.id } : null).data ?? [];
  const act = async (what: 'remove' | 'cancel', scope: SeriesScope) => {
    setAsked(null);
    if (what === 'cancel') await cancel({ id: entry.id, scope, cancelled: !entry.cancelled }, { undoToast: true });
    else if (await remove({ id: entry.id, scope }, { undoToast: true }) !== undefined) onClose();
  };
  const ask = (what: 'remove' | 'cancel') => { if (entry.seriesId === null) void act(what, 'one'); else setAsked(what); };
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
        {problems.map((problem, index) => (
          <div key={`${problem.code} ${index}`} className="entry-problem"><IconAlertTriangle size={15} aria-hidden /> {inWords(problem)}</div>
        ))}
        {entry.kind !== 'away' && entry.personIds.length > 0 ? (
          <div>
            <Text size="xs" c="dimmed">{t('people', { count: entry.personIds.length })}</Text>
            {entry.personIds.slice(0, mostPeople).map((id) => <PersonName key={id} personId={id} />)}
            {entry.personIds.length > mostPeople ? <Text size="sm" c="dimmed">{t('morePeople', { count: entry.personIds.length - mostPeople })}</Text> : null}
          </div>
        ) : null}
        {entry.cancelled ? <Text size="sm" fw={600} c="var(--critical)">{t('cancelled')}</Text> : null}
        {entry.pinned ? <Text size="sm"><IconPinned size={14} aria-hidden /> {t('pinned')}</Text> : null}
        {entry.seriesId === null ? null : <Text size="sm"><IconRepeat size={14} aria-hidden /> {t('repeats')}</Text>}
        {entry.movable ? <MoveForm key={`${entry.fromDay} ${entry.begin} ${entry.end}`} entry={entry} busy={busy} onMove={onMove} /> : null}
        {asked === null ? null : (
          <div className="scope-ask" role="alertdialog" aria-label={t('comesAgain')}>
            <Text size="sm">{t('comesAgain')}</Text>
            <Group gap="xs">
              {scopes.map((scope) => <Button key={scope} size="xs" variant="light" autoFocus={scope === 'one'} onClick={() => void act(asked, scope)}>{t(`scope.${scope}`)}</Button>)}
              <Button size="xs" variant="default" onClick={() => setAsked(null)}>{t('leaveIt')}</Button>
            </Group>
          </div>
        )}
        <Group gap="xs">
          {entry.tourId === null ? null : <Button variant="default" leftSection={<IconRoute size={15} />} onClick={() => go('tours', { tourId: entry.tourId! })}>{t('openTour')}</Button>}
          {entry.kind === 'meeting' ? (
            <>
              <Button variant="default" leftSection={<IconPencil size={15} />} onClick={onEdit}>{t('edit')}</Button>
              <Button variant="default" leftSection={<IconCalendarX size={15} />} onClick={() => ask('cancel')}>{t(entry.cancelled ? 'restore' : 'cancel')}</Button>
              <Button variant="default" leftSection={<IconTrash size={15} />} onClick={() => ask('remove')}>{t('remove')}</Button>
            </>
          ) : null}
          {entry.kind === 'blackout' ? <Anchor component="button" size="sm" onClick={() => go('blackouts')}>{t('openBlackouts')}</Anchor> : null}
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
        <Group grow>
          <Button type="submit" variant="light" loading={busy}>{t('move')}</Button>
          <Button variant="default" leftSection={<IconCopy size={15} />} disabled={busy} onClick={() => onMove({ ...draft, copy: true })}>{t('copy')}</Button>
        </Group>
        <Text size="xs" c="dimmed">{t('keysHelp')}</Text>
      </Stack>
    </form>
  );
}
