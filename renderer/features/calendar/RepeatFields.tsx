// How a meeting comes again: each day, on days of the week, on a day of the month; and until when.
import { Chip, Group, Select, Stack } from '@mantine/core';
import { addDays, weekday } from '../../../shared/dates.ts';
import { mostOccurrences } from '../../../shared/limits.ts';
import { weekdayNames } from '../../../shared/text/days.ts';
import type { SeriesRule } from '../../../shared/model/calendar.ts';
import { nthOf } from '../../../shared/rules/seriesDays.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useLanguage, useWords } from '../../words.ts';

interface RepeatFieldsProps {
  /** The meeting's own day: the rule begins there. */
  day: string;
  rule: SeriesRule | null;
  onChange: (rule: SeriesRule | null) => void;
}

type Way = 'never' | 'daily' | 'weekly' | 'monthDay' | 'nth';
const ways: Way[] = ['never', 'daily', 'weekly', 'monthDay', 'nth'];

const wayOf = (rule: SeriesRule | null): Way => (rule === null ? 'never' : rule.freq !== 'monthly' ? rule.freq : rule.nth === null ? 'monthDay' : 'nth');

/** A new rule of that way through the day; the end stays. */
function ruleOf(way: Way, day: string, old: SeriesRule | null): SeriesRule | null {
  if (way === 'never') return null;
  const end = old ? { untilDay: old.untilDay, times: old.times } : { untilDay: addDays(day, 91), times: null };
  const base: SeriesRule = { freq: 'daily', every: 1, weekdays: [], monthDay: null, nth: null, ...end };
  if (way === 'weekly') return { ...base, freq: 'weekly', weekdays: [weekday(day)] };
  if (way === 'monthDay') return { ...base, freq: 'monthly', monthDay: Number(day.slice(8)) };
  if (way === 'nth') return { ...base, freq: 'monthly', weekdays: [weekday(day)], nth: nthOf(day) };
  return base;
}

export function RepeatFields({ day, rule, onChange }: RepeatFieldsProps) {
  const t = useWords('calendar');
  const language = useLanguage();
  const way = wayOf(rule);
  const dayName = weekdayNames[language][weekday(day)]!;
  const label = (one: Way): string => t(`repeat.${one}`, { number: Number(day.slice(8)), nth: t(`nth.${nthOf(day) === -1 ? 'last' : nthOf(day)}`), weekday: dayName });
  const change = (part: Partial<SeriesRule>) => { if (rule) onChange({ ...rule, ...part }); };
  return (
    <Stack gap="xs">
      <Select label={t('repeat.label')} allowDeselect={false} value={way} data={ways.map((value) => ({ value, label: label(value) }))} onChange={(next) => onChange(ruleOf((next ?? 'never') as Way, day, rule))} />
      {rule === null ? null : (
        <>
          {rule.freq === 'weekly' ? (
            <Chip.Group multiple value={rule.weekdays.map(String)} onChange={(next) => { if (next.length > 0) change({ weekdays: next.map(Number).sort((a, b) => a - b) }); }}>
              <Group gap={4} role="group" aria-label={t('repeat.weekdays')}>
                {weekdayNames[language].map((name, at) => <Chip key={name} value={String(at)} size="xs">{language === 'hi' ? name.replace(/वार$/, '') : name.slice(0, 3)}</Chip>)}
              </Group>
            </Chip.Group>
          ) : null}
          <Group grow align="flex-start">
            <NumberField label={t(`repeat.every.${rule.freq}`)} value={rule.every} min={1} max={99} onChange={(every) => { if (every !== null) change({ every }); }} />
            <Select
              label={t('repeat.end')} allowDeselect={false} value={rule.times === null ? 'day' : 'times'} data={(['day', 'times'] as const).map((value) => ({ value, label: t(`repeat.ends.${value}`) }))}
              onChange={(end) => change(end === 'times' ? { untilDay: null, times: 10 } : { times: null, untilDay: addDays(day, 91) })}
            />
          </Group>
          {rule.times === null
            ? <DayField label={t('repeat.untilDay')} value={rule.untilDay} minDay={day} onChange={(untilDay) => { if (untilDay !== null) change({ untilDay }); }} />
            : <NumberField label={t('repeat.times')} value={rule.times} min={1} max={mostOccurrences} onChange={(times) => { if (times !== null) change({ times }); }} />}
        </>
      )}
    </Stack>
  );
}
