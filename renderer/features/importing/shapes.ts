// Remembers for this person how the columns of a sheet's shape were understood, and offers it for the next sheet of that shape.
import { useRemembered } from '../../hooks.ts';
import type { ImportMapping } from '../../../shared/model/importing.ts';

/** Beyond this the shapes used longest ago are forgotten. */
const mostShapes = 60;

type Shapes = Record<string, unknown>;

/** True where every level the mapping speaks of is one of this file's: it may have been made with another. */
function fits(mapping: ImportMapping, levelIds: Set<string>): boolean {
  if (mapping.form === 'levels') return mapping.columns.every(({ levelId }) => levelIds.has(levelId));
  if (mapping.form === 'seatBooths') return levelIds.has(mapping.levelId);
  if (mapping.form === 'parentCode') return mapping.levelId === undefined || levelIds.has(mapping.levelId);
  if (mapping.form === 'subdistricts') return [mapping.panchayatLevelId, ...mapping.within.map(({ levelId }) => levelId)].every((id) => levelIds.has(id));
  return [mapping.districtLevelId, mapping.blockLevelId, mapping.panchayatLevelId].every((id) => levelIds.has(id));
}

/** What was kept by another version, or spoilt, is passed over; whatever is used is checked when it is sent. */
function isMapping(kept: unknown): kept is ImportMapping {
  if (typeof kept !== 'object' || kept === null || !('form' in kept) || !('extras' in kept)) return false;
  if (typeof kept.extras !== 'object' || kept.extras === null) return false;
  return kept.form === 'levels' ? 'columns' in kept && Array.isArray(kept.columns) : kept.form === 'subdistricts' ? 'within' in kept && Array.isArray(kept.within) : typeof kept.form === 'string';
}

/**
 * Kept among the person's own settings and not in the file: the shape belongs to the offices he works with, in whichever file, and
 * another laptop's columns should not change his. The seat and hand-made matches belong to one sheet and are left out.
 */
export function useShapes(): { recall: (shape: string, headerRow: number, levelIds: string[]) => ImportMapping | null; remember: (shape: string, mapping: ImportMapping) => void } {
  const [shapes, setShapes] = useRemembered<Shapes>('importing.shapes', {});
  return {
    recall: (shape, headerRow, levelIds) => {
      const found = shapes[shape];
      return isMapping(found) && fits(found, new Set(levelIds)) ? { ...found, headerRow } : null;
    },
    remember: (shape, mapping) => {
      const { seat: _, ...extras } = mapping.extras;
      const kept = { ...mapping, extras };
      if ('said' in kept) delete kept.said;
      const others = Object.entries(shapes).filter(([key]) => key !== shape).slice(-(mostShapes - 1));
      setShapes(Object.fromEntries([...others, [shape, kept]]));
    },
  };
}
