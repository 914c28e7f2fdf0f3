// A proposal leader by leader: his units, whether they hang together, their sums; every unit can go to somebody else.
import { NativeSelect } from '@mantine/core';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { partsOf } from '../../../shared/rules/charges/neighbours.ts';
import type { Proposal } from '../../../shared/model/charge.ts';

export function ProposalLines({ proposal, onChange }: { proposal: Proposal; onChange: (proposal: Proposal) => void }) {
  const t = useWords('charges');
  const named = useNamed();
  const { number } = useNumbers();
  const { lines, leaders } = proposal;
  const neighbours = lines.map((line) => line.neighbours);
  const options = [{ value: '', label: t('nobody') }, ...leaders.map((leader) => ({ value: leader.id, label: named(leader) }))];
  const groups = [...leaders.map((leader) => ({ id: leader.id as string | null, leader })), { id: null, leader: null }]
    .map(({ id, leader }) => ({ id, leader, members: lines.flatMap((line, at) => (line.personId === id ? [at] : [])) }))
    .filter(({ id, members }) => id !== null || members.length > 0);
  const give = (at: number, personId: string) => onChange({ ...proposal, lines: lines.map((line, index) => (index === at ? { ...line, personId: personId === '' ? null : personId } : line)) });
  return (
    <ol className="charges-groups">
      {groups.map(({ id, leader, members }) => {
        const parts = partsOf(members, neighbours).length;
        const electors = members.reduce((sum, at) => sum + lines[at]!.electors, 0);
        return (
          <li key={id ?? 'nobody'}>
            <h3>{leader ? named(leader) : t('leftOver')}</h3>
            <p className="charges-under">
              {[t('unitCount', { count: members.length }), t('electorsCount', { electors: number(electors) })].join(' · ')}
              {leader && parts > 1 ? <b className="charges-away"> · {t('inParts', { count: parts })}</b> : null}
              {leader && leader.awayDays > 0 ? <b className="charges-away"> · {t('awayDays', { count: leader.awayDays })}</b> : null}
            </p>
            <ul className="charges-lines">
              {members.map((at) => {
                const line = lines[at]!;
                return (
                  <li key={line.unitId}>
                    <span className="charges-grow">{named(line)}{leader && leader.ownUnitId === line.unitId ? <span className="charges-dim"> · {t('ownUnit')}</span> : null}</span>
                    <NativeSelect size="xs" w={150} aria-label={t('giveUnitTo', { name: named(line) })} value={line.personId ?? ''} data={options} onChange={(event) => give(at, event.currentTarget.value)} />
                  </li>
                );
              })}
            </ul>
          </li>
        );
      })}
    </ol>
  );
}
