// Who has a part number, and who had it before: an old slip of paper still leads to its booth.
import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useNamed, useWords } from '../../words.ts';

export function PartNumberSearch() {
  const t = useWords('reorganisation');
  const named = useNamed();
  const select = useSession((session) => session.select);
  const seats = useQuery('units.constituencies', {}).data?.filter((seat) => seat.kind === 'assembly') ?? [];
  const [constituencyId, setSeat] = useState<string | null>(null);
  const [text, setText] = useState('');
  const asked = constituencyId === null || text.trim() === '' ? null : { constituencyId, partNumber: text.trim() };
  const hits = useQuery('reorganisation.partNumber', asked).data;
  return (
    <fieldset className="reorg-children">
      <legend>{t('renumber.find')}</legend>
      <div className="reorg-pair">
        <Select size="sm" label={t('renumber.findSeat')} searchable value={constituencyId} onChange={setSeat} data={seats.map((seat) => ({ value: seat.id, label: `${seat.number} ${named(seat)}` }))} />
        <TextInput size="sm" label={t('renumber.findPart')} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={20} autoComplete="off" />
      </div>
      {asked && hits ? (
        <ul className="reorg-rules" aria-live="polite">
          {hits.map((hit) => (
            <li key={`${hit.unitId} ${hit.untilDay}`}>
              <button type="button" className="figure" onClick={() => select(hit.unitId)}>{named(hit)}</button>{' '}
              {hit.untilDay === null ? t('renumber.has') : t(hit.closedDay === null ? 'renumber.had' : 'renumber.hadClosed', { day: hit.untilDay, part: hit.partNumber ?? '–' })}
            </li>
          ))}
          {hits.length === 0 ? <li className="reorg-dim">{t('renumber.nobody')}</li> : null}
        </ul>
      ) : null}
    </fieldset>
  );
}
