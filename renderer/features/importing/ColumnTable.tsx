// The first rows of the sheet as they stand, with a menu above each column that says what it holds.
import { NativeSelect } from '@mantine/core';
import type { Draft } from './draft.ts';
import { useRoleMenu } from './roleMenu.ts';
import { useWords } from '../../words.ts';
import type { ChosenSheet } from '../../../shared/contract/sheets.ts';

/** `A`, `AB`: as Excel calls the column. */
const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26));

export function ColumnTable({ sheet, draft, onRole }: { sheet: ChosenSheet; draft: Draft; onRole: (column: number, role: string) => void }) {
  const t = useWords('importing');
  const menu = useRoleMenu(draft.form);
  const data = [{ value: '', label: t('roles.none') }, ...menu];
  return (
    <div className="import-sample" tabIndex={0} role="region" aria-label={t('columns.table')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('columns.row')}</th>
            {draft.roles.map((role, column) => (
              <th key={column} scope="col" data-used={role !== '' || undefined}>
                <span>{letters(column)}</span>
                <NativeSelect size="xs" aria-label={t('columns.meaning', { column: letters(column) })} value={role} data={data} onChange={(event) => onRole(column, event.currentTarget.value)} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.sample.map((cells, index) => (
            <tr key={index} data-head={index === draft.headerRow || undefined} data-above={index < draft.headerRow || undefined}>
              <th scope="row">{sheet.rowNumbers[index]}</th>
              {draft.roles.map((role, column) => <td key={column} data-used={role !== '' || undefined}>{cells[column] ?? ''}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
