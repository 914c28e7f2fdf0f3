// The hand-out board: units as list and map, leaders at the right, and what is chosen between them.
import { Button, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconArrowsSplit2, IconX } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { call } from '../../api.ts';
import type { ChargeShape, LeaderLoad, Proposal } from '../../../shared/model/charge.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { BoardMap } from './BoardMap.tsx';
import { LeaderPanel } from './LeaderPanel.tsx';
import { Leaders } from './Leaders.tsx';
import { RulePanel } from './RulePanel.tsx';
import { TermsBar } from './TermsBar.tsx';
import { UnitChoice } from './UnitChoice.tsx';
import { useBoard } from './useBoard.ts';
import type { Terms } from './useTerms.ts';

interface Props {
  terms: Terms;
  setTerms: (change: Partial<Terms>) => void;
  programmes: Programme[];
  levelIds: string[];
  unitId: string | null;
  group: GroupFilter | null;
  /** By which classification the list is grouped. */
  groupBy: string | null;
  today: string;
  /** Units another screen sent to be given. */
  sent: readonly string[];
  isRule: boolean;
  personId: string | null;
  onlyFree: boolean;
  onPlace: (params: Record<string, string>) => void;
}

/** Below this width, in pixels, list and map take turns. */
const bothFrom = 860;

