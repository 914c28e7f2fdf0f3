// Columns of a list in groups: the first shows the heads of the classes, and marks units that a class cuts.
import { GroupHead } from './GroupHead.tsx';
import type { GridColumn } from '../ui/RowGrid.tsx';
import type { ClassName } from '../../shared/model/group.ts';

export type Headed<Row> = { kind: 'class'; key: string; class: ClassName; count: number } | { kind: 'line'; key: string; row: Row; whole: boolean };

interface Heads {
  /** Null: not in groups. */
  folded: readonly string[] | null;
  onFold: (key: string) => void;
  /** The word beside a unit of which only a part stands in the class. */
  part: string;
}

/** `headIn`: the column that the heads stand in. */
export function groupColumns<Row>(columns: readonly GridColumn<Row>[], headIn: string, { folded, onFold, part }: Heads): GridColumn<Headed<Row>>[] {
  return columns.map((column) => ({
    ...column,
    render: (line: Headed<Row>) => {
      if (line.kind === 'class') return column.id === headIn ? <GroupHead of={line.class} count={line.count} folded={folded?.includes(line.key) ?? false} onFold={() => onFold(line.key)} /> : null;
      const cell = column.render(line.row);
      return folded !== null && column.id === headIn ? <span className="in-group">{cell}{line.whole ? null : <span className="part-mark">{part}</span>}</span> : cell;
    },
  }));
}
