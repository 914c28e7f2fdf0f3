// The second step: what each column holds, and under which unit its rows belong.
import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { ColumnTable } from './ColumnTable.tsx';
import { mappingOf, withForm, withRole } from './draft.ts';
import type { Draft } from './draft.ts';
import { Steps } from './Steps.tsx';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useWords } from '../../words.ts';
import type { ChosenSheet } from '../../../shared/contract/sheets.ts';
import type { ImportMapping } from '../../../shared/model/importing.ts';

interface Props {
  sheet: ChosenSheet;
  draft: Draft;
  rootId: string | null;
  busy: boolean;
  onDraft: (draft: Draft) => void;
  onRoot: (unitId: string | null) => void;
  onAnother: () => void;
  onCheck: (mapping: ImportMapping) => void;
}

const mostHeadRows = 20;

export function ChooseColumns({ sheet, draft, rootId, busy, onDraft, onRoot, onAnother, onCheck }: Props) {
  const t = useWords('importing');
  const said = mappingOf(draft);
  const missing = rootId === null ? 'root' : 'missing' in said ? said.missing : null;
  const heads = [{ value: '-1', label: t('columns.headNone') }, ...sheet.rowNumbers.slice(0, mostHeadRows).map((row, index) => ({ value: String(index), label: t('columns.headRow', { row }) }))];
  return (
    <>
      <Steps step="columns" says={missing ? t(`missing.${missing}`) : ''}>
        <Button variant="default" onClick={onAnother}>{t('file.another')}</Button>
        <Button disabled={missing !== null} loading={busy} onClick={() => { if ('mapping' in said) onCheck(said.mapping); }}>{t('columns.check')}</Button>
      </Steps>
      <div className="import-lead">
        <p><strong>{t('columns.lead', { name: sheet.name, count: sheet.rows })}</strong> {t(sheet.guess ? 'columns.guessed' : 'columns.notGuessed')}</p>
        <div className="import-choices">
          <UnitPicker label={t('columns.under')} value={rootId} onChange={onRoot} w={220} />
          <div>
            <span className="import-label" id="import-form">{t('columns.form')}</span>
            <SegmentedControl
              size="sm" aria-labelledby="import-form" value={draft.form} onChange={(form) => onDraft(withForm(draft, form as Draft['form']))}
              data={[{ value: 'levels', label: t('columns.formLevels') }, { value: 'parentCode', label: t('columns.formParentCode') }]}
            />
          </div>
          <Select
            label={t('columns.head')} w={150} allowDeselect={false} data={heads} value={String(draft.headerRow)}
            onChange={(value) => { if (value !== null) onDraft({ ...draft, headerRow: Number(value) }); }}
          />
          {draft.form === 'levels' ? (
            <Checkbox size="sm" label={t('columns.fillDown')} checked={draft.fillDown} onChange={(event) => onDraft({ ...draft, fillDown: event.currentTarget.checked })} />
          ) : null}
        </div>
      </div>
      <ColumnTable sheet={sheet} draft={draft} onRole={(column, role) => onDraft(withRole(draft, column, role))} />
    </>
  );
}
