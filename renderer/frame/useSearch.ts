// Search over everything as the person types, a moment after the last key.
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '../hooks.ts';
import type { SearchHit } from '../../shared/model/unit.ts';

export type HitKind = SearchHit['kind'];

/** Hits for a text; empty for an empty text. `settled` is false while the answer for what was typed is still on its way. */
export function useSearch(text: string, kinds: HitKind[], limit = 12): { hits: SearchHit[]; settled: boolean } {
  const [asked] = useDebouncedValue(text.trim(), 120);
  const { data } = useQuery('units.search', asked === '' ? null : { text: asked, limit, kinds }, { keep: true });
  return { hits: asked === '' ? [] : (data ?? []), settled: asked === text.trim() && (asked === '' || data !== undefined) };
}
