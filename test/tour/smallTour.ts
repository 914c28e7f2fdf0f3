// Makes small tours at random, each kind with one thing in it that a tour may have, and one with everything at once.
import type { TourDuty, TourProblem, TourStop } from '../../shared/tour/problem.ts';
import type { Random } from '../../shared/tour/random.ts';

type Change = (problem: TourProblem, random: Random) => TourProblem;
const some = (random: Random, share: number): boolean => random.next() < share;
const days = (change: (day: TourDuty, random: Random) => Partial<TourDuty>): Change => (problem, random) =>
  ({ ...problem, days: problem.days.map((day) => ({ ...day, ...change(day, random) })) });
const stops = (share: number, change: (stop: TourStop, random: Random, problem: TourProblem) => Partial<TourStop>): Change => (problem, random) =>
  ({ ...problem, stops: problem.stops.map((stop) => (some(random, share) ? { ...stop, ...change(stop, random, problem) } : stop)) });

const windows = stops(0.5, (_, random, { days: { length } }) => ({
  windows: Array.from({ length: 1 + random.below(3) }, () => random.below(400)).map((from) => ({ day: random.below(length), from: 540 + from, to: 600 + from + random.below(150) })),
}));
const pins = stops(0.3, (_, random, problem) => ({ pinned: { day: random.below(problem.days.length), ...(some(random, 0.6) ? { begin: 560 + random.below(300) } : {}) } }));
const optional = stops(0.6, (_, random) => ({ must: false, worth: random.below(5) }));
const nightPlaces: Change = (problem, random) => ({ ...problem, nightPlaces: [0, 1, problem.placeCount - 1].filter((place) => place === 0 || some(random, 0.7)) });
const ends: Change = (problem, random) => ({
  ...problem, startPlace: some(random, 0.6) ? random.below(problem.placeCount) : undefined, returnTo: some(random, 0.6) ? random.below(problem.placeCount) : undefined,
});
const reserved = days((_, random) => ({ reserved: some(random, 0.6) ? [{ from: 660 + random.below(100), to: 780 + random.below(60) }] : [] }));
const dark = days((_, random) => ({ noDrivingFrom: 780 + random.below(150), noDrivingUntil: some(random, 0.5) ? 600 : undefined }));
const driving = days((_, random) => ({ maxDrivingMinutes: some(random, 0.7) ? 60 + random.below(240) : undefined }));
const away = days((day, random) => (some(random, 0.3) ? { dutyTo: 0 } : day));
const chosen: Change = (problem, random) => ({ ...problem, days: problem.days.map((day) => ({ ...day, ...(some(random, 0.4) ? { nightPlace: random.below(problem.placeCount) } : {}) })) });
const leaders: Change = (problem, random) => {
  const { firstStopId: _first, lastStopId: _last, ...rest } = problem;
  const leader = (id: string): NonNullable<TourProblem['leaders']>[number] => ({
    id, startPlace: some(random, 0.5) ? random.below(rest.placeCount) : undefined, returnTo: some(random, 0.3) ? random.below(rest.placeCount) : undefined,
  });
  const own = problem.days.map((day) => ({ ...day, dutyTo: day.dutyTo - 60 }));
  const hasFirst = some(random, 0.4);
  return {
    ...rest, leaders: [{ ...leader('a'), firstStopId: hasFirst ? 's0' : undefined }, { ...leader('b'), ...(some(random, 0.4) ? { days: own } : {}) }],
    stops: problem.stops.map((stop) => ({ ...stop, leader: stop.id === 's0' ? (hasFirst ? 0 : undefined) : some(random, 0.2) ? random.below(2) : undefined })),
  };
};
const ownNights: Change = (problem, random) => ({ ...problem, nightPlaces: undefined, leaders: problem.leaders?.map((leader) => ({ ...leader, nightPlaces: some(random, 0.7) ? [0, 1] : undefined })) });
const locked: Change = (problem) => ({ ...problem, start: [{ stopId: 's2', day: 0, begin: 760 }], lockedDays: [0] });
const free: Change = (problem) => ({ ...problem, driveOnInEvening: true });
const rule: Change = (problem) => ({ ...problem, driveOnInEvening: false });
const few: Change = (problem) => ({ ...problem, fewestDays: true });
const metric: Change = (problem, random) => {
  const points = Array.from({ length: problem.placeCount }, () => ({ x: random.below(150), y: random.below(150) }));
  return { ...problem, travelMinutes: points.flatMap((a) => points.map((b) => Math.round(Math.hypot(a.x - b.x, a.y - b.y)))) };
};

export const kindsOfSmallTour: Record<string, readonly Change[]> = {
  plain: [], metric: [metric], windows: [windows], pins: [pins], optional: [optional], reserved: [reserved], dark: [dark], driving: [driving], away: [away],
  ends: [ends], few: [few], fewOptional: [few, optional], nights: [nightPlaces, ends], nightRule: [nightPlaces, rule, ends], free: [free, ends], chosen: [chosen, ends],
  leaders: [leaders], leadersFew: [leaders, few], leadersOptional: [leaders, optional], ownNights: [leaders, ownNights], ownFree: [leaders, ownNights, free],
  locked: [locked], lockedFree: [locked, free], lockedFew: [locked, few],
  timed: [metric, windows, pins, reserved, driving], all: [windows, pins, optional, reserved, dark, driving, ends, nightPlaces, few],
  allLeaders: [windows, optional, reserved, driving, nightPlaces, leaders], allRule: [optional, reserved, dark, nightPlaces, rule, chosen, ends],
};

/** The kinds take turns by `round`; as many stops as `count`. */
export function smallTour(random: Random, round: number, count: number): { kind: string; problem: TourProblem } {
  const kinds = Object.keys(kindsOfSmallTour);
  const kind = kinds[round % kinds.length]!;
  const dayCount = 2 + random.below(2);
  const placeCount = count + 1;
  const travelMinutes = Array.from({ length: placeCount ** 2 }, (_, cell) => (Math.floor(cell / placeCount) === cell % placeCount ? 0 : 20 + random.below(130)));
  const plain: TourProblem = {
    placeCount, travelMinutes,
    stops: Array.from({ length: count }, (_, place) => ({ id: `s${place}`, place, durationMinutes: 20 + random.below(60), must: true, worth: 1 })),
    days: Array.from({ length: dayCount }, () => ({ dutyFrom: 540, dutyTo: 840 + random.below(240), reserved: [] })),
    firstStopId: some(random, 0.4) ? 's0' : undefined, lastStopId: some(random, 0.4) ? 's1' : undefined,
  };
  return { kind, problem: kindsOfSmallTour[kind]!.reduce((problem, change) => change(problem, random), plain) };
}
