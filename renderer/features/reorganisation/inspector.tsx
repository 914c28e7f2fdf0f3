// In the inspector of a unit: what was reorganised about it, latest first.
import { useQuery } from '../../hooks.ts';
import type { InspectorSection } from '../../screens.tsx';
import { useSession } from '../../store.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { addDays } from '../../../shared/dates.ts';
import { actTold } from './actWords.ts';
import './reorganisation.css';

const mostActs = 10;

function Section({ unitId }: { unitId: string }) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const { day } = useNumbers();
  const go = useSession((session) => session.go);
  const acts = useQuery('reorganisation.list', { unitId, limit: mostActs }).data;
  if (!acts || acts.total === 0) return null;
  return (
    <Panel title={t('historyOf')}>
      <ul className="reorg-acts">
        {acts.rows.map((act) => (
          <li key={act.id}>
            <button type="button" className="figure" title={t('dayBefore')} onClick={() => go('reorganisation', { view: 'then', day: addDays(act.day, -1), unitId: act.parts.find((part) => part.role !== 'new')?.unitId ?? unitId })}>{day(act.day)}</button>
            <span>{actTold(act, t, named)}{act.orderBy ? <span className="reorg-dim"> · {act.orderBy}</span> : null}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export default { order: 60, Section } satisfies InspectorSection;
