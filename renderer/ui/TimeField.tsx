// A time of the day, 24-hour, as minutes since midnight.
import { TextInput } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { timeAsRead } from '../../shared/dates.ts';
import { latinDigits } from '../../shared/text/numbers.ts';
import { useWords } from '../words.ts';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> & { value: number | null; onChange: (minutes: number | null) => void };

/** Minutes of `17:30`, `17.30`, `1730` or `9`; null for anything else. */
export function parseTime(text: string): number | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/.exec(latinDigits(text).trim());
  if (!match) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

export function TimeField({ value, onChange, onBlur, onKeyDown, ...rest }: Props) {
  const t = useWords('common');
  const [typed, setTyped] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);

  function finish(): void {
    if (typed === null) return;
    const minutes = typed.trim() === '' ? null : parseTime(typed);
    const good = typed.trim() === '' || minutes !== null;
    setWrong(!good);
    if (!good) return;
    setTyped(null);
    if (minutes !== value) onChange(minutes);
  }

  return (
    <TextInput
      inputMode="numeric" autoComplete="off" size="sm" placeholder="00:00"
      {...rest}
      error={wrong ? t('notATime') : rest.error}
      value={typed ?? (value === null ? '' : timeAsRead(value))}
      onChange={(event) => { setTyped(event.currentTarget.value); setWrong(false); }}
      onBlur={(event) => { finish(); onBlur?.(event); }}
      onKeyDown={(event) => { if (event.key === 'Enter') finish(); onKeyDown?.(event); }}
    />
  );
}
