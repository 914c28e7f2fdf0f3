// Leaders from a sheet: choose it, check which column says what, see who is new and which rows are not taken and why, add in one step.
import { Button, Select } from '@mantine/core';
import { IconCopy, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { useCommand, useJob } from '../../hooks.ts';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { PeopleMapping, PeoplePreview, PeopleSheet } from '../../../shared/model/peopleImport.ts';

type Field = 'name' | 'nameHi' | 'post' | 'phone' | 'veteran' | 'fromDay' | 'unitCode';
const fields: Field[] = ['name', 'nameHi', 'post', 'phone', 'veteran', 'fromDay', 'unitCode'];

function Columns({ sheet, mapping, onMapping }: { sheet: PeopleSheet; mapping: PeopleMapping; onMapping: (mapping: PeopleMapping) => void }) {
  const t = useWords('people');
  const level = useLevelName();
  const levels = useLevels();
  const head = sheet.sample[mapping.headerRow] ?? [];
  const example = sheet.sample[mapping.headerRow + 1] ?? [];
  const choices = Array.from({ length: Math.max(head.length, example.length) }, (_, at) => ({ value: String(at), label: [head[at] || String(at + 1), example[at]].filter(Boolean).join(' · ').slice(0, 60) }));
  const pick = (label: string, value: number | null, put: (column: number | null) => void) => (
    <Select key={label} size="sm" label={label} placeholder={t('importNone')} clearable value={value === null ? null : String(value)} data={choices} onChange={(next) => put(next === null ? null : Number(next))} />
  );
  const unitOf = (levelId: string): number | null => mapping.units.find((unit) => unit.levelId === levelId)?.column ?? null;
  const putUnit = (levelId: string, column: number | null) => {
    const known = new Map(mapping.units.map((unit) => [unit.levelId, unit.column]));
    if (column === null) known.delete(levelId);
    else known.set(levelId, column);
    onMapping({ ...mapping, units: levels.flatMap(({ id }) => { const at = known.get(id); return at === undefined ? [] : [{ levelId: id, column: at }]; }) });
  };
  return (
    <Panel title={t('importColumns')}>
      <div className="people-columns">
        {fields.map((field) => pick(t(`importColumn.${field}`), mapping[field], (column) => { if (field !== 'name') onMapping({ ...mapping, [field]: column }); else if (column !== null) onMapping({ ...mapping, name: column }); }))}
        {levels.filter(({ under }) => under.length > 0).map(({ id }) => pick(level(id), unitOf(id), (column) => putUnit(id, column)))}
      </div>
    </Panel>
  );
}

function Preview({ preview }: { preview: PeoplePreview }) {
  const t = useWords('people');
  const pick = usePick();
  const { number } = useNumbers();
  const copy = () => copyText(asTabbed([[t('importRow'), t('importWhere'), t('importCause'), t('importValue')], ...preview.bad.map((row) => [String(row.rowNumber), row.column, t(`importCauses.${row.cause}`), row.value])]));
  return (
    <>
      <dl className="people-counts">
        {([['importAdded', preview.added], ['importThere', preview.there], ['importBad', preview.bad.length]] as const).map(([key, count]) => <div key={key} data-bad={(key === 'importBad' && count > 0) || undefined}><dt>{t(key)}</dt><dd>{number(count)}</dd></div>)}
      </dl>
      {preview.bad.length > 0 ? (
        <Panel title={t('importBad')} flush aside={<Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={14} />} onClick={copy}>{t('importCopy')}</Button>}>
          <table className="people-table">
            <thead><tr><th scope="col">{t('importRow')}</th><th scope="col">{t('importWhere')}</th><th scope="col">{t('importCause')}</th><th scope="col">{t('importValue')}</th></tr></thead>
            <tbody>{preview.bad.slice(0, 300).map((row) => <tr key={`${row.rowNumber} ${row.cause}`}><td>{row.rowNumber}</td><td>{row.column}</td><td>{t(`importCauses.${row.cause}`)}</td><td>{row.value}</td></tr>)}</tbody>
          </table>
        </Panel>
      ) : null}
      {preview.first.length > 0 ? (
        <Panel title={t('importFirst')} flush>
          <table className="people-table">
            <thead><tr><th scope="col">{t('name')}</th><th scope="col">{t('postHead')}</th><th scope="col">{t('unit')}</th><th scope="col">{t('phone')}</th></tr></thead>
            {/* oxlint-disable-next-line react/no-array-index-key -- two leaders may be alike in every cell shown */}
            <tbody>{preview.first.map((row, at) => <tr key={at}><td>{pick(row.nameEn, row.nameHi)}</td><td>{pick(row.titleEn, row.titleHi)}</td><td>{pick(row.unitEn, row.unitHi) || '–'}</td><td>{row.phone ?? '–'}</td></tr>)}</tbody>
          </table>
        </Panel>
      ) : <EmptyState text={t('importNobody')} />}
    </>
  );
}

export function ImportPeople({ onDone }: { onDone: () => void }) {
  const t = useWords('people');
  const [choose] = useCommand('exchange.choose');
  const inspect = useJob('peopleImport.inspect');
  const look = useJob('peopleImport.preview');
  const apply = useJob('peopleImport.apply');
  const [sheet, setSheet] = useState<(PeopleSheet & { token: string }) | null>(null);
  const [mapping, setMapping] = useState<PeopleMapping | null>(null);
  const [preview, setPreview] = useState<PeoplePreview | null>(null);
  async function take(token: string, next: PeopleMapping): Promise<void> {
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
    await take(token, found.guess ?? { headerRow: 0, name: 0, nameHi: null, post: null, phone: null, veteran: null, fromDay: null, unitCode: null, units: [] });
  }
  async function add(): Promise<void> {
    if (sheet && mapping && (await apply.run({ token: sheet.token, mapping }, { undoToast: true })) !== undefined) onDone();
  }
  const busy = inspect.running || look.running || apply.running;
  return (
    <div className="screen">
      <ScreenHeader
        title={t('importTitle')} note={sheet ? t('importSheet', { name: sheet.name, rows: sheet.rows }) : t('importNote')}
        action={sheet ? <Button loading={busy} disabled={!preview || preview.added === 0} onClick={() => void add()}>{t('importAct', { count: preview?.added ?? 0 })}</Button> : undefined}
      >
        {sheet ? <Button variant="default" onClick={() => void start()}>{t('importAnother')}</Button> : null}
        <Button variant="subtle" onClick={onDone}>{t('common:cancel')}</Button>
      </ScreenHeader>
      <div className="screen-body people-import">
        {sheet && mapping ? (
          <>
            {sheet.guess === null ? <p className="people-warning">{t('importNoName')}</p> : null}
            <Columns sheet={sheet} mapping={mapping} onMapping={(next) => void take(sheet.token, next)} />
            {preview ? <Preview preview={preview} /> : null}
          </>
        ) : (
          <div className="people-import-start">
            <IconFileSpreadsheet size={40} stroke={1.3} aria-hidden="true" />
            <h2>{t('importLead')}</h2>
            <Button loading={busy} onClick={() => void start()} data-autofocus>{t('importChoose')}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
