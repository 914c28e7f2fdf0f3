// The columns with which a unit is shown in any list: its sums and counts joined on.
import type { UnitRow } from '../../shared/model/unit.ts';

/** Needs `unit` in the FROM; add `unitJoins` behind it. */
export const unitColumns = `unit.id, unit.parentId, unit.levelId, unit.nameEn, unit.nameHi, unit.nameHiProposed, unit.code, unit.demonstration, unit.closedDay,
  COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors, COALESCE(sums.children, 0) AS children,
  CASE WHEN unit.levelId = 'booth' THEN 1 ELSE COALESCE(booths.units, 0) END AS booths`;

export const unitJoins = `LEFT JOIN unitSum AS sums ON sums.unitId = unit.id
  LEFT JOIN tally AS booths ON booths.unitId = unit.id AND booths.levelId = 'booth'`;

export type StoredUnitRow = Omit<UnitRow, 'demonstration' | 'nameHiProposed'> & { demonstration: number; nameHiProposed: number };

export function asUnitRow<Row extends StoredUnitRow>(row: Row): Omit<Row, 'demonstration' | 'nameHiProposed'> & { demonstration: boolean; nameHiProposed: boolean } {
  return { ...row, demonstration: row.demonstration === 1, nameHiProposed: row.nameHiProposed === 1 };
}

/** One sort key: part number, then the name as shown without its last number, then that number: Ward 2 before Ward 10. Put ASC or DESC behind it. */
export function byName(language: 'en' | 'hi'): string {
  const name = language === 'hi' ? 'COALESCE(unit.nameHi, unit.nameEn)' : 'unit.nameEn';
  const stem = `rtrim(${name}, '0123456789')`;
  return `printf('%06d', COALESCE(CAST(unit.partNumber AS INTEGER), 0)) || lower(${stem}) || printf('%012d', CAST(substr(${name}, length(${stem}) + 1) AS INTEGER))`;
}
