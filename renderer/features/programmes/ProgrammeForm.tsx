// A programme's form: names, days, place and leader, days of each level, what is counted.
import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { useNamed, useWords } from '../../words.ts';
import { wrongIn } from './draft.ts';
import type { ProgrammeDraft } from './draft.ts';
import { MetricForm } from './MetricForm.tsx';
import { PhaseFields } from './PhaseFields.tsx';
import { PlaceFields } from './PlaceFields.tsx';

interface Props {
  draft: ProgrammeDraft;
  onChange: (draft: ProgrammeDraft) => void;
  /** Somebody has tried to save: what is wrong is said. */
  tried: boolean;
}

export function ProgrammeForm({ draft, onChange, tried }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const level = useLevelName();
  const metrics = useQuery('programmes.metrics', {}).data ?? [];
  const [addStarter, { busy: starting }] = useCommand('programmes.addStarterMetrics');
  const [adding, setAdding] = useState(false);
  const wrong = wrongIn(draft);
  const said = (...keys: string[]) => {
    const first = tried ? wrong.find(({ key }) => keys.includes(key)) : undefined;
    return first ? t(`wrong.${first.key}`) : undefined;
  };
  const phaseWrong = tried ? wrong.filter(({ levelId }) => levelId !== undefined) : [];
  const change = (part: Partial<ProgrammeDraft>) => onChange({ ...draft, ...part });
  const toggle = (metricId: string) => change({ metricIds: draft.metricIds.includes(metricId) ? draft.metricIds.filter((id) => id !== metricId) : [...draft.metricIds, metricId] });
  return (
    <Stack gap="sm">
      <TextInput label={t('nameHi')} lang="hi" value={draft.nameHi} onChange={(event) => change({ nameHi: event.currentTarget.value })} maxLength={200} error={said('noName')} autoFocus={draft.id === null} />
      <TextInput label={t('nameEn')} lang="en" value={draft.nameEn} onChange={(event) => change({ nameEn: event.currentTarget.value })} maxLength={200} />
      <Group grow gap="sm" align="flex-start">
        <DayField label={t('from')} value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} error={said('noDays')} />
        <DayField label={t('to')} value={draft.toDay} onChange={(toDay) => change({ toDay })} error={said('endBeforeStart')} />
      </Group>
      {draft.id !== null ? <p className="form-note">{t('correctionOnly')}</p> : null}
      <PlaceFields draft={draft} onChange={change} />
      <PhaseFields draft={draft} onChange={(phases) => change({ phases })} />
      {phaseWrong.map(({ key, levelId }) => <p key={`${key} ${levelId}`} className="form-wrong" role="alert">{t(`wrong.${key}`, { level: level(levelId ?? null) })}</p>)}
      <fieldset className="phases">
        <legend>{t('metrics')}</legend>
        {metrics.map((metric) => (
          <Checkbox
            key={metric.id} size="sm" checked={draft.metricIds.includes(metric.id)} onChange={() => toggle(metric.id)} label={named(metric)}
            description={t(metric.kind === 'money' && metric.rate !== null ? 'kindSays.fee' : `kindSays.${metric.kind}`, { rate: metric.rate, every: t(`everys.${metric.every ?? 'month'}`), level: level(metric.countLevelId), whole: metric.ofMetricId ? named(metrics.find(({ id }) => id === metric.ofMetricId) ?? metric) : '' })}
          />
        ))}
        {adding
          ? <MetricForm metrics={metrics} onCancel={() => setAdding(false)} onSaved={(id) => { setAdding(false); change({ metricIds: [...draft.metricIds, id] }); }} />
          : (
            <Group gap="xs">
              <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => setAdding(true)}>{t('newMetric')}</Button>
              <Button variant="subtle" size="compact-sm" loading={starting} onClick={() => void addStarter({}, { undoToast: true }).then((done) => { if (done?.added === 0) showNotice(t('starterNone')); })}>{t('addStarter')}</Button>
            </Group>
          )}
      </fieldset>
    </Stack>
  );
}
