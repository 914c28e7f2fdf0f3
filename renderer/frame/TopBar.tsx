// The bar at the top: where we look, search, language, theme, inspector.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard, IconLayoutSidebarRight, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { ScopeCrumbs } from './ScopeCrumbs.tsx';
import { useDark } from './useDark.ts';
import { useSession } from '../store.ts';
import { useWords } from '../words.ts';

export function TopBar({ inspectorOpen, onInspector }: { inspectorOpen: boolean; onInspector: () => void }) {
  const t = useWords('frame');
  const language = useSession((session) => session.language);
  const setReading = useSession((session) => session.setReading);
  const dark = useDark();
  return (
    <header className="bar">
      <ScopeCrumbs />
      <button type="button" className="search-button" aria-keyshortcuts="Control+K" onClick={() => useSession.setState({ paletteOpen: true })}>
        <IconSearch size={16} stroke={1.8} />
        <span>{t('search')}</span>
        <kbd className="key">Ctrl K</kbd>
      </button>
      <Tooltip label={t('otherLanguage')}>
        <button type="button" className="language" aria-label={`अ/A ${t('otherLanguage')}`} onClick={() => setReading({ language: language === 'hi' ? 'en' : 'hi' })}>
          <span aria-hidden="true">{language === 'hi' ? <><b>अ</b>/A</> : <>अ/<b>A</b></>}</span>
        </button>
      </Tooltip>
      <Tooltip label={t(dark ? 'goLight' : 'goDark')}>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t(dark ? 'goLight' : 'goDark')} onClick={() => setReading({ theme: dark ? 'light' : 'dark' })}>
          {dark ? <IconSun size={18} stroke={1.7} /> : <IconMoon size={18} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t('shortcuts')} · ?`}>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={t('shortcuts')} onClick={() => useSession.setState({ shortcutsOpen: true })}>
          <IconKeyboard size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`${t(inspectorOpen ? 'hideInspector' : 'showInspector')} · Ctrl I`}>
        <ActionIcon variant="subtle" color={inspectorOpen ? 'indigo' : 'gray'} size={30} aria-pressed={inspectorOpen} aria-label={t('inspector')} onClick={onInspector}>
          <IconLayoutSidebarRight size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </header>
  );
}
