// The second step: what the sheet is, what each column holds, and under which unit its rows belong.
import { Button, Checkbox, Select } from '@mantine/core';
import { ColumnTable } from './ColumnTable.tsx';
import { mappingOf, withForm, withRole } from './draft.ts';
import type { Draft } from './draft.ts';
import { asksSeat, KindCard } from './KindCard.tsx';
import { Steps } from './Steps.tsx';
import { useLevels } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useWords } from '../../words.ts';
import type { ChosenSheet } from '../../../shared/contract/sheets.ts';
import { guessAs } from '../../../shared/rules/importing/guessSheet.ts';
import type { ImportMapping } from '../../../shared/model/importing.ts';

interface Props {
  sheet: ChosenSheet;
  draft: Draft;
  remembered: boolean;
  rootId: string | null;
  busy: boolean;
  onDraft: (draft: Draft) => void;
  onForget: () => void;
  onRoot: (unitId: string | null) => void;
  onAnother: () => void;
  onCheck: (mapping: ImportMapping) => void;
}

const mostHeadRows = 20;

function seatMissing(sheet: ChosenSheet, draft: Draft): string | null {
  if (asksSeat(sheet, draft)) return draft.seat === null ? 'seat' : null;
  return draft.form === 'seatBooths' && sheet.recognised.seats.includes(null) ? 'seatSeveral' : null;
}

export function ChooseColumns({ sheet, draft, remembered, rootId, busy, onDraft, onForget, onRoot, onAnother, onCheck }: Props) {
  const t = useWords('importing');
  const levels = useLevels();
  const said = mappingOf(draft);
  const missing = rootId === null ? 'root' : 'missing' in said ? said.missing : seatMissing(sheet, draft);
  const heads = [{ value: '-1', label: t('columns.headNone') }, ...sheet.rowNumbers.slice(0, mostHeadRows).map((row, index) => ({ value: String(index), label: t('columns.headRow', { row }) }))];
  return (
    <>
      <Steps step="columns" says={missing ? t(`missing.${missing}`) : ''}>
        <Button variant="default" onClick={onAnother}>{t('file.another')}</Button>
        <Button disabled={missing !== null} loading={busy} onClick={() => { if ('mapping' in said) onCheck(said.mapping); }}>{t('columns.check')}</Button>
      </Steps>
      <div className="import-lead">
        <KindCard
          sheet={sheet} draft={draft} remembered={remembered} onForget={onForget} onSeat={(seat) => onDraft({ ...draft, seat })}
          onForm={(form) => onDraft(withForm(draft, form, guessAs(form, sheet.sample, draft.headerRow, levels, sheet.name)))}
        />
        <div className="import-choices">
          <UnitPicker label={t('columns.under')} value={rootId} onChange={onRoot} w={220} />
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
