// The field of one Hindi name: the proposal stands in it, dotted until it is confirmed.
import { ActionIcon } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useWords } from '../../words.ts';
import type { NameRow } from '../../../shared/model/names.ts';

interface Props {
  row: NameRow;
  /** Of the field, for moving the keyboard to it. */
  id: string;
  /** `goesOn`: with Enter, so the next line is wanted. */
  onCommit: (text: string, goesOn: boolean) => void;
  onMove: (by: number) => void;
  /** Several lines were pasted; the first is meant for this field. */
  onPaste: (lines: string[]) => void;
}

/** The first column of what was copied, without the empty line Excel puts at the end. */
const linesOf = (text: string): string[] => text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((line) => line.split('\t')[0] ?? '');

export function NameField({ row, id, onCommit, onMove, onPaste }: Props) {
  const t = useWords('names');
  const offered = row.nameHi ?? row.proposal ?? '';
  /** What a person typed; null: nothing, so the offer stands. */
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? offered;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') onCommit(text, true);
    else if (event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'ArrowUp') onMove(-1);
    else if (event.key === 'Escape' && typed !== null) setTyped(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPasted = (event: ClipboardEvent) => {
    const lines = linesOf(event.clipboardData.getData('text/plain'));
    if (lines.length < 2) return;
    event.preventDefault();
    onPaste(lines);
  };
  return (
    <span className="names-field">
      <input
        id={id} lang="hi" value={text} data-proposed={typed === null || undefined} maxLength={200} autoComplete="off" spellCheck={false}
        aria-label={row.nameHi === null ? t('fieldLabelMissing', { name: row.nameEn }) : t('fieldLabel', { name: row.nameEn })}
        onChange={(event) => setTyped(event.currentTarget.value)} onKeyDown={onKeyDown} onPaste={onPasted} onFocus={(event) => event.currentTarget.select()}
        // Left by the mouse: what was typed is kept, what was only looked at stays as it is.
        onBlur={() => { if (typed !== null && typed.trim() !== '' && typed.trim() !== offered) onCommit(typed, false); }}
      />
      <ActionIcon variant="subtle" size="sm" tabIndex={-1} aria-label={t('confirmName', { name: row.nameEn })} title={t('confirm')} disabled={text.trim() === ''} onMouseDown={(event) => event.preventDefault()} onClick={() => onCommit(text, true)}>
        <IconCheck size={16} />
      </ActionIcon>
    </span>
  );
}
