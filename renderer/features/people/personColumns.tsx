// The columns of a list of leaders, as many as there is room for.
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useNamed, usePick, useWords } from '../../words.ts';
import type { PersonRow } from '../../../shared/model/person.ts';
import { Charges } from './Charges.tsx';

/** Below this width, in pixels, unit and phone are left to the panel of the person. */
const narrowBelow = 600;

export function usePersonColumns(width: number): GridColumn<PersonRow>[] {
  const t = useWords('people');
  const named = useNamed();
  const pick = usePick();
  const isNarrow = width > 0 && width < narrowBelow;
  const every: GridColumn<PersonRow>[] = [
    { id: 'name', head: t('name'), width: 'minmax(180px, 3fr)', render: (row) => <>{named(row)}{row.veteran ? <span className="people-mark">{t('veteran')}</span> : null}</> },
    { id: 'title', head: t('postHead'), width: 'minmax(130px, 2fr)', render: (row) => pick(row.titleEn, row.titleHi) },
    { id: 'unit', head: t('unit'), width: 'minmax(110px, 2fr)', render: (row) => pick(row.unitNameEn, row.unitNameHi) || <span className="people-dim">–</span> },
    { id: 'phone', head: t('phone'), width: '126px', render: (row) => row.phone ?? <span className="people-dim">–</span> },
    { id: 'charges', head: t('charges'), width: 'minmax(84px, max-content)', figures: true, render: (row) => <Charges count={row.charges} /> },
  ];
  return every.filter((column) => !isNarrow || !['unit', 'phone'].includes(column.id));
}
