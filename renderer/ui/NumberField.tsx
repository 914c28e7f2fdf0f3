// A whole number as Indian hands type it: 15,00,000, 1500000, 15 लाख.
import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useRef, useState } from 'react';
import { numberAsRead, parseNumber } from '../../shared/text/numbers.ts';
import { useLanguage, useWords } from '../words.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  value: number | null;
  /** Called when the person leaves the field or presses Enter, with whole numbers only. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
};

export function NumberField({ value, onChange, min = 0, max = 1_000_000_000_000, onBlur, onKeyDown, ...rest }: Props) {
  const t = useWords('common');
  const language = useLanguage();
  const [typed, show] = useState<string | null>(null);
  // Enter may take the focus elsewhere at once, and leaving must not tell the number a second time.
  const untold = useRef<string | null>(null);
  const setTyped = (text: string | null) => { untold.current = text; show(text); };
  const [wrong, setWrong] = useState(false);
  const read = value === null ? '' : numberAsRead(value, { language });

  function finish(): void {
    const text = untold.current;
    if (text === null) return;
    const number = text.trim() === '' ? null : parseNumber(text);
    const good = text.trim() === '' || (number !== null && Number.isInteger(number) && number >= min && number <= max);
    setWrong(!good);
    if (!good) return;
    setTyped(null);
    if (number !== value) onChange(number);
  }

  return (
    <TextInput
      inputMode="numeric" autoComplete="off" size="sm"
      {...rest}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      error={wrong ? t('notANumber') : rest.error}
      value={typed ?? read}
      onChange={(event) => { setTyped(event.currentTarget.value); setWrong(false); }}
      onBlur={(event) => { finish(); onBlur?.(event); }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape' && typed !== null) { setTyped(null); setWrong(false); event.stopPropagation(); }
        onKeyDown?.(event);
      }}
    />
  );
}
