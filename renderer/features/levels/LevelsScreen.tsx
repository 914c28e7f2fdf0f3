// The levels of the tree from the state down: what they are called, what may stand under what, and how many units each has.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { RowGrid } from '../../ui/RowGrid.tsx';
import type { GridColumn } from '../../ui/RowGrid.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { LevelRow } from '../../../shared/model/level.ts';
import { LevelPanel } from './LevelPanel.tsx';
import './levels.css';

/** How far down a level can stand at most: its indent in the list. */
function depthsOf(levels: readonly LevelRow[]): Map<string, number> {
  const depths = new Map<string, number>();
  for (const level of levels) depths.set(level.id, Math.max(-1, ...level.under.map((id) => depths.get(id) ?? 0)) + 1);
  return depths;
}

export default function LevelsScreen() {
  const t = useWords('levels');
  const named = useNamed();
  const pick = usePick();
  const { exact } = useNumbers();
  const rowHeight = useSession((session) => session.density) === 'dense' ? 26 : 32;
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const levels = useQuery('levels.list', {}, { keep: true });
  const rows = levels.data ?? [];
  const byId = new Map(rows.map((level) => [level.id, level]));
  const depths = depthsOf(rows);
  const scroll = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component alone, never memoized
  const virtualizer = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 12 });
  const columns: GridColumn<LevelRow>[] = [
    { id: 'name', head: t('name'), width: 'minmax(190px, 1.4fr)', render: (row) => <span style={{ paddingInlineStart: (depths.get(row.id) ?? 0) * 16 }}>{named(row)}</span> },
    { id: 'plural', head: t('plural'), width: 'minmax(120px, 1fr)', render: (row) => pick(row.pluralEn, row.pluralHi) },
    { id: 'under', head: t('under'), width: 'minmax(200px, 2fr)', render: (row) => (row.under.length === 0 ? t('top') : rows.filter(({ id }) => row.under.includes(id)).map(named).join(', ')) },
    { id: 'units', head: t('units'), width: '110px', figures: true, render: (row) => exact(row.units) },
  ];
  const level = byId.get(params['levelId'] ?? '') ?? null;
  const isNew = params['panel'] === 'new';
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={t('note')} action={<Button leftSection={<IconPlus size={16} />} onClick={() => go('levels', { panel: 'new' })}>{t('add')}</Button>} />
      <div className="split">
        <div className="split-main">
          <LoadingLine shown={levels.loading} />
          {levels.error ? <ErrorPanel error={levels.error} onRetry={levels.refresh} /> : null}
          <RowGrid
            label={t('title')} columns={columns} total={rows.length} rowAt={(index) => rows[index]} keyOf={({ id }) => id} virtualizer={virtualizer} scrollRef={scroll} rowHeight={rowHeight}
            selectedKey={params['levelId'] ?? null} onSelect={({ id }) => go('levels', { levelId: id })}
          />
        </div>
        {isNew || level ? <LevelPanel key={level?.id ?? 'new'} level={level} levels={rows} onClose={() => go('levels')} onSaved={(id) => go('levels', { levelId: id })} /> : null}
      </div>
    </div>
  );
}
