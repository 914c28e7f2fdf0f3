// How long a road is under way that takes longer in the dark, by when it is set out on.
import type { Timetable } from './timetable.ts';

/**
 * Minutes for a road of `light` minutes by day and `dark` by night, begun at `depart`; dark is from `darkFrom` on and before
 * `darkUntil`. What is left of the road is driven at the speed of the hour, so that who sets out later is never there sooner.
 */
export function darkLeg(light: number, dark: number, depart: number, darkFrom: number, darkUntil: number): number {
  if (light <= 0 || dark <= light || darkUntil >= darkFrom) return Math.max(light, dark > light && darkUntil >= darkFrom ? dark : light);
  let left = 1;
  let at = depart;
  if (at < darkUntil) {
    if (left * dark <= darkUntil - at) return dark;
    left -= (darkUntil - at) / dark;
    at = darkUntil;
  }
  if (at < darkFrom) {
    if (left * light <= darkFrom - at) return at + left * light - depart;
    left -= (darkFrom - at) / light;
    at = darkFrom;
  }
  return at + left * dark - depart;
}

/** Minutes of the road of that cell for who is free to set out at `depart` in that slot; whole where the tables are. */
export function legMinutes({ travelMinutes, darkTravelMinutes, darkFrom, darkUntil, wholeMinutes }: Timetable, slot: number, cell: number, depart: number): number {
  const light = travelMinutes[cell]!;
  if (darkTravelMinutes === null) return light;
  const leg = darkLeg(light, darkTravelMinutes[cell]!, depart, darkFrom[slot]!, darkUntil[slot]!);
  return wholeMinutes ? Math.round(leg) : leg;
}
