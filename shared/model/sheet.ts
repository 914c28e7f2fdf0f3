// One sheet as data: what is printed, saved as a workbook or as CSV, and shown on the screen is the same model.
import { z } from 'zod';

/** A text in both languages; where only one is known, both are the same. */
export const Text = z.object({ en: z.string(), hi: z.string() });
export type Text = z.infer<typeof Text>;

/** A number keeps its kind, so that a workbook can add it up; null is a cell that says nothing. */
export const SheetCell = z.union([Text, z.number(), z.null()]);
export type SheetCell = z.infer<typeof SheetCell>;

export const SheetColumn = z.object({
  key: z.string(),
  label: Text,
  /** blank: to be written in by hand. day and time arrive as texts already worded for the reader. */
  kind: z.enum(['text', 'number', 'blank', 'day', 'time']),
  /** Share of the table's width, relative to the other columns. */
  width: z.number().positive(),
  /** A cell that says nothing goes on with the one above it. */
  merge: z.boolean().optional(),
});
export type SheetColumn = z.infer<typeof SheetColumn>;

export const SheetSection = z.object({
  heading: Text,
  note: Text.optional(),
  columns: z.array(SheetColumn).min(1),
  /** Each row has one cell per column, in the order of the columns. */
  rows: z.array(z.array(SheetCell)),
  totals: z.array(SheetCell).optional(),
  /** Heads within the table: each stands before a row (by its place) and has one cell per column, its name and the sums of what follows. */
  heads: z.array(z.object({ before: z.number().int(), cells: z.array(SheetCell) })).optional(),
  /** A workbook of it can be filled in and come back: what each row asks for (null: nothing, it is only a part of its unit). */
  returns: z.object({
    programmeId: z.string(), metricId: z.string(), unitId: z.string(), revision: z.number().int(), rows: z.array(z.object({ unitId: z.string(), revision: z.number().int() }).nullable()),
  }).optional(),
});
export type SheetSection = z.infer<typeof SheetSection>;

/** Bars over days, drawn on paper instead of the sections; a workbook gets the sections. */
export const SheetChart = z.object({
  /** First and last day of the scale, and the day it is seen from. */
  fromDay: z.string(),
  toDay: z.string(),
  today: z.string(),
  bars: z.array(z.object({
    label: Text, kind: z.enum(['programme', 'phase', 'tour', 'meeting']), state: z.string(), fromDay: z.string(), toDay: z.string(),
  })),
  /** Between bars, by their place in the list. */
  links: z.array(z.object({ from: z.number(), to: z.number() })),
  bands: z.array(z.object({ fromDay: z.string(), toDay: z.string() })),
  /** Words of the states, in the order of their marks. */
  states: z.array(z.object({ state: z.string(), label: Text })),
  todayLabel: Text,
  months: z.array(Text),
  /** Under the chart: the bands in words. */
  notes: z.array(Text),
});
export type SheetChart = z.infer<typeof SheetChart>;

export const SheetModel = z.object({
  kind: z.enum(['assignment', 'tour', 'brief', 'day', 'extensionNotice', 'timeline']),
  title: Text,
  subtitle: Text.optional(),
  party: Text,
  facts: z.array(z.object({ label: Text, value: Text })),
  sections: z.array(SheetSection),
  chart: SheetChart.optional(),
  /** Under whose name a line to sign on is drawn. */
  signatures: z.array(Text),
  footer: Text,
  /** Day of printing, `YYYY-MM-DD`. */
  printedOn: z.string(),
  /** Meant for one page: closer lines. */
  dense: z.boolean().optional(),
});
export type SheetModel = z.infer<typeof SheetModel>;
