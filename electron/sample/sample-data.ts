// Says what a sample consists of: plain rows with their ids, ready to be written into an empty file.
import type { CheckedInputOf } from '../../shared/contract.ts';
import type { SamplePromise, SampleVisit } from './visits.ts';

/** Days are 'YYYY-MM-DD', both ends counted; times are minutes of the day; points are WGS 84 degrees. */
export interface SampleData {
  workspace: { nameEn: string; nameHi: string; asOfDay: string };
  constituencies: SampleConstituency[];
  units: SampleUnit[];
  /** Other spellings a unit is searched by, such as the official directory's. */
  unitAliases: { unitId: string; name: string }[];
  /** Outer rings of lon, lat, clockwise, first point repeated at the end. */
  outlines: { unitId: string; rings: [number, number][][] }[];
  people: SamplePerson[];
  daysAway: { id: string; personId: string; fromDay: string; toDay: string; reason: string }[];
  responsibilities: { id: string; personId: string; unitId: string; fromDay: string; toDay: string; kind: 'inCharge' | 'coInCharge' }[];
  programmes: SampleProgramme[];
  metrics: SampleMetric[];
  meetings: SampleMeeting[];
  /** Of the months before; the promises name theirs. */
  visits: SampleVisit[];
  promises: SamplePromise[];
  links: { id: string; fromKind: 'programme'; fromId: string; toKind: 'programme' | 'meeting'; toId: string; kind: 'startsAfter'; days: number }[];
  blackouts: { id: string; nameEn: string; nameHi: string; kind: 'festival'; fromDay: string; toDay: string; unitId: null }[];
  /** Given when all is laid out: the days above are those before it. */
  order: CheckedInputOf<'programmes.order'>;
  travelCorrections: { fromUnitId: string; toUnitId: string; distanceKm: number; travelMinutes: number | null }[];
}

/** Lok Sabha seats come before the Assembly seats that name them as parent. */
export interface SampleConstituency {
  id: string;
  kind: 'assembly' | 'lokSabha';
  number: number;
  nameEn: string;
  nameHi: string;
  reservation: 'GEN' | 'SC' | 'ST';
  parentId: string | null;
  electors: number | null;
}

/** Parents come before their children. */
export interface SampleUnit {
  id: string;
  parentId: string | null;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  /** Code in the Local Government Directory. */
  code: string | null;
  /** The town in which the unit's point lies, where it is not the unit's own name. */
  placeEn: string | null;
  placeHi: string | null;
  lat: number | null;
  lon: number | null;
  /** Known for booths only; every other unit is the sum of its booths. */
  electors: number | null;
  /** Booths only: the Assembly seat. */
  constituencyId: string | null;
  partNumber: string | null;
  demonstration: 0 | 1;
}

export interface SamplePerson {
  id: string;
  nameEn: string;
  nameHi: string;
  phone: string;
  veteran: 0 | 1;
  /** Null for veterans without a post. A kind names its own title. */
  post: { postKindId: string | null; titleEn: string; titleHi: string | null; unitId: string | null } | null;
}

export interface SampleProgramme {
  id: string;
  /** Who leads it. */
  personId: string;
  nameEn: string;
  nameHi: string;
  fromDay: string;
  toDay: string;
  phases: { levelId: string; fromDay: string; toDay: string }[];
  metricIds: string[];
}

export interface SampleMetric {
  id: string;
  nameEn: string;
  nameHi: string;
  kind: 'sum' | 'onePerUnit' | 'share';
  countLevelId: string | null;
  ofMetricId: string | null;
}

export interface SampleMeeting {
  id: string;
  title: string;
  titleHi: string;
  day: string;
  /** Minutes after midnight. */
  begin: number;
  minutes: number;
  unitId: string | null;
  placeEn: string;
  placeHi: string;
  personIds: string[];
}
