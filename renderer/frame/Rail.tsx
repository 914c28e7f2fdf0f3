// The rail at the left: every screen one press away.
import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Mark } from './Mark.tsx';
import { screens } from '../screens.tsx';
import { useSession } from '../store.ts';
import { useWords } from '../words.ts';

export function Rail({ narrow, onNarrow }: { narrow: boolean; onNarrow: (narrow: boolean) => void }) {
  const t = useWords('frame');
  const route = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const here = screens.find(({ id }) => id === route.screen)?.family ?? 'home';
  const Fold = narrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <nav className="rail" aria-label={t('screensLabel')}>
      <div className="rail-name"><Mark size={20} /><span>{t('appName')}</span></div>
      {screens.filter(({ id, family }) => id === family).map(({ id, icon: Icon, labelKey, digit }) => (
        <Tooltip key={id} label={`${t(labelKey)}${digit ? ` · Alt ${digit}` : ''}`} position="right" disabled={!narrow}>
          <button
            type="button" className="rail-item" aria-current={here === id ? (route.screen === id ? 'page' : 'true') : undefined} aria-label={narrow ? t(labelKey) : undefined}
            aria-keyshortcuts={digit ? `Alt+${digit}` : undefined} onClick={() => go(id)}
          >
            <Icon size={19} stroke={1.6} />
            <span>{t(labelKey)}</span>
            {digit ? <kbd aria-hidden="true">Alt {digit}</kbd> : null}
          </button>
        </Tooltip>
      ))}
      <div className="rail-gap" />
      <button type="button" className="rail-item" aria-label={t(narrow ? 'widenRail' : 'narrowRail')} onClick={() => onNarrow(!narrow)}>
        <Fold size={19} stroke={1.6} />
        <span>{t('narrowRail')}</span>
      </button>
    </nav>
  );
}
