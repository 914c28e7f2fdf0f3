// Reads the first sheet with something in it from SpreadsheetML 2003, the XML that government portals hand out under the name .xls.
import { AppError } from '../../shared/errors.ts';
import { mayRepeat, mergesDown } from './mergedCells.ts';
import { pushRow } from './table.ts';
import type { Table, TableLimits } from './table.ts';
import { BadXml, walkXml } from './walkXml.ts';

/** Thrown to stop reading once a sheet with rows is complete; the sheets after it are not looked at. */
class Enough extends Error {}

const lastRow = 10_000_000;

/** A whole number of an attribute, at least 0; `fallback` where it says nothing sensible. */
const whole = (text: string | undefined, fallback: number): number => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : fallback);

/** Formulas give the value last computed (they are not looked at); comments and styles are passed over. */
export function readSpreadsheetMl(bytes: Uint8Array, encoding: string, limits: TableLimits): Table {
  let table: Table = { sheetName: '', rows: [], rowNumbers: [] };
  let isWorkbook = false;
  let rowNumber = 0;
  let inRow = false;
  let cells: string[] = [];
  let column = -1;
  let next = 0;
  let down: { column: number; rows: number }[] = [];
  let type = '';
  let taking = false;
  let inComment = false;
  let text = '';
  let carried = mergesDown();
  /** Columns that a merged cell of a row above covers: a cell without an index of its own does not stand there. */
  let covered = new Map<number, number>();

  const openCell = (at: Record<string, string>) => {
    if (at['Index'] !== undefined) next = whole(at['Index'], next + 1) - 1;
    else while ((covered.get(next) ?? 0) >= rowNumber) next++;
    column = next;
    if (column < 0) throw new BadXml('broken');
    text = '';
    const rows = whole(at['MergeDown'], 0);
    if (rows > 0 && column < limits.columns) {
      down.push({ column, rows });
      covered.set(column, rowNumber + rows);
    }
    next = column + 1 + Math.min(whole(at['MergeAcross'], 0), 16_384);
  };
  const endCell = () => {
    const value = type === 'DateTime' ? text.trim().slice(0, 10) : type === 'Error' ? '' : text;
    if (value.trim() === '') return;
    if (column >= limits.columns) throw new AppError('import.tooManyColumns', { limit: limits.columns, rowNumber });
    while (cells.length < column) cells.push('');
    cells[column] = value.trim();
  };
  const endRow = () => {
    carried.fill(cells, rowNumber);
    for (const { column: from, rows } of down) if (mayRepeat(cells, from)) carried.open(from, cells[from]!, rowNumber + rows);
    pushRow(table, cells, rowNumber, limits);
  };

  try {
    walkXml(bytes, encoding, {
      open: (name, at) => {
        switch (name) {
          case 'Workbook': isWorkbook = true; break;
          case 'Worksheet':
            table = { sheetName: at['Name'] ?? '', rows: [], rowNumbers: [] };
            rowNumber = 0;
            carried = mergesDown();
            covered = new Map();
            break;
          case 'Row':
            rowNumber = at['Index'] === undefined ? rowNumber + 1 : whole(at['Index'], 0);
            if (!isWorkbook || rowNumber < 1 || rowNumber > lastRow) throw new BadXml('broken');
            inRow = true;
            cells = [];
            down = [];
            next = 0;
            break;
          case 'Cell': if (inRow) openCell(at); break;
          case 'Comment': inComment = true; break;
          case 'Data':
            type = at['Type'] ?? 'String';
            taking = inRow && !inComment;
            break;
          default: break;
        }
      },
      text: (piece) => {
        if (!taking) return;
        text += piece;
        if (text.length > limits.cellCharacters * 2) throw new AppError('import.cellTooLong', { limit: limits.cellCharacters, rowNumber });
      },
      close: (name) => {
        switch (name) {
          case 'Data': taking = false; break;
          case 'Comment': inComment = false; break;
          case 'Cell': if (inRow) endCell(); break;
          case 'Row':
            endRow();
            inRow = false;
            break;
          case 'Worksheet': if (table.rows.length > 0) throw new Enough(); break;
          default: break;
        }
      },
    }, limits.report);
  } catch (error) {
    if (error instanceof Enough) return table;
    if (error instanceof BadXml) throw new AppError('import.notReadable', { format: error.reason === 'doctype' ? 'doctype' : 'xmlBroken' });
    throw error;
  }
  if (!isWorkbook) throw new AppError('import.notReadable', { format: 'xml' });
  return table;
}
