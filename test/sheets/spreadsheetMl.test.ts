// SpreadsheetML and XML in general: what portals write is read, what would harm is refused.
import { expect, test } from 'vitest';
import { readTableBytes } from '../../electron/sheets/readTable.ts';
import { BadXml, walkXml } from '../../electron/sheets/walkXml.ts';
import { AppError } from '../../shared/errors.ts';

const head = '<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">';
const book = (rows: string): string => `${head}<Worksheet ss:Name="Sheet1"><Table>${rows}</Table></Worksheet></Workbook>`;
const read = (text: string | Uint8Array, limits = {}) => readTableBytes('list.xls', typeof text === 'string' ? new TextEncoder().encode(text) : text, limits);
const cells = (...texts: string[]): string => `<Row>${texts.map((text) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`).join('')}</Row>`;

async function refusal(reading: Promise<unknown>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${JSON.stringify(error.detail)}`;
    throw error;
  }
  return 'read';
}

test('cells by index, merged across and down, numbers, days, errors, formulas and comments', async () => {
  const table = await read(book(`
    <Row><Cell ss:MergeDown="1"><Data ss:Type="String">District</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Name</Data></Cell><Cell ss:Index="5"><Data ss:Type="String">Day</Data></Cell></Row>
    <Row><Cell><Data ss:Type="String">(En)</Data></Cell><Cell><Data ss:Type="String">(Hi)</Data></Cell></Row>
    <Row ss:Index="9"><Cell ss:Formula="=1+1"><Data ss:Type="Number">354</Data></Cell><Cell><Data ss:Type="String">A &amp; B &#2352;</Data><Comment><ss:Data>not this</ss:Data></Comment></Cell>
      <Cell><Data ss:Type="Error">#REF!</Data></Cell><Cell ss:Index="5"><Data ss:Type="DateTime">2026-09-23T00:00:00.000</Data></Cell></Row>`));
  expect(table).toMatchObject({ rows: [['District', 'Name', '', '', 'Day'], ['District', '(En)', '(Hi)'], ['354', 'A & B र', '', '', '2026-09-23']], rowNumbers: [1, 2, 9] });
});

test('a name merged over several rows stands in each, a number left of names too; a sum at the right is not repeated', async () => {
  const table = await read(book(`
    <Row><Cell ss:MergeDown="2"><Data ss:Type="Number">38</Data></Cell><Cell ss:MergeDown="2"><Data ss:Type="String">Sindri</Data></Cell><Cell><Data ss:Type="String">A</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="Number">900</Data></Cell></Row>
    <Row><Cell ss:Index="3"><Data ss:Type="String">B</Data></Cell></Row><Row><Cell ss:Index="3"><Data ss:Type="String">C</Data></Cell></Row><Row><Cell ss:Index="3"><Data ss:Type="String">D</Data></Cell></Row>`));
  expect(table.rows).toEqual([['38', 'Sindri', 'A', '900'], ['38', 'Sindri', 'B'], ['38', 'Sindri', 'C'], ['', '', 'D']]);
});

test('in any encoding, with prefixes, and from the first sheet that holds something', async () => {
  const prefixed = `<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Worksheet ss:Name="Empty"><ss:Table/></ss:Worksheet><ss:Worksheet ss:Name="बूथ"><ss:Table>
    <ss:Row><ss:Cell><ss:Data ss:Type="String">राँची</ss:Data></ss:Cell></ss:Row></ss:Table></ss:Worksheet></ss:Workbook>`;
  for (const bytes of [Buffer.from(prefixed), Buffer.from(`\uFEFF${prefixed}`), Buffer.from(`\uFEFF${prefixed}`, 'utf16le'), Buffer.from(`\uFEFF${prefixed}`, 'utf16le').swap16()]) {
    expect(await read(new Uint8Array(bytes))).toEqual({ sheetName: 'बूथ', rows: [['राँची']], rowNumbers: [1] });
  }
});

