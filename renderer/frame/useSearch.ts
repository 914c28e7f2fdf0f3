// Search over everything as the person types, a moment after the last key.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '../hooks.ts';
import { useSession } from '../store.ts';
import type { SearchHit } from '../../shared/model/unit.ts';

export type HitKind = SearchHit['kind'];

/** Hits for a text, what lies in the scope first among equals; empty for an empty text. `settled` is false while the answer for what was typed is still on its way. */
export function useSearch(text: string, kinds: HitKind[], limit = 12): { hits: SearchHit[]; settled: boolean } {
  const [asked] = useDebouncedValue(text.trim(), 60);
  const scopeId = useSession((session) => session.scopeUnitId);
  const { data } = useQuery('units.search', asked === '' ? null : { text: asked, limit, kinds, scopeId }, { keep: true });
  return { hits: asked === '' ? [] : (data ?? []), settled: asked === text.trim() && (asked === '' || data !== undefined) };
}
