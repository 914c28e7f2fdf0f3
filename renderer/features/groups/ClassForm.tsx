// A class: its names, and its number or code as the office counts it.
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useClassName } from '../../frame/grouping.ts';
import { useCommand } from '../../hooks.ts';
import { useWords } from '../../words.ts';
import { isNone } from '../../../shared/rules/noClass.ts';
import type { ClassRow } from '../../../shared/model/group.ts';

/** `of` null: a new one; `rows`: the classes there are, of which one may stand above it. `onDone` gets the id of what was saved, null when left. */
export function ClassForm({ classificationId, of, rows, onDone }: { classificationId: string; of: ClassRow | null; rows: readonly ClassRow[]; onDone: (id: string | null) => void }) {
  const t = useWords('groups');
  const className = useClassName();
  const [nameEn, setNameEn] = useState(of?.nameEn ?? '');
  const [nameHi, setNameHi] = useState(of?.nameHi ?? '');
  const [code, setCode] = useState(of?.code ?? '');
  const [number, setNumber] = useState(of?.number === null || of?.number === undefined ? '' : String(of.number));
  const [parentId, setParentId] = useState(of?.parentId ?? null);
  // A class cannot stand below itself, nor below one that stands below it.
  const above = rows.filter((row) => !isNone(row.id) && (of === null || !chainOf(rows, row.id).includes(of.id)));
  const [save, { busy }] = useCommand('groups.saveClass');
  const english = nameEn.trim() || nameHi.trim();
  const wrongNumber = number.trim() !== '' && !/^\d{1,6}$/.test(number.trim());
  async function submit(): Promise<void> {
    if (!english || wrongNumber) return;
    const fields = { classificationId, nameEn: english, nameHi: nameHi.trim() || null, code: code.trim() || null, number: number.trim() === '' ? null : Number(number), parentId };
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
        {above.length > 0 ? (
          <Select
            className="groups-above" size="sm" label={t('above')} placeholder={t('noneAbove')} clearable searchable limit={100} nothingFoundMessage={t('common:nothingFound')} comboboxProps={{ withinPortal: false }}
            value={parentId} onChange={setParentId} data={above.map((row) => ({ value: row.id, label: className(row) }))}
          />
        ) : null}
      </div>
      <Group gap="xs"><Button type="submit" size="compact-sm" loading={busy} disabled={!english || wrongNumber}>{t('save')}</Button><Button variant="subtle" color="gray" size="compact-sm" onClick={() => onDone(null)}>{t('common:cancel')}</Button></Group>
    </form>
  );
}

/** A class and all above it. */
function chainOf(rows: readonly ClassRow[], id: string): string[] {
  const chain: string[] = [];
  for (let at: string | null = id; at !== null && !chain.includes(at); at = rows.find((row) => row.id === at)?.parentId ?? null) chain.push(at);
  return chain;
}

const focusOnce = (input: HTMLInputElement | null): void => input?.focus();
