// The lines of the board's list, in groups or not, and which units stand from one line to another or in a class.
import { useState } from 'react';
import { call } from '../../api.ts';
import { useWindowedPages } from '../../hooks.ts';
import { mostUnitsAtOnce } from '../../../shared/limits.ts';
import type { GroupedCharge } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';

export interface BoardAsk {
  levelId: string;
  unitId: string | null;
  programmeId: string | null;
  group: GroupFilter | null;
  fromDay: string;
  toDay: string;
  only: 'all' | 'free' | 'held';
  personId: string | null;
}

export const lineHeight = 44;
/** As many as one question may ask for. */
const mostLines = 500;

const idsIn = (lines: readonly GroupedCharge[]): string[] => [...new Set(lines.flatMap((line) => (line.kind === 'unit' ? [line.unit.id] : [])))];

/** `classificationId` null: not in groups. */
export function useUnitLines(ask: BoardAsk, classificationId: string | null) {
  const [folded, setFolded] = useState<string[]>([]);
  const grouped = classificationId === null ? null : { ...ask, classificationId, folded };
  const plainList = useWindowedPages('charges.board', grouped ? null : ask, { rowHeight: lineHeight });
  const groupedList = useWindowedPages('charges.grouped', grouped, { rowHeight: lineHeight });

  function lineAt(index: number): GroupedCharge | undefined {
    if (grouped) return groupedList.rowAt(index);
    const unit = plainList.rowAt(index);
    return unit && { kind: 'unit', key: unit.id, unit, whole: true };
  }
  /** Units from one line to another: what is loaded, else asked for in the same order. */
  async function between(a: number, b: number): Promise<string[]> {
    const from = Math.min(a, b);
    const to = Math.min(Math.max(a, b) + 1, from + mostUnitsAtOnce);
    const lines = Array.from({ length: to - from }, (_, at) => lineAt(from + at));
    if (lines.every((line) => line !== undefined)) return idsIn(lines);
    if (grouped === null) return (await call('charges.unitIds', ask)).unitIds.slice(from, to);
    const asked: GroupedCharge[] = [];
    for (let offset = from; offset < to; offset += mostLines) asked.push(...(await call('charges.grouped', { ...grouped, offset, limit: Math.min(mostLines, to - offset) })).rows);
    return idsIn(asked);
  }
  /** All units of a class of the list, whether it is folded or not. */
  const idsOfClass = (classId: string): Promise<{ total: number; unitIds: string[] }> => (classificationId === null
    ? Promise.resolve({ total: 0, unitIds: [] })
    : call('charges.unitIds', { ...ask, group: { classificationId, classId }, also: ask.group?.classificationId === classificationId ? null : ask.group }));
  const fold = (key: string, shut: boolean) => setFolded((now) => [...now.filter((one) => one !== key), ...(shut ? [key] : [])]);
  return { list: grouped ? groupedList : plainList, lineAt, between, idsOfClass, folded, fold };
}
