// What the person says of the columns comes back as the mapping it was guessed as, and never says one thing of two columns.
import { expect, test } from 'vitest';
import { draftOf, mappingOf, withForm, withRole } from '../../renderer/features/importing/draft.ts';
import type { ImportMapping } from '../../shared/model/importing.ts';

const byLevels: ImportMapping = {
  form: 'levels', headerRow: 2, extras: { electors: 5, seatNumber: 3, partNumber: 4 },
  columns: [{ column: 0, role: 'name', levelId: 'district' }, { column: 1, role: 'nameHi', levelId: 'district' }, { column: 2, role: 'code', levelId: 'block' }, { column: 4, role: 'name', levelId: 'booth' }],
};
const byCodes: ImportMapping = { form: 'parentCode', headerRow: 0, code: 1, parentCode: 0, level: 2, nameEn: 3, nameHi: 4, extras: { lat: 5, lon: 6 } };

test('a guess left as it is gives the same mapping, also where one column is part number and name', () => {
  expect(mappingOf(draftOf(byLevels, 6))).toEqual({ mapping: byLevels });
  expect(mappingOf(draftOf(byCodes, 7))).toEqual({ mapping: byCodes });
});

test('a role given to one column is taken from the other', () => {
  const draft = withRole(draftOf(byLevels, 6), 5, 'name:district');
  expect(draft.roles).toEqual(['', 'nameHi:district', 'code:block', 'seatNumber', 'partName:booth', 'name:district']);
  expect(withRole(draft, 0, 'partNumber').roles[4]).toBe('');
  expect(withRole(withRole(draft, 0, 'name:booth'), 1, 'partName:booth').roles.slice(0, 2)).toEqual(['', 'partName:booth']);
});

test('says what is missing before anything is sent', () => {
  expect(mappingOf(draftOf(null, 3))).toEqual({ missing: 'level' });
  const coded = withForm(draftOf(byLevels, 6), 'parentCode');
  expect(coded.roles).toEqual(['', '', '', 'seatNumber', '', 'electors']);
  expect(mappingOf(coded)).toEqual({ missing: 'ownCode' });
  const roles = ['ownCode', 'parentCode', 'level'].reduce((draft, role, column) => withRole(draft, column, role), coded);
  expect(mappingOf(roles)).toEqual({ missing: 'ownName' });
});
