// Writes a sheet as an Excel workbook that people can fill in: tables first, everything about them on the last worksheet.
import { Workbook } from '@cj-tech-master/excelts';
import type { Cell, Worksheet } from '@cj-tech-master/excelts';
import type { SheetLanguages } from '../../shared/model/common.ts';
import type { SheetCell, SheetColumn, SheetModel, SheetSection, Text } from '../../shared/model/sheet.ts';
import { headMark, headSign, rowMark } from '../../shared/rules/returns/identity.ts';
import { linesOf } from './sheetLines.ts';
import { footLine, oneLine, sheetWords, wording } from './sheetWords.ts';

// Indian grouping; Excel allows two conditions, so numbers below a lakh take the third form.
const indianNumber = String.raw`[>=10000000]##\,##\,##\,##0;[>=100000]##\,##\,##0;##,##0`;
const textFormat = '@';
// On every Windows with Devanagari in regular and bold; elsewhere the program puts its own Devanagari font in its place.
const fontName = 'Nirmala UI';
const paperA4 = 9;
const widthOfTable = 100;
const narrowest = 6;
const mostColumnsUpright = 9;

const thin = { style: 'thin', color: { argb: 'FF777777' } } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };
const fill = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const;
const headFill = fill('FFE6E6E6');
const toFillFill = fill('FFFFF8DC');

/** Both languages in one cell, the second on its own line. */
function cellText(text: Text, languages: SheetLanguages): string {
  const { first, second } = wording(text, languages);
  return second === null ? first : `${first}\n${second}`;
}

/** A text stays a text: the cell is typed as one and formatted as one, so "=1+1" is no formula, not even after editing. */
function writeText(cell: Cell, text: string, { bold = false, size = 11 }: { bold?: boolean; size?: number } = {}): void {
  cell.value = text;
  cell.numFmt = textFormat;
  cell.font = { name: fontName, size, bold };
  cell.alignment = { vertical: 'middle', wrapText: true };
}

function writeCell(cell: Cell, value: SheetCell | undefined, column: SheetColumn, languages: SheetLanguages, bold: boolean): void {
  cell.font = { name: fontName, size: 11, bold };
  if (typeof value === 'number') {
    cell.value = value;
    cell.numFmt = indianNumber;
    cell.alignment = { vertical: 'middle', horizontal: 'right' };
  } else if (value) {
    writeText(cell, cellText(value, languages), { bold });
    cell.alignment = { vertical: 'middle', wrapText: true, horizontal: column.kind === 'day' || column.kind === 'time' ? 'center' : column.kind === 'number' ? 'right' : 'left' };
  }
  cell.border = border;
  // Only what is asked for can be written into; the rest is locked, without a password.
  if (column.kind === 'blank' && !bold) {
    cell.fill = toFillFill;
    cell.protection = { locked: false };
    cell.alignment = { vertical: 'middle', wrapText: true };
  }
}

function writeWide(sheet: Worksheet, row: number, columns: number, text: string, look: { bold?: boolean; size?: number }): void {
  sheet.mergeCells(row, 1, row, columns);
  writeText(sheet.getCell(row, 1), text, look);
}

/** Of the whole table: its own unit, how many rows go out, and by which heads its columns are found again. */
function headMarkOf(sections: readonly SheetSection[], languages: SheetLanguages): string {
  const { columns } = sections[0]!;
  const returns = sections.find((section) => section.returns)!.returns!;
  const rows = sections.reduce((sum, section) => sum + (section.returns?.rows.filter((row) => row !== null).length ?? 0), 0);
  const columnOf = (key: string) => {
    const at = columns.findIndex((column) => column.key === key);
    return { at, head: headSign(cellText(columns[at]!.label, languages)) };
  };
  return headMark({ ...returns, rows, name: columnOf('name'), value: columnOf('achieved'), note: columnOf('remarks') });
}

function writeMark(cell: Cell, mark: string): void {
  cell.value = mark;
  cell.numFmt = textFormat;
}

/** What the program says where somebody types something else; it is read again, and checked again, when the sheet comes back. */
const onlyNumbers = (languages: SheetLanguages) => ({
  type: 'whole' as const, operator: 'greaterThanOrEqual' as const, formulae: [0], allowBlank: true, showErrorMessage: true, errorStyle: 'error',
  errorTitle: oneLine(sheetWords.onlyNumbersTitle, languages), error: oneLine(sheetWords.onlyNumbers, languages),
});

