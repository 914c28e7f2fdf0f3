// Units nobody answers for today: tick them, give them to somebody.
import { Button, Checkbox, Select } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, usePick, useWords } from '../../words.ts';
import type { Gap } from '../../../shared/model/person.ts';

interface Props {
  gaps: Gap[];
  levelId: string;
  /** Levels there are in the scope. */
  levelIds: string[];
  onLevel: (levelId: string) => void;
  ticked: string[];
  onTick: (unitIds: string[]) => void;
  rowHeight: number;
}

/** As many the app answers with at once. */
const mostGaps = 500;

export function GapList({ gaps, levelId, levelIds, onLevel, ticked, onTick, rowHeight }: Props) {
  const t = useWords('people');
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const scrollRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its changing functions are meant: the list redraws as it scrolls
  const virtualizer = useVirtualizer({ count: gaps.length, getScrollElement: () => scrollRef.current, estimateSize: () => rowHeight, overscan: 12 });
  const all = gaps.length > 0 && gaps.every((gap) => ticked.includes(gap.unitId));
  const tick = (unitId: string) => onTick(ticked.includes(unitId) ? ticked.filter((id) => id !== unitId) : [...ticked, unitId]);
  return (
    <div className="people-list">
      <Toolbar label={t('gaps')}>
        <Select aria-label={t('level')} w={170} allowDeselect={false} value={levelId} onChange={(value) => { if (value) onLevel(value); }} data={levelIds.map((id) => ({ value: id, label: level(id, 2) }))} />
        {gaps.length > 0 ? <Checkbox label={t('tickAll')} checked={all} indeterminate={!all && ticked.length > 0} onChange={() => onTick(all ? [] : gaps.map((gap) => gap.unitId))} /> : null}
        <span className="people-dim">{gaps.length >= mostGaps ? t('gapsFirst', { count: mostGaps }) : t('gapsNote', { count: gaps.length, level: level(levelId, gaps.length) })}</span>
      </Toolbar>
      {gaps.length === 0 ? <EmptyState title={t('noGapsTitle')} text={t('noGaps', { level: level(levelId) })} /> : null}
      <div ref={scrollRef} className="people-scroll">
        <ul className="gap-list" style={{ height: virtualizer.getTotalSize() }} aria-label={t('gaps')}>
          {virtualizer.getVirtualItems().map((item) => {
            const gap = gaps[item.index]!;
            const isTicked = ticked.includes(gap.unitId);
            return (
              <li key={gap.unitId} className="gap-line" data-ticked={isTicked || undefined} style={{ transform: `translateY(${item.start}px)`, height: rowHeight }}>
                <Checkbox size="xs" label={named(gap)} checked={isTicked} onChange={() => tick(gap.unitId)} />
                <span className="people-dim people-grow">{pick(gap.parentNameEn, gap.parentNameHi)}</span>
                <Button size="compact-sm" variant="subtle" leftSection={<IconUserPlus size={14} />} aria-label={t('assignTo', { name: named(gap) })} onClick={() => onTick([gap.unitId])}>{t('assign')}</Button>
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
