// Which of the units below go to the new unit: ticked in a list that is searched as one types.
import { Checkbox, CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { UnitRow } from '../../../shared/model/unit.ts';
import { foldKey } from '../../../shared/rules/fold.ts';

interface Props {
  rows: UnitRow[];
  chosen: string[];
  onChange: (ids: string[]) => void;
}

export function ChildChoice({ rows, chosen, onChange }: Props) {
  const t = useWords('reorganisation');
  const named = useNamed();
  const level = useLevelName();
  const { number } = useNumbers();
  const [text, setText] = useState('');
  const wanted = foldKey(text);
  const shown = wanted === '' ? rows : rows.filter((row) => [row.nameEn, row.nameHi].some((name) => name !== null && foldKey(name).includes(wanted)));
  const going = rows.filter((row) => chosen.includes(row.id));
  const electors = going.reduce((sum, row) => sum + row.electors, 0);
  const tick = (id: string) => onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <fieldset className="reorg-children">
      <legend>{t('whichGo')}</legend>
      <TextInput
        size="sm" value={text} onChange={(event) => setText(event.currentTarget.value)} aria-label={t('findBelow')} placeholder={t('findBelow')} autoComplete="off"
        leftSection={<IconSearch size={15} stroke={1.8} />} rightSection={text === '' ? null : <CloseButton size="sm" aria-label={t('common:clear')} onClick={() => setText('')} />}
      />
      <ul className="reorg-ticks" tabIndex={-1}>
        {shown.map((row) => (
          <li key={row.id} data-ticked={chosen.includes(row.id) || undefined}>
            <Checkbox size="xs" label={named(row)} checked={chosen.includes(row.id)} onChange={() => tick(row.id)} />
            <span className="reorg-dim">{level(row.levelId)}</span>
            <span className="reorg-dim figures">{row.booths > 0 && row.levelId !== 'booth' ? t('boothsShort', { count: row.booths }) : null}</span>
            <span className="figures">{number(row.electors)}</span>
          </li>
        ))}
        {shown.length === 0 ? <li className="reorg-dim">{t('common:nothingFound')}</li> : null}
      </ul>
      <p className="reorg-dim" aria-live="polite">{t('goingCount', { count: going.length, total: rows.length, electors })}</p>
    </fieldset>
  );
}