export function BoardView({ terms, setTerms, programmes, levelIds, unitId, group, groupBy, today, sent, isRule, personId, onlyFree, onPlace }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const level = useLevelName();
  const { number } = useNumbers();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const select = useSession((session) => session.select);
  const setScope = useSession((session) => session.setScope);
  const [side, setSide] = useRemembered<'list' | 'map'>('charges.side', 'map');
  const [only, setOnly] = useState<'all' | 'free'>(onlyFree ? 'free' : 'all');
  const [colourBy, setColourBy] = useRemembered<'who' | 'class'>('charges.colourBy', 'who');
  const [text, setText] = useState('');
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const [handOut] = useCommand('charges.handOut');
  const proposed = useMemo(() => (proposal && isRule ? new Map(proposal.lines.map((line) => [line.unitId, line.personId])) : null), [proposal, isRule]);
  const board = useBoard(terms, unitId, group, proposed);
  const { selected, setSelected } = board;
  const byClass = colourBy === 'class' && board.classes !== null;
  const ask = { levelId: terms.levelId, unitId, programmeId: terms.programmeId, group, fromDay: terms.fromDay, toDay: terms.toDay, only, personId };

  const [taken, setTaken] = useState(false);
  const sentKey = sent.join(' ');
  const shownLevel = terms.levelId;
  // Units of another level than the board's bring their level along.
  const take = useEffectEvent((levelId: string | null, shown: string) => {
    if (levelId !== null && levelId !== shown) { setTerms({ levelId }); return; }
    if (levelId !== null) setSelected(sentKey.split(' '));
    setTaken(true);
  });
  useEffect(() => {
    if (taken || sentKey === '') return;
    void call('units.get', { id: sentKey.split(' ')[0]! }).then((unit) => take(unit.levelId, shownLevel), () => take(null, shownLevel));
  }, [sentKey, taken, shownLevel]);

  const ghostOf = (ids: readonly string[]) => `${number(ids.length)} ${level(terms.levelId, ids.length)}`;
  const chosenShapes = board.map?.shapes.filter((shape) => selected.has(shape.id)) ?? [];
  const electors = chosenShapes.reduce((sum, shape) => sum + shape.electors, 0);
  const names = new Map([...(board.map?.people ?? []), ...(proposal?.leaders ?? [])].map((person) => [person.id, named(person)]));

  async function give(toPersonId: string, unitIds: readonly string[]): Promise<void> {
    if (unitIds.length === 0) return;
    const { levelId: _level, ...rest } = terms;
    const done = await handOut({ ...rest, orderDay: terms.orderBy === '' ? null : terms.orderDay, lines: [{ personId: toPersonId, unitIds: [...unitIds] }] }, { undoToast: true });
    if (done === undefined) return;
    setSelected([]);
    setText('');
    document.querySelector<HTMLElement>('[data-charges-units]')?.focus({ preventScroll: true });
  }
  const titleOf = (shape: ChargeShape): string => {
    if (!board.map?.isLevel) return t('mapHeld', { name: named(shape), held: number(shape.held), units: number(shape.units) });
    const holder = board.holderOf(shape);
    const people = proposed ? (holder === null ? [] : [holder]) : shape.personIds;
    return `${named(shape)}${board.classes ? ` · ${board.classes.wordOf(shape.id)}` : ''}: ${people.length === 0 ? t('nobody') : people.map((id) => names.get(id) ?? '').join(', ')}`;
  };
  const fillOf = (shape: ChargeShape): string | undefined => {
    if (!board.map?.isLevel) return shape.held === 0 ? 'var(--surface)' : `var(--ramp-${Math.max(1, Math.ceil((shape.held / Math.max(1, shape.units)) * 5))})`;
    if (byClass && board.classes) return board.classes.fillOf(shape.id);
    const holder = board.holderOf(shape);
    return holder === null ? 'var(--surface)' : board.colourOf(holder);
  };
  const closePanel = () => { setProposal(null); onPlace({}); };
  const both = width === 0 || width >= bothFrom;
  return (
    <>
      <TermsBar terms={terms} setTerms={setTerms} programmes={programmes} levelIds={levelIds} today={today} />
      <div className="split" ref={ref}>
        <div className="split-main charges-units" data-both={both || undefined}>
          <div className="charges-bar">
            <SegmentedControl size="xs" aria-label={t('only')} value={only} onChange={(value) => setOnly(value as 'all' | 'free')} data={[{ value: 'all', label: t('onlyAll') }, { value: 'free', label: t('onlyFree') }]} />
            {both ? null : <SegmentedControl size="xs" aria-label={t('side')} value={side} onChange={(value) => setSide(value as 'list' | 'map')} data={[{ value: 'list', label: t('list') }, { value: 'map', label: t('map') }]} />}
            <span className="charges-grow charges-dim" role="status">{selected.size > 0 ? [ghostOf([...selected]), chosenShapes.length === selected.size && electors > 0 ? t('electorsCount', { electors: number(electors) }) : ''].filter(Boolean).join(' · ') : t('hint')}</span>
            {selected.size > 0 ? (
              <>
                {board.map?.isLevel ? <Button size="compact-xs" variant="subtle" leftSection={<IconArrowsSplit2 size={14} />} onClick={() => setSelected([...selected, ...board.besides(selected)])}>{t('withNeighbours')}</Button> : null}
                <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconX size={14} />} onClick={() => setSelected([])}>{t('common:clear')}</Button>
              </>
            ) : null}
          </div>
          <div className="charges-panes">
            {both || side === 'list' ? <UnitChoice key={groupBy ?? ''} ask={ask} board={board} classificationId={groupBy} ghostOf={ghostOf} onLook={select} onLeaders={(letter) => { setText(text + letter); searchRef.current?.focus(); }} /> : null}
            {both || side === 'map' ? <BoardMap board={board} ghost={ghostOf([...selected])} titleOf={titleOf} fillOf={fillOf} onGoDown={setScope} label={t('mapLabel')} byClass={byClass} onByClass={(yes) => setColourBy(yes ? 'class' : 'who')} /> : null}
          </div>
        </div>
        {isRule ? <RulePanel terms={terms} ask={ask} selected={selected} proposal={proposal} onProposal={setProposal} onDone={closePanel} />
          : personId !== null ? <LeaderPanel key={personId} personId={personId} today={today} selected={selected} onClose={closePanel} />
            : <Leaders terms={terms} unitId={unitId} group={group} board={board} chosen={selected.size} searchRef={searchRef} text={text} onText={setText} onGive={(id, ids) => void give(id, ids)} onOpen={(leader: LeaderLoad) => onPlace({ personId: leader.id })} />}
      </div>
    </>
  );
}
