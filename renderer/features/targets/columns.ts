// The columns of the board: how wide, what they sort by, which can be typed into, and what Excel gets of them.
import type { InputOf } from '../../../shared/contract.ts';
import { dayAsRead } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/model/common.ts';
import type { Metric } from '../../../shared/model/programme.ts';
import type { BoardRow } from '../../../shared/model/target.ts';
import { inLanguage } from '../../words.ts';

export type ColumnId =
  | 'name' | 'electors' | 'booths' | 'own' | 'below' | 'difference' | 'achieved' | 'share' | 'percent' | 'state' | 'dueDay' | 'leader' | 'lastReport';
export type SortBy = NonNullable<InputOf<'targets.board'>['sort']>;

export interface Column {
  id: ColumnId;
  /** Least width in pixels, and its share of what is left over. */
  least: number;
  grows: number;
  figures?: boolean;
  sort?: SortBy;
  editable?: boolean;
}

const all: Column[] = [
  { id: 'name', least: 164, grows: 2, sort: 'name' },
  { id: 'electors', least: 90, grows: 1, figures: true, sort: 'electors' },
  { id: 'booths', least: 66, grows: 0.7, figures: true },
  { id: 'own', least: 108, grows: 1, figures: true, sort: 'own', editable: true },
  { id: 'below', least: 100, grows: 1, figures: true, sort: 'below' },
  { id: 'difference', least: 92, grows: 1, figures: true, sort: 'difference' },
  { id: 'achieved', least: 92, grows: 1, figures: true, sort: 'achieved' },
  { id: 'share', least: 80, grows: 0.8, figures: true },
  { id: 'percent', least: 104, grows: 1, figures: true, sort: 'percent' },
  { id: 'state', least: 106, grows: 0.8 },
  { id: 'dueDay', least: 98, grows: 0.8, editable: true },
  { id: 'leader', least: 136, grows: 1.4, editable: true },
  { id: 'lastReport', least: 98, grows: 0.8 },
];

/** A share is not added up: instead of the sum below it has the share reached. */
export const columnsFor = (metric: Metric): Column[] =>
  all.filter(({ id }) => (metric.kind === 'share' ? id !== 'below' && id !== 'difference' : id !== 'share'));

/** How the columns share the width; the whole is never narrower than `least` pixels. */
export const gridOf = (columns: readonly Column[]): { template: string; least: number } => ({
  template: columns.map(({ least, grows }) => `minmax(${least}px, ${grows}fr)`).join(' '),
  least: columns.reduce((sum, { least }) => sum + least, 0),
});

/** A cell as Excel gets it: bare numbers, days as read, names in the language shown. */
export function plainCell(column: ColumnId, row: BoardRow, language: Language, stateWord: (state: string) => string): string | number | null {
  switch (column) {
    case 'name': return inLanguage(language, row.nameEn, row.nameHi);
    case 'difference': return row.difference === null ? null : -row.difference || 0;
    case 'share': return row.sharePercent;
    case 'state': return row.state === null ? null : stateWord(row.state);
    case 'dueDay': return row.dueDay === null ? null : dayAsRead(row.dueDay);
    case 'leader': return row.personId === null ? null : inLanguage(language, row.personNameEn, row.personNameHi);
    case 'lastReport': return row.lastReportDay === null ? null : dayAsRead(row.lastReportDay);
    default: return row[column];
  }
}
