// Which column of a chosen sheet says what: a field each, with the column's head and its first value as choices.
import { Select } from '@mantine/core';
import { Panel } from '../../ui/Panel.tsx';

export interface ColumnField {
  key: string;
  label: string;
  /** Of the column, from 0; null: none says it. */
  value: number | null;
  /** Something must say it. */
  needed?: boolean;
  onChange: (column: number | null) => void;
}

interface Props {
  title: string;
  /** What stands where no column is chosen. */
  none: string;
  /** The first rows as they stand, and where the heads are. */
  sample: readonly (readonly string[])[];
  headerRow: number;
  fields: readonly ColumnField[];
}

const longest = 60;

export function ColumnChoices({ title, none, sample, headerRow, fields }: Props) {
  const head = sample[headerRow] ?? [];
  const example = sample[headerRow + 1] ?? [];
  const choices = Array.from({ length: Math.max(head.length, example.length) }, (_, at) => ({ value: String(at), label: [head[at] || String(at + 1), example[at]].filter(Boolean).join(' · ').slice(0, longest) }));
  return (
    <Panel title={title}>
      <div className="column-choices">
        {fields.map(({ key, label, value, needed = false, onChange }) => (
          <Select
            key={key} size="sm" label={label} placeholder={none} clearable={!needed} allowDeselect={false} value={value === null ? null : String(value)} data={choices}
            onChange={(next) => { if (next !== null || !needed) onChange(next === null ? null : Number(next)); }}
          />
        ))}
      </div>
    </Panel>
  );
}
