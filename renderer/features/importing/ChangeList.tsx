// The lines of one kind of change: which unit, from what to what; each can be held back; copied into Excel.
import { Button, Checkbox } from '@mantine/core';
import { IconArrowRight, IconCopy } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { showNotice } from '../../toasts.tsx';
import { asTabbed, copyText } from '../../ui/clipboard.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { ImportPlace, ImportPreview } from '../../../shared/model/importing.ts';
import type { ChangeKind, Choice } from './wanted.ts';

const rowHeight = 44;

interface Line {
  place: ImportPlace;
  from: string;
  to: string;
  note: string;
}

/** The lines of a kind as a person reads them. */
function useLines(preview: ImportPreview, kind: ChangeKind): Line[] {
  const t = useWords('importing');
  const named = useNamed();
  const { number, exact } = useNumbers();
  const { changes } = preview;
  const figure = (field: string, text: string) => (field === 'electors' && text !== '' ? exact(Number(text)) : text);
  const both = (nameEn: string, nameHi: string | null) => (nameHi !== null && nameHi !== nameEn ? `${nameEn} · ${nameHi}` : nameEn);
  if (kind === 'renames') return changes.renames.map((line) => ({ place: line, from: both(line.nameEn, line.toHi === null ? null : line.nameHi), to: both(line.toEn, line.toHi), note: t(`changes.basis.${line.basis}`) }));
  if (kind === 'moves') return changes.moves.map((line) => ({ place: line, from: named({ nameEn: line.parentEn, nameHi: line.parentHi }), to: named({ nameEn: line.toEn, nameHi: line.toHi }), note: '' }));
  if (kind === 'details') return changes.details.map((line) => ({ place: line, from: figure(line.field, line.from), to: figure(line.field, line.to), note: t(`changes.fields.${line.field}`) }));
  return changes.gone.map((line) => ({ place: line, from: '', to: '', note: line.below > 0 ? t('changes.below', { count: line.below, shown: number(line.below) }) : '' }));
}

export function ChangeList({ preview, kind, choice, onHeld }: { preview: ImportPreview; kind: ChangeKind; choice: Choice; onHeld: (held: ReadonlySet<string>) => void }) {
  const t = useWords('importing');
  const named = useNamed();
  const levelName = useLevelName();
  const { exact } = useNumbers();
  const scroll = useRef<HTMLDivElement>(null);
  const lines = useLines(preview, kind);
  const total = preview.changeCounts[kind];
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component alone, never memoized
  const virtualizer = useVirtualizer({ count: lines.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 10 });
  const within = (place: ImportPlace): string => [levelName(place.levelId), named({ nameEn: place.parentEn, nameHi: place.parentHi })].filter((text) => text !== '').join(' · ');

  const toggle = (id: string) => {
    const held = new Set(choice.held);
    if (!held.delete(id)) held.add(id);
    onHeld(held);
  };
  const every = (taken: boolean) => {
    const held = new Set(choice.held);
    for (const { place } of lines) if (taken) held.delete(place.id); else held.add(place.id);
    onHeld(held);
  };
  const copy = () => {
    const rows = lines.map(({ place, from, to, note }) => [place.nameEn, place.nameHi ?? '', within(place), note, from, to]);
    if (copyText(asTabbed([['en', 'hi', 'within', 'what', 'from', 'to'].map((head) => t(`changes.heads.${head}`)), ...rows]))) showNotice(t('preview.copied', { count: rows.length }));
  };
  const change = ({ from, to, note }: Line): ReactNode => (
    <span className="import-change" role="cell">
      {note ? <span className="import-change-note">{note}</span> : null}
      {from ? <s>{from}</s> : null}
      {to ? <><IconArrowRight size={14} aria-label={t('changes.becomes')} /><b>{to}</b></> : null}
    </span>
  );
  return (
    <Panel title={`${t(`changes.${kind}`)} · ${exact(total)}`} flush aside={<Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={15} />} onClick={copy}>{t('preview.copy')}</Button>}>
      <div className="import-change-lead">
        <p>{t(`changes.${kind}Lead`)}{total > lines.length ? ` ${t('changes.shown', { count: lines.length })}` : ''}</p>
        <Button variant="default" size="compact-xs" disabled={!choice.kinds[kind]} onClick={() => every(true)}>{t('changes.all')}</Button>
        <Button variant="default" size="compact-xs" disabled={!choice.kinds[kind]} onClick={() => every(false)}>{t('changes.none')}</Button>
      </div>
      <div className="import-bad" role="table" aria-label={t(`changes.${kind}`)} aria-rowcount={lines.length}>
        <div ref={scroll} className="import-bad-rows" tabIndex={0} role="rowgroup">
          <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }} role="presentation">
            {virtualizer.getVirtualItems().map((item) => {
              const line = lines[item.index]!;
              return (
                <div key={item.key} className="import-bad-line import-change-line" role="row" aria-rowindex={item.index + 1} style={{ height: item.size, transform: `translateY(${item.start}px)` }}>
                  <span role="cell">
                    <Checkbox
                      size="xs" aria-label={t('changes.take', { name: named(line.place) })} disabled={!choice.kinds[kind]}
                      checked={choice.kinds[kind] && !choice.held.has(line.place.id)} onChange={() => toggle(line.place.id)}
                    />
                  </span>
                  <span role="cell" className="import-change-unit"><b>{named(line.place)}</b><small>{within(line.place)}</small></span>
                  {change(line)}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </Panel>
  );
}
