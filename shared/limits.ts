// How much is done or drawn at once, where both sides must agree; free of schemas, so that the window can read it.

/** As many characters of a sheet of roads can be pasted at once; a longer one is read from its file. */
export const mostPastedRoads = 4_000_000;

/** How many units one map draws. */
export const mostMapUnits = 1500;

/** As many units as are given to leaders at once: what a person can still look over. */
export const mostUnitsAtOnce = 5000;

/** As many units as are shared out by rule at once. */
export const mostSharedUnits = 2000;

/** For whom a seat is reserved; empty: not known. */
export const reservations = ['', 'GEN', 'SC', 'ST'] as const;

/** As many meetings as one rule may bring. */
export const mostOccurrences = 400;

/** What the calendar judges; each kind is refused or warned of, as the person chose. */
export const checkKinds = ['overlap', 'travel', 'hours', 'away', 'blackout', 'busy', 'pinned', 'tour'] as const;
