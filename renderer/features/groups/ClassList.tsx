// The classes of a classification with what stands in each; a unit dragged onto one is put there.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useClassName } from '../../frame/grouping.ts';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand } from '../../hooks.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { isNone } from '../../../shared/rules/noClass.ts';
import type { Classification, ClassRow } from '../../../shared/model/group.ts';
import { draggedUnits } from './dragged.ts';

const rowHeight = 52;
const levelsShown = 3;

interface Props {
  classification: Classification;
  rows: ClassRow[];
  chosenId: string | null;
  onChoose: (classId: string) => void;
}

export function ClassList({ classification, rows, chosenId, onChoose }: Props) {
  const t = useWords('groups');
  const named = useNamed();
  const className = useClassName();
  const level = useLevelName();
  const { number } = useNumbers();
  const [put] = useCommand('groups.put');
  const [over, setOver] = useState<string | null>(null);
  const scrollRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the list redraws as it scrolls
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 8 });
  const mayDrop = classification.id !== 'lokSabha';

  function drop(event: DragEvent, classId: string): void {
    setOver(null);
    const unitIds = draggedUnits(event);
    if (unitIds.length === 0 || !mayDrop) return;
    event.preventDefault();
    void put({ classificationId: classification.id, classId: isNone(classId) ? null : classId, unitIds }, { undoToast: true });
  }
  function onKeyDown(event: KeyboardEvent): void {
    const at = rows.findIndex(({ id }) => id === chosenId);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = next === undefined ? undefined : rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (!row) return;
    event.preventDefault();
    virtualizer.scrollToIndex(rows.indexOf(row), { align: 'auto' });
    onChoose(row.id);
  }
  const details = (row: ClassRow) => row.levels.filter(({ units, partly }) => units + partly > 0).slice(0, levelsShown)
    .map(({ levelId, units, partly }) => `${number(units + partly)} ${level(levelId, units + partly)}`).join(' · ');
  return (
    <div ref={scrollRef} className="groups-rows" role="listbox" tabIndex={0} aria-label={t('classesOf', { name: named(classification) })} aria-activedescendant={chosenId ? `class-${chosenId}` : undefined} onKeyDown={onKeyDown}>
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]!;
          const partly = row.levels.reduce((sum, count) => sum + count.partly, 0);
          return (
            <div
              key={row.id} id={`class-${row.id}`} role="option" aria-selected={row.id === chosenId} aria-setsize={rows.length} aria-posinset={item.index + 1} className="groups-row" data-none={isNone(row.id) || undefined} data-over={over === row.id || undefined} data-class={row.nameEn}
              style={{ transform: `translateY(${item.start}px)`, height: rowHeight }} onClick={() => onChoose(row.id)}
              onDragOver={(event) => { if (mayDrop && event.dataTransfer.types.includes('application/x-units')) { event.preventDefault(); setOver(row.id); } }}
              onDragLeave={() => setOver(null)} onDrop={(event) => drop(event, row.id)}
            >
              <b>{className(row)}</b>
              <span className="groups-figure">{number(row.electors)}</span>
              <small>{details(row) || '–'}{partly > 0 ? <span className="part-mark" title={t('cutUnits', { count: partly })}>{t('cutHead')} {number(partly)}</span> : null}</small>
              <small className="groups-figure">{t('electors')}</small>
            </div>
          );
        })}
      </div>
    </div>
  );
}
