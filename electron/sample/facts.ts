// Reads the shipped tables of Jharkhand into typed rows; data/SOURCES.md says where they come from.
import { parse } from 'csv-parse/sync';
import blocksText from './data/blocks.csv?raw';
import constituenciesText from './data/constituencies.csv?raw';
import districtsText from './data/districts.csv?raw';
import outlinesText from './data/outlines.json?raw';
import panchayatsText from './data/panchayats.csv?raw';
import parliamentaryText from './data/parliamentary.csv?raw';
import roadsText from './data/roads.csv?raw';

export interface Point {
  lat: number;
  lon: number;
}

export type Reservation = 'GEN' | 'SC' | 'ST';

function rows<Column extends string>(text: string): Record<Column, string>[] {
  return parse(text, { columns: true });
}

function pointOf(row: { lat: string; lon: string }): Point | null {
  return row.lat === '' ? null : { lat: Number(row.lat), lon: Number(row.lon) };
}

function knownPointOf(row: { lat: string; lon: string }): Point {
  return { lat: Number(row.lat), lon: Number(row.lon) };
}

export type Facts = ReturnType<typeof readFacts>;
export type SeatFact = Facts['seats'][number];

export function readFacts() {
  return {
    districts: rows<'lgdCode' | 'nameEn' | 'nameEnLgd' | 'nameHi' | 'nameHiLgd' | 'hqTownEn' | 'hqTownHi' | 'lat' | 'lon'>(districtsText)
      .map((row) => ({ ...row, point: knownPointOf(row) })),
    blocks: rows<'lgdCode' | 'nameEn' | 'nameHi' | 'districtCode' | 'lat' | 'lon'>(blocksText)
      .map((row) => ({ ...row, point: knownPointOf(row) })),
    panchayats: rows<'lgdCode' | 'nameEn' | 'blockCode' | 'lat' | 'lon'>(panchayatsText)
      .map((row) => ({ ...row, point: pointOf(row) })),
    lokSabhaSeats: rows<'number' | 'nameEn' | 'nameHi' | 'reservation'>(parliamentaryText)
      .map((row) => ({ ...row, number: Number(row.number), reservation: row.reservation as Reservation })),
    seats: rows<'number' | 'nameEn' | 'nameHi' | 'reservation' | 'lokSabhaNumber' | 'districtCode' | 'electors2014' | 'demoLat' | 'demoLon'>(constituenciesText)
      .map((row) => ({
        number: Number(row.number),
        nameEn: row.nameEn,
        nameHi: row.nameHi,
        reservation: row.reservation as Reservation,
        lokSabhaNumber: Number(row.lokSabhaNumber),
        districtCode: row.districtCode,
        electors: Number(row.electors2014),
        demoPoint: knownPointOf({ lat: row.demoLat, lon: row.demoLon }),
      })),
    roads: rows<'fromLevel' | 'fromCode' | 'toLevel' | 'toCode' | 'km'>(roadsText)
      .map((row) => ({ ...row, distanceKm: Number(row.km) })),
    outlines: JSON.parse(outlinesText) as Record<string, [number, number][][]>,
  };
}
