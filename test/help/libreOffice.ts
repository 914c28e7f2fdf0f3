// LibreOffice as a coordinator uses it: opens a sheet, fills it in, sorts it by another column, saves it as Excel.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** Undefined where none is installed. */
export const libreOffice = ['/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((path) => existsSync(path));

/** In StarBasic: every row with a mark gets its own row number as figure, then all rows are sorted by a column, downwards. */
const module = (columns: { value: number; mark: number; sortBy: number }) => `Sub Work(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  sheet = doc.Sheets.getByIndex(0)
  sheet.unprotect("")
  first = -1
  last = -1
  For row = 0 To 2500
    mark = sheet.getCellByPosition(${columns.mark}, row).String
    If Left(mark, 5) = "S1|r|" Then
      If first = -1 Then first = row
      last = row
      sheet.getCellByPosition(${columns.value}, row).Value = 1000 + row
    End If
  Next row
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = ${columns.sortBy}
  fields(0).IsAscending = False
  Dim sorting(1) As New com.sun.star.beans.PropertyValue
  sorting(0).Name = "SortFields"
  sorting(0).Value = fields()
  sorting(1).Name = "ContainsHeader"
  sorting(1).Value = False
  sheet.getCellRangeByPosition(0, first, ${columns.mark}, last).sort(sorting())
  Dim saving(0) As New com.sun.star.beans.PropertyValue
  saving(0).Name = "FilterName"
  saving(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(target, saving())
  doc.close(True)
End Sub
`;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const doctype = (name: string, dtd: string) => `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${dtd}">\n`;

/** Fills every marked row of the first worksheet of `source` with 1000 + its row (from 0), sorts them by `sortBy` downwards, saves to `target`. Columns from 0. */
export async function fillAndSort(source: string, target: string, columns: { value: number; mark: number; sortBy: number }): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'sangathan-office-'));
  try {
    const office = (...rest: string[]) => promisify(execFile)(libreOffice!, [`-env:UserInstallation=${pathToFileURL(profile).href}`, '--headless', '--norestore', ...rest], { timeout: 120_000 });
    // The first start lays out the profile, and would lay its own library over ours.
    await office('--terminate_after_init');
    const basic = join(profile, 'user/basic');
    mkdirSync(join(basic, 'Standard'), { recursive: true });
    writeFileSync(join(basic, 'Standard/Filling.xba'), `${doctype('script:module', 'module.dtd')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Filling" script:language="StarBasic">${escaped(module(columns))}</script:module>`);
    writeFileSync(join(basic, 'Standard/script.xlb'), `${doctype('library:library', 'library.dtd')}<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Filling"/></library:library>`);
    await office(`macro:///Standard.Filling.Work("${pathToFileURL(source).href}","${pathToFileURL(target).href}")`);
    if (!existsSync(target)) throw new Error('LibreOffice saved nothing');
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
