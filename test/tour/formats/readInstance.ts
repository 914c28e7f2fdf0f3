// A published instance of whatever kind, told by its content and name, as a tour problem; our own JSON too.
import { problemOfJson } from '../../../electron/planTour/problemJson.ts';
import type { TourProblem } from '../../../shared/tour/problem.ts';
import { ophsProblem, tsphsProblem } from './hotels.ts';
import { numberRows } from './points.ts';
import { tsplibProblem } from './tsplib.ts';
import { optwProblem, tsptwProblem } from './windows.ts';

export type InstanceKind = 'json' | 'tsplib' | 'tsphs' | 'ophs' | 'optw' | 'tsptw';

export function kindOf(text: string, name: string): InstanceKind {
  if (/^\s*\{/.test(text)) return 'json';
  if (/^\s*(EDGE_WEIGHT_TYPE|DIMENSION)\b/m.test(text)) return 'tsplib';
  if (/\.ophs$/i.test(name)) return 'ophs';
  if (/tsptw|(^|[\\/])n\d+w\d+|CUST NO|^\s*!!/im.test(`${name}\n${text.slice(0, 400)}`)) return 'tsptw';
  const rows = numberRows(text);
  const [first, second, third] = rows;
  if (first?.length === 1) return 'tsptw';
  if (first?.length === 3 && second?.length === 1 && third?.length === first[2]) return 'ophs';
  return first?.length === 3 && rows.length === 1 + first[0]! + first[1]! ? 'tsphs' : 'optw';
}

export function readInstance(text: string, name: string): { kind: InstanceKind; problem: TourProblem } {
  const kind = kindOf(text, name);
  const read: Record<InstanceKind, () => TourProblem> = {
    json: () => problemOfJson(text), tsplib: () => tsplibProblem(text), tsphs: () => tsphsProblem(text), ophs: () => ophsProblem(text), optw: () => optwProblem(text, name), tsptw: () => tsptwProblem(text),
  };
  return { kind, problem: read[kind]() };
}
