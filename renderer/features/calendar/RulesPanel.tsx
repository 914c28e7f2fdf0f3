// What the calendar refuses and what it only warns of, kind by kind, and the usual working hours: kept in the file.
import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { checkKinds } from '../../../shared/limits.ts';
import type { CalendarRules } from '../../../shared/model/calendar.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useWords } from '../../words.ts';

export function RulesPanel({ onClose }: { onClose: () => void }) {
  const t = useWords('calendar');
  const rules = useQuery('calendar.rules', {}).data;
  const [set] = useCommand('calendar.setRules');
  if (!rules) return null;
  const change = (part: Partial<CalendarRules>) => void set(part, { undoToast: true });
  return (
    <SidePanel title={t('acts.rules')} note={t('rules.note')} onClose={onClose} width={380}>
      <Stack gap="sm">
        {checkKinds.map((kind) => (
          <div key={kind} className="rule-line">
            <Text size="sm" id={`rule-${kind}`}>{t(`rules.${kind}`)}</Text>
            <SegmentedControl
              size="xs" aria-labelledby={`rule-${kind}`} value={rules.checks[kind]} data={(['refuse', 'warn'] as const).map((value) => ({ value, label: t(`rules.${value}`) }))}
              onChange={(value) => change({ checks: { ...rules.checks, [kind]: value === 'warn' ? 'warn' : 'refuse' } })}
            />
          </div>
        ))}
        <Group grow align="flex-start">
          <TimeField label={t('rules.dutyFrom')} value={rules.dutyFrom} onChange={(dutyFrom) => { if (dutyFrom !== null && dutyFrom !== rules.dutyFrom) change({ dutyFrom }); }} />
          <TimeField label={t('rules.dutyTo')} value={rules.dutyTo} onChange={(dutyTo) => { if (dutyTo !== null && dutyTo !== rules.dutyTo) change({ dutyTo }); }} />
        </Group>
        <Text size="xs" c="dimmed">{t('rules.dutyHelp')}</Text>
      </Stack>
    </SidePanel>
  );
}
