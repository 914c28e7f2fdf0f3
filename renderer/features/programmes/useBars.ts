// The lines in sight, whole: asked for in pages of the outline, at most four at a time.
import { useMemo } from 'react';
import { useQuery } from '../../hooks.ts';
import type { DatedKind, LinkRow } from '../../../shared/model/schedule.ts';
import type { FullBar, Outline } from '../../../shared/model/timeline.ts';
import { keyOf } from './timelineRows.ts';

const pageLines = 50;
const kindOf: Record<string, DatedKind> = { p: 'programme', t: 'tour', m: 'meeting' };

export interface Bars {
  bars: ReadonlyMap<string, FullBar>;
  links: readonly LinkRow[];
}

function itemsOf(outline: Pick<Outline, 'kinds' | 'ids'> | undefined, page: number, last: number): { kind: DatedKind; id: string }[] | null {
  if (!outline || page > last || page * pageLines >= outline.ids.length) return null;
  return outline.ids.slice(page * pageLines, (page + 1) * pageLines).map((id, at) => ({ kind: kindOf[outline.kinds[page * pageLines + at]!]!, id }));
}

/** `first` and `last`: places in the outline that are in sight. What was there stays while newer answers are on their way. */
export function useBars(outline: Pick<Outline, 'kinds' | 'ids'> | undefined, first: number, last: number): Bars {
  const begin = Math.floor(Math.max(0, first) / pageLines);
  const end = Math.floor(Math.max(0, last) / pageLines);
  const wanted = useMemo(() => [0, 1, 2, 3].map((step) => itemsOf(outline, begin + step, end)), [outline, begin, end]);
  const asked = (step: number) => { const items = wanted[step]; return items ? { items } : null; };
  const a = useQuery('programmes.bars', asked(0), { keep: true }).data;
  const b = useQuery('programmes.bars', asked(1), { keep: true }).data;
  const c = useQuery('programmes.bars', asked(2), { keep: true }).data;
  const d = useQuery('programmes.bars', asked(3), { keep: true }).data;
  return useMemo(() => {
    const answers = [a, b, c, d].filter((answer) => answer !== undefined);
    const links = new Map(answers.flatMap((answer) => answer.links.map((link) => [link.id, link] as const)));
    return { bars: new Map(answers.flatMap((answer) => answer.bars.map((bar) => [keyOf(bar.kind, bar.id), bar] as const))), links: [...links.values()] };
  }, [a, b, c, d]);
}
