// When the sun rises and sets at a place on a day, for drives that should not be in the dark.
import { daysBetween } from '../../dates.ts';

const radians = Math.PI / 180;
/** India's one time zone. */
const minutesAheadOfUtc = 330;
/** Upper edge of the sun on the horizon, refraction counted. */
const horizonDegrees = -0.833;

/**
 * Minutes of the day in Indian time, to about two minutes; null where the sun does not rise or set that day.
 * Source: sunrise equation with declination and equation of time after Spencer (1971), as used by NOAA.
 */
export function daylight(day: string, { lat, lon }: { lat: number; lon: number }): { rise: number; set: number } | null {
  const dayOfYear = daysBetween(`${day.slice(0, 4)}-01-01`, day);
  const year = (2 * Math.PI / 365) * (dayOfYear + 0.5);
  const equation = 229.18 * (0.000075 + 0.001868 * Math.cos(year) - 0.032077 * Math.sin(year) - 0.014615 * Math.cos(2 * year) - 0.040849 * Math.sin(2 * year));
  const declination = 0.006918 - 0.399912 * Math.cos(year) + 0.070257 * Math.sin(year) - 0.006758 * Math.cos(2 * year)
    + 0.000907 * Math.sin(2 * year) - 0.002697 * Math.cos(3 * year) + 0.00148 * Math.sin(3 * year);
  const cosHour = Math.sin(horizonDegrees * radians) / (Math.cos(lat * radians) * Math.cos(declination)) - Math.tan(lat * radians) * Math.tan(declination);
  if (Math.abs(cosHour) > 1) return null;
  const half = (Math.acos(cosHour) / radians) * 4;
  const noon = 720 - 4 * lon - equation + minutesAheadOfUtc;
  return { rise: Math.round(noon - half), set: Math.round(noon + half) };
}
