// The maps beside the tables: what is drawn of a level now, and what the areas of a file would be.
import { useMemo } from 'react';
import { useQuery } from '../../hooks.ts';
import { StateMap } from '../../ui/map/StateMap.tsx';
import { useNamed, useWords } from '../../words.ts';
import { mostMapUnits } from '../../../shared/limits.ts';
import type { OutlineLevel, OutlinePreview } from '../../../shared/model/outline.ts';

export function LevelMap({ unitId, levelId, levels }: { unitId: string; levelId: string | null; levels: OutlineLevel[] }) {
  const t = useWords('outlines');
  const named = useNamed();
  const units = levels.find((level) => level.levelId === levelId)?.units ?? 0;
  // A level with too many units for one map: what stands directly below is shown instead.
  const map = useQuery('units.map', { id: unitId, levelId: units > 0 && units <= mostMapUnits ? levelId : null }, { keep: true }).data;
  const shapes = useMemo(() => (map?.shapes ?? []).map((shape) => ({ ...shape, label: named(shape) })), [map, named]);
  return <StateMap shapes={shapes} outline={map?.self?.rings ?? null} ariaLabel={t('map')} />;
}

export function MatchMap({ preview }: { preview: OutlinePreview }) {
  const t = useWords('outlines');
  const named = useNamed();
  const shapes = useMemo(() => preview.shapes.map(({ id, rings, ...names }) => ({ id, rings, lat: null, lon: null, label: named(names) })), [preview, named]);
  return <StateMap shapes={shapes} ariaLabel={t('preview')} />;
}
