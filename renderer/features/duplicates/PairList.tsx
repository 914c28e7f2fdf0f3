// The proposals, the surest first, each with what speaks for it.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { DuplicatePair, DuplicateParty } from '../../../shared/model/duplicate.ts';

const rowHeight = 48;

export function PairList({ pairs, total, openKey, onOpen }: { pairs: DuplicatePair[]; total: number; openKey: string | null; onOpen: (key: string) => void }) {
  const t = useWords('duplicates');
  const named = useNamed();
  const pick = usePick();
  const { number } = useNumbers();
  const scrollRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the list redraws as it scrolls
  const virtualizer = useVirtualizer({ count: pairs.length, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 10 });
  const party = (one: DuplicateParty) => (
    <span className="duplicates-party">
      {named(one)}
      <span>{[pick(one.titleEn, one.titleHi), pick(one.unitNameEn, one.unitNameHi), one.phone].filter(Boolean).join(' · ') || '–'}</span>
    </span>
  );
  const columns: GridColumn<DuplicatePair>[] = [
    { id: 'a', head: t('one'), width: 'minmax(170px, 3fr)', render: (pair) => party(pair.a) },
    { id: 'b', head: t('other'), width: 'minmax(170px, 3fr)', render: (pair) => party(pair.b) },
    { id: 'reasons', head: t('why'), width: 'minmax(170px, 3fr)', render: (pair) => <span className="duplicates-reasons">{pair.reasons.map((reason) => <span key={reason}>{t(`reason.${reason}`)}</span>)}</span> },
    { id: 'score', head: t('score'), width: '84px', figures: true, render: (pair) => number(pair.score) },
  ];
  return (
    <>
      {total > pairs.length ? <p className="duplicates-note">{t('first', { count: pairs.length, total })}</p> : null}
      <RowGrid
        label={t('pairs')} columns={columns} total={pairs.length} rowAt={(index) => pairs[index]} keyOf={(pair) => `${pair.a.id} ${pair.b.id}`} virtualizer={virtualizer} scrollRef={scrollRef} rowHeight={rowHeight}
        selectedKey={openKey} onSelect={(pair) => onOpen(`${pair.a.id} ${pair.b.id}`)} onOpen={() => document.querySelector<HTMLElement>('[data-side-panel] button[data-merge]')?.focus()}
      />
    </>
  );
}
