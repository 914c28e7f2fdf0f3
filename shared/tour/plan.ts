// Says what a planned tour looks like: the one answer both of the check and of the solver.

/** One line of a schedule as it is stored or dragged. Without `begin` the stop begins as soon as it can. */
export interface TourEntry {
  stopId: string;
  day: number;
  begin?: number;
  /** Index of the leader; without it, the one the stop is tied to, or the first. */
  leader?: number;
}

/**
 * outsideDuty: on a day without duty, or begun before duty (minutes: how much). late: past the end of duty; without a stop
 * it is the drive to the night place. overlap: begins before the stop before it ends. notEnoughTravel: needMinutes from
 * fromPlace, haveMinutes there are. reserved: minutes inside a reserved time. tooMuchDriving: needMinutes driven,
 * haveMinutes allowed. pinnedMissed, windowMissed: minutes off, or only the day given when it is the wrong day.
 * firstTown, lastTown: stopId stands where wantedStopId should. stopLeftOut: a must that is nowhere.
 * noNight: night at nightPlace, where none is possible. dark: minutes driven while no driving is allowed; without a stop it is
 * the drive in the evening. wrongLeader: the stop is tied to another. lockedDay: stopId is on a locked day and should not be,
 * or should be and is not, or minutes off.
 */
export type TourViolationCode =
  | 'outsideDuty'
  | 'late'
  | 'overlap'
  | 'notEnoughTravel'
  | 'reserved'
  | 'tooMuchDriving'
  | 'pinnedMissed'
  | 'windowMissed'
  | 'firstTown'
  | 'lastTown'
  | 'stopLeftOut'
  | 'noNight'
  | 'dark'
  | 'wrongLeader'
  | 'lockedDay';

export interface TourViolation {
  code: TourViolationCode;
  /** Null where no day is concerned. */
  day: number | null;
  /** Index of the leader, where the problem has several. */
  leader?: number;
  stopId?: string;
  /** The other stop concerned: the one before it. */
  otherStopId?: string;
  wantedStopId?: string;
  fromPlace?: number;
  nightPlace?: number;
  /** By how much. */
  minutes?: number;
  needMinutes?: number;
  haveMinutes?: number;
}

/** `arrive = depart + legMinutes`; where the tour begins at this visit there is no leg and fromPlace is null. */
export interface TourVisit {
  stopId: string;
  place: number;
  fromPlace: number | null;
  depart: number;
  arrive: number;
  begin: number;
  leave: number;
  legMinutes: number;
  legKm: number;
  /** Between arrival and begin. */
  waitMinutes: number;
}

/** The drive after the day's last visit to a night place elsewhere, or home on the last day; on a day without visits, all of it. */
export interface EveningLeg {
  fromPlace: number;
  toPlace: number;
  depart: number;
  arrive: number;
  legMinutes: number;
  legKm: number;
}

export interface TourDayPlan {
  day: number;
  /** Index of the leader, where the problem has several. */
  leader?: number;
  visits: TourVisit[];
  eveningLeg: EveningLeg | null;
  /** Where the leader sleeps; null before the tour has begun and once it is over. */
  nightPlace: number | null;
  drivingMinutes: number;
  drivingKm: number;
  /** The violations of this day. */
  problems: TourViolation[];
}

/** What would help where not everything can be held. */
export interface TourAdvice {
  /** With one more day like the last one nothing is left out or broken; null: a day more does not help, or it was not found how. */
  oneMoreDay: { travelMinutes: number; daysUsed: number } | null;
  /** With nights anywhere, driving on in the evening, nothing is left out or broken; null: that does not help, or is so already. */
  inEvening: { travelMinutes: number } | null;
  /** True: proven that no plan holds everything. */
  provedNone: boolean;
  /** Without these stops everything else was held; null: it was not found how. */
  drop: string[] | null;
}

/** noDay: no day could hold it at all. noRoom: wherever it is put, something breaks. roomLeft: it would fit in. */
export type LeftOutReason = 'noDay' | 'noRoom' | 'roomLeft';

export interface TourPlan {
  /** One for every day of the problem, also the empty ones; where there are several leaders, all of the first, then of the second … */
  days: TourDayPlan[];
  leftOut: { stopId: string; reason: LeftOutReason }[];
  violations: TourViolation[];
  totals: {
    travelMinutes: number;
    distanceKm: number;
    visits: number;
    /** Days with a visit or a drive, summed over the leaders. */
    daysUsed: number;
    worth: number;
    waitMinutes: number;
  };
  /**
   * `lower`: minutes of travel below which nobody can visit the stops of this plan, between the given first and last, proven.
   * `gap`: (travel - lower) / lower; 0 is proved shortest; null where the plan leaves out a must or breaks first or last.
   */
  bound: { lower: number; gap: number | null };
  /** Of the solver: true where no plan is better in any of what is wanted (but the evenness of days), proven. */
  provedBest?: boolean;
  /** Of the solver, where musts are left out or something is broken. */
  advice?: TourAdvice;
  /** Of the solver; null for a schedule made by hand. */
  seed: number | null;
}

/** The plan's schedule: to be stored, or given to `checkTour` again. */
export function entriesOf(plan: TourPlan): TourEntry[] {
  return plan.days.flatMap(({ day, leader, visits }) => (
    visits.map(({ stopId, begin }) => ({ stopId, day, begin, ...(leader === undefined ? {} : { leader }) }))
  ));
}
