// Which places a tour goes to, and which of them come first and last.
import { Button, Checkbox, Group, Select, Text, TextInput } from '@mantine/core';
import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useLanguage, useNamed, usePick, useWords } from '../../words.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import { compareNames } from '../../../shared/text/sorting.ts';
import type { TourPlace } from '../../../shared/model/tour.ts';
import type { TourDraft } from './tourDraft.ts';
import styles from './tours.module.css';

interface PlaceChoiceProps {
  places: TourPlace[];
  unitIds: string[];
  firstUnitId: string | null;
  lastUnitId: string | null;
  onChange: (part: Pick<Partial<TourDraft>, 'unitIds' | 'firstUnitId' | 'lastUnitId'>) => void;
  /** A place that is not in the list yet. */
  onAdd: (unitId: string) => void;
}

export function PlaceChoice({ places, unitIds, firstUnitId, lastUnitId, onChange, onAdd }: PlaceChoiceProps) {
  const t = useWords('tours');
  const named = useNamed();
  const pick = usePick();
  const language = useLanguage();
  const [text, setText] = useState('');
  const compare = compareNames(language);
  const lines = places
    .map((place) => {
      const [town, unit] = [pick(place.placeEn, place.placeHi), named(place)];
      return { id: place.unitId, unit, town, label: foldKey(town) === foldKey(unit) ? town : `${town} (${unit})`, keys: foldKey([place.nameEn, place.nameHi, place.placeEn, place.placeHi].join(' ')), hasPoint: place.lat !== null };
    })
    .sort((a, b) => compare(a.town, b.town));
  const wanted = foldKey(text);
  const seen = lines.filter((line) => line.keys.includes(wanted));
  const chosen = new Set(unitIds);
  const put = (ids: string[]) => onChange({
    unitIds: ids,
    ...(firstUnitId !== null && !ids.includes(firstUnitId) ? { firstUnitId: null } : {}),
    ...(lastUnitId !== null && !ids.includes(lastUnitId) ? { lastUnitId: null } : {}),
  });
  const byId = new Map(lines.map((line) => [line.id, line]));
  const townSelect = {
    placeholder: t('anyTown'), searchable: true, clearable: true, nothingFoundMessage: t('common:nothingFound'),
    // Chosen twice it stays chosen: only the cross takes it away.
    allowDeselect: false,
    // Found by the district's name too, in either script.
    filter: (({ options, search }) => options.filter((option) => 'value' in option && byId.get(option.value)?.keys.includes(foldKey(search)))) satisfies OptionsFilter,
    renderOption: ({ option }: { option: ComboboxItem }) => byId.get(option.value)?.label ?? option.label,
  };
  const options = (other: string | null) => lines.filter((line) => chosen.has(line.id) && line.id !== other).map((line) => ({ value: line.id, label: line.town }));
  return (
    <>
      <Group grow align="flex-start">
        <Select label={t('firstTown')} {...townSelect} value={firstUnitId} data={options(lastUnitId)} onChange={(id) => onChange({ firstUnitId: id })} />
        <Select label={t('lastTown')} {...townSelect} value={lastUnitId} data={options(firstUnitId)} onChange={(id) => onChange({ lastUnitId: id })} />
      </Group>
      <fieldset className={styles.places}>
        <legend>{t('places')} <span>{t('ofTotal', { done: unitIds.length, total: lines.length })}</span></legend>
        <Group gap="xs" wrap="nowrap">
          <TextInput flex={1} size="sm" aria-label={t('findPlace')} placeholder={t('findPlace')} leftSection={<IconSearch size={14} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button variant="default" size="compact-sm" onClick={() => put([...new Set([...unitIds, ...seen.filter((line) => line.hasPoint).map((line) => line.id)])])}>{t('all')}</Button>
          <Button variant="default" size="compact-sm" onClick={() => put(unitIds.filter((id) => !seen.some((line) => line.id === id)))}>{t('none')}</Button>
        </Group>
        <div className={styles.placeList}>
          {seen.map((line) => (
            <Checkbox
              key={line.id} size="xs" label={line.hasPoint ? line.label : `${line.label} – ${t('withoutPoint')}`} disabled={!line.hasPoint} checked={chosen.has(line.id)}
              onChange={(event) => put(event.currentTarget.checked ? [...unitIds, line.id] : unitIds.filter((id) => id !== line.id))}
            />
          ))}
          {seen.length === 0 ? <Text size="sm" c="dimmed">{t('common:nothingFound')}</Text> : null}
        </div>
        <UnitPicker aria-label={t('addPlace')} placeholder={t('addPlace')} value={null} onChange={(id) => { if (id !== null) onAdd(id); }} />
      </fieldset>
    </>
  );
}
