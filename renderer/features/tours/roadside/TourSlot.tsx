// The buttons over the board: the free time filled with units on the road, and the tour programme on paper.
import { Button } from '@mantine/core';
import { IconPrinter, IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { SheetDialog } from '../../../frame/SheetDialog.tsx';
import { useWords } from '../../../words.ts';
import type { TourDetail } from '../../../../shared/model/tour.ts';
import { FillDialog } from './FillDialog.tsx';

export default function TourSlot({ tour }: { tour: TourDetail }) {
  const t = useWords('roadside');
  const [opened, setOpened] = useState(false);
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconSparkles size={15} aria-hidden="true" />} onClick={() => setOpened(true)}>{t('fill')}</Button>
      <Button size="xs" variant={tour.onCalendar ? 'filled' : 'default'} leftSection={<IconPrinter size={15} aria-hidden="true" />} onClick={() => setPrinting(true)}>{t('programmeSheet')}</Button>
      {printing ? <SheetDialog sheet={{ kind: 'tour', tourId: tour.id }} title={t('programmeSheet')} onClose={() => setPrinting(false)} /> : null}
      {opened ? <FillDialog tour={tour} onClose={() => setOpened(false)} /> : null}
    </>
  );
}
