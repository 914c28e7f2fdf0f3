// How many seats of which post the committee of each level has; every change is saved at once and can be undone.
import { ActionIcon, Select } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand, useQuery } from '../../hooks.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { usePick, useWords } from '../../words.ts';
import type { CommitteeTemplate, TemplateSeat } from '../../../shared/model/committee.ts';
import { NewKind } from './NewKind.tsx';

function Template({ template }: { template: CommitteeTemplate }) {
  const t = useWords('committees');
  const pick = usePick();
  const level = useLevelName();
  const kinds = useQuery('posts.kinds', {}).data ?? [];
  const [save] = useCommand('committees.saveTemplate');
  const [naming, setNaming] = useState(false);
  const { seats, levelId } = template;
  const put = (next: readonly Pick<TemplateSeat, 'postKindId' | 'seats'>[]) => void save({ levelId, seats: next.map(({ postKindId, seats: count }) => ({ postKindId, seats: count })) }, { undoToast: true });
  const moved = (from: number, to: number) => {
    const next = [...seats];
    const [seat] = next.splice(from, 1);
    next.splice(to, 0, seat!);
    put(next);
  };
  const total = seats.reduce((sum, seat) => sum + seat.seats, 0);
  return (
    <Panel title={level(levelId)} aside={<span className="committees-dim">{seats.length === 0 ? t('noCommittee') : t('templateSum', { seats: total, units: template.units, level: level(levelId, template.units), all: total * template.units })}</span>}>
      <ul className="template-lines" aria-label={t('templateOf', { level: level(levelId) })}>
        {seats.map((seat, at) => {
          const name = pick(seat.nameEn, seat.nameHi);
          return (
            <li key={seat.postKindId}>
              <span className="seat-grow">{name}</span>
              <NumberField aria-label={t('seatsOf', { post: name })} w={72} min={1} max={200} value={seat.seats} onChange={(count) => { if (count !== null) put(seats.map((one) => (one === seat ? { ...one, seats: count } : one))); }} />
              <ActionIcon variant="subtle" color="gray" size={24} disabled={at === 0} aria-label={t('moveUp', { post: name })} title={t('moveUp', { post: name })} onClick={() => moved(at, at - 1)}><IconArrowUp size={14} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" size={24} disabled={at === seats.length - 1} aria-label={t('moveDown', { post: name })} title={t('moveDown', { post: name })} onClick={() => moved(at, at + 1)}><IconArrowDown size={14} /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('removeSeat', { post: name })} title={t('removeSeat', { post: name })} onClick={() => put(seats.filter((one) => one !== seat))}><IconX size={14} /></ActionIcon>
            </li>
          );
        })}
      </ul>
      {naming ? <NewKind onDone={(postKindId) => { setNaming(false); if (postKindId !== null) put([...seats, { postKindId, seats: 1 }]); }} /> : (
        <Select
          className="template-add" size="sm" aria-label={t('addSeatTo', { level: level(levelId) })} placeholder={t('addSeat')} searchable value={null} nothingFoundMessage={t('noSuchPost')}
          data={[{ value: '', label: t('anotherPost') }, ...kinds.filter((kind) => !seats.some((seat) => seat.postKindId === kind.id)).map((kind) => ({ value: kind.id, label: pick(kind.nameEn, kind.nameHi) }))]}
          onChange={(value) => { if (value === '') setNaming(true); else if (value !== null) put([...seats, { postKindId: value, seats: 1 }]); }}
        />
      )}
    </Panel>
  );
}

export function TemplateList() {
  const templates = useQuery('committees.templates', {}).data ?? [];
  return <div className="template-list">{templates.filter((template) => template.units > 0 || template.seats.length > 0).map((template) => <Template key={template.levelId} template={template} />)}</div>;
}
