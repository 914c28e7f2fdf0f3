// The districts furthest behind, worst first; a press looks at one.
import { Button } from '@mantine/core';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { HomeSummary } from '../../../shared/contract/sheets.ts';

export function BehindPanel({ behind, hasTargets }: { behind: HomeSummary['behind']; hasTargets: boolean }) {
  const t = useWords('home');
  const named = useNamed();
  const { number, percent } = useNumbers();
  const go = useSession((session) => session.go);
  const setScope = useSession((session) => session.setScope);
  return (
    <Panel title={t('behind')} flush>
      {behind.length === 0 ? (
        <EmptyState
          compact text={t(hasTargets ? 'noneBehind' : 'noTargets')}
          action={hasTargets ? undefined : <Button variant="light" onClick={() => go('targets')}>{t('setTarget')}</Button>}
        />
      ) : (
        <ul className="home-list" aria-label={t('behindNote')}>
          {behind.map((line) => (
            <li key={line.unitId}>
              <button
                type="button" className="home-line" title={t('openUnit', { name: named(line) })}
                onClick={() => { setScope(line.unitId); go('targets', { programmeId: line.programmeId, metricId: line.metricId }); }}
              >
                <StatusMark state={line.state} quiet />
                <span className="home-line-name">{named(line)}</span>
                <span className="home-dim figures">{number(line.achieved)} / {number(line.own)}</span>
                <b className="figures home-percent">{percent(line.percent)}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
