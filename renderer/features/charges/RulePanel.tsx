// Sharing out by rule: which units, which leaders, how many each; then the proposal, line by line, to be changed and given in one step.
import { Button, Checkbox, CloseButton, SegmentedControl, TextInput } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useCommand, useJob, useQuery } from '../../hooks.ts';
import { showNotice } from '../../toasts.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { mostSharedUnits } from '../../../shared/limits.ts';
import type { Proposal } from '../../../shared/model/charge.ts';
import type { BoardAsk } from './useUnitLines.ts';
import { ProposalLines } from './ProposalLines.tsx';
import type { Terms } from './useTerms.ts';

interface Props {
  terms: Terms;
  ask: BoardAsk;
  selected: ReadonlySet<string>;
  proposal: Proposal | null;
  onProposal: (proposal: Proposal | null) => void;
  onDone: () => void;
}

type Which = 'selected' | 'free' | 'all';
type Balance = 'count' | 'electors' | 'booths';
const mostLeaders = 500;

function Leader({ id, onRemove }: { id: string; onRemove: () => void }) {
  const t = useWords('charges');
  const named = useNamed();
  const person = useQuery('people.get', { id }).data;
  const name = person ? named(person) : '…';
  return <li className="charges-chip"><span>{name}</span><CloseButton size="xs" aria-label={t('leaveOut', { name })} onClick={onRemove} /></li>;
}

export function RulePanel({ terms, ask, selected, proposal, onProposal, onDone }: Props) {
  const t = useWords('charges');
  const { number } = useNumbers();
  const [which, setWhich] = useState<Which>(selected.size > 1 ? 'selected' : 'all');
  const [personIds, setPersonIds] = useState<string[]>([]);
  const [find, setFind] = useState('');
  const [perLeader, setPerLeader] = useState<number | null>(null);
  const [balance, setBalance] = useState<Balance>('count');
  const [nearHome, setNearHome] = useState(true);
  const [avoidOwn, setAvoidOwn] = useState(false);
  const { run: propose, running } = useJob('charges.propose');
  const [handOut, { busy }] = useCommand('charges.handOut');
  const count = (only: 'all' | 'free') => ({ ...ask, only, personId: null, offset: 0, limit: 1 });
  const all = useQuery('charges.board', count('all')).data?.total ?? 0;
  const free = useQuery('charges.board', count('free')).data?.total ?? 0;
  const units = which === 'selected' ? selected.size : which === 'free' ? free : all;
  const found = useQuery('charges.leaders', find.trim() === '' ? null : { ...ask, text: find, limit: 1 }).data?.total ?? 0;

  async function addFound(): Promise<void> {
    const { rows } = await call('charges.leaders', { ...ask, text: find, limit: mostLeaders });
    setPersonIds([...new Set([...personIds, ...rows.map((row) => row.id)])].slice(0, mostLeaders));
    setFind('');
  }
  async function send(): Promise<void> {
    if (units > mostSharedUnits) { showNotice(t('tooManyToShare', { count: mostSharedUnits })); return; }
    const unitIds = which === 'selected' ? [...selected] : (await call('charges.unitIds', { ...ask, only: which, personId: null })).unitIds;
    const made = await propose({ unitIds, personIds, perLeader, balance, nearHome, avoidOwn, fromDay: terms.fromDay, toDay: terms.toDay });
    if (made) onProposal(made);
  }
  async function give(): Promise<void> {
    if (!proposal || busy) return;
    const each = Map.groupBy(proposal.lines.filter((line) => line.personId !== null), (line) => line.personId!);
    const { levelId: _level, ...rest } = terms;
    const done = await handOut({ ...rest, orderDay: terms.orderBy === '' ? null : terms.orderDay, lines: [...each].map(([personId, lines]) => ({ personId, unitIds: lines.map((line) => line.unitId) })) }, { undoToast: true });
    if (done) onDone();
  }
  const given = proposal?.lines.filter((line) => line.personId !== null) ?? [];
  if (proposal) {
    return (
      <SidePanel
        title={t('proposal')} note={t('proposalNote')} width={360} onClose={onDone}
        foot={(
          <div className="charges-acts">
            <Button loading={busy} disabled={given.length === 0} onClick={() => void give()}>{t('giveProposal', { units: given.length, people: new Set(given.map((line) => line.personId)).size })}</Button>
            <Button variant="default" onClick={() => onProposal(null)}>{t('back')}</Button>
          </div>
        )}
      >
        <ProposalLines proposal={proposal} onChange={onProposal} />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={t('byRule')} note={t('byRuleNote')} width={360} onClose={onDone}
      foot={<div className="charges-acts"><Button loading={running} disabled={personIds.length === 0 || units === 0} onClick={() => void send()}>{t('propose')}</Button><Button variant="default" onClick={onDone}>{t('common:cancel')}</Button></div>}
    >
      <div className="charges-form">
        <SegmentedControl
          size="xs" fullWidth aria-label={t('whichUnits')} value={which} onChange={(value) => setWhich(value as Which)}
          data={[...(selected.size > 0 ? [{ value: 'selected', label: t('whichSelected', { count: selected.size }) }] : []), { value: 'all', label: t('whichAll', { count: all }) }, { value: 'free', label: t('whichFree', { count: free }) }]}
        />
        <div className="charges-pair">
          <TextInput className="charges-grow" label={t('findLeaders')} value={find} maxLength={100} onChange={(event) => setFind(event.currentTarget.value)} onKeyDown={(event) => { if (event.key === 'Enter' && found > 0) { event.preventDefault(); void addFound(); } }} />
          <Button variant="light" leftSection={<IconUsersPlus size={15} />} disabled={found === 0} onClick={() => void addFound()}>{t('addFound', { count: found })}</Button>
        </div>
        <PersonPicker label={t('oneLeader')} value={null} onChange={(id) => { if (id !== null && !personIds.includes(id)) setPersonIds([...personIds, id]); }} />
        {personIds.length > 0 ? (
          <>
            <p className="charges-dim">{t('leaderCount', { count: personIds.length })} <button type="button" className="figure" onClick={() => setPersonIds([])}>{t('common:clear')}</button></p>
            <ul className="charges-chips" aria-label={t('leaders')}>{personIds.slice(0, 40).map((id) => <Leader key={id} id={id} onRemove={() => setPersonIds(personIds.filter((other) => other !== id))} />)}</ul>
            {personIds.length > 40 ? <p className="charges-dim">{t('andMore', { count: personIds.length - 40 })}</p> : null}
          </>
        ) : null}
        <NumberField label={t('perLeader')} description={t('perLeaderNote')} min={1} max={mostSharedUnits} value={perLeader} onChange={setPerLeader} placeholder={personIds.length > 0 ? number(Math.ceil(units / personIds.length)) : ''} />
        <div>
          <span className="charges-label">{t('balance')}</span>
          <SegmentedControl size="xs" fullWidth aria-label={t('balance')} value={balance} onChange={(value) => setBalance(value as Balance)} data={(['count', 'electors', 'booths'] as const).map((value) => ({ value, label: t(`balanceBy.${value}`) }))} />
        </div>
        <Checkbox label={t('nearHome')} checked={nearHome} onChange={(event) => setNearHome(event.currentTarget.checked)} />
        <Checkbox label={t('avoidOwn')} checked={avoidOwn} onChange={(event) => setAvoidOwn(event.currentTarget.checked)} />
        <p className="charges-dim">{t('method')}</p>
      </div>
    </SidePanel>
  );
}
