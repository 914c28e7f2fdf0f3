// Reads and shows what is typed into a unit's form: names that may be missing in one script, points in degrees.
import { latinDigits, parseNumber } from '../../../shared/text/numbers.ts';

/** Empty is null. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** `23.79, 86.43` as [latitude, longitude]; null for nothing typed, undefined for what is no point on the earth. */
export function readPoint(text: string): [lat: number, lon: number] | null | undefined {
  if (text.trim() === '') return null;
  const match = /^(-?\d{1,2}(?:\.\d+)?)\s*°?\s*N?\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*E?$/i.exec(latinDigits(text).trim());
  if (!match) return undefined;
  const [lat, lon] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lat, lon] : undefined;
}

export const pointText = (lat: number | null, lon: number | null): string => (lat === null || lon === null ? '' : `${lat}, ${lon}`);

/** 41, ४१, 1,200 or 1.2 lakh; null for nothing typed, undefined for anything that is no whole number up to `most`. */
export function readCount(text: string, most: number): number | null | undefined {
  if (text.trim() === '') return null;
  const number = parseNumber(text);
  return number !== null && Number.isInteger(number) && number >= 0 && number <= most ? number : undefined;
}
