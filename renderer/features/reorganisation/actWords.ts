// An act of the past in one sentence: what became of what.
import type { ActPart, ActRow } from '../../../shared/model/reorganisation.ts';
import type { Words } from '../../words.ts';

type Named = (record: { nameEn: string | null; nameHi: string | null }) => string;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Words of `reorganisation.json` under `told`; units by the names they have now. */
export function actTold(act: ActRow, t: Words, named: Named): string {
  const of = (role: ActPart['role']) => act.parts.filter((part) => part.role === role).map((part) => named(part)).join(', ');
  const moved = act.parts.filter((part) => part.role === 'moved');
  switch (act.kind) {
    case 'split': return t('told.split', { name: of('divided'), new: of('new') });
    case 'merge': return t('told.merge', { name: of('merged'), to: of('into') });
    case 'move': return t('told.move', { name: of('moved'), count: moved.length, to: of('to') });
    case 'rename': return t('told.rename', { name: of('renamed'), before: named({ nameEn: textOf(act.detail['nameEn']), nameHi: textOf(act.detail['nameHi']) }) });
    case 'renumber': return t('told.renumber', { count: act.units });
    case 'close': return t('told.close', { name: of('closed') });
    case 'import': return t('told.import', { count: act.units });
  }
}
