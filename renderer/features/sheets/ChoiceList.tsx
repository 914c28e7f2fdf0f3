// A list one walks through with the arrow keys, narrowed by typing in either script.
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import styles from './SheetsScreen.module.css';
import { foldKey } from '../../../shared/rules/fold.ts';
import { useWords } from '../../words.ts';

export interface ListChoice {
  id: string;
  name: string;
  detail: string;
  /** Every spelling it is found by. */
  names: string[];
  /** Stands apart from the others, above them. */
  whole?: boolean;
}

const finds = (choice: ListChoice, text: string): boolean => text === '' || choice.names.some((name) => foldKey(name).includes(text));

/** Called by React with the element that has become the chosen one. */
const show = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

const stepOf: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
  PageDown: (at, last) => Math.min(last, at + 10),
  PageUp: (at) => Math.max(0, at - 10),
};

export function ChoiceList({ label, choices, chosenId, onChoose }: { label: string; choices: ListChoice[]; chosenId: string | null; onChoose: (id: string) => void }) {
  const t = useWords('sheets');
  const listId = useId();
  const [text, setText] = useState('');
  const shown = choices.filter((choice) => finds(choice, foldKey(text)));
  const at = shown.findIndex(({ id }) => id === chosenId);

  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement;
    const next = typing && (event.key === 'Home' || event.key === 'End') ? undefined : stepOf[event.key]?.(at, shown.length - 1);
    if (next === undefined || !shown[next]) return;
    event.preventDefault();
    onChoose(shown[next].id);
  };
  return (
    <div className={styles['choices']} onKeyDown={onKeyDown}>
      <TextInput
        size="sm" value={text} onChange={(event) => setText(event.currentTarget.value)} placeholder={t('find')} aria-label={t('find')} aria-controls={listId}
        leftSection={<IconSearch size={15} aria-hidden="true" />}
      />
      <ul id={listId} className={styles['list']} role="listbox" aria-label={label} tabIndex={0} aria-activedescendant={at >= 0 ? `${listId} ${shown[at]!.id}` : undefined}>
        {shown.map((choice) => (
          <li
            key={choice.id} id={`${listId} ${choice.id}`} ref={choice.id === chosenId ? show : undefined} role="option" aria-selected={choice.id === chosenId}
            className={styles['choice']} data-whole={choice.whole || undefined} onClick={() => onChoose(choice.id)}
          >
            <span>{choice.name}</span>
            <small>{choice.detail}</small>
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className={styles['none']}>{t('noneFound')}</p> : null}
    </div>
  );
}
