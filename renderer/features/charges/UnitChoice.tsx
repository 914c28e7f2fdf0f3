// The board's list: units of the level with who has them, also under the heads of their classes; chosen as in a file list, dragged onto a leader, at any length.
import { useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent } from 'react';
import { call } from '../../api.ts';
import { showNotice } from '../../toasts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { useNamed, usePick, useWords } from '../../words.ts';
import { mostUnitsAtOnce } from '../../../shared/limits.ts';
import type { ChargeUnit, GroupedCharge } from '../../../shared/model/charge.ts';
import { beginDrag } from './dragged.ts';
import { ClassLine, UnitLine } from './UnitLine.tsx';
import type { Board } from './useBoard.ts';
import { lineHeight, useUnitLines } from './useUnitLines.ts';
import type { BoardAsk } from './useUnitLines.ts';

interface Props {
  ask: BoardAsk;
  board: Board;
  /** By what the list is grouped; null: not at all. */
  classificationId: string | null;
  ghostOf: (ids: readonly string[]) => string;
  /** The unit the keyboard or pointer is on, for the inspector. */
  onLook: (unitId: string) => void;
  /** Enter, or a letter typed: on to the leaders. */
  onLeaders: (letter: string) => void;
}

export function UnitChoice({ ask, board, classificationId, ghostOf, onLook, onLeaders }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const pick = usePick();
  const { list, lineAt, between, idsOfClass, folded, fold } = useUnitLines(ask, classificationId);
  const { scrollRef, virtualizer, total, error, loading } = list;
  const [at, setAt] = useState(0);
  const anchor = useRef(0);
  const [ofClass, setOfClass] = useState<{ key: string; ids: string[] } | null>(null);
  const { selected, setSelected } = board;

  /** The units of the class are all chosen, and nothing else is. */
  const isClassChosen = (key: string) => ofClass?.key === key && ofClass.ids.length > 0 && ofClass.ids.length === selected.size && ofClass.ids.every((id) => selected.has(id));
  const isChosen = (line: GroupedCharge) => (line.kind === 'unit' ? selected.has(line.unit.id) : isClassChosen(line.key));
  const tellLimit = ({ total: there, unitIds }: { total: number; unitIds: string[] }) => { if (there > unitIds.length) showNotice(t('tooManyAtOnce', { count: unitIds.length, total: there })); };
  async function chooseAll(): Promise<void> {
    const all = await call('charges.unitIds', ask);
    setSelected(all.unitIds);
    tellLimit(all);
  }
  async function chooseClass(key: string, besides: readonly string[] = []): Promise<void> {
    const all = await idsOfClass(key);
    setOfClass({ key, ids: all.unitIds });
    setSelected([...besides, ...all.unitIds]);
    tellLimit(all);
  }
  function goTo(next: number, range: boolean): void {
    const inside = Math.max(0, Math.min(total - 1, next));
    setAt(inside);
    virtualizer.scrollToIndex(inside, { align: 'auto' });
    const line = lineAt(inside);
    if (line?.kind === 'unit') onLook(line.unit.id);
    if (range) void between(anchor.current, inside).then(setSelected);
    else anchor.current = inside;
  }
  function toggle(line: GroupedCharge): void {
    if (line.kind === 'class') void (isClassChosen(line.key) ? setSelected([]) : chooseClass(line.key, [...selected]));
    else setSelected(selected.has(line.unit.id) ? [...selected].filter((id) => id !== line.unit.id) : [...selected, line.unit.id]);
  }
  function choose(line: GroupedCharge): void {
    if (line.kind === 'class') void chooseClass(line.key);
    else setSelected([line.unit.id]);
  }
  function onClick(event: MouseEvent, line: GroupedCharge, index: number): void {
    setAt(index);
    if (line.kind === 'unit') onLook(line.unit.id);
    if (event.shiftKey) { void between(anchor.current, index).then(setSelected); return; }
    anchor.current = index;
    if (event.ctrlKey || event.metaKey) toggle(line);
    else choose(line);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const line = lineAt(at);
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / lineHeight) - 1);
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: total - 1 };
    const next = moves[event.key];
    const mod = event.ctrlKey || event.metaKey;
    if (next !== undefined && !event.altKey) goTo(next, event.shiftKey);
    else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && !mod && !event.altKey && line?.kind === 'class') fold(line.key, event.key === 'ArrowLeft');
    else if (event.key === ' ' && line) toggle(line);
    else if (mod && event.key.toLowerCase() === 'a') void chooseAll();
    else if (mod && event.key.toLowerCase() === 'c') copyText(asTabbed(chosenRows().map((one) => [named(one), pick(one.withinEn, one.withinHi), one.electors, one.holders.map(named).join(', ')])));
    else if (event.key === 'Escape' && selected.size > 0) setSelected([]);
    else if (event.key === 'Enter' && line) { if (selected.size === 0) choose(line); onLeaders(''); }
    else if (event.key.length === 1 && !mod && !event.altKey && event.key !== '?') { if (selected.size === 0 && line) choose(line); onLeaders(event.key); }
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** Loaded units that are chosen, each once; without a choice the one the keyboard is on. */
  function chosenRows(): ChargeUnit[] {
    const loaded = Array.from({ length: Math.min(total, mostUnitsAtOnce) }, (_, index) => lineAt(index)).filter((line) => line?.kind === 'unit').map((line) => line.unit);
    const rows = [...new Map(loaded.filter((unit) => selected.has(unit.id)).map((unit) => [unit.id, unit])).values()];
    const here = lineAt(at);
    return rows.length > 0 ? rows : here?.kind === 'unit' ? [here.unit] : [];
  }
  return (
    <div className="charges-list">
      <LoadingLine shown={loading} />
      {error ? <ErrorPanel error={error} /> : null}
      {list.first?.total === 0 ? <EmptyState compact text={t(ask.only === 'free' ? 'nothingFree' : 'noUnits')} /> : null}
      <div
        ref={scrollRef} className="charges-scroll" role="listbox" aria-multiselectable="true" aria-label={t('units')} tabIndex={0} onKeyDown={onKeyDown} data-charges-units
        aria-activedescendant={total > 0 ? `charges-unit-${at}` : undefined}
      >
        <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
          {virtualizer.getVirtualItems().map((item) => {
            const line = lineAt(item.index);
            const chosen = line !== undefined && isChosen(line);
            return (
              <div
                key={item.key} id={`charges-unit-${item.index}`} role="option" aria-selected={chosen} data-here={item.index === at || undefined} className="charges-row" data-head={line?.kind === 'class' || undefined}
                // A class is carried once it is chosen: its units have to be known first.
                draggable={line !== undefined && (line.kind === 'unit' || chosen)}
                style={{ transform: `translateY(${item.start}px)`, height: lineHeight }} onClick={(event) => { if (line) onClick(event, line, item.index); }}
                onDragStart={(event) => {
                  if (!line) return;
                  const ids = chosen || line.kind === 'class' ? [...selected] : [line.unit.id];
                  if (!chosen) setSelected(ids);
                  beginDrag(event, ids, ghostOf(ids));
                }}
              >
                {line?.kind === 'class' ? <ClassLine line={line} folded={folded.includes(line.key)} onFold={() => fold(line.key, !folded.includes(line.key))} /> : null}
                {line?.kind === 'unit' ? <UnitLine line={line} board={board} grouped={classificationId !== null} /> : null}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
