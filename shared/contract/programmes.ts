// Calls about programmes, their links, the orders that move their days, the timeline, metrics, and blackout days.
import { z } from 'zod';
import { BlackoutFields, BlackoutMapping } from '../model/blackout.ts';
import type { Blackout, BlackoutPreview, BlackoutSheet } from '../model/blackout.ts';
import { DayText, Id, Language, PageInput } from '../model/common.ts';
import { GroupFilter } from '../model/group.ts';
import { MetricFields, PhaseSaid, ProgrammeFields, ProgrammeSaid } from '../model/programme.ts';
import type { Metric, PhaseCount, PhaseUnit, Programme } from '../model/programme.ts';
import { LinkFields } from '../model/schedule.ts';
import { ItemRef, OrderInput, OrderTerms } from '../model/order.ts';
import { OutlineOrder } from '../model/timeline.ts';
import type { Dated, LinkRow } from '../model/schedule.ts';
import type { EarlierDays, OrderDetail, OrderPreview, OrderRow } from '../model/order.ts';
import type { FullBar, Outline, Timeline } from '../model/timeline.ts';
import { command, query, readingJob, writingJob } from './kinds.ts';

const ofRecord = z.object({ id: Id });

export interface ProgrammeDetail extends Programme {
  /** Names of `unitIds`, in the order of the tree. */
  units: { id: Id; nameEn: string; nameHi: string | null; levelId: Id }[];
  /** Units that have said they held their part: the first 500 of `heldTotal`, in the order of the tree. */
  held: { unitId: Id; day: string; nameEn: string; nameHi: string | null }[];
  heldTotal: number;
  links: LinkRow[];
  /** Orders about this programme, latest first. */
  orders: OrderRow[];
  /** All days it and its phases had before, latest order first, also where it only followed another. */
  earlier: EarlierDays[];
}

