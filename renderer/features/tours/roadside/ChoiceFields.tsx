// The two questions asked of every road: which level, and how far from it.
import { Select } from '@mantine/core';
import { NumberField } from '../../../ui/NumberField.tsx';
import { useWords } from '../../../words.ts';
import type { RoadsideChoice } from './useRoadsideChoice.ts';

export function ChoiceFields({ choice }: { choice: RoadsideChoice }) {
  const t = useWords('roadside');
  return (
    <>
      <Select label={t('level')} size="sm" w={180} allowDeselect={false} data={choice.levels} value={choice.levelId} onChange={(value) => { if (value !== null) choice.setLevel(value); }} comboboxProps={{ withinPortal: true }} />
      <NumberField label={t('corridor')} w={130} min={1} max={100} value={choice.corridorKm} onChange={(km) => { if (km !== null) choice.setCorridor(km); }} />
    </>
  );
}
