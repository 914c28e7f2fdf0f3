// The districts nobody answers for today.
import { IconUserPlus } from '@tabler/icons-react';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { HomeSummary } from '../../../shared/contract/sheets.ts';

const mostShown = 8;

export function GapsPanel({ gaps }: { gaps: HomeSummary['gaps'] }) {
  const t = useWords('home');
  const named = useNamed();
  const go = useSession((session) => session.go);
  return (
    <Panel title={t('gaps')} flush>
      {gaps.length === 0 ? <EmptyState compact text={t('noGaps')} /> : (
        <>
          <div className="home-dim home-note">{t('gapsNote', { count: gaps.length })}</div>
          <ul className="home-list">
            {gaps.slice(0, mostShown).map((gap) => (
              <li key={gap.unitId}>
                <button type="button" className="home-line" title={t('giveCharge')} onClick={() => { go('charges', { units: gap.unitId }); }}>
                  <IconUserPlus size={16} stroke={1.7} aria-hidden="true" />
                  <span className="home-line-name">{named(gap)}</span>
                </button>
              </li>
            ))}
          </ul>
          {gaps.length > mostShown ? <button type="button" className="home-line home-dim" onClick={() => go('charges', { only: 'free' })}>{t('giveCharge')}</button> : null}
        </>
      )}
    </Panel>
  );
}
