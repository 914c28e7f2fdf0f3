// A new thing to count: its name in both scripts and what kind of counting it is.
import { Button, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { useCommand } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Metric, MetricFields } from '../../../shared/model/programme.ts';

interface Props {
  metrics: readonly Metric[];
  onSaved: (metricId: string) => void;
  onCancel: () => void;
}

const kinds: MetricFields['kind'][] = ['sum', 'onePerUnit', 'share'];

export function MetricForm({ metrics, onSaved, onCancel }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const levels = useLevels();
  const level = useLevelName();
  const [nameEn, setNameEn] = useState('');
  const [nameHi, setNameHi] = useState('');
  const [kind, setKind] = useState<MetricFields['kind']>('sum');
  const [countLevelId, setCountLevel] = useState<string | null>(null);
  const [ofMetricId, setOfMetric] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [saveMetric, { busy, error }] = useCommand('programmes.saveMetric');
  const noName = nameEn.trim() === '' && nameHi.trim() === '';
  const noLevel = kind === 'onePerUnit' && countLevelId === null;
  const noWhole = kind === 'share' && ofMetricId === null;

  async function save(): Promise<void> {
    setTried(true);
    if (noName || noLevel || noWhole) return;
    const fields = { nameEn: nameEn.trim() || nameHi.trim(), nameHi: nameHi.trim() || null, kind, countLevelId: kind === 'onePerUnit' ? countLevelId : null, ofMetricId: kind === 'share' ? ofMetricId : null };
    const saved = await saveMetric({ id: null, fields }, { onRefused: () => true });
    if (saved) onSaved(saved.id);
  }
  return (
    <div className="metric-form" role="group" aria-label={t('newMetric')}>
      <Stack gap="xs">
        <TextInput label={t('nameHi')} lang="hi" value={nameHi} onChange={(event) => setNameHi(event.currentTarget.value)} maxLength={200} autoFocus error={tried && noName ? t('wrong.noName') : undefined} />
        <TextInput label={t('nameEn')} lang="en" value={nameEn} onChange={(event) => setNameEn(event.currentTarget.value)} maxLength={200} />
        <Radio.Group label={t('kind')} value={kind} onChange={(next) => setKind(next as MetricFields['kind'])}>
          <Stack gap={4} mt={4}>{kinds.map((id) => <Radio key={id} size="xs" value={id} label={t(`kinds.${id}`)} />)}</Stack>
        </Radio.Group>
        {kind === 'onePerUnit' ? (
          <Select label={t('countLevel')} value={countLevelId} onChange={setCountLevel} error={tried && noLevel ? t('wrong.noLevel') : undefined}
            data={levels.map(({ id }) => ({ value: id, label: level(id) }))} />
        ) : null}
        {kind === 'share' ? (
          <Select label={t('ofMetric')} value={ofMetricId} onChange={setOfMetric} error={tried && noWhole ? t('wrong.noWhole') : undefined}
            data={metrics.filter((metric) => metric.kind === 'sum').map((metric) => ({ value: metric.id, label: named(metric) }))} />
        ) : null}
        {error ? <ErrorPanel error={error} /> : null}
        <Group gap="xs" justify="flex-end">
          <Button variant="subtle" size="compact-md" onClick={onCancel}>{t('notNow')}</Button>
          <Button variant="default" size="compact-md" loading={busy} onClick={() => void save()}>{t('addMetric')}</Button>
        </Group>
      </Stack>
    </div>
  );
}
