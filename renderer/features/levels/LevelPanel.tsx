// One level: its names, what it comes after, what it may stand under; new or changed, taken away where it has no units.
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { LevelRow } from '../../../shared/model/level.ts';

interface Props {
  /** Null: a new one. */
  level: LevelRow | null;
  levels: LevelRow[];
  onClose: () => void;
  onSaved: (id: string) => void;
}

export function LevelPanel({ level, levels, onClose, onSaved }: Props) {
  const t = useWords('levels');
  const named = useNamed();
  const go = useSession((session) => session.go);
  const [save, saving] = useCommand('levels.save');
  const [remove] = useCommand('levels.remove');
  const others = levels.filter(({ id }) => id !== level?.id);
  const at = level ? levels.findIndex(({ id }) => id === level.id) : levels.length - 1;
  const isTop = level !== null && at === 0;
  // A new one mostly goes in above the lowest: booths stay last.
  const [afterId, setAfterId] = useState((level ? levels[at - 1]?.id : others.at(-2)?.id ?? others.at(-1)?.id) ?? '');
  const [nameEn, setNameEn] = useState(level?.nameEn ?? '');
  const [nameHi, setNameHi] = useState(level?.nameHi ?? '');
  const [pluralEn, setPluralEn] = useState(level?.pluralEn ?? '');
  const [pluralHi, setPluralHi] = useState(level?.pluralHi ?? '');
  const [under, setUnder] = useState<string[]>(level?.under ?? []);
  const above = others.slice(0, others.findIndex(({ id }) => id === afterId) + 1);
  const chosen = under.filter((id) => above.some((one) => one.id === id));
  const isWhole = nameEn.trim() !== '' && (isTop || chosen.length > 0);

  const onSave = async () => {
    if (!isWhole) return;
    const fields = { nameEn: nameEn.trim(), nameHi: nameHi.trim() || null, pluralEn: pluralEn.trim() || nameEn.trim(), pluralHi: pluralHi.trim() || null, under: isTop ? [] : chosen };
    const saved = await save({ id: level?.id ?? null, afterId: isTop ? null : afterId, fields }, { undoToast: true });
    if (saved) onSaved(saved.id);
  };
  const onRemove = async () => {
    if (level && await remove({ id: level.id }, { undoToast: true }) !== undefined) onClose();
  };
  return (
    <SidePanel
      title={level ? t('edit', { name: named(level) }) : t('new')} onClose={onClose} follows={level !== null}
      foot={(
        <>
          <Button disabled={!isWhole} loading={saving.busy} onClick={() => void onSave()}>{t('save')}</Button>
          {level && level.units === 0 ? <Button variant="subtle" color="red" title={t('removeHelp')} onClick={() => void onRemove()}>{t('remove')}</Button> : null}
        </>
      )}
    >
      <form className="form" onSubmit={(event) => { event.preventDefault(); void onSave(); }}>
        <TextInput label={t('nameEn')} value={nameEn} onChange={(event) => setNameEn(event.currentTarget.value)} data-autofocus />
        <TextInput label={t('pluralEn')} value={pluralEn} onChange={(event) => setPluralEn(event.currentTarget.value)} />
        <TextInput label={t('nameHi')} value={nameHi} onChange={(event) => setNameHi(event.currentTarget.value)} />
        <TextInput label={t('pluralHi')} value={pluralHi} onChange={(event) => setPluralHi(event.currentTarget.value)} />
        {isTop ? null : (
          <>
            <NativeSelect label={t('after')} description={t('afterHelp')} value={afterId} onChange={(event) => setAfterId(event.currentTarget.value)} data={others.map((other) => ({ value: other.id, label: named(other) }))} />
            <Checkbox.Group label={t('under')} description={t('underHelp')} value={chosen} onChange={setUnder}>
              <div className="levels-under">{above.map((other) => <Checkbox key={other.id} value={other.id} label={named(other)} />)}</div>
            </Checkbox.Group>
          </>
        )}
        {level && level.units > 0 ? <Button variant="default" onClick={() => go('organisation', { levelId: level.id })}>{t('showUnits')}</Button> : null}
        <button type="submit" hidden />
      </form>
    </SidePanel>
  );
}
