// What kind of road leads to a unit: told by its level.
import type { RoadKind } from '../../../shared/rules/roads/speeds.ts';

const kinds: Readonly<Record<string, RoadKind>> = { block: 'side', mandal: 'side', panchayat: 'village', booth: 'village' };

/** Districts, towns and levels nobody knows lie on main roads. */
export const roadKindOf = (levelId: string | undefined): RoadKind => kinds[levelId ?? ''] ?? 'main';
