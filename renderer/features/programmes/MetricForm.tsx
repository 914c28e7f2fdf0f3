// A new thing to count: its name in both scripts and what kind of counting it is.
import { Button, Checkbox, Group, MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { useCommand } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Metric, MetricFields } from '../../../shared/model/programme.ts';

interface Props {
  metrics: readonly Metric[];
  onSaved: (metricId: string) => void;
  onCancel: () => void;
}

const kinds: MetricFields['kind'][] = ['sum', 'onePerUnit', 'share', 'repeated', 'money', 'last'];
/** A share or a fee rests on something that adds up by itself. */
const wholes: readonly Metric['kind'][] = ['sum', 'last'];

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
  const [wordEn, setWordEn] = useState('');
  const [wordHi, setWordHi] = useState('');
  const [lessIsBetter, setLess] = useState(false);
  const [every, setEvery] = useState<'week' | 'month'>('month');
  const [rate, setRate] = useState<number | null>(null);
  const [levelIds, setLevelIds] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const [saveMetric, { busy, error }] = useCommand('programmes.saveMetric');
  const noName = nameEn.trim() === '' && nameHi.trim() === '';
  const noLevel = kind === 'onePerUnit' && countLevelId === null;
  const noWhole = (kind === 'share' || (kind === 'money' && rate !== null)) && ofMetricId === null;

  async function save(): Promise<void> {
    setTried(true);
    if (noName || noLevel || noWhole) return;
    const fields = {
      nameEn: nameEn.trim() || nameHi.trim(), nameHi: nameHi.trim() || null, kind, countLevelId: kind === 'onePerUnit' ? countLevelId : null, ofMetricId: kind === 'share' || kind === 'money' ? ofMetricId : null,
      wordEn: wordEn.trim() || wordHi.trim(), wordHi: wordHi.trim() || null, direction: lessIsBetter ? 'down' as const : 'up' as const, every: kind === 'repeated' ? every : null, rate: kind === 'money' && ofMetricId !== null ? rate : null, levelIds,
    };
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
        {kind === 'repeated' ? (
          <Select label={t('every')} allowDeselect={false} value={every} onChange={(next) => setEvery(next as 'week' | 'month')} data={(['week', 'month'] as const).map((id) => ({ value: id, label: t(`everys.${id}`) }))} />
        ) : null}
        {kind === 'share' || kind === 'money' ? (
          <Select label={t(kind === 'share' ? 'ofMetric' : 'feeOf')} clearable={kind === 'money'} value={ofMetricId} onChange={setOfMetric} error={tried && noWhole ? t('wrong.noWhole') : undefined}
            data={metrics.filter((metric) => wholes.includes(metric.kind)).map((metric) => ({ value: metric.id, label: named(metric) }))} />
        ) : null}
        {kind === 'money' && ofMetricId !== null ? <NumberField label={t('rate')} value={rate} min={1} max={1_000_000} onChange={setRate} /> : null}
        <Group grow gap="xs">
          <TextInput label={t('wordHi')} lang="hi" value={wordHi} onChange={(event) => setWordHi(event.currentTarget.value)} maxLength={60} />
          <TextInput label={t('wordEn')} lang="en" value={wordEn} onChange={(event) => setWordEn(event.currentTarget.value)} maxLength={60} />
        </Group>
        {kind === 'onePerUnit' ? null : <MultiSelect label={t('countedAt')} placeholder={levelIds.length === 0 ? t('countedAtAll') : ''} value={levelIds} onChange={setLevelIds} data={levels.map(({ id }) => ({ value: id, label: level(id) }))} />}
        {kind === 'sum' || kind === 'last' ? <Checkbox size="xs" label={t('lessIsBetter')} checked={lessIsBetter} onChange={(event) => setLess(event.currentTarget.checked)} /> : null}
        {error ? <ErrorPanel error={error} /> : null}
        <Group gap="xs" justify="flex-end">
          <Button variant="subtle" size="compact-md" onClick={onCancel}>{t('notNow')}</Button>
          <Button variant="default" size="compact-md" loading={busy} onClick={() => void save()}>{t('addMetric')}</Button>
        </Group>
      </Stack>
    </div>
  );
}
