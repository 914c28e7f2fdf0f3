// A post the party has and the list does not: named in both languages.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { latinName } from '../../latinName.ts';
import { useWords } from '../../words.ts';

export function NewKind({ onDone }: { onDone: (postKindId: string | null) => void }) {
  const t = useWords('committees');
  const [nameHi, setNameHi] = useState('');
  const [nameEn, setNameEn] = useState('');
  const [save, { busy }] = useCommand('posts.saveKind');
  const english = nameEn.trim() || latinName(nameHi);
  const ready = english !== '' && nameHi.trim() !== '';
  async function send(): Promise<void> {
    if (!ready || busy) return;
    const made = await save({ id: null, fields: { nameEn: english, nameHi: nameHi.trim() } });
    if (made) onDone(made.id);
  }
  return (
    <form
      className="seat-form" aria-label={t('anotherPost')} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(null); } }}
    >
      <div className="seat-pair">
        <TextInput label={t('postHi')} lang="hi" maxLength={200} value={nameHi} onChange={(event) => setNameHi(event.currentTarget.value)} autoFocus autoComplete="off" />
        <TextInput label={t('postEn')} lang="en" maxLength={200} value={nameEn} placeholder={latinName(nameHi)} onChange={(event) => setNameEn(event.currentTarget.value)} autoComplete="off" />
      </div>
      <div className="form-acts">
        <Button size="sm" type="submit" loading={busy} disabled={!ready}>{t('addPost')}</Button>
        <Button size="sm" variant="default" onClick={() => onDone(null)}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