export const programmesCalls = {
  /** All, first day first. */
  'programmes.list': query(z.object({})).gives<Programme[]>(),
  'programmes.get': query(ofRecord).gives<ProgrammeDetail>(),
  /** A correction: new days here are no order, move nothing else and leave no earlier days behind but in the history. */
  'programmes.save': command(z.object({ id: Id.nullable(), fields: ProgrammeFields })).gives<{ id: string }>(),
  'programmes.remove': command(ofRecord).gives<null>(),
  /** Says how it stands where the days don't: begun early, done, taken up again (byDays). */
  'programmes.setState': command(ofRecord.extend({ said: ProgrammeSaid })).gives<null>(),
  'programmes.setPhaseState': command(ofRecord.extend({ levelId: Id, said: PhaseSaid })).gives<null>(),
  /** Of each level the units taking part at and below a unit (null: all), and those that have held it; levels from the top down. */
  'programmes.phaseCounts': query(ofRecord.extend({ unitId: Id.nullable().default(null) })).gives<PhaseCount[]>(),
  /** Those units of one level, in the order of the tree. */
  'programmes.phaseUnits': query(ofRecord.extend({ levelId: Id, unitId: Id.nullable().default(null), only: z.enum(['all', 'held', 'open']).default('all') }).extend(PageInput.shape)).gives<{ total: number; rows: PhaseUnit[] }>(),
  /** All of them at once; those that have said a day keep it. Refused with `programmes.tooManyAtOnce` {count, most}. */
  'programmes.setPhaseHeld': command(ofRecord.extend({ levelId: Id, unitId: Id.nullable().default(null), day: DayText.nullable() })).gives<{ changed: number }>(),
  /** These units have held their part, on that day; null takes it back. */
  'programmes.setHeld': command(ofRecord.extend({ unitIds: z.array(Id).min(1).max(5000), day: DayText.nullable() })).gives<null>(),

  /** Programmes, tours and meetings whose name fits, those nearest to today first: what a link can be tied to. */
  'programmes.linkable': query(z.object({ text: z.string().max(100).default(''), not: ItemRef.nullable().default(null), limit: z.number().int().min(1).max(50).default(20) })).gives<Dated[]>(),
  /** Links of a programme, tour or meeting. */
  'programmes.links': query(ItemRef).gives<LinkRow[]>(),
  /** Refused with `programmes.cycle` {namesEn, namesHi}: the names along the cycle, joined by arrows. */
  'programmes.saveLink': command(z.object({ id: Id.nullable(), fields: LinkFields })).gives<{ id: string }>(),
  'programmes.removeLink': command(ofRecord).gives<null>(),

  /**
   * Every row in few bytes: programmes whose name or leader fits, and with them (unless only programmes are wanted) tours in force and what is linked.
   * `unitId`, `group`: only what concerns the unit or the class: of the whole state, at, above or below it, or with units of it taking part.
   */
  'programmes.outline': query(z.object({ unitId: Id.nullable().default(null), group: GroupFilter.nullable().default(null), text: z.string().max(100).default(''), by: OutlineOrder.default('from'), language: Language.default('hi'), onlyProgrammes: z.boolean().default(false) })).gives<Outline>(),
  /** Some of those rows whole, and the links of which at least one end is among them. Those that are gone are left out. */
  'programmes.bars': query(z.object({ items: z.array(ItemRef).max(200) })).gives<{ bars: FullBar[]; links: LinkRow[] }>(),
  'programmes.timeline': query(z.object({ fromDay: DayText, toDay: DayText, unitId: Id.nullable().default(null), limit: z.number().int().min(1).max(10_000).default(500) })).gives<Timeline>(),

  /** Everything an order would do, before it is given; of each list at most so many lines, those first that follow first. */
  'programmes.previewOrder': query(OrderInput.extend({ most: z.number().int().min(1).max(1000).default(1000) })).gives<OrderPreview>(),
  /** Does exactly what the preview of the same input said; one step. */
  'programmes.order': command(OrderInput.extend(OrderTerms.shape)).gives<{ id: string; moved: number }>(),
  /** Latest first; of one programme, or of all. */
  'programmes.orders': query(z.object({ programmeId: Id.nullable().default(null) }).extend(PageInput.shape)).gives<{ total: number; rows: OrderRow[] }>(),
  'programmes.getOrder': query(ofRecord).gives<OrderDetail>(),
  /** Long after, when undo is out of reach: everything the order moved and nobody has moved since goes back; the order is kept as taken back. */
  'programmes.takeBackOrder': command(ofRecord).gives<{ back: number; left: number }>(),

  'programmes.metrics': query(z.object({})).gives<Metric[]>(),
  /** Adds what nearly every party counts, where it is not there yet. */
  'programmes.addStarterMetrics': command(z.object({})).gives<{ added: number }>(),
  'programmes.saveMetric': command(z.object({ id: Id.nullable(), fields: MetricFields })).gives<{ id: string }>(),
  'programmes.removeMetric': command(ofRecord).gives<null>(),
};

const sheet = z.object({ token: Id, mapping: BlackoutMapping });

export const blackoutsCalls = {
  /** Those that touch the days; `unitId`: those of the whole state, of the unit, of units above and below it. First day first. */
  'blackouts.list': query(z.object({ fromDay: DayText.nullable().default(null), toDay: DayText.nullable().default(null), unitId: Id.nullable().default(null) })).gives<Blackout[]>(),
  'blackouts.save': command(z.object({ id: Id.nullable(), fields: BlackoutFields })).gives<{ id: string }>(),
  'blackouts.remove': command(z.object({ ids: z.array(Id).min(1).max(5000) })).gives<null>(),
  'blackouts.inspect': readingJob(z.object({ token: Id })).gives<BlackoutSheet>(),
  'blackouts.preview': readingJob(sheet).gives<BlackoutPreview>(),
  /** Rows that are bad or there already are left out. */
  'blackouts.import': writingJob(sheet).gives<{ added: number }>(),
};
