// Many units at once: two columns pasted from Excel, seen through before they are put in.
import { Button, Checkbox, Group, Select, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useClassName } from '../../frame/grouping.ts';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { useNamed, useWords } from '../../words.ts';
import { isNone } from '../../../shared/rules/noClass.ts';
import type { Classification, ClassRow } from '../../../shared/model/group.ts';
import { pastedRows } from './pastedRows.ts';

const lookAfterMilliseconds = 250;
const namesShown = 5;

export function PasteForm({ classification, into, onDone }: { classification: Classification; into: ClassRow | null; onDone: () => void }) {
  const t = useWords('groups');
  const named = useNamed();
  const className = useClassName();
  const level = useLevelName();
  const levels = useLevels();
  const [text, setText] = useState('');
  const [levelId, setLevelId] = useState('');
  const [make, setMake] = useState(true);
  const [paste, { busy }] = useCommand('groups.paste');
  const target = into && !isNone(into.id) ? into : null;
  const rows = useMemo(() => pastedRows(text, target?.nameEn ?? ''), [text, target]);
  const input = useMemo(() => ({ classificationId: classification.id, levelId: levelId === '' ? null : levelId, rows, make: make && !classification.builtIn }), [classification, levelId, rows, make]);
  const [asked] = useDebouncedValue(input, lookAfterMilliseconds);
  const preview = useQuery('groups.pastePreview', asked.rows.length === 0 ? null : asked).data;
  return (
    <form className="groups-paste" onSubmit={(event) => { event.preventDefault(); void paste(input, { undoToast: true }).then((done) => { if (done) onDone(); }); }}>
      <h2>{t('paste')}</h2>
      <p className="groups-note">{t('pasteNote', { name: target ? className(target) : named(classification) })}</p>
      <Textarea aria-label={t('paste')} value={text} onChange={(event) => setText(event.currentTarget.value)} minRows={8} maxRows={14} autosize spellCheck={false} data-autofocus ref={(field) => { if (text === '') field?.focus(); }} />
      <Select
        size="sm" label={t('pasteLevel')} allowDeselect={false} value={levelId} onChange={(value) => setLevelId(value ?? '')}
        data={[{ value: '', label: t('anyLevel') }, ...levels.map((one) => ({ value: one.id, label: level(one.id, 2) }))]}
      />
      {classification.builtIn ? null : <Checkbox size="sm" label={t('pasteMake')} checked={make} onChange={(event) => setMake(event.currentTarget.checked)} />}
      {preview && rows.length > 0 ? (
        <div className="groups-preview" role="status">
          <b>{t('pasteWill', { count: preview.units })}</b>
          {preview.made.length > 0 ? <span>{t('pasteMakes', { count: preview.made.length, names: preview.made.slice(0, namesShown).join(', ') + (preview.made.length > namesShown ? ' …' : '') })}</span> : null}
          {preview.wrongCount > 0 ? <span className="groups-wrong">{t('pasteWrong', { count: preview.wrongCount })}</span> : null}
          <ul>{preview.wrong.map((one) => <li key={one.line}>{t('pasteLine', { line: one.line, text: one.text || '–' })} · {t(`why.${one.why}`)}</li>)}</ul>
        </div>
      ) : null}
      <Group gap="xs"><Button type="submit" loading={busy} disabled={!preview || preview.units === 0}>{t('put')}</Button><Button variant="subtle" color="gray" onClick={onDone}>{t('common:cancel')}</Button></Group>
    </form>
  );
}
