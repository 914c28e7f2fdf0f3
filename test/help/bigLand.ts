// The land of a made state: areas cut into ever smaller parts, bent a little so that they look grown, and shares of whole numbers.
import type { Random } from '../../shared/tour/random.ts';

/** A part of the unit square. */
export interface Area {
  u: number;
  v: number;
  width: number;
  height: number;
}

export const wholeLand: Area = { u: 0, v: 0, width: 1, height: 1 };

/** Cuts an area into as many parts of equal size, always across its longer side. */
export function cut(area: Area, parts: number): Area[] {
  if (parts <= 1) return [area];
  const first = parts >> 1;
  const share = first / parts;
  const { u, v, width, height } = area;
  const [a, b] = width >= height
    ? [{ u, v, width: width * share, height }, { u: u + width * share, v, width: width * (1 - share), height }]
    : [{ u, v, width, height: height * share }, { u, v: v + height * share, width, height: height * (1 - share) }];
  return [...cut(a, first), ...cut(b, parts - first)];
}

export interface Point {
  lat: number;
  lon: number;
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** Where a point of the unit square lies: between 77° and 84.5° east, 24° and 30.5° north, with bent borders. */
export function onMap(u: number, v: number): Point {
  const bend = 0.03 * Math.sin(u * 7 + v * 3) + 0.02 * Math.sin(u * 17 - v * 11);
  const swing = 0.03 * Math.sin(v * 6 - u * 2) + 0.02 * Math.sin(v * 19 + u * 5);
  return { lat: rounded(30.5 - 6 * (v * 0.75 + u * 0.25 + bend)), lon: rounded(77 + 7.5 * (u * 0.92 + v * 0.08 + swing)) };
}

export const middle = ({ u, v, width, height }: Area): Point => onMap(u + width / 2, v + height / 2);

/** A place somewhere inside, never at the border. */
export const within = (random: Random, { u, v, width, height }: Area): Point => onMap(u + width * (0.05 + 0.9 * random.next()), v + height * (0.05 + 0.9 * random.next()));

/** The outer ring of lon, lat, clockwise, its first point repeated at the end. */
export function ringOf({ u, v, width, height }: Area): [number, number][] {
  const steps = 8;
  const ring: [number, number][] = [];
  const side = (fromU: number, fromV: number, byU: number, byV: number) => {
    for (let step = 0; step < steps; step++) {
      const { lat, lon } = onMap(fromU + (byU * step) / steps, fromV + (byV * step) / steps);
      ring.push([lon, lat]);
    }
  };
  side(u, v, width, 0);
  side(u + width, v, 0, height);
  side(u + width, v + height, -width, 0);
  side(u, v + height, 0, -height);
  return [...ring, ring[0] as [number, number]];
}

/** Whole numbers in about equal parts that vary by a third and add up to the total; every part gets at least one where there are enough. */
export function uneven(random: Random, total: number, parts: number): number[] {
  if (parts === 0) return [];
  const least = total >= parts ? 1 : 0;
  const weights = Array.from({ length: parts }, () => 0.67 + 0.66 * random.next());
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const toShare = total - least * parts;
  let weightSoFar = 0;
  let given = 0;
  return weights.map((weight, at) => {
    weightSoFar += weight;
    const upTo = at === parts - 1 ? toShare : Math.floor((toShare * weightSoFar) / whole);
    const part = upTo - given;
    given = upTo;
    return least + part;
  });
}
