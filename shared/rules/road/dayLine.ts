// The clock of one day on the road: when a stop could begin after the one before it, or that it cannot.
export interface Span {
  from: number;
  to: number;
}

/** All times are minutes of the day. */
export interface LineDay {
  /** Where the leader wakes; null: the day begins at its first stop. */
  startPlace: number | null;
  /** No departure and no meeting before it, none later than `endBy`. */
  startAt: number;
  endBy: number;
  /** Neither driving nor meeting here. */
  reserved: readonly Span[];
  maxDrivingMinutes?: number | undefined;
  /** No driving after it, and none before. */
  noDrivingFrom?: number | undefined;
  noDrivingUntil?: number | undefined;
  /** Meetings begin at full minutes of this many (but for pins); 1 where none is given. */
  roundTo?: number | undefined;
}

export interface LineStop {
  id: string;
  /** Index into the travel table. */
  place: number;
  minutes: number;
  /** People are asked to come at this minute: it never begins sooner. */
  notBefore: number;
  /** Pinned: begins at this minute and no other. */
  exactly: number | null;
  /** It may begin in one of these only. */
  windows?: readonly Span[] | undefined;
}

/** Row by row: minutes from place i to place j at `i * placeCount + j`. */
export interface Travel {
  placeCount: number;
  minutes: ArrayLike<number>;
}

export interface LineState {
  place: number | null;
  /** From when the leader is free. */
  free: number;
  driven: number;
}

export const dayStart = ({ startPlace, startAt }: LineDay): LineState => ({ place: startPlace, free: startAt, driven: 0 });

/** The first minute not before `at` from which `length` minutes lie clear of everything reserved. */
function clearOf(reserved: readonly Span[], at: number, length: number): number {
  let begin = at;
  for (const { from, to } of [...reserved].sort((a, b) => a.from - b.from)) {
    if (begin < to && begin + length > from) begin = to;
  }
  return begin;
}

/** When the stop would begin and how the day stands after it; null where it cannot be held. */
export function advance(day: LineDay, travel: Travel, state: LineState, stop: LineStop): (LineState & { arrive: number; begin: number }) | null {
  const leg = state.place === null ? 0 : travel.minutes[state.place * travel.placeCount + stop.place]!;
  const driven = state.driven + leg;
  if (driven > (day.maxDrivingMinutes ?? Infinity)) return null;
  const depart = clearOf(day.reserved, leg > 0 ? Math.max(state.free, day.noDrivingUntil ?? 0) : state.free, leg);
  const arrive = depart + leg;
  if (leg > 0 && arrive > (day.noDrivingFrom ?? Infinity)) return null;
  const begin = beginOf(day, arrive, stop);
  return begin === null || begin + stop.minutes > day.endBy ? null : { place: stop.place, free: begin + stop.minutes, driven, arrive, begin };
}

function beginOf({ reserved, roundTo = 1 }: LineDay, arrive: number, { exactly, notBefore, windows, minutes }: LineStop): number | null {
  // A pin that runs into something reserved was so wanted by the hand.
  if (exactly !== null) return arrive <= exactly ? exactly : null;
  const soonest = Math.ceil(Math.max(arrive, notBefore) / roundTo) * roundTo;
  if (!windows) return clearOf(reserved, soonest, minutes);
  for (const { from, to } of [...windows].sort((a, b) => a.from - b.from)) {
    const begin = clearOf(reserved, Math.max(soonest, from), minutes);
    if (begin <= to) return begin;
  }
  return null;
}

export interface LineTimes {
  begins: number[];
  /** When the last meeting ends. */
  ends: number;
  driven: number;
}

/** The times of the stops in this order; null where one of them cannot be held. */
export function timesOf(day: LineDay, travel: Travel, stops: readonly LineStop[]): LineTimes | null {
  let state = dayStart(day);
  const begins: number[] = [];
  for (const stop of stops) {
    const next = advance(day, travel, state, stop);
    if (next === null) return null;
    begins.push(next.begin);
    state = next;
  }
  return { begins, ends: state.free, driven: state.driven };
}
