// Reading flat sheets: what Excel and offices really write, and what an attacker or an accident may hand over.
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { zip } from '@cj-tech-master/excelts/archive';
import { expect, test } from 'vitest';
import { readTable, readTableBytes } from '../../electron/sheets/readTable.ts';
import type { TableLimits } from '../../electron/sheets/readTable.ts';
import { AppError } from '../../shared/errors.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const csv = async (text: string | Uint8Array, limits?: Partial<TableLimits>) => readTableBytes('list.csv', typeof text === 'string' ? utf8(text) : text, limits);

async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${JSON.stringify(error.detail)}`;
    throw error;
  }
  return 'read';
}

/** A workbook's parts as text, zipped: what excelts would never write itself. */
async function book(sheet: string, parts: Record<string, string> = {}): Promise<Uint8Array> {
  const archive = zip();
  const all: Record<string, string> = {
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...parts,
  };
  for (const [path, text] of Object.entries(all)) archive.add(path, text);
  return archive.bytes();
}

/** Changes the zip directory's entry (signature PK 1 2, name 46 bytes on) of the part whose name holds `name`. */
function changeDirectory(bytes: Uint8Array, name: string, change: (view: DataView, at: number) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02_01_4b_50) continue;
    const nameLength = view.getUint16(at + 28, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).includes(name)) change(view, at);
  }
}

test('CSV: separators, quoted line breaks, CRLF, blank lines keep the row numbers of Excel', async () => {
  expect(await csv('District;Block\r\n"Dhanbad";"Bagh\r\nmara"\r\n\r\n;;\r\nRanchi; Kanke ;;\r\n')).toEqual({
    sheetName: 'list', rows: [['District', 'Block'], ['Dhanbad', 'Bagh\r\nmara'], ['Ranchi', 'Kanke']], rowNumbers: [1, 2, 5],
  });
  expect((await csv('a\tb\n"1,5"\t2\n')).rows).toEqual([['a', 'b'], ['1,5', '2']]);
  expect((await csv('a,b\n"x;y;z",0012\n')).rows).toEqual([['a', 'b'], ['x;y;z', '0012']]);
  expect((await csv('sep=;\r\na;b,c\r\n')).rows).toEqual([['a', 'b,c']]);
  expect((await csv('name\nO"Brien\n')).rows).toEqual([['name'], ['O"Brien']]);
});

test('CSV: UTF-8 with and without mark, UTF-16 either way, and old Windows text', async () => {
  const text = 'जिला,नाम\r\nधनबाद,राँची\r\n';
  const rows = [['जिला', 'नाम'], ['धनबाद', 'राँची']];
  const little = new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  for (const bytes of [utf8(text), utf8(`\uFEFF${text}`), little, new Uint8Array(Buffer.from(little).swap16())]) expect((await csv(bytes)).rows).toEqual(rows);
  expect((await csv(new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x2c, 0x93, 0x41, 0x94]))).rows).toEqual([['Café', '“A”']]);
});

test('XLSX: numbers, codes, formulas, dates, errors and rich text as a person reads them', async () => {
  const workbook = new Workbook();
  const hidden = workbook.addWorksheet('Hidden', { state: 'hidden' });
  hidden.addRow(['not this']);
  workbook.addWorksheet('Empty');
  const sheet = workbook.addWorksheet('बूथ');
  sheet.getRow(2).values = ['Code', 'Name', 'Electors', 'Lat', 'Day', 'Sum', 'Padded', 'Rich'];
  sheet.getRow(5).values = ['00324', 'धनबाद', 1_500_000, 0.000_001_5, new Date(Date.UTC(2022, 3, 18)), { formula: 'C5*2', result: 3_000_000 }, 2590,
    { richText: [{ text: 'Bagh' }, { text: 'mara & <b>', font: { bold: true } }] }];
  sheet.getCell('G5').numFmt = '00000';
  sheet.getCell('E5').numFmt = 'dd-mm-yyyy';
  sheet.getRow(6).values = ['1', { error: '#REF!' }, 1e21, 23.1, true, { formula: 'A1', result: 'text' }];
  sheet.mergeCells('A7:A8');
  sheet.getCell('A7').value = 'merged';
  sheet.getCell('B8').value = '=1+1';
  const table = await readTableBytes('x.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
  expect(table).toEqual({
    sheetName: 'बूथ',
    rows: [
      ['Code', 'Name', 'Electors', 'Lat', 'Day', 'Sum', 'Padded', 'Rich'],
      ['00324', 'धनबाद', '1500000', '0.0000015', '2022-04-18', '3000000', '02590', 'Baghmara & <b>'],
      ['1', '', '1000000000000000000000', '23.1', 'TRUE', 'text'],
      ['merged'],
      ['merged', '=1+1'],
    ],
    rowNumbers: [2, 5, 6, 7, 8],
    // F5 and F6.
    formulas: new Set(['5:5', '6:5']),
  });
});

test('XLSX from other writers: no addresses, inline text in runs, prefixes, escaped characters, the system of 1904', async () => {
  const bytes = await book('<row><c t="inlineStr"><is><r><t>Bagh</t></r><r><t>mara</t></r><rPh><t>no</t></rPh></is></c><c><v>1.5E3</v></c></row><row r="9"><c r="C9" t="str"><f>X()</f><v>a_x000D_b</v></c></row>');
  expect(await readTableBytes('x', bytes)).toMatchObject({ rows: [['Baghmara', '1500'], ['', '', 'a\rb']], rowNumbers: [1, 9] });
  const prefixed = await book('', { 'xl/worksheets/sheet1.xml': '<x:worksheet xmlns:x="y"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>' });
  expect((await readTableBytes('x', prefixed)).rows).toEqual([['7']]);
  const old = await book('<row r="1"><c r="A1" s="0"><v>43207</v></c></row>', {
    'xl/workbook.xml': '<workbook><workbookPr date1904="1"/><sheets><sheet name="One" r:id="rId1"/></sheets></workbook>',
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
  });
  expect((await readTableBytes('x', old)).rows).toEqual([['2022-04-18']]);
});

test('what is no sheet is refused by name', async () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  expect(await refusal(csv(new Uint8Array([...ole, ...new Uint8Array(600)])))).toBe('import.oldExcel {}');
  expect(await refusal(csv(new Uint8Array([...ole, ...new Uint8Array(600), ...Buffer.from('EncryptedPackage', 'utf16le')])))).toBe('import.notReadable {"format":"encrypted"}');
  expect(await refusal(csv('%PDF-1.7'))).toBe('import.notReadable {"format":"pdf"}');
  expect(await refusal(csv('\uFEFF <html><table>'))).toBe('import.notReadable {"format":"html"}');
  expect(await refusal(csv(new Uint8Array([1, 2, 0, 3])))).toBe('import.notReadable {"format":"binary"}');
  expect(await refusal(csv(new Uint8Array()))).toBe('import.empty {}');
  expect(await refusal(csv('\r\n ,,\r\n'))).toBe('import.empty {}');
  expect(await refusal(csv('PK not a zip at all'))).toBe('import.notReadable {"format":"xlsx"}');
  expect(await refusal(csv('a,b\n"never closed,1\n2,3\n'))).toBe('import.notReadable {"format":"csv","row":2}');
  expect(await refusal(readTableBytes('x', await zip().add('a.txt', 'hello').bytes()))).toBe('import.notReadable {"format":"zip"}');
  const locked = await book('<row/>');
  changeDirectory(locked, 'sheet1', (view, at) => view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true));
  expect(await refusal(readTableBytes('x', locked))).toBe('import.notReadable {"format":"encrypted"}');
  expect(await refusal(readTableBytes('x', await book('')))).toBe('import.empty {}');
  expect(await refusal(readTableBytes('x', await book('<row><c></row>')))).toBe('import.notReadable {"format":"xlsx"}');
  const cut = await book('<row r="1"><c r="A1"><v>1</v></c></row>');
  expect(await refusal(readTableBytes('x', cut.subarray(0, cut.length - 40)))).toBe('import.notReadable {"format":"xlsx"}');
});

test('what is too large is refused, a zip bomb before it is unpacked', async () => {
  expect(await refusal(csv('a,b\n1,2\n', { fileBytes: 7 }))).toBe('import.tooLarge {"limit":7,"size":8}');
  expect(await refusal(csv('a\n1\n\n2\n', { rows: 2 }))).toBe('import.tooManyRows {"limit":2}');
  expect((await csv('a\n1\n\n\n', { rows: 2 })).rows).toHaveLength(2);
  expect(await refusal(csv('a,b,c\n', { columns: 2 }))).toBe('import.tooManyColumns {"limit":2,"rowNumber":1}');
  expect((await csv('a,b,,,\n', { columns: 2 })).rows).toEqual([['a', 'b']]);
  expect(await refusal(csv('abcdef\n', { cellCharacters: 5 }))).toBe('import.cellTooLong {"limit":5,"rowNumber":1}');

  const bomb = await book('<row/>', { 'xl/media/zeros.bin': '0'.repeat(3_000_000) });
  expect(bomb.length).toBeLessThan(10_000);
  expect(await refusal(readTableBytes('x', bomb, { unpackedBytes: 2_000_000 }))).toBe('import.zipBomb {"limit":2000000}');
  expect(await refusal(readTableBytes('x', await book('<row r="1"><c r="ZZ1"><v>1</v></c></row>')))).toBe('import.tooManyColumns {"limit":200,"rowNumber":1}');
});

test('a directory that lies about a part does not get it unpacked', async () => {
  const bytes = await book(`<row r="1"><c r="A1" t="str"><v>${'a'.repeat(2_000_000)}</v></c></row>`);
  changeDirectory(bytes, 'sheet1', (view, at) => view.setUint32(at + 24, 1000, true));
  expect(await refusal(readTableBytes('x', bytes))).toMatch(/^import\.zipBomb/);
});

test('a file is read from its path, and one too large is not read at all', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'sangathan-')), 'ब्लॉक.csv');
  await writeFile(path, 'a,b\n1,2\n');
  expect(await readTable(path)).toMatchObject({ sheetName: 'ब्लॉक', rows: [['a', 'b'], ['1', '2']] });
  expect(await refusal(readTable(path, { fileBytes: 4 }))).toBe('import.tooLarge {"limit":4,"size":8}');
});
