// Reads the first sheet with something in it from an XLSX file, row by row, without building the workbook in memory.
import { AppError } from '../../shared/errors.ts';
import { mayRepeat } from './mergedCells.ts';
import { pushRow } from './table.ts';
import type { Table, TableLimits } from './table.ts';
import { openXlsx } from './xlsxPackage.ts';
import type { XlsxPackage } from './xlsxPackage.ts';
import { dayText, numberForm, plainNumber, unescapeText } from './xlsxValues.ts';
import type { NumberForm } from './xlsxValues.ts';

const mostMerges = 300_000;
const mostFilled = 2_000_000;

type Book = { sheets: { name: string; path: string }[]; strings: string[]; forms: NumberForm[]; since1904: boolean };

async function readBook(pack: XlsxPackage): Promise<Book> {
  const targets = new Map<string, string>();
  await pack.walk('xl/_rels/workbook.xml.rels', {
    open: (name, at) => {
      if (name === 'Relationship' && at.Id && at.Target) targets.set(at.Id, at.Target.startsWith('/') ? at.Target.slice(1) : `xl/${at.Target}`);
    },
  });
  const book: Book = { sheets: [], strings: [], forms: [], since1904: false };
  await pack.walk('xl/workbook.xml', {
    open: (name, at) => {
      if (name === 'workbookPr') book.since1904 = at.date1904 === '1' || at.date1904 === 'true';
      if (name !== 'sheet' || (at.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(at).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1];
      const path = targets.get(id ?? '');
      if (path && pack.has(path)) book.sheets.push({ name: at.name ?? '', path });
    },
  });

  const codes = new Map<number, string>();
  let inFormats = false;
  await pack.walk('xl/styles.xml', {
    open: (name, at) => {
      if (name === 'numFmt') codes.set(Number(at.numFmtId), at.formatCode ?? '');
      else if (name === 'cellXfs') inFormats = true;
      else if (name === 'xf' && inFormats) book.forms.push(numberForm(Number(at.numFmtId ?? 0), codes.get(Number(at.numFmtId))));
    },
    close: (name) => {
      if (name === 'cellXfs') inFormats = false;
    },
  });

  let text = '';
  let inText = false;
  let inPhonetic = false;
  await pack.walk('xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = !inPhonetic;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') book.strings.push(unescapeText(text));
    },
  });
  return book;
}

/** 0 for `A1`, 27 for `AB7`; -1 for what is no address. */
function columnOf(address: string | undefined): number {
  let column = 0;
  for (let i = 0; i < (address?.length ?? 0); i++) {
    const letter = address!.charCodeAt(i);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > 16_384) return column;
  }
  return column - 1;
}

async function readSheet(pack: XlsxPackage, book: Book, sheet: { name: string; path: string }, limits: TableLimits): Promise<Table> {
  const table: Table = { sheetName: sheet.name, rows: [], rowNumbers: [] };
  const formulas = new Set<string>();
  let rowNumber = 0;
  let cells: string[] = [];
  let column = -1;
  let type: string | undefined;
  let form: NumberForm = 'number';
  let text = '';
  let taking = false;
  let inPhonetic = false;
  const merges: string[] = [];

  const value = (): string => {
    switch (type) {
      case 's': return book.strings[Number(text)] ?? '';
      case 'str':
      case 'inlineStr': return unescapeText(text);
      case 'b': return text === '1' ? 'TRUE' : 'FALSE';
      // A cell in error (#REF!) says nothing: as text it would become somebody's name.
      case 'e': return '';
      case 'd': return text.slice(0, 10);
      default:
        if (form === 'day') return dayText(text, book.since1904);
        return form === 'number' ? plainNumber(text) : plainNumber(text).padStart(form.digits, '0');
    }
  };

  await pack.walk(sheet.path, {
    open: (name, at) => {
      switch (name) {
        case 'row':
          rowNumber = at.r === undefined ? rowNumber + 1 : Number(at.r);
          if (!Number.isSafeInteger(rowNumber)) throw new AppError('import.notReadable', { format: 'xlsx' });
          cells = [];
          column = -1;
          break;
        case 'c': {
          column = at.r === undefined ? column + 1 : columnOf(at.r);
          type = at.t;
          form = book.forms[Number(at.s ?? 0)] ?? 'number';
          text = '';
          break;
        }
        case 'v': taking = true; break;
        case 'f': if (formulas.size < mostFilled) formulas.add(`${rowNumber}:${column}`); break;
        case 't': taking = type === 'inlineStr' && !inPhonetic; break;
        case 'rPh': inPhonetic = true; break;
        case 'mergeCell': if (at.ref !== undefined && merges.length < mostMerges) merges.push(at.ref); break;
        default: break;
      }
    },
    text: (piece) => {
      if (taking) text += piece;
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && text !== '') {
        if (column < 0) throw new AppError('import.notReadable', { format: 'xlsx' });
        if (column >= limits.columns) throw new AppError('import.tooManyColumns', { limit: limits.columns, rowNumber });
        while (cells.length < column) cells.push('');
        cells[column] = value();
      } else if (name === 'row') pushRow(table, cells, rowNumber, limits);
    },
  }, limits.report);
  fillMerged(table, merges, limits);
  if (formulas.size > 0) table.formulas = formulas;
  return table;
}

/** Cells merged downwards (`A2:A9`) get their value in every row; what they cover is bounded, whatever the file says. */
function fillMerged(table: Table, merges: string[], limits: TableLimits): void {
  let left = mostFilled;
  const index = merges.length > 0 ? new Map(table.rowNumbers.map((rowNumber, at) => [rowNumber, at])) : null;
  for (const ref of merges) {
    const [, fromAddress, fromText, toText] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(ref) ?? [];
    const column = columnOf(fromAddress);
    const from = index?.get(Number(fromText));
    if (from === undefined || column < 0 || column >= limits.columns || !mayRepeat(table.rows[from]!, column)) continue;
    const value = table.rows[from]![column]!;
    for (let at = from + 1; at < table.rows.length && table.rowNumbers[at]! <= Number(toText) && left > 0; at++, left--) {
      const cells = table.rows[at]!;
      if (cells[column]) continue;
      while (cells.length < column) cells.push('');
      cells[column] = value;
    }
  }
}

/** Every visible sheet with something in it; the limit of rows is for all of them together. */
export async function readXlsxTables(bytes: Uint8Array, limits: TableLimits): Promise<Table[]> {
  const pack = await openXlsx(bytes, limits.unpackedBytes);
  const book = await readBook(pack);
  const tables: Table[] = [];
  let rows = limits.rows;
  for (const sheet of book.sheets) {
    // One after another: together they may hold only so much.
    // oxlint-disable-next-line no-await-in-loop
    const table = await readSheet(pack, book, sheet, { ...limits, rows });
    rows -= table.rows.length;
    if (table.rows.length > 0) tables.push(table);
  }
  return tables;
}

/** Formulas give the value last computed; hidden sheets are passed over. */
export async function readXlsxTable(bytes: Uint8Array, limits: TableLimits): Promise<Table> {
  const pack = await openXlsx(bytes, limits.unpackedBytes);
  const book = await readBook(pack);
  for (const sheet of book.sheets) {
    const table = await readSheet(pack, book, sheet, limits);
    if (table.rows.length > 0) return table;
  }
  throw book.sheets.length > 0 ? new AppError('import.empty') : new AppError('import.notReadable', { format: 'xlsx' });
}
