// A figure in the table: read, and typed over in place: 125, 2:30, 2 h 30 min; Enter keeps it, Tab goes on, Esc leaves it.
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useNumbers, useWords } from '../../words.ts';
import { isBlank, readKm, readMinutes } from '../../../shared/rules/roads/readFigures.ts';

interface Props {
  field: 'km' | 'minutes';
  value: number | null;
  editing: boolean;
  /** What was typed to begin with; null: the figure itself. */
  typed: string | null;
  label: string;
  onEdit: () => void;
  /** undefined: left as it was. */
  onDone: (value: number | null | undefined, goesOn: boolean) => void;
}

const most = { km: 5000, minutes: 6000 };

/** The figure a text means; null: taken away; undefined: none at all. */
function figureOf(text: string, field: 'km' | 'minutes'): number | null | undefined {
  if (isBlank(text)) return null;
  const value = field === 'km' ? readKm(text) : readMinutes(text, 'minutes');
  return value === null || value <= 0 || value > most[field] ? undefined : value;
}

export function FigureCell({ field, value, editing, typed, label, onEdit, onDone }: Props) {
  const { exact, duration } = useNumbers();
  if (editing) return <FigureInput key={typed ?? ''} field={field} begun={typed ?? (value === null ? '' : String(value))} label={label} onDone={onDone} />;
  const read = field === 'km' ? exact(value) : duration(value);
  return <button type="button" className="travel-figure" data-none={value === null || undefined} tabIndex={-1} aria-label={`${label}: ${read}`} onClick={(event) => { event.stopPropagation(); onEdit(); }}>{read}</button>;
}

function FigureInput({ field, begun, label, onDone }: { field: 'km' | 'minutes'; begun: string; label: string; onDone: Props['onDone'] }) {
  const t = useWords('travel');
  const [text, setText] = useState(begun);
  const [over, setOver] = useState(false);
  const wrong = figureOf(text, field) === undefined;
  const finish = (keeps: boolean, goesOn = false) => {
    if (over || (keeps && wrong)) return;
    setOver(true);
    onDone(keeps ? figureOf(text, field) : undefined, goesOn);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey && field === 'km')) {
      event.preventDefault();
      finish(true, event.key === 'Tab');
    } else if (event.key === 'Escape') {
      event.preventDefault();
      finish(false);
    }
  };
  return (
    <input
      className="travel-input" autoFocus inputMode="decimal" autoComplete="off" aria-label={label} aria-invalid={wrong || undefined} title={wrong ? t(field === 'km' ? 'notKm' : 'notMinutes') : undefined}
      value={text} onChange={(event) => setText(event.currentTarget.value)} onFocus={(event) => { if (begun.length > 1) event.currentTarget.select(); }}
      onKeyDown={onKeyDown} onBlur={() => finish(!wrong)} onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}
    />
  );
}
