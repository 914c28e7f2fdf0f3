// The command palette: units, seats, people, acts and screens by typing, in either script.
import { Modal } from '@mantine/core';
import { IconMapPin, IconSearch, IconUser, IconBuildingBank } from '@tabler/icons-react';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent } from 'react';
import { acts, keysInWords } from './acts.ts';
import { useLevelName } from './levels.ts';
import { useActContext } from './useActContext.ts';
import { useSearch } from './useSearch.ts';
import { useSession } from '../store.ts';
import { useNamed, usePick, useWords, wordsInBoth } from '../words.ts';
import type { SearchHit } from '../../shared/model/unit.ts';

interface Item {
  id: string;
  group: 'found' | 'acts';
  icon: ComponentType<{ size?: number; stroke?: number }> | undefined;
  name: string;
  within: string;
  kind: string;
  run: () => void;
}

const hitIcons = { unit: IconMapPin, constituency: IconBuildingBank, person: IconUser };
const allKinds: SearchHit['kind'][] = ['unit', 'constituency', 'person'];

function useItems(text: string): { items: Item[]; settled: boolean } {
  const t = useWords('frame');
  const named = useNamed();
  const pick = usePick();
  const level = useLevelName();
  const context = useActContext();
  const { hits, settled } = useSearch(text, allKinds, 12);
  const { session } = context;
  /** Where it stands; of people whose post is their name, not the name again. */
  const withinOf = (hit: SearchHit) => {
    const within = pick(hit.withinEn, hit.withinHi);
    return hit.kind === 'person' && within === named(hit) ? '' : within;
  };
  const openHit = (hit: SearchHit) => {
    if (hit.kind === 'person') session.go('people', { personId: hit.id });
    else if (hit.kind === 'constituency') session.go('organisation', { constituencyId: hit.id });
    else {
      session.setScope(hit.id);
      // Where the person is when he looks for a unit is where he wants to see it; from screens without a tree, in the tree.
      if (['home', 'history', 'settings', 'importing'].includes(session.route.screen)) session.go('organisation');
    }
  };
  const found: Item[] = hits.map((hit) => ({
    id: `${hit.kind} ${hit.id}`, group: 'found', icon: hitIcons[hit.kind], name: named(hit), within: withinOf(hit),
    kind: hit.kind === 'unit' ? level(hit.levelId) : hit.seat ? t(`kinds.${hit.seat.kind}`, { number: hit.seat.number }) : t(`kinds.${hit.kind}`), run: () => openHit(hit),
  }));
  const wanted = text.trim().toLowerCase();
  const possible: Item[] = acts
    .filter((act) => act.id !== 'palette' && (act.when?.(context) ?? true))
    .filter((act) => wanted === '' || wordsInBoth(act.labelKey).includes(wanted))
    .map((act) => ({ id: act.id, group: 'acts', icon: act.icon, name: t(act.labelKey), within: '', kind: act.keys ? keysInWords(act.keys) : '', run: () => void act.run(context) }));
  return { items: [...found, ...possible], settled };
}

function PaletteBody({ onClose }: { onClose: () => void }) {
  const t = useWords('frame');
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { items, settled } = useItems(text);
  const current = items[Math.min(at, items.length - 1)];
  const field = useRef<HTMLInputElement>(null);
  // At once, not with the dialog's own focus a moment later: people type on as soon as they have pressed Ctrl K.
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => { document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' }); }, [at, listId]);

  const choose = (item: Item | undefined) => { if (item) { onClose(); item.run(); } };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const move = moves[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setAt((now) => Math.max(0, Math.min(items.length - 1, now + move)));
    } else if (event.key === 'Enter' && (settled || text.trim() === '')) {
      event.preventDefault();
      choose(current);
    }
  };
  return (
    <div onKeyDown={onKeyDown}>
      <div style={{ position: 'relative' }}>
        <IconSearch size={18} stroke={1.8} style={{ position: 'absolute', left: 16, top: 15, color: 'var(--text-dim)' }} aria-hidden="true" />
        <input
          ref={field} className="palette-input" value={text} onChange={(event) => { setText(event.currentTarget.value); setAt(0); }} placeholder={t('paletteHint')} data-autofocus
          role="combobox" aria-label={t('search')} aria-expanded="true" aria-controls={listId} aria-activedescendant={current ? `${listId}-${items.indexOf(current)}` : undefined}
        />
      </div>
      <div className="palette-list" role="listbox" id={listId} aria-label={t('results')}>
        {items.map((item, index) => (
          <div key={item.id} role="presentation">
            {index === 0 || items[index - 1]!.group !== item.group ? <div className="palette-group" role="presentation">{t(`groups.${item.group}`)}</div> : null}
            <div id={`${listId}-${index}`} role="option" aria-selected={item === current} className="palette-item" onMouseMove={() => setAt(index)} onClick={() => choose(item)}>
              {item.icon ? <item.icon size={17} stroke={1.7} /> : null}
              <span>{item.name}</span>
              <span className="within">{item.within}</span>
              <span className="kind">{item.kind}</span>
            </div>
          </div>
        ))}
        {items.length === 0 && settled ? <div className="empty">{t('nothingFound', { text })}</div> : null}
      </div>
    </div>
  );
}

export function Palette() {
  const t = useWords('frame');
  const opened = useSession((session) => session.paletteOpen);
  const close = () => useSession.setState({ paletteOpen: false });
  return (
    <Modal opened={opened} onClose={close} withCloseButton={false} padding={0} size={620} centered={false} yOffset={72} transitionProps={{ duration: 0 }} attributes={{ content: { 'aria-label': t('search') } }}>
      {opened ? <PaletteBody onClose={close} /> : null}
    </Modal>
  );
}
