// The form of one blackout: name, kind, days, and the district it holds in.
import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useCommand } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Blackout } from '../../../shared/model/blackout.ts';
import { fieldsOf, kinds, wrongIn } from './byMonth.ts';
import type { BlackoutDraft } from './byMonth.ts';

export function BlackoutPanel({ blackout, today, onClose }: { blackout: Blackout | undefined; today: string; onClose: () => void }) {
  const t = useWords('blackouts');
  const named = useNamed();
  const [draft, setDraft] = useState<BlackoutDraft>(blackout ? { ...blackout, nameHi: blackout.nameHi ?? '' } : { nameEn: '', nameHi: '', kind: 'festival', fromDay: today || null, toDay: null, unitId: null });
  const [tried, setTried] = useState(false);
  const [save, saving] = useCommand('blackouts.save');
  const [remove] = useCommand('blackouts.remove');
  const change = (part: Partial<BlackoutDraft>) => setDraft({ ...draft, ...part });
  const wrong = tried ? wrongIn(draft) : [];
  const said = (key: (typeof wrong)[number]) => (wrong.includes(key) ? t(`wrong.${key}`) : undefined);
  async function onSave(): Promise<void> {
    setTried(true);
    if (wrongIn(draft).length > 0) return;
    if (await save({ id: blackout?.id ?? null, fields: fieldsOf(draft) }, { undoToast: true, onRefused: () => true })) onClose();
  }
  async function onRemove(id: string): Promise<void> {
    if ((await remove({ ids: [id] }, { undoToast: true })) !== undefined) onClose();
  }
  const foot = (
    <Group justify="space-between" wrap="nowrap">
      {blackout
        ? <Button variant="subtle" color="red" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => void onRemove(blackout.id)}>{t('remove')}</Button>
        : <Button variant="subtle" onClick={onClose}>{t('common:cancel')}</Button>}
      <Button type="submit" form="blackout-form" loading={saving.busy}>{t(blackout ? 'save' : 'addIt')}</Button>
    </Group>
  );
  return (
    <SidePanel title={blackout ? named(blackout) : t('add')} onClose={onClose} foot={foot}>
      <form id="blackout-form" noValidate onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
        <Stack gap="sm">
          <TextInput label={t('nameHi')} lang="hi" value={draft.nameHi} maxLength={200} autoFocus={!blackout} onChange={(event) => change({ nameHi: event.currentTarget.value })} error={said('noName')} />
          <TextInput label={t('nameEn')} lang="en" value={draft.nameEn} maxLength={200} onChange={(event) => change({ nameEn: event.currentTarget.value })} />
          <Select label={t('kind')} allowDeselect={false} value={draft.kind} data={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))} onChange={(next) => { if (next) change({ kind: next as BlackoutDraft['kind'] }); }} />
          <Group grow gap="sm" align="flex-start">
            <DayField label={t('from')} value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} error={said('noDay')} />
            <DayField label={t('to')} value={draft.toDay} clearable onChange={(toDay) => change({ toDay })} error={said('endBeforeStart')} />
          </Group>
          <UnitPicker label={t('where')} placeholder={t('wholeState')} value={draft.unitId} clearable onChange={(unitId) => change({ unitId })} />
          {saving.error ? <ErrorPanel error={saving.error} /> : null}
        </Stack>
      </form>
    </SidePanel>
  );
}
