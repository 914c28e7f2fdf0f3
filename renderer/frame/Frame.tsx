// The frame: rail, bar, the screen's surface, inspector and status line, with the keys that work everywhere.
import { getHotkeyHandler } from '@mantine/hooks';
import { Suspense, useEffect, useRef } from 'react';
import { acts } from './acts.ts';
import { FamilyTabs } from './FamilyTabs.tsx';
import { Inspector } from './Inspector.tsx';
import { isInspectorOpen, toggleInspector } from './inspectorOpen.ts';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TopBar } from './TopBar.tsx';
import { useActContext } from './useActContext.ts';
import { useReady } from './useReady.ts';
import { useRemembered } from '../hooks.ts';
import { screens } from '../screens.tsx';
import type { Screen } from '../screens.tsx';
import { useSession } from '../store.ts';
import { LoadingLine } from '../ui/LoadingLine.tsx';
import { useWords } from '../words.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys of every act, wherever the focus is; those without Ctrl or Alt, and undo, are the field's own while somebody types. */
function useKeys(): void {
  const context = useActContext();
  const latest = useRef(context);
  useEffect(() => { latest.current = context; });
  useEffect(() => {
    // Whether "?" takes Shift is the keyboard's business.
    const handlerOf = (keys: string, run: () => void) => getHotkeyHandler(keys === 'shift+?' ? [[keys, run], ['?', run]] : [[keys, run]]);
    const known = acts.flatMap((act) => (act.keys ? [{ act, handle: handlerOf(act.keys, () => void act.run(latest.current)) }] : []));
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      for (const { act, handle } of known) {
        const ofField = isTyping(event.target) && (act.id === 'undo' || act.id === 'redo' || !/mod|alt/.test(act.keys!));
        if (!ofField && (act.when?.(latest.current) ?? true)) handle(event);
      }
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

export function Frame() {
  const t = useWords('frame');
  const route = useSession((session) => session.route);
  const [narrow, setNarrow] = useRemembered('frame.narrowRail', false);
  const inspectorOpen = useSession(isInspectorOpen);
  const toggle = () => toggleInspector(useSession.getState());
  useKeys();

  const screen = screens.find(({ id }) => id === route.screen) ?? screens[0];
  return (
    <div className="frame" data-narrow-rail={narrow || undefined}>
      <a className="skip" href="#surface" onClick={(event) => { event.preventDefault(); document.getElementById('surface')?.focus(); }}>{t('skip')}</a>
      <Rail narrow={narrow} onNarrow={setNarrow} />
      <TopBar inspectorOpen={inspectorOpen} onInspector={toggle} />
      {screen ? <Surface key={screen.id} screen={screen} /> : null}
      {inspectorOpen ? <Inspector onClose={toggle} /> : null}
      <StatusLine />
      <Palette />
      <Shortcuts />
    </div>
  );
}

/** One screen; taking the focus when it comes, so that the keyboard and the screen reader are where the eyes are. */
function Surface({ screen }: { screen: Screen }) {
  const t = useWords('frame');
  const surface = useRef<HTMLElement>(null);
  useEffect(() => surface.current?.focus({ preventScroll: true }), []);
  const Current = screen.component;
  return (
    <main className="surface" id="surface" ref={surface} tabIndex={-1} data-screen={screen.id} aria-label={t(screen.labelKey)}>
      <FamilyTabs screen={screen} />
      <ScreenBoundary>
        <Suspense fallback={<LoadingLine shown={false} />}>
          <Current />
          <Ready />
        </Suspense>
      </ScreenBoundary>
    </main>
  );
}

function Ready() {
  useReady();
  return null;
}