function writeTables(sheet: Worksheet, model: SheetModel, sections: SheetSection[], languages: SheetLanguages): void {
  const { columns } = sections[0]!;
  const together = sections.length > 1;
  const whole = columns.reduce((sum, column) => sum + column.width, 0);
  columns.forEach((column, index) => {
    sheet.getColumn(index + 1).width = Math.max(narrowest, (column.width / whole) * widthOfTable);
  });
  writeWide(sheet, 1, columns.length, oneLine(model.title, languages), { bold: true, size: 16 });
  const under = [model.subtitle, together ? undefined : sections[0]!.heading].flatMap((text) => (text ? [oneLine(text, languages)] : []));
  writeWide(sheet, 2, columns.length, under.join(' · '), { size: 11 });
  sheet.getRow(1).height = 26;

  const headRow = 3;
  columns.forEach((column, index) => {
    const cell = sheet.getCell(headRow, index + 1);
    writeText(cell, cellText(column.label, languages), { bold: true });
    cell.fill = headFill;
    cell.border = border;
  });
  let at = headRow;
  const marksAt = columns.length + 1;
  if (sections.some((section) => section.returns)) writeMark(sheet.getCell(headRow, marksAt), headMarkOf(sections, languages));
  for (const section of sections) {
    if (together) {
      writeWide(sheet, ++at, columns.length, oneLine(section.heading, languages), { bold: true, size: 12 });
      sheet.getCell(at, 1).fill = headFill;
    }
    for (const { cells, bold, head, row } of linesOf(section)) {
      at++;
      columns.forEach((column, index) => {
        const cell = sheet.getCell(at, index + 1);
        writeCell(cell, cells[index], column, languages, bold);
        if (head) cell.fill = headFill;
        if (column.kind === 'blank' && column.key === 'achieved' && !bold) cell.dataValidation = onlyNumbers(languages);
      });
      const asked = row === null ? null : section.returns?.rows[row];
      if (section.returns && asked) writeMark(sheet.getCell(at, marksAt), rowMark({ ...section.returns, ...asked }));
    }
    if (section.note) writeWide(sheet, ++at, columns.length, oneLine(section.note, languages), { size: 10 });
  }

  if (sections.some((section) => section.returns)) sheet.getColumn(marksAt).hidden = true;
  sheet.views = [{ state: 'frozen', ySplit: headRow, xSplit: 0 }];
  Object.assign(sheet.pageSetup, {
    paperSize: paperA4, orientation: columns.length > mostColumnsUpright ? 'landscape' : 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0,
    printTitlesRow: `${headRow}:${headRow}`, horizontalCentered: true, margins: { left: 0.5, right: 0.5, top: 0.5, bottom: 0.75, header: 0.3, footer: 0.3 },
  } satisfies Partial<Worksheet['pageSetup']>);
  // "&" begins a code in Excel's footers.
  sheet.headerFooter.oddFooter = `&L ${footLine(model, languages).replaceAll('&', '&&')}&R&P / &N`;
}

function writeAbout(sheet: Worksheet, model: SheetModel, languages: SheetLanguages): void {
  sheet.getColumn(1).width = 32;
  sheet.getColumn(2).width = 60;
  writeWide(sheet, 1, 2, oneLine(model.party, languages), { bold: true, size: 13 });
  writeWide(sheet, 2, 2, oneLine(model.title, languages), { bold: true, size: 16 });
  let at = 3;
  for (const { label, value } of model.facts) {
    at++;
    writeText(sheet.getCell(at, 1), cellText(label, languages));
    writeText(sheet.getCell(at, 2), cellText(value, languages), { bold: true });
    sheet.getCell(at, 1).fill = headFill;
    for (const column of [1, 2]) sheet.getCell(at, column).border = border;
  }
  at += 2;
  for (const name of model.signatures) writeText(sheet.getCell(at++, 1), oneLine(name, languages));
  writeWide(sheet, at + 1, 2, footLine(model, languages), { size: 10 });
  Object.assign(sheet.pageSetup, { paperSize: paperA4, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } satisfies Partial<Worksheet['pageSetup']>);
}

/** Sections with the same columns share a worksheet, one under the other. */
function groups(model: SheetModel): SheetSection[][] {
  const found: { columns: string; sections: SheetSection[] }[] = [];
  for (const section of model.sections) {
    const columns = section.columns.map((column) => column.key).join('\n');
    const last = found.at(-1);
    if (last?.columns === columns) last.sections.push(section);
    else found.push({ columns, sections: [section] });
  }
  return found.map((group) => group.sections);
}

/** A worksheet's name as Excel allows it: at most 31 characters, none of its signs, none twice. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain = wanted.replaceAll(/[\\/*?:[\]\p{Cc}]/gu, ' ').replaceAll(/^'+|'+$/g, '').replaceAll(/\s+/g, ' ').trim() || 'Sheet';
  let name = [...plain].slice(0, 28).join('').slice(0, 31).trim();
  for (let n = 2; taken.has(name.toLowerCase()) || name.toLowerCase() === 'history'; n++) name = `${plain.slice(0, 26)} ${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The sheet as an XLSX file. */
export async function sheetXlsx(model: SheetModel, languages: SheetLanguages): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Sangathan';
  workbook.title = oneLine(model.title, languages);
  const taken = new Set<string>();
  const inWords: SheetLanguages = languages === 'en' ? 'en' : 'hi';
  for (const sections of groups(model)) {
    const name = sections.length > 1 ? model.title : sections[0]!.heading;
    const sheet = workbook.addWorksheet(sheetName(wording(name, inWords).first, taken));
    writeTables(sheet, model, sections, languages);
    if (sections.some((section) => section.columns.some((column) => column.kind === 'blank'))) {
      // Without a password: it guards against slips, not against the person whose sheet it is.
      // oxlint-disable-next-line no-await-in-loop
      await sheet.protect('', { formatCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true });
    }
  }
  writeAbout(workbook.addWorksheet(sheetName(wording(sheetWords.about, inWords).first, taken)), model, languages);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
