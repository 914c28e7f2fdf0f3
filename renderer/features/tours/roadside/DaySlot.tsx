// What can be had of a day at its foot: its sheet for the car, the brief of each stop, its free time filled.
import { ActionIcon, Menu } from '@mantine/core';
import { IconClipboardText, IconPrinter, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { SheetDialog } from '../../../frame/SheetDialog.tsx';
import { useNumbers, useWords } from '../../../words.ts';
import type { TourDay, TourDetail } from '../../../../shared/model/tour.ts';
import { useStopName } from '../../../frame/useStopName.ts';
import { FillDialog } from './FillDialog.tsx';

type Opened = { kind: 'fill' } | { kind: 'day' } | { kind: 'brief'; stopId: string } | null;

export default function DaySlot({ tour, day, personId }: { tour: TourDetail; day: TourDay; personId: string }) {
  const t = useWords('roadside');
  const stopName = useStopName();
  const { dayWords } = useNumbers();
  const [opened, setOpened] = useState<Opened>(null);
  const visits = day.visits.filter((visit) => visit.personId === personId);
  if (visits.length === 0) return null;
  const label = t('dayMenu', { day: dayWords(day.day) });
  const sheet = opened?.kind === 'day' ? { kind: 'day' as const, tourId: tour.id, personId, day: day.day } : opened?.kind === 'brief' ? { kind: 'brief' as const, stopId: opened.stopId } : null;
  return (
    <>
      <Menu withinPortal position="top-start">
        <Menu.Target><ActionIcon variant="subtle" color="gray" size={26} aria-label={label} title={label}><IconPrinter size={15} aria-hidden="true" /></ActionIcon></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPrinter size={15} aria-hidden="true" />} onClick={() => setOpened({ kind: 'day' })}>{t('daySheet')}</Menu.Item>
          <Menu.Item leftSection={<IconSparkles size={15} aria-hidden="true" />} onClick={() => setOpened({ kind: 'fill' })}>{t('fillThisDay')}</Menu.Item>
          <Menu.Divider />
          <Menu.Label>{t('briefs')}</Menu.Label>
          {visits.map((visit) => <Menu.Item key={visit.stopId} leftSection={<IconClipboardText size={15} aria-hidden="true" />} onClick={() => setOpened({ kind: 'brief', stopId: visit.stopId })}>{stopName(visit)}</Menu.Item>)}
        </Menu.Dropdown>
      </Menu>
      {opened?.kind === 'fill' ? <FillDialog tour={tour} day={day.day} onClose={() => setOpened(null)} /> : null}
      {sheet ? <SheetDialog sheet={sheet} title={sheet.kind === 'day' ? `${t('daySheet')}: ${dayWords(day.day)}` : t('brief')} onClose={() => setOpened(null)} /> : null}
    </>
  );
}
