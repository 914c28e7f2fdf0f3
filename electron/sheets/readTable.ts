// Reads a flat sheet, CSV or XLSX, into rows of text, and refuses what is too large, broken or something else.
import { open } from 'node:fs/promises';
import { AppError } from '../../shared/errors.ts';
import { readCsvTable } from './readCsvTable.ts';
import { readXlsxTable } from './readXlsxTable.ts';
import { tableLimits } from './table.ts';
import type { Table, TableLimits } from './table.ts';

export type { Table, TableLimits } from './table.ts';

/**
 * Reads the file at `path`. Throws `import.tooLarge` {limit, size}, `import.tooManyRows` {limit}, `import.tooManyColumns` and
 * `import.cellTooLong` {limit, rowNumber}, `import.notReadable` {format}, `import.oldExcel`, `import.empty`, `import.zipBomb` {limit}.
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
  if (format !== 'zip' && format !== 'text') throw new AppError('import.notReadable', { format });
  const table = format === 'zip' ? await readXlsxTable(bytes, all) : readCsvTable(name.replace(/\.[^.]*$/, ''), bytes, all);
  if (table.rows.length === 0) throw new AppError('import.empty');
  return table;
}

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);

function formatOf(bytes: Uint8Array): 'zip' | 'ole' | 'pdf' | 'html' | 'xml' | 'binary' | 'text' {
  if (startsWith(bytes, 0x50, 0x4b)) return 'zip';
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'ole';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return 'text';
  if (bytes.subarray(0, 65_536).includes(0)) return 'binary';
  // Offices' portals hand out web pages and XML under the name .xls; read as CSV they would be garbage.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^\u00EF\u00BB\u00BF/, '').trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<table|<head|<body|<meta|<style|<div)/.test(start)) return 'html';
  return start.startsWith('<?xml') ? 'xml' : 'text';
}

/** An OLE file is an old workbook (.xls), or a new one locked with a password: that carries a stream of this name in UTF-16. */
function oleError(bytes: Uint8Array): AppError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return encrypted ? new AppError('import.notReadable', { format: 'encrypted' }) : new AppError('import.oldExcel');
}
