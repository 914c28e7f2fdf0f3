// Asks a new file's name in both languages; where it is kept the host asks.
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../words.ts';

interface Props { busy: boolean; onCreate: (names: { nameEn: string; nameHi: string }) => void; onCancel: () => void }

export function CreateForm({ busy, onCreate, onCancel }: Props) {
  const t = useWords('files');
  const [nameEn, setNameEn] = useState('');
  const [nameHi, setNameHi] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="files-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (nameEn.trim() === '') setMissing(true);
        else onCreate({ nameEn: nameEn.trim(), nameHi: nameHi.trim() });
      }}
    >
      <Stack gap="xs">
        <Group grow align="flex-start" gap="sm">
          <TextInput label={t('nameEn')} value={nameEn} data-autofocus autoFocus error={missing && nameEn.trim() === '' ? t('nameNeeded') : undefined} onChange={(event) => setNameEn(event.currentTarget.value)} maxLength={200} lang="en" />
          <TextInput label={t('nameHi')} value={nameHi} onChange={(event) => setNameHi(event.currentTarget.value)} maxLength={200} lang="hi" />
        </Group>
        <Group justify="space-between">
          <span className="files-hint">{t('nameHint')}</span>
          <Group gap="xs">
            <Button variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
            <Button type="submit" loading={busy}>{t('createNow')}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
