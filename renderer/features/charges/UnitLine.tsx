// What a line of the board's list shows: a unit with who has it, or the head of a class.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useClassName } from '../../frame/grouping.ts';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { GroupedCharge, Holder } from '../../../shared/model/charge.ts';
import type { Board } from './useBoard.ts';

/** `grouped`: the class stands above already, and only what it shares is marked. */
export function UnitLine({ line, board, grouped }: { line: Extract<GroupedCharge, { kind: 'unit' }>; board: Board; grouped: boolean }) {
  const t = useWords('charges');
  const g = useWords('groups');
  const named = useNamed();
  const pick = usePick();
  const { number, day } = useNumbers();
  const { unit, whole } = line;
  const holder = unit.holders[0];
  const withKind = (one: Holder) => `${named(one)}${one.kind === 'coInCharge' ? ` (${t('kind.coInCharge')})` : ''}`;
  const holders = unit.holders.map(withKind).join(' · ');
  return (
    <>
      <i className="charges-swatch" data-nobody={!holder || undefined} style={{ background: holder ? board.colourOf(holder.personId) ?? 'var(--line-strong)' : undefined }} aria-hidden="true" />
      <span className="charges-grow" title={holders}>
        <span className="charges-name">{named(unit)} <span className="charges-dim">{pick(unit.withinEn, unit.withinHi)}{board.classes && !grouped ? ` · ${board.classes.wordOf(unit.id)}` : ''}</span>{whole ? null : <span className="part-mark">{g('partly')}</span>}</span>
        <span className="charges-under">
          {holder ? holders : t('nobody')}
          {unit.holders.length === 1 ? ` · ${t('untilDay', { day: day(holder!.toDay) })}` : ''}
        </span>
      </span>
      <span className="charges-figure">
        {unit.target === null ? t('electorsCount', { electors: number(unit.electors) }) : t('targetOf', { achieved: number(unit.achieved ?? 0), target: number(unit.target) })}
      </span>
    </>
  );
}

/** The whole line chooses the units of the class; its arrow opens and closes it, as the arrow keys do. */
export function ClassLine({ line, folded, onFold }: { line: Extract<GroupedCharge, { kind: 'class' }>; folded: boolean; onFold: () => void }) {
  const t = useWords('charges');
  const className = useClassName();
  const { number } = useNumbers();
  const Arrow = folded ? IconChevronRight : IconChevronDown;
  return (
    <>
      <span className="charges-fold" aria-hidden="true" onClick={(event) => { event.stopPropagation(); onFold(); }}><Arrow size={15} /></span>
      <span className="charges-head" title={t('classHint')}><b>{className(line.class)}</b> <span className="charges-dim">{number(line.count)}</span>{folded ? <span className="unseen">, {t('classShut')}</span> : null}</span>
    </>
  );
}
