// What the colours of the board's map say where things are grouped: who has a unit, or in which class it stands, with the classes named.
import { SegmentedControl } from '@mantine/core';
import { ClassLegend } from '../../frame/ClassLegend.tsx';
import type { MapClasses } from '../../frame/useMapClasses.ts';
import { useWords } from '../../words.ts';

export function MapColours({ classes, byClass, onByClass }: { classes: MapClasses; byClass: boolean; onByClass: (byClass: boolean) => void }) {
  const t = useWords('charges');
  return (
    <div className="charges-colours">
      <SegmentedControl size="xs" aria-label={t('colourBy')} value={byClass ? 'class' : 'who'} onChange={(value) => onByClass(value === 'class')} data={[{ value: 'who', label: t('colourByWho') }, { value: 'class', label: t('colourByClass') }]} />
      {byClass ? <ol><ClassLegend classes={classes} /></ol> : null}
    </div>
  );
}
