// One model, three renderings: what is in the file is what the model says, in Hindi, and hostile text stays text.
import { Workbook } from '@cj-tech-master/excelts';
import { unzip } from '@cj-tech-master/excelts/archive';
import { expect, test } from 'vitest';
import { readTableBytes } from '../../electron/sheets/readTable.ts';
import { sheetCsv } from '../../electron/sheets/sheetCsv.ts';
import { sheetHtml } from '../../electron/sheets/sheetHtml.tsx';
import { sheetXlsx } from '../../electron/sheets/sheetXlsx.ts';
import { SheetModel } from '../../shared/model/sheet.ts';
import type { Text } from '../../shared/model/sheet.ts';
import { assignment, tour } from './samples.ts';

const fonts = { fontsBase: 'app://sangathan/fonts' };
const bad = (text: string): Text => ({ en: text, hi: text });
const attacks = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '＝1+1', '  =1', '"quoted", and more', '<script>alert(1)</script>', '</style><img src=x onerror=1>'];
const column = (key: string, kind: 'text' | 'blank' | 'number') => ({ key, label: bad(key), kind, width: 1 });
const hostile: SheetModel = {
  ...assignment, title: bad('</title><script>alert(2)</script>'), footer: bad('"; } </style><script>alert(3)</script> \\'),
  sections: [{ heading: bad('a/b:c*[d]?'), columns: [column('name', 'text'), column('number', 'number'), column('fill', 'blank')], rows: attacks.map((text, index) => [bad(text), -index, null]) }],
};

test('the samples are what the model allows', () => {
  for (const model of [assignment, tour, hostile]) expect(SheetModel.parse(model)).toEqual(model);
});

test('XLSX comes back through the reader with every name and number of the model', async () => {
  const table = await readTableBytes('x.xlsx', await sheetXlsx(assignment, 'hi'));
  expect(table.sheetName).toBe('प्रखंडवार लक्ष्य');
  expect(table.rows[0]).toEqual(['दायित्व पत्र: जिला धनबाद']);
  expect(table.rows[2]).toEqual(['क्र.', 'प्रखंड', 'पंचायत', 'बूथ', 'लक्ष्य', 'बूथों का योग', 'उपलब्धि', 'टिप्पणी']);
  expect(table.rows[3]).toEqual(['1', 'बाघमारा', '61', '412', '20910', '20904']);
  expect(table.rows[13]).toEqual(['', 'कुल', '259', '2602', '131900', '131853']);
  expect(table.rowNumbers[3]).toBe(4);
  expect((await readTableBytes('x.xlsx', await sheetXlsx(assignment, 'both'))).rows[3]?.[1]).toBe('बाघमारा\nBaghmara');
});

test('XLSX: numbers are numbers in Indian grouping, only the blanks can be written into, the head stays and repeats', async () => {
  const bytes = await sheetXlsx(assignment, 'en');
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['Targets by block', 'Details']);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.getCell('E4').value).toBe(20_910);
  // Read from the part itself: the package takes the backslashes out when it reads a format back.
  const styles = new TextDecoder().decode((await unzip(bytes).bytes('xl/styles.xml'))!);
  expect(styles).toContain(String.raw`formatCode="[&gt;=10000000]##\,##\,##\,##0;[&gt;=100000]##\,##\,##0;##,##0"`);
  expect(sheet.getCell('G4').protection).toMatchObject({ locked: false });
  expect(sheet.getCell('G4').fill).toMatchObject({ type: 'pattern' });
  expect(sheet.getCell('E4').protection?.locked ?? true).toBe(true);
  expect(sheet.getCell('G14').protection?.locked ?? true).toBe(true);
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
  expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, printTitlesRow: '3:3' });
  expect(workbook.worksheets[1]!.getCell('B4').value).toBe('Membership drive');
});

test('XLSX: the days of a tour stand on one worksheet under one head', async () => {
  const table = await readTableBytes('x.xlsx', await sheetXlsx(tour, 'en'));
  expect(table.rows.filter((row) => row[0] === 'Stop')).toHaveLength(1);
  expect(table.rows.filter((row) => /^\d+ April$/.test(row[0] ?? ''))).toHaveLength(8);
  expect(table.rows.at(-1)?.slice(0, 4)).toEqual(['Ranchi', '17:30', '19:30', '76']);
});

test('XLSX: no text becomes a formula, and Excel accepts the worksheet names', async () => {
  const bytes = await sheetXlsx(hostile, 'hi');
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const sheet = workbook.worksheets[0]!;
  expect(sheet.name).toBe('a b c d');
  attacks.forEach((text, index) => {
    const cell = sheet.getCell(4 + index, 1);
    expect(cell.formula).toBeUndefined();
    expect(cell.value).toBe(text);
    expect(cell.numFmt).toBe('@');
  });
});

test('CSV: mark, CRLF, Hindi, and every dangerous beginning made harmless', async () => {
  const bytes = sheetCsv(assignment, 'hi');
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain('\r\n1,"बाघमारा",61,412,20910,20904,"",""\r\n');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(text).toContain(`"दूरभाष","'+91 98350 00000"`);

  const cells = (await readTableBytes('x.csv', sheetCsv(hostile, 'en'))).rows.flat();
  for (const cell of cells) expect(cell).not.toMatch(/^[=+@\uFF1D]|^-\D/u);
  for (const text of attacks.slice(0, 4)) expect(cells).toContain(`'${text}`);
  expect(cells).toContain('"quoted", and more');
});

test('HTML: hostile text is escaped in the body, the title and the style', () => {
  for (const languages of ['hi', 'en', 'both'] as const) {
    const html = sheetHtml(hostile, languages, fonts);
    expect(html).not.toMatch(/<script|<img/i);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/<\/title>/g)).toHaveLength(1);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  }
  expect(sheetHtml(assignment, 'hi', { fontsBase: 'x"){}</style>' })).not.toContain('x")');
});

test('HTML: languages, Indian numbers, repeated heads, the foot of the page', () => {
  const hindi = sheetHtml(assignment, 'hi', fonts);
  expect(hindi).toContain('<html lang="hi">');
  expect(hindi).toContain('<td class="number">1,31,900</td>');
  expect(hindi).toContain('<td class="text">बाघमारा</td>');
  expect(hindi).not.toContain('Baghmara');
  expect(hindi).toContain('url("app://sangathan/fonts/noto-sans-devanagari-devanagari-400-normal.woff2")');
  expect(hindi).toContain('@page{size:A4 portrait');
  expect(hindi).toContain('thead{display:table-header-group}');
  const both = sheetHtml(assignment, 'both', fonts);
  expect(both).toContain('<td class="text">बाघमारा<span class="second" lang="en">Baghmara</span></td>');
  // What is the same in both languages stands once.
  expect(both.split('+91 98350 00000')).toHaveLength(2);
  expect(sheetHtml(assignment, 'en', fonts)).not.toMatch(/\p{Script=Devanagari}/u);
  expect(sheetHtml(tour, 'en', { ...fonts, orientation: 'landscape' })).toContain('@page{size:A4 landscape');
});
