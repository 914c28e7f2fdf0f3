// Taking an import back as a person looks at it before it is done: how many go, and which stay and why.
import type { StayingUnit, StayReason, TakeBackPreview } from '../../../shared/model/takeBack.ts';
import type { ReadDb } from '../../store/sql.ts';
import { crumbsOf, unitOf, withinOf } from '../unitPlace.ts';
import type { TakeBack } from './takeBack.ts';

const mostListed = 5000;

export function previewOf(db: ReadDb, { goes, stays, gone }: TakeBack): Omit<TakeBackPreview, 'seq' | 'fileName'> {
  const counts = new Map<StayReason, number>();
  for (const reasons of stays.values()) for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const staying: StayingUnit[] = [];
  // They come from the tree's end; the other way round they stand as the tree reads.
  for (const [id, reasons] of [...stays].reverse().slice(0, mostListed)) {
    const { levelId, nameEn, nameHi, path } = unitOf(db, id);
    staying.push({ id, levelId, nameEn, nameHi, ...withinOf(crumbsOf(db, path)), reasons });
  }
  return {
    goes: goes.length, stays: stays.size, gone,
    reasons: [...counts].map(([reason, units]) => ({ reason, units })).sort((a, b) => b.units - a.units),
    staying,
  };
}
