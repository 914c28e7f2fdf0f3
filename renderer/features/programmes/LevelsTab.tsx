// A programme's levels one by one: how each stands and what can be said or ordered of it alone, and which of its units have held it.
import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { PhaseSaid, Programme, ShownPhase } from '../../../shared/model/programme.ts';
import type { OrderKind } from '../../../shared/model/order.ts';
import { useOrderWords } from './conflictWords.ts';
import { PhaseUnits } from './PhaseUnits.tsx';
import { StateMark } from './StateMark.tsx';

const orders: OrderKind[] = ['postponement', 'extension', 'advance', 'untilFurtherNotice', 'cancellation'];
type Said = Exclude<PhaseSaid, 'postponed'>;

interface Props {
  programme: Programme;
  today: string;
  onOrder: (kind: OrderKind, levelId: string) => void;
}

function Acts({ programme, phase, onOrder }: { programme: Programme; phase: ShownPhase; onOrder: Props['onOrder'] }) {
  const t = useWords('programmes');
  const level = useLevelName();
  const [say] = useCommand('programmes.setPhaseState');
  const { levelId, state, said } = phase;
  const stopped = state === 'untilFurtherNotice' || state === 'cancelled';
  const item = (next: Said, word: string) => <Menu.Item onClick={() => void say({ id: programme.id, levelId, said: next }, { undoToast: true })}>{t(word)}</Menu.Item>;
  const possible = orders.filter((kind) => (state === 'done' ? false : stopped ? kind === 'postponement' || (kind === 'cancellation' && state !== 'cancelled') : true));
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('levelActs', { level: level(levelId) })} title={t('levelActs', { level: level(levelId) })}><IconDots size={16} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {stopped ? item('byDays', 'resume') : null}
        {state === 'planned' || state === 'postponed' ? item('running', 'sayRunning') : null}
        {state === 'done' ? null : item('done', 'sayDone')}
        {said === 'running' || said === 'done' ? item('byDays', 'sayByDays') : null}
        {possible.length > 0 ? <Menu.Label>{t('ordersOfLevel')}</Menu.Label> : null}
        {possible.map((kind) => <Menu.Item key={kind} onClick={() => onOrder(kind, levelId)}>{stopped && kind === 'postponement' ? t('resumeOn') : t(`levelOrders.${kind}`)}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}

export function LevelsTab({ programme, today, onOrder }: Props) {
  const t = useWords('programmes');
  const level = useLevelName();
  const words = useOrderWords();
  const { number } = useNumbers();
  const [openLevel, setOpenLevel] = useState<string | null>(null);
  const counts = useQuery('programmes.phaseCounts', { id: programme.id }).data;
  return (
    <ul className="levels">
      {programme.phases.map((phase) => {
        const { levelId, fromDay, toDay, state } = phase;
        const count = counts?.find((one) => one.levelId === levelId);
        const isOpen = openLevel === levelId;
        return (
          <li key={levelId} data-open={isOpen || undefined}>
            <div className="level-line">
              <button type="button" className="level-open" aria-expanded={isOpen} onClick={() => setOpenLevel(isOpen ? null : levelId)}>
                {isOpen ? <IconChevronDown size={15} aria-hidden="true" /> : <IconChevronRight size={15} aria-hidden="true" />}
                <span className="level-name"><strong>{level(levelId)}</strong><span>{words.days(fromDay, toDay)}</span></span>
                <span className="level-state"><StateMark state={state} /><span className="dim">{count ? t('heldOf', { held: number(count.held), units: number(count.units) }) : ' '}</span></span>
              </button>
              <Acts programme={programme} phase={phase} onOrder={onOrder} />
            </div>
            {isOpen ? <PhaseUnits programmeId={programme.id} levelId={levelId} today={today} /> : null}
          </li>
        );
      })}
    </ul>
  );
}
