// The board's list: units of the level with who has them, chosen as in a file list, dragged onto a leader, at any length.
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { call } from '../../api.ts';
import { useWindowedPages } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import { mostUnitsAtOnce } from '../../../shared/limits.ts';
import type { ChargeUnit } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import { beginDrag } from './dragged.ts';
import type { Board } from './useBoard.ts';

export interface BoardAsk {
  levelId: string;
  unitId: string | null;
  programmeId: string | null;
  group: GroupFilter | null;
  fromDay: string;
  toDay: string;
  only: 'all' | 'free' | 'held';
  personId: string | null;
}

interface Props {
  ask: BoardAsk;
  board: Board;
  ghostOf: (ids: readonly string[]) => string;
  /** The unit the keyboard or pointer is on, for the inspector. */
  onLook: (unitId: string) => void;
  /** Enter, or a letter typed: on to the leaders. */
  onLeaders: (letter: string) => void;
}

const rowHeight = 44;

export function UnitChoice({ ask, board, ghostOf, onLook, onLeaders }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const pick = usePick();
  const { number, day } = useNumbers();
  const { scrollRef, virtualizer, rowAt, total, first, error, loading } = useWindowedPages('charges.board', ask, { rowHeight });
  const [at, setAt] = useState(0);
  const anchor = useRef(0);
  const { selected, setSelected, colourOf } = board;
  const withKind = (one: ChargeUnit['holders'][number]) => `${named(one)}${one.kind === 'coInCharge' ? ` (${t('kind.coInCharge')})` : ''}`;

  /** Ids from one line to another: what is loaded, else asked for in the same order. */
  async function between(a: number, b: number): Promise<string[]> {
    const [from, to] = [Math.min(a, b), Math.max(a, b)];
    const rows = Array.from({ length: Math.min(to - from + 1, mostUnitsAtOnce) }, (_, i) => rowAt(from + i));
    if (rows.every((row) => row !== undefined)) return rows.map((row) => row.id);
    return (await call('charges.unitIds', ask)).unitIds.slice(from, to + 1);
  }
  async function chooseAll(): Promise<void> {
    const { total: there, unitIds } = await call('charges.unitIds', ask);
    setSelected(unitIds);
    if (there > unitIds.length) showNotice(t('tooManyAtOnce', { count: unitIds.length, total: there }));
  }
  function goTo(next: number, range: boolean): void {
    const inside = Math.max(0, Math.min(total - 1, next));
    setAt(inside);
    virtualizer.scrollToIndex(inside, { align: 'auto' });
    const row = rowAt(inside);
    if (row) onLook(row.id);
    if (range) void between(anchor.current, inside).then(setSelected);
    else anchor.current = inside;
  }
  function toggle(row: ChargeUnit): void {
    setSelected(selected.has(row.id) ? [...selected].filter((id) => id !== row.id) : [...selected, row.id]);
  }
  function onClick(event: MouseEvent, row: ChargeUnit, index: number): void {
    setAt(index);
    onLook(row.id);
    if (event.shiftKey) { void between(anchor.current, index).then(setSelected); return; }
    anchor.current = index;
    if (event.ctrlKey || event.metaKey) toggle(row);
    else setSelected([row.id]);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const row = rowAt(at);
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 1);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: total - 1 };
    const next = moves[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (next !== undefined && !event.altKey) goTo(next, event.shiftKey);
    else if (event.key === ' ' && row) toggle(row);
    else if (mod && event.key.toLowerCase() === 'a') void chooseAll();
    else if (mod && event.key.toLowerCase() === 'c') copyText(asTabbed(chosenRows().map((one) => [named(one), pick(one.withinEn, one.withinHi), one.electors, one.holders.map(named).join(', ')])));
    else if (event.key === 'Escape' && selected.size > 0) setSelected([]);
    else if (event.key === 'Enter' && row) { if (selected.size === 0) setSelected([row.id]); onLeaders(''); }
    else if (event.key.length === 1 && !mod && !event.altKey && event.key !== '?') { if (selected.size === 0 && row) setSelected([row.id]); onLeaders(event.key); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** Loaded lines that are chosen; without a choice the one the keyboard is on. */
  function chosenRows(): ChargeUnit[] {
    const loaded = Array.from({ length: Math.min(total, mostUnitsAtOnce) }, (_, index) => rowAt(index)).filter((row) => row !== undefined);
    const rows = loaded.filter((row) => selected.has(row.id));
    const here = rowAt(at);
    return rows.length > 0 ? rows : here ? [here] : [];
  }
  return (
    <div className="charges-list">
      <LoadingLine shown={loading} />
      {error ? <ErrorPanel error={error} /> : null}
      {first?.total === 0 ? <EmptyState compact text={t(ask.only === 'free' ? 'nothingFree' : 'noUnits')} /> : null}
      <div
        ref={scrollRef} className="charges-scroll" role="listbox" aria-multiselectable="true" aria-label={t('units')} tabIndex={0} onKeyDown={onKeyDown} data-charges-units
        aria-activedescendant={total > 0 ? `charges-unit-${at}` : undefined}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
          {virtualizer.getVirtualItems().map((item) => {
            const row = rowAt(item.index);
            const isChosen = row !== undefined && selected.has(row.id);
            const holder = row?.holders[0];
            return (
              <div
                title={row?.holders.map(withKind).join(' · ')}
                key={item.key} id={`charges-unit-${item.index}`} role="option" aria-selected={isChosen} data-here={item.index === at || undefined} className="charges-row" draggable={row !== undefined}
                style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} onClick={(event) => { if (row) onClick(event, row, item.index); }}
                onDragStart={(event) => {
                  if (!row) return;
                  const ids = isChosen ? [...selected] : [row.id];
                  if (!isChosen) setSelected(ids);
                  beginDrag(event, ids, ghostOf(ids));
                }}
              >
                {row ? (
                  <>
                    <i className="charges-swatch" data-nobody={!holder || undefined} style={{ background: holder ? colourOf(holder.personId) ?? 'var(--line-strong)' : undefined }} aria-hidden="true" />
                    <span className="charges-grow">
                      <span className="charges-name">{named(row)} <span className="charges-dim">{pick(row.withinEn, row.withinHi)}{board.classes ? ` · ${board.classes.wordOf(row.id)}` : ''}</span></span>
                      <span className="charges-under">
                        {holder ? row.holders.map(withKind).join(' · ') : t('nobody')}
                        {row.holders.length === 1 ? ` · ${t('untilDay', { day: day(holder!.toDay) })}` : ''}
                      </span>
                    </span>
                    <span className="charges-figure">
                      {row.target === null ? t('electorsCount', { electors: number(row.electors) }) : t('targetOf', { achieved: number(row.achieved ?? 0), target: number(row.target) })}
                    </span>
                  </>
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
