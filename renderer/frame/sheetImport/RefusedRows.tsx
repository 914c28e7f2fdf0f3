// The rows of a sheet that are not taken: where, why, and what stands there; copied into Excel.
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers } from '../../words.ts';

export interface RefusedRow {
  rowNumber: number;
  column: string;
  /** In words. */
  cause: string;
  value: string;
}

interface Props {
  title: string;
  copy: string;
  /** Of row, column, cause and value. */
  heads: readonly [string, string, string, string];
  rows: readonly RefusedRow[];
}

const mostShown = 300;

export function RefusedRows({ title, copy, heads, rows }: Props) {
  const { number } = useNumbers();
  if (rows.length === 0) return null;
  const copyAll = () => copyText(asTabbed([[...heads], ...rows.map(({ rowNumber, column, cause, value }) => [String(rowNumber), column, cause, value])]));
  return (
    <Panel title={title} flush aside={<Button size="compact-sm" variant="subtle" leftSection={<IconCopy size={14} aria-hidden="true" />} onClick={copyAll}>{copy}</Button>}>
      <table className="grid">
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        <tbody>{rows.slice(0, mostShown).map(({ rowNumber, column, cause, value }) => <tr key={`${rowNumber} ${cause} ${column}`}><td>{number(rowNumber)}</td><td>{column}</td><td>{cause}</td><td>{value}</td></tr>)}</tbody>
      </table>
    </Panel>
  );
}
