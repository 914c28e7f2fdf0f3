// Dividing a target down the tree: what, how and how far, with what it would do shown before it is done.
import { Button, Group, Progress, Select, Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRef } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useJob, useQuery, useToday } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import type { ApportionMethod } from '../../../shared/model/target.ts';
import { isDivided } from '../../../shared/rules/metricKinds.ts';
import { ApportionPreviewList } from './ApportionPreviewList.tsx';
import { useApportion } from './useApportion.ts';
import { useReason } from './useReason.tsx';

const steps = [1, 5, 10, 50, 100, 500, 1000];
const methods: ApportionMethod[] = ['electors', 'booths', 'mixed', 'strength', 'equal', 'norm'];

interface Props {
  programme: Programme;
  metric: Metric;
  unitId: string;
  onClose: () => void;
}

export function ApportionPanel({ programme, metric, unitId, onClose }: Props) {
  const t = useWords('targets');
  const { exact } = useNumbers();
  const level = useLevelName();
  const named = useNamed();
  const today = useToday();
  const { run, running, progress, cancel } = useJob('targets.apportion');
  const programmes = useQuery('programmes.list', {}).data;
  const { withReason, dialog } = useReason();
  const apportion = useApportion(programme, metric, unitId, running);
  const { decision, change, unit, levels, byNorm, preview, error, input } = apportion;
  const isSum = isDivided(metric.kind);
  const isShare = metric.kind === 'share';
  const target = apportion.level;
  const reached = preview?.levels.find(({ levelId }) => levelId === target?.levelId);
  const countedName = metric.countLevelId ? level(metric.countLevelId) : '';

  // While typing, the preview follows; the field itself tells only when it is left.
  const totalSoon = useDebouncedCallback((value: number | null) => change(byNorm ? { norm: value ?? 0 } : { total: value }), 150);
  const totalBox = useRef<HTMLDivElement>(null);

  async function apply(): Promise<void> {
    if (input && (await withReason((reason, options) => run({ ...input, reason }, options), { undoToast: true }))) onClose();
  }
  const foot = running ? (
    <Group gap="sm" wrap="nowrap">
      <Progress flex={1} value={progress && progress.total > 0 ? (progress.done / progress.total) * 100 : 0} aria-label={t('apportioning')} />
      <Text size="sm" c="dimmed">{progress && progress.total > 1 ? t('doneOf', { done: progress.done, total: progress.total }) : t('apportioning')}</Text>
      <Button variant="default" size="compact-sm" onClick={cancel}>{t('common:cancel')}</Button>
    </Group>
  ) : (
    <Button fullWidth disabled={!preview || !input} onClick={() => void apply()}>
      {target ? t('apportionTo', { count: reached?.units ?? target.units, units: `${exact(reached?.units ?? target.units)} ${level(target.levelId, reached?.units ?? target.units).toLowerCase()}` }) : t('apportion')}
    </Button>
  );

  return (
    <SidePanel title={t('apportionTitle')} note={named(metric)} onClose={onClose} foot={foot} width={400}>
      {dialog}
      <Stack gap="sm">
        <UnitPicker label={t('what')} value={decision.unitId} onChange={(id) => { if (id) change({ unitId: id, total: null, toLevelId: null }); }} />
        {metric.kind === 'onePerUnit' ? <Text size="sm">{t('onePerUnit', { level: countedName })}</Text> : null}
        {isSum ? (
          <Select
            label={t('how')} allowDeselect={false} value={decision.method} onChange={(method) => change({ method: method as ApportionMethod })}
            data={methods.map((method) => ({ value: method, label: t(`method.${method}`) }))}
          />
        ) : null}
        {isSum && decision.method === 'mixed' ? (
          <NumberField label={t('electorsPart')} description={t('electorsPartSays', { booths: 100 - decision.electorsPart })} value={decision.electorsPart} max={100} onChange={(part) => change({ electorsPart: part ?? 0 })} />
        ) : null}
        {isSum && decision.method === 'strength' ? (
          <Select
            label={t('strengthOf')} description={t('strengthSays')} allowDeselect={false} value={decision.strength ?? `${programme.id} ${metric.id}`} onChange={(strength) => change({ strength })}
            data={(programmes ?? [programme]).map((one) => ({ group: named(one), items: one.metrics.filter(({ kind }) => kind !== 'share').map((each) => ({ value: `${one.id} ${each.id}`, label: named(each) })) })).filter(({ items }) => items.length > 0)}
          />
        ) : null}
        <Group gap="sm" grow align="flex-start" ref={totalBox}>
          {metric.kind === 'onePerUnit' ? null : (
            <NumberField
              key={`${decision.unitId} ${byNorm}`} label={t(isShare ? 'samePercent' : byNorm ? 'norm' : 'total')} value={apportion.total} max={isShare ? 100 : 1_000_000_000_000}
              onChange={(value) => totalSoon(value)} data-autofocus
            />
          )}
          <Select
            label={t('downTo')} allowDeselect={false} value={target?.levelId ?? null} onChange={(toLevelId) => change({ toLevelId })}
            data={levels.map(({ levelId, units }) => ({ value: levelId, label: t('levelCount', { level: level(levelId), size: exact(units) }) }))}
          />
        </Group>
        <Group gap="sm" grow align="flex-start">
          {isSum && !byNorm ? (
            <Select
              label={t('step')} allowDeselect={false} value={String(decision.step)} onChange={(step) => change({ step: Number(step) })}
              data={steps.map((step) => ({ value: String(step), label: exact(step) }))}
            />
          ) : null}
          {isSum && !byNorm ? <NumberField label={t('minimum')} value={decision.minimum} max={1_000_000_000} onChange={(minimum) => change({ minimum: minimum ?? 0 })} /> : null}
          {isSum && !byNorm ? <NumberField label={t('maximum')} value={decision.maximum} onChange={(maximum) => change({ maximum })} /> : null}
        </Group>
        <Group gap="sm" grow align="flex-start">
          <DayField label={t('dueDay')} value={decision.dueDay} onChange={(dueDay) => change({ dueDay })} clearable {...(today ? { defaultDate: today } : {})} />
        </Group>
        {apportion.known && levels.length === 0 ? <Text size="sm" c="dimmed">{t('nothingBelow', { name: unit ? named(unit) : '' })}</Text> : null}
        {apportion.known && levels.length > 0 && apportion.total === null ? <Text size="sm" c="dimmed">{t('noTotal')}</Text> : null}
        {error ? <ErrorPanel error={error} /> : null}
        {apportion.shown && !error && unit ? <ApportionPreviewList preview={apportion.shown} unit={unit} byNorm={byNorm} isShare={isShare} norm={decision.norm} waiting={!preview} /> : null}
      </Stack>
    </SidePanel>
  );
}
