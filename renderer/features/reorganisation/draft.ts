// An act as it is being typed: what is there already, and whether it is enough to look at.
import { latinName } from '../../latinName.ts';
import type { Act } from '../../../shared/model/reorganisation.ts';

export const draftKinds = ['split', 'merge', 'move', 'rename'] as const;
export type DraftKind = (typeof draftKinds)[number];

export interface Draft {
  kind: DraftKind;
  /** The unit that is divided, that the others go into, or that is renamed. */
  unitId: string | null;
  childIds: string[];
  percent: number | null;
  /** Units that are merged or moved. */
  unitIds: string[];
  parentId: string | null;
  nameEn: string;
  nameHi: string;
  code: string;
  partNumber: string;
  /** What the unit to be renamed is called until then; without a difference there is nothing to do. */
  was: { unitId: string; nameEn: string; nameHi: string; code: string } | null;
  runOn: boolean;
  keepClasses: boolean;
  day: string | null;
  orderBy: string;
  reason: string;
}

/** `unitId`: what the act is about; `mergedId`: a unit that goes into another one still to be chosen. */
export const emptyDraft = (kind: DraftKind, unitId: string | null, day: string, mergedId: string | null = null): Draft => ({
  kind, unitId: kind === 'move' ? null : unitId, childIds: [], percent: null, unitIds: [kind === 'move' ? unitId : kind === 'merge' ? mergedId : null].filter((id) => id !== null), parentId: null,
  nameEn: '', nameHi: '', code: '', partNumber: '', was: null, runOn: true, keepClasses: true, day, orderBy: '', reason: '',
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The act, once everything it needs is there; null before. A name missing in English is the Hindi one in Latin letters. */
export function actOf(draft: Draft): Act | null {
  const { kind, unitId, day, unitIds, parentId } = draft;
  if (day === null) return null;
  const order = { day, orderBy: draft.orderBy.trim(), reason: draft.reason.trim(), keepClasses: draft.keepClasses };
  const nameEn = orNull(draft.nameEn) ?? orNull(latinName(draft.nameHi));
  const names = { nameHi: orNull(draft.nameHi), code: orNull(draft.code) };
  switch (kind) {
    case 'split': {
      if (unitId === null || nameEn === null || (draft.childIds.length === 0 && draft.percent === null)) return null;
      return { kind, ...order, unitId, childIds: draft.childIds, percent: draft.childIds.length > 0 ? null : draft.percent, nameEn, ...names, partNumber: orNull(draft.partNumber), runOn: draft.runOn };
    }
    case 'merge':
      return unitId === null || unitIds.length === 0 ? null : { kind, ...order, unitId, unitIds, nameEn, nameHi: names.nameHi };
    case 'move':
      return unitIds.length === 0 || parentId === null ? null : { kind, ...order, unitIds, parentId };
    case 'rename':
      if (draft.was && draft.nameEn === draft.was.nameEn && draft.nameHi === draft.was.nameHi && draft.code === draft.was.code) return null;
      return unitId === null || nameEn === null ? null : { kind, ...order, unitId, nameEn, ...names };
  }
}
