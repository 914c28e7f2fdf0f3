// Calls about what lies on the road: units beside a leg, one of them added, and a tour's free time filled.
import { z } from 'zod';
import { Id } from '../model/common.ts';
import { FillAnswer, FillQuestion, RoadsideQuestion } from '../model/road.ts';
import type { FillProposal, RoadsideAnswer } from '../model/road.ts';
import { command, query, readingJob } from './kinds.ts';

export const roadCalls = {
  'road.alongLeg': query(RoadsideQuestion).gives<RoadsideAnswer>(),
  /** A wanted stop at its place in the leg; later stops of the day follow, pins stay. Refused with `road.noRoom`. */
  'road.add': command(z.object({ tourId: Id, stopId: Id, unitId: Id, worth: z.number().int().min(1).max(1000) })).gives<{ stopId: string; begin: number }>(),
  /** Which units would fill the free time with most worth; nothing is changed. */
  'road.fill': readingJob(FillQuestion).gives<FillProposal>(),
  /** Refused with `road.changed` where the tour is no longer the one the proposal was made for. */
  'road.applyFill': command(FillAnswer).gives<{ added: number }>(),
};
