// The inspector at the right: what the features know of the unit selected, each in its own section.
import { ActionIcon } from '@mantine/core';
import { IconArrowDownRight, IconX } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import { useLevelName } from './levels.ts';
import { UnitName } from './UnitName.tsx';
import { useQuery, useRemembered, useScope, useSelection } from '../hooks.ts';
import { inspectorSections } from '../screens.tsx';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { useNamed, useWords } from '../words.ts';

const narrowest = 240;
const widest = 560;
const within = (width: number) => Math.min(widest, Math.max(narrowest, Math.round(width)));

export function Inspector({ onClose }: { onClose: () => void }) {
  const t = useWords('frame');
  const named = useNamed();
  const level = useLevelName();
  const { unitId } = useSelection();
  const scope = useScope();
  const [width, setWidth] = useRemembered('frame.inspectorWidth', 300);
  const { data: unit, error } = useQuery('units.get', unitId === null ? null : { id: unitId });

  const drag = (event: PointerEvent) => { if (event.buttons === 1) setWidth(within(window.innerWidth - event.clientX)); };
  return (
    <aside className="inspector" aria-label={t('inspector')} style={{ width }}>
      <div
        role="separator" aria-orientation="vertical" aria-label={t('inspectorWidth')} aria-valuenow={width} aria-valuemin={narrowest} aria-valuemax={widest} tabIndex={0}
        className="inspector-grip"
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') setWidth(within(width + 16));
          if (event.key === 'ArrowRight') setWidth(within(width - 16));
        }}
      />
      <div className="inspector-head">
        <div style={{ flex: 1, minWidth: 0 }}>
          <p>{unit ? level(unit.levelId) : ' '}</p>
          <h2>{unit ? <UnitName unit={unit} /> : ' '}</h2>
          {unit && unit.ancestors.length > 0 ? <p>{unit.ancestors.map(named).join(' ▸ ')}</p> : null}
        </div>
        {unit && unit.id !== scope.unitId && unit.children > 0 ? (
          <ActionIcon variant="subtle" size={28} title={t('lookHere')} aria-label={t('lookHere')} onClick={() => scope.setScope(unit.id)}><IconArrowDownRight size={17} /></ActionIcon>
        ) : null}
        <ActionIcon variant="subtle" color="gray" size={28} title={t('hideInspector')} aria-label={t('hideInspector')} onClick={onClose}><IconX size={17} /></ActionIcon>
      </div>
      <div className="inspector-body" tabIndex={-1}>
        {error ? <ErrorPanel error={error} /> : null}
        {unit ? inspectorSections.map(({ order, Section }) => <div key={order} className="inspector-section"><Section unitId={unit.id} /></div>) : null}
      </div>
    </aside>
  );
}
