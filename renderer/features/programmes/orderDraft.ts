// An order as its wizard holds it, and as the app is asked what it would do.
import type { OutputOf } from '../../../shared/contract.ts';
import { addDays, daysBetween } from '../../../shared/dates.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import type { DatedKind } from '../../../shared/model/schedule.ts';
import type { OrderInput, OrderKind } from '../../../shared/model/order.ts';
import type { Trial } from './trial.ts';

type Days = Pick<Programme, 'id' | 'fromDay' | 'toDay'>;

export interface OrderDraft {
  programmeId: string;
  /** Only this level of it; null: the whole. */
  levelId: string | null;
  kind: OrderKind;
  orderDay: string | null;
  /** postponement, advance: the new first day. */
  fromDay: string | null;
  /** extension, advance, postponement: the new last day. */
  toDay: string | null;
  part: 'whole' | 'rest';
  phases: 'last' | 'shift' | 'stay';
  heldBack: { kind: DatedKind; id: string }[];
  dueDays: boolean;
  prolong: boolean;
  orderBy: string;
  reason: string;
}

export type Preview = OutputOf<'programmes.previewOrder'>;

/** Days an extension usually has, where nothing was pulled. */
const usualDays = 15;

/** Days a level is usually put off by: it stays within its programme, or goes not far beyond. */
const usualDaysOfLevel = 3;

/** An order as it begins: about the whole, or about one of its levels. */
export function orderFor(programme: Days & Partial<Pick<Programme, 'phases'>>, kind: OrderKind, today: string, levelId: string | null = null): OrderDraft {
  const { fromDay, toDay } = daysOf(programme, levelId);
  const later = levelId === null ? usualDays : usualDaysOfLevel;
  return {
    programmeId: programme.id, levelId, kind, orderDay: today || null,
    fromDay: kind === 'postponement' ? addDays(fromDay, later) : null,
    toDay: kind === 'extension' ? addDays(toDay, later) : kind === 'advance' ? addDays(toDay, -1) : null,
    part: 'rest', phases: 'last', heldBack: [], dueDays: true, prolong: true, orderBy: '', reason: '',
  };
}

/** Days of what an order is about. */
export const daysOf = (programme: Days & Partial<Pick<Programme, 'phases'>>, levelId: string | null): { fromDay: string; toDay: string } =>
  (levelId === null ? undefined : programme.phases?.find((phase) => phase.levelId === levelId)) ?? programme;

/** The order that a pulled bar means: its end later extends, earlier brings it forward; the whole bar later postpones, earlier brings forward. */
export function orderOfTrial(trial: Trial, today: string): OrderDraft {
  const programme = { id: trial.programmeId, fromDay: trial.fromDay, toDay: trial.toDay };
  if (trial.grip === 'end') return { ...orderFor(programme, trial.days > 0 ? 'extension' : 'advance', today), toDay: trial.toDay };
  if (trial.days > 0) return { ...orderFor(programme, 'postponement', today), fromDay: trial.fromDay };
  return { ...orderFor(programme, 'advance', today), fromDay: trial.fromDay, toDay: null };
}

/** What is asked; null while something is missing for it. */
export function inputOf(draft: OrderDraft): OrderInput | null {
  const { programmeId, levelId, kind, orderDay, fromDay, toDay, part, phases, heldBack, dueDays, prolong } = draft;
  if (orderDay === null) return null;
  if (kind === 'extension' && toDay === null) return null;
  if (kind === 'postponement' && fromDay === null) return null;
  if (kind === 'advance' && fromDay === null && toDay === null) return null;
  const dated = kind === 'extension' || kind === 'advance' || kind === 'postponement';
  return { programmeId, levelId, kind, orderDay, fromDay: dated && kind !== 'extension' ? fromDay : null, toDay: dated ? toDay : null, part, phases, heldBack, dueDays, prolong };
}

/** How many days the end moves; null while there is none. */
export const movedBy = (draft: OrderDraft, programme: Days & Partial<Pick<Programme, 'phases'>>): number | null => {
  const now = daysOf(programme, draft.levelId);
  if (draft.toDay !== null) return daysBetween(now.toDay, draft.toDay);
  return draft.fromDay === null ? null : daysBetween(now.fromDay, draft.fromDay);
};

/** What keeps an order from being given: keys of `programmes.json` under `orderWrong`. */
export function wrongInOrder(draft: OrderDraft): ('noBy' | 'noOrderDay' | 'noDays')[] {
  return [...(draft.orderBy.trim() === '' ? ['noBy' as const] : []), ...(draft.orderDay === null ? ['noOrderDay' as const] : inputOf(draft) === null ? ['noDays' as const] : [])];
}

export const isHeldBack = (draft: OrderDraft, item: { kind: string; id: string }): boolean => draft.heldBack.some(({ kind, id }) => kind === item.kind && id === item.id);
export const heldOver = (draft: OrderDraft, item: { kind: DatedKind; id: string }): OrderDraft => ({
  ...draft, heldBack: isHeldBack(draft, item) ? draft.heldBack.filter(({ kind, id }) => kind !== item.kind || id !== item.id) : [...draft.heldBack, { kind: item.kind, id: item.id }],
});
