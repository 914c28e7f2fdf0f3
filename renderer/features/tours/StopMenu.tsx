// What can be said of one stop: must or wanted, how long, when; and the ways off the day and out of the tour.
import { ActionIcon, Button, Group, Popover, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { TourDetail, TourVisit } from '../../../shared/model/tour.ts';

export function StopMenu({ tour, visit, place }: { tour: TourDetail; visit: TourVisit; place: string }) {
  const t = useWords('tours');
  const [opened, setOpened] = useState(false);
  const label = t('stopMenu', { place });
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withArrow position="right-start" width={310} withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={22} aria-label={label} title={label} aria-expanded={opened} onClick={() => setOpened(!opened)}><IconDots size={14} /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>{opened ? <StopForm tour={tour} visit={visit} place={place} onDone={() => setOpened(false)} /> : null}</Popover.Dropdown>
    </Popover>
  );
}

function StopForm({ tour, visit, place, onDone }: { tour: TourDetail; visit: TourVisit; place: string; onDone: () => void }) {
  const t = useWords('tours');
  const named = useNamed();
  const { stopId, ownMinutes } = visit;
  const [set, { busy }] = useCommand('tours.setStop');
  const [move] = useCommand('tours.move');
  const [remove] = useCommand('tours.removeStop');
  const [must, setMust] = useState(visit.must);
  const [worth, setWorth] = useState<number | null>(visit.worth);
  const [minutes, setMinutes] = useState<number | null>(ownMinutes ?? visit.leave - visit.begin);
  const [beginFrom, setBeginFrom] = useState(visit.beginFrom);
  const [beginTo, setBeginTo] = useState(visit.beginTo);
  const [onlyFromDay, setFromDay] = useState(visit.onlyFromDay);
  const [onlyToDay, setToDay] = useState(visit.onlyToDay);
  const usual = must ? tour.meetingMinutes : tour.rules.wantedMinutes;
  const save = async () => {
    const done = await set({ stopId, wishes: { must, worth: worth ?? 1, minutes: minutes === null || minutes === usual ? null : minutes, beginFrom, beginTo, onlyFromDay, onlyToDay } }, { undoToast: true });
    if (done !== undefined) onDone();
  };
  const to = tour.days.find((day) => day.visits.some((one) => one.stopId === stopId));
  return (
    <form onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <Stack gap="xs">
        <Text size="sm" fw={600}>{place}</Text>
        <SegmentedControl size="xs" fullWidth aria-label={t('mustOrWanted')} value={must ? 'must' : 'wanted'} onChange={(value) => setMust(value === 'must')} data={[{ value: 'must', label: t('mustChoice') }, { value: 'wanted', label: t('wantedChoice') }]} />
        <Group grow gap="xs" align="flex-end">
          <NumberField label={t('lengthMinutes')} value={minutes} onChange={setMinutes} min={10} max={720} data-autofocus />
          {must ? null : <NumberField label={t('worth')} value={worth} onChange={setWorth} min={1} max={1000} />}
        </Group>
        <Group grow gap="xs" align="flex-end">
          <TimeField label={t('beginFrom')} value={beginFrom} onChange={setBeginFrom} />
          <TimeField label={t('beginTo')} value={beginTo} onChange={setBeginTo} />
        </Group>
        <Group grow gap="xs" align="flex-end">
          <DayField label={t('onlyFromDay')} value={onlyFromDay} onChange={setFromDay} />
          <DayField label={t('onlyToDay')} value={onlyToDay} onChange={setToDay} />
        </Group>
        <Text size="xs" c="dimmed">{t('stopNote')}</Text>
        <Button type="submit" size="compact-md" loading={busy}>{t('saveStop')}</Button>
        {to ? tour.leaders.filter((leader) => leader.personId !== visit.personId).map((leader) => (
          <Button key={leader.personId} variant="default" size="compact-sm" onClick={() => void move({ stopId, to: { day: to.day, index: 99, personId: leader.personId }, accept: true }, { undoToast: true })}>{t('giveTo', { leader: named(leader) })}</Button>
        )) : null}
        <Group grow gap="xs">
          <Button variant="default" size="compact-sm" disabled={visit.marked !== null} onClick={() => void move({ stopId, to: null, accept: true }, { undoToast: true })}>{t('takeOff')}</Button>
          <Button variant="default" color="red" size="compact-sm" disabled={visit.marked !== null} onClick={() => void remove({ stopId }, { undoToast: true })}>{t('removeStop')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
