// The list one telephones down: it keeps its order and its lines while figures are noted in it.
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useCommand, useToday } from '../../hooks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { foldPrefix, foldTokens } from '../../../shared/rules/fold.ts';
import type { CallLine, TargetKey } from '../../../shared/model/target.ts';

interface Props {
  about: TargetKey;
  /** A lower figure than before needs no word. */
  mayFall: boolean;
  lines: readonly CallLine[];
  find: string;
}

/** Lines that hold what is typed, in name, leader or number; where none does, those with a word that sounds like it. */
function found(lines: readonly CallLine[], typed: string): readonly CallLine[] {
  const text = typed.trim().toLowerCase();
  if (text === '') return lines;
  const digits = text.replaceAll(/\D/g, '');
  const names = ({ nameEn, nameHi, personEn, personHi }: CallLine) => [nameEn, nameHi, personEn, personHi].filter((name) => name !== null);
  const plain = lines.filter((line) => names(line).some((name) => name.toLowerCase().includes(text)) || (digits.length > 2 && (line.phone ?? '').replaceAll(/\D/g, '').includes(digits)));
  if (plain.length > 0) return plain;
  const sound = foldPrefix(text);
  return sound === '' ? [] : lines.filter((line) => names(line).some((name) => foldTokens(name).some((token) => token.startsWith(sound))));
}

export function CallTable({ about, mayFall, lines, find }: Props) {
  const t = useWords('telephone');
  const pick = usePick();
  // What is asked again after each figure must not move the line one is at.
  const [held] = useState(lines);
  const now = new Map(lines.map((line) => [line.unitId, line]));
  const [told, setTold] = useState<Record<string, number | undefined>>({});
  const [record] = useCommand('progress.record');
  const today = useToday();
  const table = useRef<HTMLTableElement>(null);
  const shown = found(held, find);

  async function note(line: CallLine, value: number): Promise<void> {
    setTold((all) => ({ ...all, [line.unitId]: value }));
    const done = await record({ ...about, unitId: line.unitId, day: today, value, source: 'phone', toldBy: pick(line.personEn ?? '', line.personHi) }, { undoToast: true });
    if (!done) setTold((all) => ({ ...all, [line.unitId]: undefined }));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const fields = [...(table.current?.querySelectorAll<HTMLInputElement>('.call-figure input') ?? [])];
    fields[fields.indexOf(event.target) + step]?.focus();
  }
  if (shown.length === 0) return <EmptyState text={t('noneFound')} />;
  return (
    <>
      <div className="telephone-list">
        <table ref={table} className="grid" aria-label={t('list')} onKeyDown={onKeyDown}>
          <thead><tr>{(['unit', 'leader', 'last', 'target', 'achieved', 'now'] as const).map((column) => <th key={column} scope="col" data-figures={['target', 'achieved'].includes(column) || undefined}>{t(column)}</th>)}</tr></thead>
          <tbody>{shown.map((line) => <CallRow key={line.unitId} line={now.get(line.unitId) ?? line} mayFall={mayFall} told={told[line.unitId] ?? null} onTold={(value) => void note(line, value)} />)}</tbody>
        </table>
      </div>
      <p className="telephone-keys">{t('keys')}</p>
    </>
  );
}

function CallRow({ line, mayFall, told, onTold }: { line: CallLine; mayFall: boolean; told: number | null; onTold: (value: number) => void }) {
  const t = useWords('telephone');
  const pick = usePick();
  const today = useToday();
  const { exact } = useNumbers();
  const name = pick(line.nameEn, line.nameHi);
  const [before] = useState(line.achieved);
  const days = line.lastDay === null || today === '' ? null : daysBetween(line.lastDay, today);
  return (
    <tr data-told={told !== null || undefined}>
      <th scope="row">{name}<small>{pick(line.withinEn, line.withinHi)}</small></th>
      <td>{line.personEn === null ? <span className="dim">{t('nobody')}</span> : <>{pick(line.personEn, line.personHi)}<b>{line.phone ?? ''}</b></>}</td>
      <td>{days === null ? t('never') : days <= 0 ? t('today') : t('ago', { count: days })}</td>
      <td data-figures>{line.target === null ? '–' : exact(line.target)}</td>
      <td data-figures>{line.achieved === null ? '–' : exact(line.achieved)}</td>
      <td className="call-figure">
        <NumberField aria-label={t('figureOf', { name })} value={told} onChange={(value) => { if (value !== null) onTold(value); }} />
        {told !== null ? <small data-lower={(!mayFall && before !== null && told < before) || undefined}>{!mayFall && before !== null && told < before ? t('lower', { before }) : t('noted', { value: told })}</small> : null}
      </td>
    </tr>
  );
}
