// Leaders from a sheet: choose it, check which column says what, see who is new and which rows are not taken and why, add in one step.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { ColumnChoices } from '../../frame/sheetImport/ColumnChoices.tsx';
import { RefusedRows } from '../../frame/sheetImport/RefusedRows.tsx';
import { useCommand, useJob } from '../../hooks.ts';
import { Counts } from '../../ui/Counts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FileStart } from '../../ui/FileStart.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { usePick, useWords } from '../../words.ts';
import type { PeopleMapping, PeoplePreview, PeopleSheet } from '../../../shared/model/peopleImport.ts';

type Field = 'name' | 'nameHi' | 'post' | 'phone' | 'veteran' | 'fromDay' | 'unitCode';
const fields: Field[] = ['name', 'nameHi', 'post', 'phone', 'veteran', 'fromDay', 'unitCode'];

function Columns({ sheet, mapping, onMapping }: { sheet: PeopleSheet; mapping: PeopleMapping; onMapping: (mapping: PeopleMapping) => void }) {
  const t = useWords('people');
  const level = useLevelName();
  const levels = useLevels();
  const putUnit = (levelId: string, column: number | null) => {
    const known = new Map(mapping.units.map((unit) => [unit.levelId, unit.column]));
    if (column === null) known.delete(levelId);
    else known.set(levelId, column);
    onMapping({ ...mapping, units: levels.flatMap(({ id }) => { const at = known.get(id); return at === undefined ? [] : [{ levelId: id, column: at }]; }) });
  };
  const ofPerson = fields.map((field) => ({ key: field, label: t(`importColumn.${field}`), value: mapping[field], needed: field === 'name', onChange: (column: number | null) => onMapping({ ...mapping, [field]: column }) }));
  const ofUnit = levels.filter(({ under }) => under.length > 0)
    .map(({ id }) => ({ key: id, label: level(id), value: mapping.units.find((unit) => unit.levelId === id)?.column ?? null, onChange: (column: number | null) => putUnit(id, column) }));
  return <ColumnChoices title={t('importColumns')} none={t('importNone')} sample={sheet.sample} headerRow={mapping.headerRow} fields={[...ofPerson, ...ofUnit]} />;
}

function Preview({ preview }: { preview: PeoplePreview }) {
  const t = useWords('people');
  const pick = usePick();
  return (
    <>
      <Counts counts={[{ key: 'added', label: t('importAdded'), count: preview.added }, { key: 'there', label: t('importThere'), count: preview.there }, { key: 'bad', label: t('importBad'), count: preview.bad.length, bad: true }]} />
      <RefusedRows
        title={t('importBad')} copy={t('importCopy')} heads={[t('importRow'), t('importWhere'), t('importCause'), t('importValue')]}
        rows={preview.bad.map((row) => ({ ...row, cause: t(`importCauses.${row.cause}`) }))}
      />
      {preview.first.length > 0 ? (
        <Panel title={t('importFirst')} flush>
          <table className="grid">
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
          <FileStart title={t('importLead')} action={<Button loading={busy} onClick={() => void start()} data-autofocus>{t('importChoose')}</Button>} />
        )}
      </div>
    </div>
  );
}
