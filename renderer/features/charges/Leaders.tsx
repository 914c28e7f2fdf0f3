// The leaders beside the board: what each has already, and where the chosen units are dropped or given by Enter.
import { Button, Checkbox, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useRemembered, useWindowedPages } from '../../hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useLanguage, useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { LeaderLoad } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import { carriesUnits, droppedUnits } from './dragged.ts';
import type { Board } from './useBoard.ts';
import type { Terms } from './useTerms.ts';

interface Props {
  terms: Terms;
  unitId: string | null;
  group: GroupFilter | null;
  board: Board;
  chosen: number;
  searchRef: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  onGive: (personId: string, unitIds: readonly string[]) => void;
  onOpen: (leader: LeaderLoad) => void;
}

const rowHeight = 52;
const searchAfterMilliseconds = 120;

export function Leaders({ terms, unitId, group, board, chosen, searchRef, text, onText, onGive, onOpen }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const pick = usePick();
  const language = useLanguage();
  const { number } = useNumbers();
  const [holding, setHolding] = useRemembered('charges.holding', false);
  const [asked] = useDebouncedValue(text, searchAfterMilliseconds);
  const [at, setAt] = useState(0);
  const [over, setOver] = useState<string | null>(null);
  const { scrollRef, virtualizer, rowAt, total, first, loading } = useWindowedPages('charges.leaders', {
    levelId: terms.levelId, unitId, programmeId: terms.programmeId, group, fromDay: terms.fromDay, toDay: terms.toDay, text: asked, language, holding,
  }, { rowHeight });
  const settled = asked === text;

  function onKeyDown(event: KeyboardEvent): void {
    const leader = rowAt(at);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = Math.max(0, Math.min(total - 1, at + (event.key === 'ArrowDown' ? 1 : -1)));
      setAt(next);
      virtualizer.scrollToIndex(next, { align: 'auto' });
    } else if (event.key === 'Enter' && leader && settled) {
      if (chosen > 0) onGive(leader.id, [...board.selected]);
      else onOpen(leader);
    } else if (event.key === 'Escape') document.querySelector<HTMLElement>('[data-charges-units]')?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <section className="charges-leaders" aria-label={t('leaders')}>
      <header>
        <TextInput
          ref={searchRef} className="charges-grow" aria-label={t('findLeader')} placeholder={t(chosen > 0 ? 'giveTo' : 'findLeader')} value={text} onChange={(event) => { onText(event.currentTarget.value); setAt(0); }} onKeyDown={onKeyDown}
          leftSection={<IconSearch size={15} stroke={1.8} />} autoComplete="off" spellCheck={false} maxLength={100} aria-controls="charges-leaders" aria-activedescendant={total > 0 ? `charges-leader-${at}` : undefined} role="combobox" aria-expanded="true"
          rightSection={text === '' ? null : <CloseButton size="sm" aria-label={t('common:clear')} onClick={() => onText('')} />}
        />
        <Checkbox size="xs" label={t('holding')} checked={holding} onChange={(event) => setHolding(event.currentTarget.checked)} />
      </header>
      <LoadingLine shown={loading} />
      {first?.total === 0 ? <EmptyState compact text={t(text === '' ? 'noLeaders' : 'nobodyFound', { text })} /> : null}
      <div ref={scrollRef} className="charges-scroll" id="charges-leaders" role="listbox" aria-label={t('leaders')} tabIndex={0} onKeyDown={onKeyDown}>
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
          {virtualizer.getVirtualItems().map((item) => {
            const leader = rowAt(item.index);
            if (!leader) return <div key={item.key} className="charges-row" style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} />;
            const colour = board.colourOf(leader.id);
            return (
              <div
                key={item.key} id={`charges-leader-${item.index}`} role="option" aria-selected={item.index === at} className="charges-row" data-over={over === leader.id || undefined} data-here={item.index === at || undefined}
                style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} onClick={() => { setAt(item.index); onOpen(leader); }}
                onDragOver={(event) => { if (carriesUnits(event)) { event.preventDefault(); event.dataTransfer.dropEffect = 'copy'; setOver(leader.id); } }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => { event.preventDefault(); setOver(null); onGive(leader.id, droppedUnits(event)); }}
              >
                <i className="charges-swatch" data-nobody={colour === undefined || undefined} style={{ background: colour }} aria-hidden="true" />
                <span className="charges-grow">
                  <span className="charges-name">{named(leader)}</span>
                  <span className="charges-under">{[pick(leader.titleEn, leader.titleHi), pick(leader.unitNameEn, leader.unitNameHi)].filter((part) => part !== '' && part !== named(leader)).join(' · ')}</span>
                </span>
                {chosen > 0 ? (
                  // Not a button of its own: a line of a list may hold none, and by keys Enter on the line gives.
                  <Button component="span" size="compact-xs" variant="light" onClick={(event) => { event.stopPropagation(); onGive(leader.id, [...board.selected]); }}>{t('give', { count: chosen })}</Button>
                ) : (
                  <span className="charges-figure">
                    {leader.units === 0 ? '–' : t('unitCount', { count: leader.units })}
                    <span className="charges-under">{leader.awayDays > 0 ? <b className="charges-away">{t('awayDays', { count: leader.awayDays })}</b> : leader.units > 0 ? number(leader.electors) : ''}</span>
                  </span>
                )}
              </div>
            );
          })}
        </div>
      </div>
    </section>
  );
}
