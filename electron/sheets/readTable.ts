// Reads a flat sheet, CSV, XLSX or SpreadsheetML, into rows of text, and refuses what is too large, broken or something else.
import { open, readFile, stat } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import { utf16Of } from './decodeText.ts';
import { readCsvTable } from './readCsvTable.ts';
import { readSpreadsheetMl } from './readSpreadsheetMl.ts';
import { readXlsxTable, readXlsxTables } from './readXlsxTable.ts';
import { tableLimits } from './table.ts';
import type { Table, TableLimits } from './table.ts';

export type { Table, TableLimits } from './table.ts';

/**
 * Reads the file at `path`. Throws `import.tooLarge` {limit, size}, `import.tooManyRows` {limit}, `import.tooManyColumns` and
 * `import.cellTooLong` {limit, rowNumber}, `import.notReadable` {format}, `import.outlines` (JSON: outlines of units, read elsewhere), `import.oldExcel`, `import.empty`, `import.zipBomb` {limit}.
 */
export async function readTable(path: string, limits: Partial<TableLimits> = {}): Promise<Table> {
  const limit = limits.fileBytes ?? tableLimits.fileBytes;
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > limit) throw new AppError('import.tooLarge', { limit, size });
    return await readTableBytes(path.split(/[\\/]/).at(-1) ?? path, await file.readFile(), limits);
  } finally {
    await file.close();
  }
}

/** As `readTable`, from bytes; what they are is told by the bytes, the `name` only names a CSV's sheet. */
export async function readTableBytes(name: string, bytes: Uint8Array, limits: Partial<TableLimits> = {}): Promise<Table> {
  const all = { ...tableLimits, ...limits };
  if (bytes.length > all.fileBytes) throw new AppError('import.tooLarge', { limit: all.fileBytes, size: bytes.length });
  if (bytes.length === 0) throw new AppError('import.empty');
  const format = formatOf(bytes);
  if (format === 'ole') throw oleError(bytes);
  if (format === 'json') throw new AppError('import.outlines');
  const table = format === 'zip' ? await readXlsxTable(bytes, all)
    : format === 'sheetXml' ? readSpreadsheetMl(bytes, utf16Of(bytes) ?? xmlEncoding(bytes), all)
    : format === 'text' ? readCsvTable(name.replace(/\.[^.]*$/, ''), bytes, all) : null;
  if (!table) throw new AppError('import.notReadable', { format });
  if (table.rows.length === 0) throw new AppError('import.empty');
  return table;
}

/** All tables of the workbook at `path` (a sheet that came back), within narrower limits than a whole tree needs; throws as `readTable`, and `returns.notWorkbook` for what is no XLSX. */
export async function readWorkbook(path: string, limits: Partial<TableLimits>): Promise<Table[]> {
  const all = { ...tableLimits, ...limits };
  const { size } = await stat(path);
  if (size > all.fileBytes) throw new AppError('import.tooLarge', { limit: all.fileBytes, size });
  const bytes = await readFile(path);
  if (bytes.length === 0) throw new AppError('import.empty');
  const format = formatOf(bytes);
  if (format === 'ole') throw oleError(bytes);
  if (format !== 'zip') throw new AppError('returns.notWorkbook');
  return readXlsxTables(bytes, all);
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** The beginning as Latin text, in whichever encoding: enough to know a page, a picture or a workbook by. */
const startOf = (bytes: Uint8Array): string =>
  new TextDecoder(utf16Of(bytes) ?? 'latin1').decode(bytes.subarray(0, 4096)).replace(/^(\u00EF\u00BB\u00BF|\uFEFF)/, '').trimStart();

type Format = 'json' | 'zip' | 'ole' | 'pdf' | 'html' | 'xml' | 'sheetXml' | 'image' | 'rar' | 'rtf' | 'binary' | 'text';

function formatOf(bytes: Uint8Array): Format {
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return 'image';
  if (startsWith(bytes, 0x52, 0x61, 0x72, 0x21) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf)) return 'rar';
  const wide = utf16Of(bytes);
  if (!wide && bytes.subarray(0, 65_536).includes(0)) return 'binary';
  // Offices' portals hand out web pages and XML under the name .xls; read as CSV they would be garbage.
  const start = startOf(bytes);
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^\{\s*"/.test(start)) return 'json';
  if (/^(<!--[^]*?-->\s*)?(<!doctype html|<html|<table|<head|<body|<meta|<style|<div|<script|<p>)/i.test(start)) return 'html';
  if (!/^<(\?xml|\w*:?workbook|!doctype)/i.test(start)) return 'text';
  return /schemas-microsoft-com:office:spreadsheet|progid="Excel\.Sheet"/i.test(start) ? 'sheetXml' : /<html/i.test(start) ? 'html' : 'xml';
}

/** What the XML says of itself, where it is one of the encodings known; else UTF-8. */
function xmlEncoding(bytes: Uint8Array): string {
  const said = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]{3,20})["']/i.exec(startOf(bytes))?.[1]?.toLowerCase();
  return said === 'windows-1252' || said === 'iso-8859-1' ? 'windows-1252' : 'utf-8';
}

/** An OLE file is an old workbook (.xls), or a new one locked with a password: that carries a stream of this name in UTF-16. */
function oleError(bytes: Uint8Array): AppError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return encrypted ? new AppError('import.notReadable', { format: 'encrypted' }) : new AppError('import.oldExcel');
}