test('no document type, no entity of its own, no endless depth, nothing broken off, no false giant', async () => {
  expect(await refusal(read(book(cells('a')).replace('?>', '?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>')))).toBe('import.notReadable {"format":"doctype"}');
  expect((await read(book(cells('&b;&lt;')))).rows).toEqual([['&b;<']]);
  expect(await refusal(read(`${head}${'<a>'.repeat(500)}`))).toBe('import.notReadable {"format":"xmlBroken"}');
  expect(await refusal(read(book(cells('a')).slice(0, -40)))).toBe('import.notReadable {"format":"xmlBroken"}');
  expect(await refusal(read(book('<Row><Cell></Row>')))).toBe('import.notReadable {"format":"xmlBroken"}');
  expect(await refusal(read(book('<Row ss:Index="99999999"><Cell><Data>a</Data></Cell></Row>')))).toBe('import.notReadable {"format":"xmlBroken"}');
  expect(await refusal(read(book('<Row><Cell ss:Index="500"><Data>a</Data></Cell></Row>')))).toBe('import.tooManyColumns {"limit":200,"rowNumber":1}');
  expect(await refusal(read(book(cells('x'.repeat(30_000)))))).toBe('import.cellTooLong {"limit":10000,"rowNumber":1}');
  expect(await refusal(read(book('')))).toBe('import.empty {}');
  expect((await read(book(`<Row><Cell ss:MergeDown="999999999"><Data>a</Data></Cell></Row>${'<Row/>'.repeat(1000)}<Row><Cell><Data>b</Data></Cell></Row>`))).rows).toEqual([['a'], ['a', 'b']]);
  expect(await refusal(read(book('<Row><Cell ss:MergeAcross="999999999"><Data>a</Data></Cell><Cell><Data>b</Data></Cell></Row>')))).toBe('import.tooManyColumns {"limit":200,"rowNumber":1}');
  expect(await refusal(read('<?xml version="1.0"?><note>hello</note>'))).toBe('import.notReadable {"format":"xml"}');
  expect(await refusal(read('<?xml version="1.0"?><html><table></table></html>'))).toBe('import.notReadable {"format":"html"}');
});

test('pieces of any size give the same, and a tag that never ends is refused', () => {
  const events = (bytes: Uint8Array): string[] => {
    const seen: string[] = [];
    walkXml(bytes, 'utf-8', { open: (name, at) => seen.push(`<${name} ${JSON.stringify(at)}`), text: (text) => seen.push(text), close: (name) => seen.push(`/${name}`) });
    return seen;
  };
  expect(events(new TextEncoder().encode('<a b="1 > 0" c=\'"\'><!-- <x> --><x:d/>t<![CDATA[<&>]]></a>'))).toEqual(['<a {"b":"1 > 0","c":"\\""}', '<d {}', '/d', 't', '<&>', '/a']);
  expect(() => events(new TextEncoder().encode(`<a b="${'x'.repeat(5_000_000)}`))).toThrow(BadXml);
  expect(() => events(new TextEncoder().encode('<a></b>'))).toThrow(BadXml);
  expect(() => events(new TextEncoder().encode('<a/><b/>'))).toThrow(BadXml);
});

test('what is no sheet is named: pictures, packed folders, text documents, old and locked workbooks', async () => {
  const bytes = (...values: number[]): Uint8Array => new Uint8Array([...values, ...Array.from({ length: 40 }, () => 1)]);
  expect(await refusal(read(bytes(0x89, 0x50, 0x4e, 0x47)))).toBe('import.notReadable {"format":"image"}');
  expect(await refusal(read(bytes(0x52, 0x61, 0x72, 0x21)))).toBe('import.notReadable {"format":"rar"}');
  expect(await refusal(read('{\\rtf1\\ansi a,b'))).toBe('import.notReadable {"format":"rtf"}');
  expect(await refusal(read(bytes(0xd0, 0xcf, 0x11, 0xe0)))).toBe('import.oldExcel {}');
  expect(await refusal(read('<!-- saved --><table><tr><td>1</td></tr></table>'))).toBe('import.notReadable {"format":"html"}');
});

test('a long sheet takes time by its length and no more: a search to the end for every tag would never come back', async () => {
  const rows = Array.from({ length: 40_000 }, (_, at) => cells(`Block ${at}`, 'It\'s', String(at))).join('\n');
  let told = 0;
  const table = await readTableBytes('long.xls', new TextEncoder().encode(book(rows)), { report: () => { told++; } });
  expect(table.rows).toHaveLength(40_000);
  expect(told).toBeGreaterThan(3);
  await expect(readTableBytes('long.xls', new TextEncoder().encode(book(rows)), { report: () => { throw new AppError('job.cancelled'); } })).rejects.toMatchObject({ code: 'job.cancelled' });
});
