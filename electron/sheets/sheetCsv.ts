// Writes a sheet as CSV that Excel opens rightly in Hindi, and in which no text is taken for a formula.
import type { SheetLanguages } from '../../shared/model/common.ts';
import type { SheetCell, SheetModel, Text } from '../../shared/model/sheet.ts';
import { linesOf } from './sheetLines.ts';
import { footLine, oneLine } from './sheetWords.ts';

const mark = '\uFEFF';

/** Excel runs what begins with these, also after blanks and in full width; an apostrophe before it makes it text. */
const dangerous = /^[\s\u00A0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;

function field(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return `"${(dangerous.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`;
}

/** The sheet as UTF-8 with byte order mark, CRLF; texts quoted, numbers bare and not grouped, so that they can be added up. */
export function sheetCsv(model: SheetModel, languages: SheetLanguages): Uint8Array {
  const said = (text: Text): string => oneLine(text, languages);
  const cell = (value: SheetCell | undefined): string | number => (typeof value === 'number' ? value : value ? said(value) : '');
  const lines: (string | number)[][] = [
    [said(model.party)], [said(model.title)], ...(model.subtitle ? [[said(model.subtitle)]] : []),
    ...model.facts.map(({ label, value }) => [said(label), said(value)]),
  ];
  for (const section of model.sections) {
    lines.push([], [said(section.heading)]);
    if (section.note) lines.push([said(section.note)]);
    lines.push(section.columns.map((column) => said(column.label)));
    for (const { cells } of linesOf(section)) lines.push(section.columns.map((_, index) => cell(cells[index])));
  }
  lines.push([], ...model.signatures.map((name) => [said(name)]), [footLine(model, languages)]);
  return new TextEncoder().encode(mark + lines.map((line) => `${line.map(field).join(',')}\r\n`).join(''));
}
