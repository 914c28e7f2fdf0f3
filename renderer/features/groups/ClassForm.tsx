// A class: its names, and its number or code as the office counts it.
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { useWords } from '../../words.ts';
import type { ClassRow } from '../../../shared/model/group.ts';

/** `of` null: a new one. `onDone` gets the id of what was saved, null when left. */
export function ClassForm({ classificationId, of, onDone }: { classificationId: string; of: ClassRow | null; onDone: (id: string | null) => void }) {
  const t = useWords('groups');
  const [nameEn, setNameEn] = useState(of?.nameEn ?? '');
  const [nameHi, setNameHi] = useState(of?.nameHi ?? '');
  const [code, setCode] = useState(of?.code ?? '');
  const [number, setNumber] = useState(of?.number === null || of?.number === undefined ? '' : String(of.number));
  const [save, { busy }] = useCommand('groups.saveClass');
  const english = nameEn.trim() || nameHi.trim();
  const wrongNumber = number.trim() !== '' && !/^\d{1,6}$/.test(number.trim());
  async function submit(): Promise<void> {
    if (!english || wrongNumber) return;
    const fields = { classificationId, nameEn: english, nameHi: nameHi.trim() || null, code: code.trim() || null, number: number.trim() === '' ? null : Number(number), parentId: of?.parentId ?? null };
    const saved = await save({ id: of?.id ?? null, fields }, { undoToast: true });
    if (saved) onDone(saved.id);
  }
  return (
    <form className="groups-form" onSubmit={(event) => { event.preventDefault(); void submit(); }} onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onDone(null); } }}>
      <div className="groups-fields">
        <TextInput size="sm" label={t('nameHi')} value={nameHi} onChange={(event) => setNameHi(event.currentTarget.value)} maxLength={200} ref={focusOnce} />
        <TextInput size="sm" label={t('nameEn')} value={nameEn} onChange={(event) => setNameEn(event.currentTarget.value)} maxLength={200} />
        <TextInput size="sm" label={t('number')} value={number} onChange={(event) => setNumber(event.currentTarget.value)} error={wrongNumber ? t('common:notANumber') : undefined} maxLength={6} />
        <TextInput size="sm" label={t('code')} value={code} onChange={(event) => setCode(event.currentTarget.value)} maxLength={40} />
      </div>
      <Group gap="xs"><Button type="submit" size="compact-sm" loading={busy} disabled={!english || wrongNumber}>{t('save')}</Button><Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDone(null)}>{t('common:cancel')}</Button></Group>
    </form>
  );
}

const focusOnce = (input: HTMLInputElement | null): void => input?.focus();
