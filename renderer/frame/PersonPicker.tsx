// A field that finds a leader by typing, in either script.
import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { Picker } from './Picker.tsx';
import { useSearch } from './useSearch.ts';
import { useQuery } from '../hooks.ts';
import { useNamed, usePick } from '../words.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: string | null;
  onChange: (personId: string | null) => void;
  clearable?: boolean;
};

export function PersonPicker({ value, onChange, clearable, ...rest }: Props) {
  const named = useNamed();
  const pick = usePick();
  const [text, setText] = useState('');
  const chosen = useQuery('people.get', value === null ? null : { id: value }).data;
  const { hits, settled } = useSearch(text, ['person']);
  const choices = hits.map((hit) => ({ id: hit.id, name: named(hit), detail: pick(hit.withinEn, hit.withinHi) }));
  return <Picker {...rest} {...(clearable ? { clearable } : {})} chosenName={chosen ? named(chosen) : ''} text={text} onText={setText} choices={choices} settled={settled} onChoose={onChange} />;
}
