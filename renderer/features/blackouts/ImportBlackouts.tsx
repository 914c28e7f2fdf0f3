// Blackout days from a sheet: choose it, check which column says what, see what comes in and which rows do not and why, add in one step.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { ColumnChoices } from '../../frame/sheetImport/ColumnChoices.tsx';
import { RefusedRows } from '../../frame/sheetImport/RefusedRows.tsx';
import { useCommand, useJob } from '../../hooks.ts';
import { Counts } from '../../ui/Counts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FileStart } from '../../ui/FileStart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { BlackoutMapping, BlackoutPreview, BlackoutSheet } from '../../../shared/model/blackout.ts';
import { KindMark } from './KindMark.tsx';

type Field = Exclude<keyof BlackoutMapping, 'headerRow'>;
const fields: Field[] = ['name', 'nameHi', 'kind', 'fromDay', 'toDay', 'unit'];
const needed: Field[] = ['name', 'fromDay'];

function Columns({ sheet, mapping, onMapping }: { sheet: BlackoutSheet; mapping: BlackoutMapping; onMapping: (mapping: BlackoutMapping) => void }) {
  const t = useWords('blackouts');
  return (
    <ColumnChoices
      title={t('columns')} none={t('noColumn')} sample={sheet.sample} headerRow={mapping.headerRow}
      fields={fields.map((field) => ({ key: field, label: t(`column.${field}`), value: mapping[field], needed: needed.includes(field), onChange: (column) => onMapping({ ...mapping, [field]: column }) }))}
    />
  );
}

function Preview({ preview }: { preview: BlackoutPreview }) {
  const t = useWords('blackouts');
  const named = useNamed();
  const { day } = useNumbers();
  return (
    <>
      <Counts counts={[{ key: 'added', label: t('counts.added'), count: preview.added }, { key: 'there', label: t('counts.there'), count: preview.there }, { key: 'bad', label: t('counts.bad'), count: preview.bad.length, bad: true }]} />
      <RefusedRows
        title={t('badRows')} copy={t('copy')} heads={[t('row'), t('inColumn'), t('cause'), t('value')]}
        rows={preview.bad.map((row) => ({ ...row, cause: t(`causes.${row.cause}`) }))}
      />
      {preview.first.length > 0 ? (
        <Panel title={t('comingIn')} flush>
          <table className="grid">
            <thead><tr><th scope="col">{t('from')}</th><th scope="col">{t('to')}</th><th scope="col">{t('name')}</th><th scope="col">{t('kind')}</th><th scope="col">{t('where')}</th></tr></thead>
            {/* oxlint-disable-next-line react/no-array-index-key -- two rows may be alike in every cell shown */}
            <tbody>{preview.first.map((row, at) => <tr key={at}><td>{day(row.fromDay)}</td><td>{day(row.toDay)}</td><td>{named(row)}</td><td><KindMark kind={row.kind} /></td><td>{row.unitId === null ? t('wholeState') : named({ nameEn: row.unitNameEn, nameHi: row.unitNameHi })}</td></tr>)}</tbody>
          </table>
        </Panel>
      ) : <EmptyState text={t('nothingNew')} />}
    </>
  );
}

export function ImportBlackouts({ onDone }: { onDone: () => void }) {
  const t = useWords('blackouts');
  const [choose] = useCommand('exchange.choose');
  const inspect = useJob('blackouts.inspect');
  const look = useJob('blackouts.preview');
  const apply = useJob('blackouts.import');
  const [sheet, setSheet] = useState<(BlackoutSheet & { token: string }) | null>(null);
  const [mapping, setMapping] = useState<BlackoutMapping | null>(null);
  const [preview, setPreview] = useState<BlackoutPreview | null>(null);
  async function take(token: string, next: BlackoutMapping): Promise<void> {
    setMapping(next);
    setPreview(null);
    const answer = await look.run({ token, mapping: next });
    if (answer) setPreview(answer);
  }
  async function start(): Promise<void> {
    const token = (await choose({}))?.[0]?.token;
    if (token === undefined) return;
    const found = await inspect.run({ token });
    if (!found) return;
    setSheet({ ...found, token });
    await take(token, found.guess ?? { headerRow: 0, name: 0, nameHi: null, kind: null, fromDay: 1, toDay: null, unit: null });
  }
  async function add(): Promise<void> {
    if (sheet && mapping && (await apply.run({ token: sheet.token, mapping }, { undoToast: true })) !== undefined) onDone();
  }
  const busy = inspect.running || look.running || apply.running;
  return (
    <div className="screen">
      <ScreenHeader
        title={t('importTitle')} note={sheet ? t('importSheet', { name: sheet.name, count: sheet.rows }) : t('importNote')}
        action={sheet ? <Button loading={busy} disabled={!preview || preview.added === 0} onClick={() => void add()}>{t('importAct', { count: preview?.added ?? 0 })}</Button> : undefined}
      >
        {sheet ? <Button variant="default" onClick={() => void start()}>{t('another')}</Button> : null}
        <Button variant="subtle" onClick={onDone}>{t('common:cancel')}</Button>
      </ScreenHeader>
      <div className="screen-body blackout-import">
        {sheet && mapping ? (
          <>
            {sheet.guess === null ? <p className="blackout-warning">{t('noGuess')}</p> : null}
            <Columns sheet={sheet} mapping={mapping} onMapping={(next) => void take(sheet.token, next)} />
            {preview ? <Preview preview={preview} /> : null}
          </>
        ) : (
          <FileStart title={t('importLead')} action={<Button loading={busy} onClick={() => void start()} data-autofocus>{t('choose')}</Button>} />
        )}
      </div>
    </div>
  );
}
