// The unit's target in the inspector: how it stands, and a figure recorded by hand.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '../../hooks.ts';
import type { InspectorSection } from '../../screens.tsx';
import { useNamed, useWords } from '../../words.ts';
import { ProgressForm } from './ProgressForm.tsx';
import './targets.css';
import { UnitProgress } from './UnitProgress.tsx';
import { useBoardChoice } from '../../frame/useBoardChoice.ts';

function TargetSection({ unitId }: { unitId: string }) {
  const t = useWords('targets');
  const named = useNamed();
  const { programme, metric } = useBoardChoice();
  const [openFor, setOpenFor] = useState<string | null>(null);
  const about = programme && metric ? { programmeId: programme.id, metricId: metric.id } : null;
  const unit = useQuery('targets.board', about ? { ...about, unitId, limit: 1 } : null).data?.unit;
  if (!programme || !metric || !about || !unit) return null;
  return (
    <section aria-label={t('targetSection')} className="target-section">
      <div className="section-head">
        <h3>{named(metric)}</h3>
        <span className="dim">{named(programme)}</span>
      </div>
      <UnitProgress programme={programme} metric={metric} unit={unit} />
      {openFor === unitId
        ? <ProgressForm about={about} unitId={unitId} focusFirst onDone={() => setOpenFor(null)} />
        : <Button variant="default" size="compact-sm" onClick={() => setOpenFor(unitId)}>{t('recordOpen')}</Button>}
    </section>
  );
}

export default { order: 30, Section: TargetSection } satisfies InspectorSection;
