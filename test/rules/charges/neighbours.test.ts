// Who is next to whom: by shared borders, by points alone, islands joined, and the districts of Jharkhand as everybody knows them.
import { describe, expect, it } from 'vitest';
import { neighboursOf, partsOf } from '../../../shared/rules/charges/neighbours.ts';
import type { Place } from '../../../shared/rules/charges/neighbours.ts';
import { sampleDistricts } from './districts.ts';

const square = (x: number, y: number): Place => ({ rings: [[[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1], [x, y]]], lat: null, lon: null });
const point = (lon: number, lat: number): Place => ({ rings: null, lat, lon });

describe('neighbours', () => {
  it('share a border; a corner in common is none', () => {
    expect(neighboursOf([square(0, 0), square(1, 0), square(0, 1), square(1, 1)])).toEqual([[1, 2], [0, 3], [0, 3], [1, 2]]);
  });

  it('of points are those with nothing between them', () => {
    expect(neighboursOf([point(0, 0), point(1, 0), point(2, 0)])).toEqual([[1], [0, 2], [1]]);
    expect(neighboursOf([point(0, 0), point(1, 0), point(0, 1), point(1, 1)])).toEqual([[1, 2], [0, 3], [0, 3], [1, 2]]);
  });

  it('join what lies apart, so that everything can be reached; what has no place has no neighbours', () => {
    const far = neighboursOf([square(0, 0), square(1, 0), square(9, 0), square(10, 0), { rings: null, lat: null, lon: null }]);
    expect(partsOf([0, 1, 2, 3], far)).toHaveLength(1);
    expect(far[4]).toEqual([]);
    expect(far[1]).toContain(2);
  });

  it('are mutual, and right for Jharkhand', () => {
    const { names, places } = sampleDistricts();
    const lists = neighboursOf(places);
    lists.forEach((list, at) => { for (const other of list) expect(lists[other]).toContain(at); });
    expect(partsOf(lists.map((_, at) => at), lists)).toHaveLength(1);
    const of = (name: string) => lists[names.indexOf(name)]!.map((at) => names[at]).sort();
    expect(of('Dhanbad')).toEqual(['Bokaro', 'Giridih', 'Jamtara']);
    expect(of('Pakur')).toEqual(['Dumka', 'Godda', 'Sahibganj']);
    expect(of('Garhwa')).toEqual(['Latehar', 'Palamu']);
  });
});
