// Calls about responsibilities: who has which units when, handing out, handing over, and what is wrong with them.
import { z } from 'zod';
import { DayText, Id, PageInput } from '../model/common.ts';
import type { Page } from '../model/common.ts';
import { ChargeView, HandOut, HandOver, ProblemView, ShareRule } from '../model/charge.ts';
import { GroupFilter } from '../model/group.ts';
import { mostUnitsAtOnce } from '../limits.ts';
import type { ChargeMap, ChargeUnit, GroupedCharge, GroupedProblem, LeaderLoad, Problem, Proposal } from '../model/charge.ts';
import { command, query, readingJob } from './kinds.ts';

export const chargesCalls = {
  /** Units of the level in the order of the tree; only those nobody has in the period, or only those one person has. */
  'charges.board': query(
    ChargeView.extend(PageInput.shape).extend({ only: z.enum(['all', 'free', 'held']).default('all'), personId: Id.nullable().default(null) }),
  ).gives<Page<ChargeUnit>>(),
  /** The same units under the heads of their classes; one that several classes share stands under each. */
  'charges.grouped': query(
    ChargeView.extend(PageInput.shape).extend({ only: z.enum(['all', 'free', 'held']).default('all'), personId: Id.nullable().default(null), classificationId: Id, folded: z.array(z.string().max(80)).max(500).default([]) }),
  ).gives<Page<GroupedCharge>>(),
  /** Ids of what the board lists, for choosing all; at most as many as can be given at once. `also`: a second class they must stand in. */
  'charges.unitIds': query(
    ChargeView.extend({ only: z.enum(['all', 'free', 'held']).default('all'), personId: Id.nullable().default(null), also: GroupFilter.nullable().default(null) }),
  ).gives<{ total: number; unitIds: string[] }>(),
  'charges.map': query(ChargeView).gives<ChargeMap>(),
  /** Leaders by post and name, with what each has in the period; `holding`: only those who have something in the scope. */
  'charges.leaders': query(
    ChargeView.extend(PageInput.shape).extend({ text: z.string().max(100).default(''), language: z.enum(['en', 'hi']).default('en'), holding: z.boolean().default(false) }),
  ).gives<Page<LeaderLoad>>(),
  'charges.problemCount': query(ProblemView).gives<{ total: number }>(),
  'charges.problems': query(ProblemView.extend(PageInput.shape)).gives<Page<Problem>>(),
  /** The same under the heads of the classes of their units; a person under every class he has a unit in. */
  'charges.problemsGrouped': query(ProblemView.extend(PageInput.shape).extend({ classificationId: Id, folded: z.array(z.string().max(80)).max(500).default([]) })).gives<Page<GroupedProblem>>(),
  /** The same problems by place: how many lie in each shape of the map. */
  'charges.problemMap': query(ProblemView).gives<ChargeMap>(),
  /** Shares units out by rule, without giving them yet; the same question gets the same answer. */
  'charges.propose': readingJob(ShareRule).gives<Proposal>(),
  'charges.handOut': command(HandOut).gives<{ given: number; takenOver: number }>(),
  'charges.handOver': command(HandOver).gives<{ units: number; targets: number }>(),
  /** Those that end before `fromDay` begin anew on it; those that still run are prolonged. */
  'charges.renew': command(z.object({ ids: z.array(Id).min(1).max(mostUnitsAtOnce), fromDay: DayText, toDay: DayText })).gives<{ renewed: number }>(),
  /** Takes responsibilities away: as if they had never been, or (with a day) from that day on. */
  'charges.remove': command(z.object({ ids: z.array(Id).min(1).max(mostUnitsAtOnce), fromDay: DayText.nullable().default(null) })).gives<null>(),
};
