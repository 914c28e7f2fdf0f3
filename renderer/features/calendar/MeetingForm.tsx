// A meeting: what, when, where and who; checked against everybody's other entries before it is saved.
import { Alert, Button, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CallError } from '../../api.ts';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useCommand, useQuery } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { errorInWords, useLanguage, usePick, useWords } from '../../words.ts';
import type { Meeting, MeetingFields, SeriesRule, SeriesScope } from '../../../shared/model/calendar.ts';
import { shiftedRule } from '../../../shared/rules/seriesDays.ts';
import { scopes } from './AnswerBar.tsx';
import { Leader } from './LeaderFilter.tsx';
import { RepeatFields } from './RepeatFields.tsx';
import { useSentences } from './useMoves.tsx';

interface MeetingFormProps {
  /** Null: a new one. */
  meetingId: string | null;
  /** Where a new one begins. */
  slot: { day: string; begin: number; minutes: number };
  /** Who attends a new one. */
  personIds: readonly string[];
  onClose: () => void;
}

export function MeetingForm({ meetingId, slot, personIds, onClose }: MeetingFormProps) {
  const stored = useQuery('calendar.meeting', meetingId === null ? null : { id: meetingId }).data;
  if (meetingId !== null && !stored) return null;
  return <Form key={meetingId} stored={stored ?? null} slot={slot} personIds={personIds} onClose={onClose} />;
}

function Form({ stored, slot, personIds, onClose }: Omit<MeetingFormProps, 'meetingId'> & { stored: Meeting | null }) {
  const t = useWords('calendar');
  const language = useLanguage();
  const pick = usePick();
  const inSentences = useSentences();
  const [draft, setDraft] = useState<MeetingFields>(() => (
    stored ? fieldsOf(stored) : { titleEn: '', titleHi: null, ...slot, unitId: null, placeEn: null, placeHi: null, personIds: [...personIds], pinned: false }
  ));
  const [repeat, setRepeat] = useState<SeriesRule | null>(stored?.repeat ?? null);
  const [scope, setScope] = useState<SeriesScope>('one');
  const [refusal, setRefusal] = useState<{ doubtful: boolean; sentences: string[] } | null>(null);
  const [save, { busy }] = useCommand('calendar.saveMeeting');
  const change = (part: Partial<MeetingFields>) => {
    setRefusal(null);
    setDraft({ ...draft, ...part });
  };
  const title = draft.titleEn.trim() || draft.titleHi?.trim() || '';
  const submit = async (accept: boolean) => {
    let refused: CallError | null = null;
    const fields = { ...draft, titleEn: title, titleHi: draft.titleHi?.trim() || null };
    const done = await save({ id: stored?.id ?? null, fields, repeat, scope, accept }, { undoToast: true, onRefused: (error) => { refused = error; return true; } });
    if (done !== undefined) {
      onClose();
      return;
    }
    const error = refused as CallError | null;
    if (!error) return;
    const hasProblems = Array.isArray(error.detail['problems']);
    setRefusal({ doubtful: error.code === 'calendar.doubtful', sentences: hasProblems ? await inSentences(error, draft) : [errorInWords(error)] });
  };
  // The language read comes first; a name in one language is enough.
  const names = language === 'hi' ? (['titleHi', 'titleEn'] as const) : (['titleEn', 'titleHi'] as const);
  return (
    <SidePanel
      title={t(stored ? 'editMeeting' : 'newMeeting')} onClose={onClose} width={340}
      foot={(
        <Group justify="space-between">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button loading={busy} disabled={title === ''} onClick={() => void submit(refusal?.doubtful ?? false)}>{t(refusal?.doubtful ? 'saveAnyway' : 'saveMeeting')}</Button>
        </Group>
      )}
    >
      <Stack gap="sm">
        {refusal ? (
          <Alert color={refusal.doubtful ? 'yellow' : 'red'} role="alert" title={t(refusal.doubtful ? 'meetingDoubtful' : 'meetingImpossible')}>
            {refusal.sentences.map((sentence) => <Text key={sentence} size="sm">{sentence}</Text>)}
          </Alert>
        ) : null}
        {names.map((name, index) => (
          <TextInput key={name} label={t(name)} required={index === 0} autoFocus={index === 0 && !stored} value={draft[name] ?? ''} onChange={(event) => change({ [name]: event.currentTarget.value })} />
        ))}
        <DayField label={t('day')} required value={draft.day} onChange={(day) => { if (day === null) return; setRepeat(repeat && shiftedRule(repeat, draft.day, day)); change({ day }); }} />
        <Group grow align="flex-start">
          <TimeField label={t('begin')} required value={draft.begin} onChange={(begin) => { if (begin !== null) change({ begin }); }} />
          <NumberField label={t('minutes')} required value={draft.minutes} min={5} max={1440} onChange={(minutes) => { if (minutes !== null) change({ minutes }); }} />
        </Group>
        <UnitPicker label={t('unit')} description={t('unitHelp')} clearable value={draft.unitId} onChange={(unitId) => change({ unitId })} />
        <TextInput
          label={t('place')} value={pick(draft.placeEn, draft.placeHi)}
          onChange={(event) => change(language === 'hi' ? { placeHi: event.currentTarget.value || null, placeEn: draft.placeEn ?? null } : { placeEn: event.currentTarget.value || null })}
        />
        <Checkbox size="sm" label={t('pinned')} description={t('pinnedHelp')} checked={draft.pinned} onChange={(event) => change({ pinned: event.currentTarget.checked })} />
        {stored?.repeat ? (
          <div>
            <Text size="sm" fw={500} id="scope-label">{t('scopeLabel')}</Text>
            <SegmentedControl fullWidth size="xs" aria-labelledby="scope-label" value={scope} onChange={(next) => { setRefusal(null); setScope(next as SeriesScope); }} data={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))} />
            <Text size="xs" c="dimmed">{t('occurrences', { ...stored.occurrences })}</Text>
          </div>
        ) : null}
        {stored?.repeat && scope === 'one' ? null : <RepeatFields day={draft.day} rule={repeat} onChange={(rule) => { setRefusal(null); setRepeat(rule); }} />}
        <div>
          <PersonPicker label={t('addPerson')} value={null} onChange={(id) => { if (id !== null && !draft.personIds.includes(id)) change({ personIds: [...draft.personIds, id] }); }} />
          <div className="meeting-people">
            {draft.personIds.map((id) => <Leader key={id} personId={id} onRemove={() => change({ personIds: draft.personIds.filter((other) => other !== id) })} />)}
          </div>
        </div>
      </Stack>
    </SidePanel>
  );
}

/** Without what only the file says of it. */
function fieldsOf({ titleEn, titleHi, day, begin, minutes, unitId, placeEn, placeHi, personIds, pinned }: Meeting): MeetingFields {
  return { titleEn, titleHi, day, begin, minutes, unitId, placeEn, placeHi, personIds, pinned };
}
