// How long a road takes: by the kind of road at its ends, and by daylight.

/** main: between towns; side: into a block; village: below it. */
export type RoadKind = 'main' | 'side' | 'village';

/** On main roads by day, with stops on the way. Of the constants that were tried it misses the told times of Jharkhand least. */
export const defaultSpeedKmPerHour = 40;

/** How much of the speed of main roads is left on each kind. */
export type SpeedShares = Readonly<Record<RoadKind, number>>;

/** Where nobody has said otherwise. */
export const speedShare: SpeedShares = { main: 1, side: 0.75, village: 0.55 };

/** Between dusk and dawn this share of the speed is left. */
export const darkShareOfSpeed = 0.8;

/** What plain estimates are made by: road kilometres per straight kilometre, km/h on main roads, and what is left of it on others. */
export interface RoadStart {
  roadFactor: number;
  speedKmPerHour: number;
  shares?: SpeedShares | undefined;
}

/** That far from a place the road is of the place's own kind; between, it is a main road. */
export const approachKm = 10;

export interface DriveOptions {
  /** On main roads by day. */
  speedKmPerHour?: number | undefined;
  from?: RoadKind | undefined;
  to?: RoadKind | undefined;
  shares?: SpeedShares | undefined;
  /** Which part of the drive is in the dark, 0 to 1. */
  darkPart?: number;
}

/** Minutes, not rounded, for so many kilometres of road. */
export function driveMinutes(km: number, { speedKmPerHour = defaultSpeedKmPerHour, from = 'main', to = 'main', shares = speedShare, darkPart = 0 }: DriveOptions = {}): number {
  const approach = Math.min(approachKm, km / 2);
  const asMain = km - 2 * approach + approach / shares[from] + approach / shares[to];
  return (asMain / speedKmPerHour) * 60 * (1 - darkPart + darkPart / darkShareOfSpeed);
}
