// Shares a district's places among its Assembly seats, so that each seat gets its number of booths in one compact area.
import type { Point } from './facts.ts';

export interface Place {
  point: Point;
  booths: number;
}

/** How many booths of one place belong to one seat. */
export interface Portion<P extends Place> {
  place: P;
  seat: number;
  booths: number;
}

interface Seat {
  point: Point;
  booths: number;
}

/** Square of the distance in units of about 111 km; good enough within one district. */
function squareDistance(a: Point, b: Point): number {
  const east = (a.lon - b.lon) * 0.92;
  const north = a.lat - b.lat;
  return east * east + north * north;
}

/**
 * Weighted nearest seat: a seat with too few booths pulls harder until the areas fit nearly (a power diagram, as in
 * Aurenhammer, Hoffmann and Aronov 1998), then places with the clearest choice are served first and the rest fills up.
 * @param places all places of a district
 * @param seats the seats' middles and numbers of booths; both sums of booths are equal
 * @returns portions in the order of the places; few places have more than one
 */
export function seatAreas<P extends Place>(places: readonly P[], seats: readonly Seat[]): Portion<P>[] {
  const distances = places.map((place) => seats.map((seat) => squareDistance(place.point, seat.point)));
  const pull = seats.map(() => 0);
  const cost = (at: number, seat: number): number => distances[at]![seat]! - pull[seat]!;
  const nearest = (at: number): number[] => seats.map((_, seat) => seat).sort((a, b) => cost(at, a) - cost(at, b) || a - b);

  for (let round = 0; seats.length > 1 && round < 80; round += 1) {
    const load = seats.map(() => 0);
    for (let at = 0; at < places.length; at += 1) {
      let best = 0;
      for (let seat = 1; seat < seats.length; seat += 1) if (cost(at, seat) < cost(at, best)) best = seat;
      load[best]! += places[at]!.booths;
    }
    const step = 0.03 / (1 + round / 10);
    for (const [seat, { booths }] of seats.entries()) pull[seat]! += step * (1 - load[seat]! / booths);
  }

  const order = places.map((_, at) => {
    const [first, second] = nearest(at);
    return { at, clarity: second === undefined ? 0 : cost(at, second) - cost(at, first!) };
  }).sort((a, b) => b.clarity - a.clarity || a.at - b.at);

  const room = seats.map((seat) => seat.booths);
  const portions: (Portion<P> & { at: number })[] = [];
  for (const { at } of order) {
    let left = places[at]!.booths;
    for (const seat of nearest(at)) {
      const booths = Math.min(left, room[seat]!);
      if (booths > 0) portions.push({ place: places[at]!, seat, booths, at });
      room[seat]! -= booths;
      left -= booths;
    }
  }
  return portions.sort((a, b) => a.at - b.at || a.seat - b.seat);
}
