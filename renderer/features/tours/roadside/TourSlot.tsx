// The button over the board that fills the tour's free time with units on the road.
import { Button } from '@mantine/core';
import { IconSparkles } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../../words.ts';
import type { TourDetail } from '../../../../shared/model/tour.ts';
import { FillDialog } from './FillDialog.tsx';

export default function TourSlot({ tour }: { tour: TourDetail }) {
  const t = useWords('roadside');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconSparkles size={15} aria-hidden="true" />} onClick={() => setOpened(true)}>{t('fill')}</Button>
      {opened ? <FillDialog tour={tour} onClose={() => setOpened(false)} /> : null}
    </>
  );
}
