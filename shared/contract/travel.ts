// Calls about the roads the user knows: the table, typing, pasting and importing into it, and what it teaches the estimates.
import { z } from 'zod';
import { Id, Language, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { TravelLine, TravelSheetInput } from '../model/travel.ts';
import type { TravelPair, TravelPreview, TravelRow, TravelSummary } from '../model/travel.ts';
import { command, query, readingJob, writingJob } from './kinds.ts';

const pair = z.object({ fromUnitId: Id, toUnitId: Id });

export const travelCalls = {
  'travel.list': query(
    PageInput.extend({
      text: z.string().max(200).default(''),
      /** Only roads with an end in this unit. */
      unitId: Id.nullable().default(null),
      /** Names rise, figures fall; deviation by its size. */
      order: z.enum(['from', 'to', 'km', 'minutes', 'deviation']).default('from'),
      language: Language.default('en'),
    }),
  ).gives<Page<TravelRow>>(),
  'travel.summary': query(z.object({})).gives<TravelSummary>(),
  'travel.pair': query(pair).gives<TravelPair>(),
  /** Typed figures; each takes the place of what was there. */
  'travel.set': command(z.object({ lines: z.array(TravelLine).min(1).max(500) })).gives<null>(),
  /** One figure of a road typed over, or its direction; what is not named stays. */
  'travel.change': command(pair.extend({ change: TravelLine.pick({ distanceKm: true, travelMinutes: true }).partial().extend({ bothWays: z.boolean().optional() }) })).gives<null>(),
  /** Takes roads away; their estimates count again. */
  'travel.remove': command(z.object({ pairs: z.array(pair).min(1).max(20_000) })).gives<{ removed: number }>(),
  /** Takes all away. */
  'travel.clear': command(z.object({})).gives<{ removed: number }>(),
  'travel.preview': readingJob(TravelSheetInput).gives<TravelPreview>(),
  /** Bad rows are left out. */
  'travel.import': writingJob(TravelSheetInput).gives<{ lines: number }>(),
  /** What the plain estimate starts from. */
  'travel.setStart': command(
    z.object({
      roadFactor: z.number().min(1).max(3),
      speedKmPerHour: z.number().min(5).max(120),
      /** Into blocks, and below them; not said: as they are beside the main roads. */
      sideKmPerHour: z.number().min(3).max(120).optional(),
      villageKmPerHour: z.number().min(3).max(120).optional(),
    }),
  ).gives<null>(),
};
