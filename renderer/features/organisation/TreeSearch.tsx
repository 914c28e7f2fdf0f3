// Finds a unit as its name is typed, in either script, and gives the tree over to what was found until one is chosen.
import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useLevelName } from '../../frame/levels.ts';
import { UnitName } from '../../frame/UnitName.tsx';
import { useSearch } from '../../frame/useSearch.ts';
import { usePick, useWords } from '../../words.ts';

interface Props {
  inputRef: RefObject<HTMLInputElement | null>;
  /** Shows the unit in the tree; the keyboard goes there too. */
  onChoose: (unitId: string) => void;
  /** Beside the field. */
  tools: ReactNode;
  /** What stands here while nothing is typed. */
  children: ReactNode;
}

const mostHits = 50;

export function TreeSearch({ inputRef, onChoose, tools, children }: Props) {
  const t = useWords('organisation');
  const pick = usePick();
  const level = useLevelName();
  const listId = useId();
  const [text, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { hits, settled } = useSearch(text, ['unit'], mostHits);
  const setText = (next: string) => { setTyped(next); setAt(0); };
  const searching = text.trim() !== '';
  useEffect(() => { document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' }); }, [at, listId]);

  const choose = (unitId: string) => {
    // The tree must be there again before the keyboard can go to it.
    flushSync(() => setText(''));
    onChoose(unitId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const move = moves[event.key];
    if (move !== undefined && searching) setAt((now) => Math.max(0, Math.min(hits.length - 1, now + move)));
    else if (event.key === 'Enter' && settled && hits[at]) choose(hits[at].id);
    else if (event.key === 'Escape' && searching) setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div className="tree-tools">
        <TextInput
          ref={inputRef} className="tree-search" value={text} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={onKeyDown}
          placeholder={t('searchHint')} aria-label={t('search')} leftSection={<IconSearch size={16} stroke={1.8} />} autoComplete="off" spellCheck={false}
          role="combobox" aria-expanded={searching} aria-controls={searching && hits.length > 0 ? listId : undefined} aria-activedescendant={searching && hits[at] ? `${listId}-${at}` : undefined}
          rightSection={searching ? <CloseButton size="sm" aria-label={t('common:clear')} onClick={() => { setText(''); inputRef.current?.focus(); }} /> : null}
        />
        {tools}
      </div>
      <div className="tree-stack">
        <div className="tree-box" inert={searching}>{children}</div>
        {searching ? (
          <div className="tree-hits">
            {hits.length > 0 ? (
              <div role="listbox" id={listId} aria-label={t('found')}>
                {hits.map((hit, index) => (
                  <div key={hit.id} id={`${listId}-${index}`} role="option" aria-selected={index === at} className="tree-hit" onMouseMove={() => setAt(index)} onClick={() => choose(hit.id)}>
                    <span className="tree-text"><UnitName unit={hit} /></span>
                    <span className="tree-level">{level(hit.levelId)}</span>
                    <span className="tree-within">{pick(hit.withinEn, hit.withinHi)}</span>
                  </div>
                ))}
              </div>
            ) : settled ? <p className="org-nothing">{t('nothingFound', { text: text.trim() })}</p> : null}
          </div>
        ) : null}
      </div>
    </>
  );
}
