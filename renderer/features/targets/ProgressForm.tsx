// A figure told for a unit: how much, up to which day, from where and by whom.
import { Autocomplete, Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { ReportSource, TargetKey } from '../../../shared/model/target.ts';

const sources: ReportSource[] = ['phone', 'sheet', 'meeting', 'own'];

interface Props {
  about: TargetKey;
  unitId: string;
  onDone?: () => void;
  focusFirst?: boolean;
}

export function ProgressForm({ about, unitId, onDone, focusFirst = false }: Props) {
  const t = useWords('targets');
  const named = useNamed();
  const today = useToday();
  const [value, setValue] = useState<number | null>(null);
  const [day, setDay] = useState<string | null>(null);
  const [source, setSource] = useState<ReportSource>('phone');
  const [toldBy, setToldBy] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState(false);
  const [record, { busy }] = useCommand('progress.record');
  const people = useQuery('people.ofUnit', { unitId }).data;
  const known = [...new Set([...(people?.responsible ?? []), ...(people?.posts ?? [])].map(named))];

  async function save(): Promise<void> {
    if (value === null) { setMissing(true); return; }
    const done = await record({ ...about, unitId, value, day: day ?? today, source, toldBy, note }, { undoToast: true });
    if (!done) return;
    setValue(null);
    setNote('');
    onDone?.();
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }} noValidate>
      <Stack gap="xs">
        <Group gap="xs" grow align="flex-start">
          <NumberField
            label={t('value')} description={undefined} value={value} autoFocus={focusFirst} error={missing && value === null ? t('valueMissing') : undefined}
            onChange={(next) => { setValue(next); setMissing(false); }}
          />
          <DayField label={t('upToDay')} value={day ?? (today || null)} onChange={setDay} maxDay={today || undefined} />
        </Group>
        <SegmentedControl fullWidth size="xs" aria-label={t('source')} value={source} onChange={(next) => setSource(next as ReportSource)} data={sources.map((id) => ({ value: id, label: t(`sources.${id}`) }))} />
        <Autocomplete size="sm" label={t('toldBy')} value={toldBy} onChange={setToldBy} data={known} maxLength={200} />
        <TextInput size="sm" label={t('note')} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={500} />
        <Group justify="flex-end" gap="xs"><Button type="submit" size="compact-md" loading={busy}>{t('record')}</Button></Group>
      </Stack>
    </form>
  );
}
