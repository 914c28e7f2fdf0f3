// The table of an assignment sheet: a line per unit with its counts and target, and room to write in what was achieved.
import type { MetricKind } from '../../../shared/model/programme.ts';
import type { SheetCell, SheetColumn, SheetSection, Text } from '../../../shared/model/sheet.ts';
import type { UnitsOfClass } from './unitsInClass.ts';
import type { SheetLevel, SheetUnit } from './unitsBelow.ts';
import { joined, nameOf, same, t } from './wording.ts';

interface TableOf {
  heading: Text;
  note?: Text;
  units: readonly SheetUnit[];
  levels: ReadonlyMap<string, SheetLevel>;
  generations: readonly SheetLevel[][];
  metricKind: MetricKind;
  /** Asked of a unit is also what the units below it add up to: so its lines add up to a class's sum. */
  asked?: boolean;
  /** The lines, under heads of classes; `units` is then every unit once, for the totals. */
  classes?: readonly UnitsOfClass[] | null;
  /** Whose table it is: with it a workbook can be filled in and come back. */
  asks: { programmeId: string; metricId: string; unitId: string; revision: number };
}

type Column = SheetColumn & { cell(unit: SheetUnit, index: number): SheetCell; total: 'sum' | Text | null };

const plural = (level: SheetLevel): Text => t(level.pluralHi, level.pluralEn);
const nameInClass = (unit: SheetUnit): Text => (unit.partly ? joined([nameOf(unit), t('(भाग)', '(part)')], ' ') : nameOf(unit));
const seatOf = (unit: SheetUnit): Text => joined([unit.seatEn === null ? same('') : nameOf({ nameEn: unit.seatEn, nameHi: unit.seatHi }), same(unit.partNumber ?? '')], ' · ');

/** Sums only what can be added: shares cannot, and a column without any figure has no sum. */
function totalOf(column: Column, units: readonly SheetUnit[]): SheetCell {
  if (column.total !== 'sum') return column.total;
  const figures = units.map((unit, index) => column.cell(unit, index)).filter((cell) => typeof cell === 'number');
  return figures.length === 0 ? null : figures.reduce((sum, n) => sum + n, 0);
}

/** A head names its class, and adds up its lines. */
function headsOf(columns: readonly Column[], classes: readonly UnitsOfClass[]): NonNullable<SheetSection['heads']> {
  let before = 0;
  return classes.map(({ label, units }) => {
    const cells = columns.map((column) => (column.key === 'name' ? label : column.total === 'sum' ? totalOf(column, units) : null));
    const head = { before, cells };
    before += units.length;
    return head;
  });
}

export function targetTable({ heading, note, units, levels, generations, metricKind, asked = false, classes = null, asks }: TableOf): SheetSection {
  const kinds = [...new Set(units.map((unit) => unit.levelId))].map((id) => levels.get(id)).filter((level) => level !== undefined);
  const nameLabel = kinds.length === 0 ? t('इकाई', 'Unit') : joined(kinds.map(nameOf), ' / ');
  const booths = units.some((unit) => unit.levelId === 'booth');
  const columns: Column[] = [
    { key: 'no', label: t('क्र.', 'No.'), kind: 'number', width: 5, cell: (_, index) => index + 1, total: null },
    { key: 'name', label: nameLabel, kind: 'text', width: 19, cell: nameInClass, total: t('कुल', 'Total') },
  ];
  if (units.some((unit) => unit.within !== null && unit.within.hi !== '')) columns.push({ key: 'within', label: t('कहाँ', 'Within'), kind: 'text', width: 18, cell: (unit) => unit.within, total: null });
  if (kinds.length > 1) columns.push({ key: 'level', label: t('स्तर', 'Level'), kind: 'text', width: 9, cell: (unit) => nameOf(levels.get(unit.levelId)!), total: null });
  if (booths) columns.push({ key: 'seat', label: t('विधानसभा क्षेत्र · भाग', 'Assembly seat · part'), kind: 'text', width: 18, cell: seatOf, total: null });
  for (const [index, generation] of generations.entries()) {
    columns.push({
      key: `count${index}`, label: joined(generation.map(plural), ' / '), kind: 'number', width: 11, total: 'sum',
      cell: (unit) => generation.reduce((sum, level) => sum + (unit.counts.get(level.id) ?? 0), 0),
    });
  }
  const boothLevel = levels.get('booth');
  if (boothLevel && units.some((unit) => unit.counts.has('booth'))) {
    columns.push({ key: 'booths', label: plural(boothLevel), kind: 'number', width: 8, cell: (unit) => unit.counts.get('booth') ?? 0, total: 'sum' });
  }
  const share = metricKind === 'share';
  columns.push(
    { key: 'electors', label: t('मतदाता', 'Electors'), kind: 'number', width: 12, cell: (unit) => unit.electors, total: 'sum' },
    { key: 'target', label: share ? t('लक्ष्य (%)', 'Target (%)') : t('लक्ष्य', 'Target'), kind: 'number', width: 11, cell: (unit) => (asked ? unit.asked : unit.target), total: share ? null : 'sum' },
    { key: 'achieved', label: t('उपलब्धि', 'Achieved'), kind: 'blank', width: 12, cell: () => null, total: null },
    { key: 'remarks', label: t('टिप्पणी', 'Remarks'), kind: 'blank', width: 16, cell: () => null, total: null },
  );
  return {
    heading, note,
    columns: columns.map(({ key, label, kind, width }) => ({ key, label, kind, width })),
    rows: (classes ?? [{ units }]).flatMap((one) => one.units.map((unit, index) => columns.map((column) => column.cell(unit, index)))),
    returns: { ...asks, rows: (classes ?? [{ units }]).flatMap((one) => one.units.map((unit) => (unit.partly ? null : { unitId: unit.id, revision: unit.revision }))) },
    heads: classes === null ? undefined : headsOf(columns, classes),
    totals: units.length > 0 ? columns.map((column) => totalOf(column, units)) : undefined,
  };
}
