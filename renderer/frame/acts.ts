// What can be done anywhere, as values; features add theirs in their own acts.ts.
import { IconArrowBackUp, IconArrowForwardUp, IconArrowLeft, IconArrowUp, IconDeviceFloppy, IconFolder, IconKeyboard, IconLanguage, IconLayoutSidebarRight, IconMoon, IconSearch } from '@tabler/icons-react';
import { toggleInspector } from './inspectorOpen.ts';
import { call } from '../api.ts';
import type { CallError } from '../api.ts';
import { featureActs, screens } from '../screens.tsx';
import type { Act, ActContext } from '../screens.tsx';
import { redo, showError, showNotice, undo } from '../toasts.tsx';
import { useSession } from '../store.ts';
import { words } from '../words.ts';

const goActs: Act[] = screens.map(({ id, icon, labelKey, digit }) => ({
  id: `go.${id}`, labelKey: `frame:${labelKey}`, icon, ...(digit ? { keys: `alt+${digit}` } : {}),
  run: ({ session }) => session.go(id),
}));

async function backUp(): Promise<void> {
  try {
    const { name } = await call('files.backup', {});
    showNotice(words('frame')('backedUp', { name }));
  } catch (error) {
    showError(error as CallError);
  }
}

/** Looks at the unit above the scope. */
async function goUp({ session }: ActContext): Promise<void> {
  if (session.scopeUnitId === null) return;
  const unit = await call('units.get', { id: session.scopeUnitId }).catch(() => null);
  session.setScope(unit && unit.ancestors.length > 1 ? unit.parentId : null);
}

const frameActs: Act[] = [
  { id: 'palette', labelKey: 'frame:search', icon: IconSearch, keys: 'mod+K', run: () => useSession.setState(({ paletteOpen }) => ({ paletteOpen: !paletteOpen })) },
  { id: 'undo', labelKey: 'frame:undo', icon: IconArrowBackUp, keys: 'mod+Z', run: undo },
  { id: 'redo', labelKey: 'frame:redo', icon: IconArrowForwardUp, keys: 'mod+shift+Z', run: redo },
  { id: 'inspector', labelKey: 'frame:otherInspector', icon: IconLayoutSidebarRight, keys: 'mod+I', run: ({ session }) => toggleInspector(session) },
  { id: 'scopeUp', labelKey: 'frame:scopeUp', icon: IconArrowUp, keys: 'alt+ArrowUp', when: ({ session }) => session.scopeUnitId !== null, run: goUp },
  { id: 'back', labelKey: 'frame:back', icon: IconArrowLeft, keys: 'alt+ArrowLeft', when: ({ session }) => session.past.length > 0, run: ({ session }) => session.back() },
  { id: 'language', labelKey: 'frame:otherLanguage', icon: IconLanguage, run: ({ session }) => session.setReading({ language: session.language === 'hi' ? 'en' : 'hi' }) },
  { id: 'theme', labelKey: 'frame:otherTheme', icon: IconMoon, run: ({ session }) => session.setReading({ theme: session.theme === 'dark' ? 'light' : 'dark' }) },
  { id: 'backup', labelKey: 'frame:backUp', icon: IconDeviceFloppy, run: backUp },
  { id: 'close', labelKey: 'frame:closeFile', icon: IconFolder, run: () => call('files.close', {}).then(() => undefined, (error: CallError) => showError(error)) },
  { id: 'shortcuts', labelKey: 'frame:shortcuts', icon: IconKeyboard, keys: 'shift+?', run: () => useSession.setState({ shortcutsOpen: true }) },
];

export const acts: Act[] = [...frameActs, ...featureActs, ...goActs];

/** `Ctrl Shift Z` for `mod+shift+Z`. */
export const keysInWords = (keys: string): string =>
  keys === 'shift+?' ? '?' : keys.split('+').map((key) => ({ mod: 'Ctrl', shift: 'Shift', alt: 'Alt', ArrowUp: '↑', ArrowLeft: '←' })[key] ?? key.toUpperCase()).join(' ');
