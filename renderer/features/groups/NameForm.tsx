// Two names, in English and Hindi: of a classification, made or renamed in place.
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words.ts';
import type { Named } from '../../../shared/model/common.ts';

interface Props {
  start: Named | null;
  onSave: (fields: { nameEn: string; nameHi: string | null }) => void | Promise<void>;
  onCancel: () => void;
}

export function NameForm({ start, onSave, onCancel }: Props) {
  const t = useWords('groups');
  const [nameEn, setNameEn] = useState(start?.nameEn ?? '');
  const [nameHi, setNameHi] = useState(start?.nameHi ?? '');
  // Who writes only Hindi is not asked for English.
  const english = nameEn.trim() || nameHi.trim();
  return (
    <form
      className="groups-form"
      onSubmit={(event) => { event.preventDefault(); if (english) void onSave({ nameEn: english, nameHi: nameHi.trim() || null }); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel(); } }}
    >
      <TextInput size="sm" label={t('nameHi')} value={nameHi} onChange={(event) => setNameHi(event.currentTarget.value)} maxLength={200} data-autofocus ref={focusOnce} />
      <TextInput size="sm" label={t('nameEn')} value={nameEn} onChange={(event) => setNameEn(event.currentTarget.value)} maxLength={200} />
      <Group gap="xs"><Button type="submit" size="compact-sm" disabled={!english}>{t('save')}</Button><Button variant="subtle" color="gray" size="compact-sm" onClick={onCancel}>{t('common:cancel')}</Button></Group>
    </form>
  );
}

/** The first field takes the focus when the form appears. */
const focusOnce = (input: HTMLInputElement | null): void => input?.focus();
