// A flat sheet comes in, in the window and in Hindi: guessed columns, a preview with its bad rows, the import, and its undo.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seriousFindings } from '../help/axe.ts';
import { ask, goTo, openSample } from '../help/journey.ts';
import type { LaunchedApp } from '../help/launch.ts';

let app: LaunchedApp;
let folder: string;

/** A title above the head, three districts (one of them new), rows without a district and with a word for a number. */
function flatSheet(): string {
  const lines = ['List of the organisation,,,,', ',,,,', 'District,District (Hindi),Block,Panchayat,Electors'];
  for (const [district, hindi] of [['Dhanbad', 'धनबाद'], ['Giridih', 'गिरिडीह'], ['New Town', 'नया नगर']]) {
    for (let block = 1; block <= 3; block++) {
      for (let panchayat = 1; panchayat <= 20; panchayat++) lines.push(`${district},${hindi},Area ${block},Village ${panchayat},${1000 + panchayat}`);
    }
  }
  lines[5] = ',,Area 1,Village 3,1003';
  lines[9] = 'Dhanbad,धनबाद,Area 1,Village 7,many';
  return `${lines.join('\n')}\n`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sangathan-import-'));
  writeFileSync(join(folder, 'list.csv'), flatSheet());
  writeFileSync(join(folder, 'old.xls'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
  app = await openSample({ language: 'hi', theme: 'light' });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const counts = async () => Object.fromEntries((await ask(app.page, 'units.counts', { id: null })).map(({ levelId, units }) => [levelId, units]));
const button = (name: string | RegExp) => app.page.getByRole('button', { name });

it('refuses an old Excel file in words, and goes no further', async () => {
  await goTo(app.page, 'आयात');
  app.answerOpen(join(folder, 'old.xls'));
  await button('शीट चुनें').click();
  await app.page.getByText('पुरानी एक्सेल फ़ाइल').waitFor();
  expect(await button('शीट चुनें').isVisible()).toBe(true);
});

it('shows the first rows with a guess above each column, which can be changed', async () => {
  const { page } = app;
  app.answerOpen(join(folder, 'list.csv'));
  await button('शीट चुनें').click();
  const meaning = (column: string) => page.getByLabel(`कॉलम ${column} में क्या है`);
  await meaning('A').waitFor();
  const said = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((column) => meaning(column).inputValue()));
  expect(said).toEqual(['name:district', 'nameHi:district', 'name:block', 'name:panchayat', 'electors']);
  expect(await page.getByRole('row', { name: /^3 District/ }).count()).toBe(1);

  for (const column of ['A', 'B', 'C', 'D']) await meaning(column).selectOption('');
  await page.getByText('कम से कम एक कॉलम के लिए बताएँ').waitFor();
  expect(await button('पंक्तियाँ जाँचें').isDisabled()).toBe(true);
  for (const [at, column] of ['A', 'B', 'C', 'D'].entries()) await meaning(column).selectOption(said[at]!);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('import-columns');
});

it('previews counts and bad rows and changes nothing', async () => {
  const { page } = app;
  const before = await counts();
  await button('पंक्तियाँ जाँचें').click();
  // 1 district, 9 blocks, 178 panchayats: two rows are bad, and both are in Area 1 of Dhanbad, which other rows make.
  await page.getByText('झारखंड के नीचे 188 इकाइयाँ जुड़ेंगी।').waitFor();
  await page.getByText('2 पंक्तियाँ छोड़ी जा रही हैं', { exact: false }).waitFor();
  const bad = page.getByRole('table', { name: 'छोड़ी गई पंक्तियाँ' });
  expect(await bad.getByRole('row').nth(1).innerText()).toMatch(/6\s+District\s+ऊपर का कोई स्तर खाली है\s+\(खाली\)/);
  expect(await bad.getByRole('row').nth(2).innerText()).toMatch(/10\s+Electors\s+यह संख्या नहीं है\s+many/);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('import-preview');
  expect(await counts()).toEqual(before);
});

it('narrows the bad rows to one cause', async () => {
  await app.page.getByText('यह संख्या नहीं है · 1').click();
  await expect.poll(() => app.page.getByRole('table', { name: 'छोड़ी गई पंक्तियाँ' }).getByRole('row').count()).toBe(2);
});

it('adds the units in one step, and takes them all back in one', async () => {
  const { page } = app;
  const before = await counts();
  await button('छोड़ी गई पंक्तियों के बिना 188 इकाइयाँ जोड़ें').click();
  await page.getByText('झारखंड के नीचे 188 इकाइयाँ जुड़ीं।').waitFor();
  expect(await counts()).toEqual({ ...before, district: before['district']! + 1, block: before['block']! + 9, panchayat: before['panchayat']! + 178 });
  const dhanbad = (await ask(page, 'units.search', { text: 'Area 1', kinds: ['unit'] })).map(({ withinEn }) => withinEn);
  expect(dhanbad.some((within) => within.includes('Dhanbad'))).toBe(true);
  await app.screenshot('import-done');

  await button('आयात वापस लें').click();
  await page.getByText('आयात वापस लिया गया').waitFor();
  expect(await counts()).toEqual(before);
  expect(app.problems).toEqual([]);
});

/** The blocks of Bokaro and Dhanbad as a later list has them: one called otherwise, one moved, one missing, one new. */
async function newerBlocks(): Promise<string> {
  const lines = ['District Code,District Name,Block Code,Block Name'];
  for (const name of ['Bokaro', 'Dhanbad']) {
    const district = (await ask(app.page, 'units.search', { text: name, kinds: ['unit'], limit: 20 })).find(({ levelId, nameEn }) => levelId === 'district' && nameEn === name)!;
    const { code } = await ask(app.page, 'units.get', { id: district.id });
    for (const block of (await ask(app.page, 'units.children', { parentId: district.id, limit: 500 })).rows) {
      if (block.levelId !== 'block' || block.nameEn === 'Tundi') continue;
      const renamed = block.nameEn === 'Bermo' ? 'Bermo Nagar' : block.nameEn;
      lines.push(block.nameEn === 'Chas' ? `349,Dhanbad,${block.code},Chas` : `${code},${name},${block.code},${renamed}`);
    }
    if (name === 'Dhanbad') {
      lines.push(`${code},Dhanbad,99001,Sindri`);
      lines.forEach((line, at) => { lines[at] = line.replace('349,Dhanbad', `${code},Dhanbad`); });
    }
  }
  return lines.join('\n');
}

it('compares a newer list with the tree and takes over what is ticked, line by line', async () => {
  const { page } = app;
  const before = await counts();
  writeFileSync(join(folder, 'newer.csv'), await newerBlocks());
  await button('दूसरी शीट आयात करें').click();
  app.answerOpen(join(folder, 'newer.csv'));
  await button('शीट चुनें').click();
  await page.getByLabel('कॉलम A में क्या है').waitFor();
  await button('पंक्तियाँ जाँचें').click();
  await page.getByRole('button', { name: /दूसरे नाम/ }).click();
  const names = page.getByRole('table', { name: 'दूसरे नाम' });
  await names.getByText('Bermo Nagar').waitFor();
  await app.screenshot('import-newer-names');
  await page.getByRole('button', { name: /दूसरी जगह/ }).click();
  await page.getByRole('table', { name: 'दूसरी जगह' }).getByText('धनबाद').waitFor();
  await page.getByRole('button', { name: /अब शीट में नहीं/ }).click();
  await page.getByRole('checkbox', { name: 'लें: अब शीट में नहीं' }).check();
  const gone = page.getByRole('table', { name: 'अब शीट में नहीं' });
  // The other 22 districts are not in the sheet: nobody closes them by one tick.
  expect(await gone.getByRole('checkbox', { name: /चतरा/ }).isChecked()).toBe(false);
  await gone.getByRole('rowgroup').evaluate((list) => { list.scrollTop = list.scrollHeight; });
  expect(await gone.getByRole('checkbox', { name: /टुंडी/ }).isChecked()).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await app.screenshot('import-newer-gone');
  await button(/बदलाव लें$/).click();
  await page.getByText('साथ में:', { exact: false }).waitFor();
  await app.screenshot('import-newer-done');
  expect((await ask(page, 'units.search', { text: 'Bermo Nagar', kinds: ['unit'] }))[0]).toMatchObject({ nameEn: 'Bermo Nagar' });
  // One block is closed, one is new.
  expect(await counts()).toMatchObject({ block: before['block'] });
  await button('आयात वापस लें').click();
  await page.getByText('आयात वापस लिया गया').waitFor();
  expect(await counts()).toEqual(before);
  expect(app.problems).toEqual([]);
});
