// The button on a leg of the board that shows what lies beside the road.
import { IconMapPinPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { usePick, useWords } from '../../../words.ts';
import type { TourDay, TourDetail, TourVisit } from '../../../../shared/model/tour.ts';
import { RoadsideDialog } from './RoadsideDialog.tsx';

export default function LegSlot({ tour, visit }: { tour: TourDetail; day: TourDay; visit: TourVisit }) {
  const t = useWords('roadside');
  const pick = usePick();
  const [opened, setOpened] = useState(false);
  const from = tour.days.flatMap((one) => one.visits).find((other) => other.unitId === visit.fromUnitId);
  const label = t('openLeg', { from: from ? pick(from.placeEn, from.placeHi) : '', to: pick(visit.placeEn, visit.placeHi) });
  return (
    <>
      <button type="button" aria-label={label} title={t('open')} onClick={() => setOpened(true)}><IconMapPinPlus size={14} aria-hidden="true" /></button>
      {opened ? <RoadsideDialog tour={tour} visit={visit} onClose={() => setOpened(false)} /> : null}
    </>
  );
}
