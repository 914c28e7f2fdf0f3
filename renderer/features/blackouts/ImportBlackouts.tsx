// Blackout days from a sheet: choose it, check which column says what, see what comes in and which rows do not and why, add in one step.
import { Button, Select } from '@mantine/core';
import { IconCopy, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useJob } from '../../hooks.ts';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
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
  const head = sheet.sample[mapping.headerRow] ?? [];
  const example = sheet.sample[mapping.headerRow + 1] ?? [];
  const choices = Array.from({ length: Math.max(head.length, example.length) }, (_, at) => ({ value: String(at), label: [head[at] || String(at + 1), example[at]].filter(Boolean).join(' · ').slice(0, 60) }));
  return (
    <Panel title={t('columns')}>
      <div className="blackout-columns">
        {fields.map((field) => {
          const value = mapping[field];
          return (
            <Select
              key={field} size="sm" label={t(`column.${field}`)} placeholder={t('noColumn')} clearable={!needed.includes(field)} allowDeselect={false} value={value === null ? null : String(value)} data={choices}
              onChange={(next) => { if (next !== null || !needed.includes(field)) onMapping({ ...mapping, [field]: next === null ? null : Number(next) }); }}
            />
          );
        })}
      </div>
    </Panel>
  );
}

function Preview({ preview }: { preview: BlackoutPreview }) {
  const t = useWords('blackouts');
  const named = useNamed();
  const { number, day } = useNumbers();
  const copy = () => copyText(asTabbed([[t('row'), t('inColumn'), t('cause'), t('value')], ...preview.bad.map((row) => [String(row.rowNumber), row.column, t(`causes.${row.cause}`), row.value])]));
  return (
    <>
      <dl className="blackout-counts">
        {([['counts.added', preview.added], ['counts.there', preview.there], ['counts.bad', preview.bad.length]] as const).map(([key, count]) => <div key={key} data-bad={(key === 'counts.bad' && count > 0) || undefined}><dt>{t(key)}</dt><dd>{number(count)}</dd></div>)}
      </dl>
      {preview.bad.length > 0 ? (
        <Panel title={t('badRows')} flush aside={<Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={copy}>{t('copy')}</Button>}>
          <table className="grid">
            <thead><tr><th scope="col">{t('row')}</th><th scope="col">{t('inColumn')}</th><th scope="col">{t('cause')}</th><th scope="col">{t('value')}</th></tr></thead>
            <tbody>{preview.bad.slice(0, 300).map((row) => <tr key={`${row.rowNumber} ${row.cause} ${row.column}`}><td>{number(row.rowNumber)}</td><td>{row.column}</td><td>{t(`causes.${row.cause}`)}</td><td>{row.value}</td></tr>)}</tbody>
          </table>
        </Panel>
      ) : null}
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
          <div className="blackout-start">
            <IconFileSpreadsheet size={40} stroke={1.3} aria-hidden="true" />
            <p>{t('importLead')}</p>
            <Button loading={busy} onClick={() => void start()} data-autofocus>{t('choose')}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
