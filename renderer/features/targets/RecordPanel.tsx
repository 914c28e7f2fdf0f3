// Recording progress for a unit beside the board, with what has been told before.
import { useNamed, useWords } from '../../words.ts';
import { useQuery } from '../../hooks.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import { ProgressForm } from './ProgressForm.tsx';
import { UnitProgress } from './UnitProgress.tsx';

interface Props {
  programme: Programme;
  metric: Metric;
  unitId: string;
  onDone: () => void;
  onClose: () => void;
}

export function RecordPanel({ programme, metric, unitId, onDone, onClose }: Props) {
  const t = useWords('targets');
  const named = useNamed();
  const about = { programmeId: programme.id, metricId: metric.id };
  const unit = useQuery('targets.board', { ...about, unitId, limit: 1 }).data?.unit;
  return (
    <SidePanel title={t('recordFor', { name: unit ? named(unit) : '' })} note={`${named(programme)} · ${named(metric)}`} onClose={onClose} width={340}>
      <ProgressForm about={about} unitId={unitId} focusFirst onDone={onDone} />
      {unit ? <UnitProgress programme={programme} metric={metric} unit={unit} /> : null}
    </SidePanel>
  );
}
