// A list of seats pasted from Excel or read from a sheet: what is understood of it, before anything is changed.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCommand, useJob, useQuery } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useWords } from '../../words.ts';

const mostRows = 1000;
const badShown = 50;

export function ListPanel({ onClose }: { onClose: () => void }) {
  const t = useWords('seats');
  const [text, setText] = useState('');
  const [choose, choosing] = useCommand('exchange.choose');
  const read = useJob('seats.read');
  const [apply, applying] = useCommand('seats.apply');
  const rows = text.trim() === '' ? [] : text.replace(/\r\n?/g, '\n').split('\n').slice(0, mostRows).map((line) => line.split('\t').slice(0, 40).map((cell) => cell.slice(0, 300)));
  const preview = useQuery('seats.preview', rows.length > 0 ? { rows } : null);
  const found = rows.length > 0 ? preview.data : undefined;

  const onChoose = async () => {
    const chosen = await choose({});
    const sheet = chosen?.[0] && await read.run({ token: chosen[0].token });
    if (sheet) setText(sheet.rows.map((row) => row.map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t')).join('\n'));
  };
  const onApply = async () => {
    if (await apply({ rows }, { undoToast: true })) onClose();
  };
  const count = (found?.added ?? 0) + (found?.changed ?? 0);
  return (
    <SidePanel title={t('listTitle')} note={t('listNote')} onClose={onClose} width={440} foot={<Button disabled={count === 0} loading={applying.busy} onClick={() => void onApply()}>{t('apply', { count })}</Button>}>
      <div className="form seats-form">
        <Button variant="default" loading={choosing.busy || read.running} onClick={() => void onChoose()}>{t('choose')}</Button>
        <Textarea label={t('paste')} value={text} onChange={(event) => setText(event.currentTarget.value)} minRows={8} maxRows={14} autosize classNames={{ input: 'seats-paste' }} wrap="off" spellCheck={false} />
        {preview.error && rows.length > 0 ? <ErrorPanel error={preview.error} onRetry={preview.refresh} /> : null}
        <div role="status">
          {found ? (
          <ul className="seats-found">
            <li>{t('understood', { heads: found.heads.join(', ') })}</li>
            {(['added', 'changed', 'same', 'lokSabhaAdded'] as const).map((key) => (found[key] > 0 ? <li key={key}><b>{t(key, { count: found[key] })}</b></li> : null))}
          </ul>
          ) : null}
        </div>
        {found && found.bad.length > 0 ? (
          <>
            <h3>{t('bad')} · {found.bad.length}</h3>
            <ul className="seats-found">{found.bad.slice(0, badShown).map(({ row, cause, value }) => <li key={`${row} ${cause}`}>{t('row', { row })}: {t(`causes.${cause}`)}{value ? ` (${value})` : ''}</li>)}</ul>
          </>
        ) : null}
      </div>
    </SidePanel>
  );
}
