// A field that finds a unit by typing, in either script; the level and where it stands tell namesakes apart.
import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useLevelName } from './levels.ts';
import { Picker } from './Picker.tsx';
import { useSearch } from './useSearch.ts';
import { useQuery } from '../hooks.ts';
import { useNamed, usePick } from '../words.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: string | null;
  onChange: (unitId: string | null) => void;
  /** Only units of these levels. */
  levelIds?: string[] | undefined;
  clearable?: boolean;
};

export function UnitPicker({ value, onChange, levelIds, clearable, ...rest }: Props) {
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const [text, setText] = useState('');
  const chosen = useQuery('units.get', value === null ? null : { id: value }).data;
  const { hits, settled } = useSearch(text, ['unit'], levelIds ? 50 : 12);
  const choices = hits
    .filter((hit) => !levelIds || (hit.levelId !== null && levelIds.includes(hit.levelId)))
    .slice(0, 12)
    .map((hit) => ({ id: hit.id, name: named(hit), detail: [level(hit.levelId), pick(hit.withinEn, hit.withinHi)].filter(Boolean).join(' · ') }));
  return <Picker {...rest} {...(clearable ? { clearable } : {})} chosenName={chosen ? named(chosen) : ''} text={text} onText={setText} choices={choices} settled={settled} onChoose={onChange} />;
}
