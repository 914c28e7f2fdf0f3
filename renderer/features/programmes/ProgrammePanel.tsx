// A programme's form beside the list: names, days, days of each level, what is counted.
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useWords } from '../../words.ts';
import { fieldsOf, wrongIn } from './draft.ts';
import type { ProgrammeDraft } from './draft.ts';
import { MetricForm } from './MetricForm.tsx';
import { PhaseFields } from './PhaseFields.tsx';

interface Props {
  draft: ProgrammeDraft;
  onChange: (draft: ProgrammeDraft) => void;
  onSaved: (programmeId: string) => void;
  onClose: () => void;
}

export function ProgrammePanel({ draft, onChange, onSaved, onClose }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const level = useLevelName();
  const metrics = useQuery('programmes.metrics', {}).data ?? [];
  const [tried, setTried] = useState(false);
  const [adding, setAdding] = useState(false);
  const [save, saving] = useCommand('programmes.save');
  const [remove] = useCommand('programmes.remove');
  const wrong = wrongIn(draft);
  const said = (...keys: string[]) => {
    const first = tried ? wrong.find(({ key }) => keys.includes(key)) : undefined;
    return first ? t(`wrong.${first.key}`) : undefined;
  };
  const phaseWrong = tried ? wrong.filter(({ levelId }) => levelId !== undefined) : [];
  const change = (part: Partial<ProgrammeDraft>) => onChange({ ...draft, ...part });
  const toggle = (metricId: string) => change({ metricIds: draft.metricIds.includes(metricId) ? draft.metricIds.filter((id) => id !== metricId) : [...draft.metricIds, metricId] });

  async function onSave(): Promise<void> {
    setTried(true);
    if (wrong.length > 0) return;
    const saved = await save({ id: draft.id, fields: fieldsOf(draft) }, { undoToast: true, onRefused: () => true });
    if (saved) onSaved(saved.id);
  }
  async function onRemove(id: string): Promise<void> {
    if ((await remove({ id }, { undoToast: true })) !== undefined) onClose();
  }
  const foot = (
    <Group justify="space-between" wrap="nowrap">
      {draft.id !== null
        ? <Button variant="subtle" color="red" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => void onRemove(draft.id!)}>{t('remove')}</Button>
        : <Button variant="subtle" onClick={onClose}>{t('notNow')}</Button>}
      <Button type="submit" form="programme-form" loading={saving.busy}>{t(draft.id === null ? 'create' : 'save')}</Button>
    </Group>
  );
  return (
    <SidePanel title={draft.id === null ? t('new') : named({ nameEn: draft.nameEn, nameHi: draft.nameHi || null })} onClose={onClose} foot={foot} width={420}>
      <form id="programme-form" noValidate onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
        <Stack gap="sm">
          <TextInput label={t('nameHi')} lang="hi" value={draft.nameHi} onChange={(event) => change({ nameHi: event.currentTarget.value })} maxLength={200} error={said('noName')} autoFocus={draft.id === null} />
          <TextInput label={t('nameEn')} lang="en" value={draft.nameEn} onChange={(event) => change({ nameEn: event.currentTarget.value })} maxLength={200} />
          <Group grow gap="sm" align="flex-start">
            <DayField label={t('from')} value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} error={said('noDays')} />
            <DayField label={t('to')} value={draft.toDay} onChange={(toDay) => change({ toDay })} error={said('endBeforeStart')} />
          </Group>
          <PhaseFields draft={draft} onChange={(phases) => change({ phases })} />
          {phaseWrong.map(({ key, levelId }) => <p key={`${key} ${levelId}`} className="form-wrong" role="alert">{t(`wrong.${key}`, { level: level(levelId ?? null) })}</p>)}
          <fieldset className="phases">
            <legend>{t('metrics')}</legend>
            {metrics.map((metric) => (
              <Checkbox
                key={metric.id} size="sm" checked={draft.metricIds.includes(metric.id)} onChange={() => toggle(metric.id)} label={named(metric)}
                description={t(`kindSays.${metric.kind}`, { level: level(metric.countLevelId), whole: metric.ofMetricId ? named(metrics.find(({ id }) => id === metric.ofMetricId) ?? metric) : '' })}
              />
            ))}
            {adding
              ? <MetricForm metrics={metrics} onCancel={() => setAdding(false)} onSaved={(id) => { setAdding(false); change({ metricIds: [...draft.metricIds, id] }); }} />
              : <Button variant="subtle" size="compact-sm" className="start" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>{t('newMetric')}</Button>}
          </fieldset>
          {saving.error ? <ErrorPanel error={saving.error} /> : null}
        </Stack>
      </form>
    </SidePanel>
  );
}
