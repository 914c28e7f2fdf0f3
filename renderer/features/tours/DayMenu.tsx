// What can be said of one day: that it is locked, its own hours, and parts of it kept free.
import { ActionIcon, Button, Group, Popover, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconDots, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { TimeField } from '../../ui/TimeField.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { TourDay, TourDetail } from '../../../shared/model/tour.ts';

export function DayMenu({ tour, day }: { tour: TourDetail; day: TourDay }) {
  const t = useWords('tours');
  const { dayWords } = useNumbers();
  const [opened, setOpened] = useState(false);
  const label = t('dayMenu', { day: dayWords(day.day) });
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="bottom-start" width={300} withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} title={label} aria-expanded={opened} onClick={() => setOpened(!opened)}><IconDots size={15} /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{opened ? <DayForm tour={tour} day={day} /> : null}</Popover.Dropdown>
    </Popover>
  );
}

function DayForm({ tour, day }: { tour: TourDetail; day: TourDay }) {
  const t = useWords('tours');
  const { time } = useNumbers();
  const [setDay] = useCommand('tours.setDay');
  const [reserve, { busy }] = useCommand('tours.reserve');
  const [unreserve] = useCommand('tours.unreserve');
  const noon = 13 * 60;
  const [from, setFrom] = useState<number | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const own = { dutyFrom: day.ownHours ? day.dutyFrom : null, dutyTo: day.ownHours ? day.dutyTo : null };
  const put = (change: Partial<{ dutyFrom: number | null; dutyTo: number | null; locked: boolean }>) =>
    void setDay({ id: tour.id, day: day.day, ...own, locked: day.locked, ...change });
  const keep = async (part: { from: number; to: number }) => {
    const done = await reserve({ id: tour.id, day: day.day, ...part, note: note.trim() });
    if (done === undefined) return;
    setFrom(null);
    setTo(null);
    setNote('');
  };
  const half = (part: { from: number; to: number }, key: string) => (
    <Button variant="default" size="compact-sm" disabled={part.to <= part.from || busy} onClick={() => void keep(part)}>{t(key)}</Button>
  );
  return (
    <Stack gap="xs">
      <Switch label={t('lockDay')} description={t('lockDayHelp')} checked={day.locked} onChange={(event) => put({ locked: event.currentTarget.checked })} data-autofocus />
      <Group grow gap="xs" align="flex-end">
        <TimeField label={t('dutyFrom')} value={day.dutyFrom} onChange={(dutyFrom) => put({ dutyFrom, dutyTo: own.dutyTo })} />
        <TimeField label={t('dutyTo')} value={day.dutyTo} onChange={(dutyTo) => put({ dutyFrom: own.dutyFrom, dutyTo })} />
      </Group>
      {day.ownHours ? <Button variant="subtle" size="compact-sm" onClick={() => put({ dutyFrom: null, dutyTo: null })}>{t('usualHours')}</Button> : null}
      <Text size="sm" fw={600}>{t('keepFree')}</Text>
      {day.reserved.map((part) => (
        <Group key={part.id} gap="xs" justify="space-between" wrap="nowrap">
          <Text size="sm">{time(part.from)}–{time(part.to)} {part.note}</Text>
          <ActionIcon variant="subtle" color="gray" size={22} aria-label={t('unreserve', { from: part.from, to: part.to })} onClick={() => void unreserve({ reservedId: part.id })}><IconX size={14} /></ActionIcon>
        </Group>
      ))}
      <Group gap="xs">
        {half({ from: day.dutyFrom, to: Math.min(noon, day.dutyTo) }, 'morning')}
        {half({ from: Math.max(noon, day.dutyFrom), to: day.dutyTo }, 'afternoon')}
        {half({ from: day.dutyFrom, to: day.dutyTo }, 'wholeDay')}
      </Group>
      <Group grow gap="xs" align="flex-end">
        <TimeField label={t('fromTime')} value={from} onChange={setFrom} />
        <TimeField label={t('toTime')} value={to} onChange={setTo} />
      </Group>
      <TextInput size="sm" label={t('reservedNote')} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <Button size="compact-sm" loading={busy} disabled={from === null || to === null || to <= from} onClick={() => { if (from !== null && to !== null) void keep({ from, to }); }}>{t('reserve')}</Button>
    </Stack>
  );
}
