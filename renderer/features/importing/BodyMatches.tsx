// Bodies of the directory that fit no unit by name: the person says which unit each is, and the sheet is checked again.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { ImportBody, LocalBodiesMapping } from '../../../shared/model/importing.ts';

/** So many are matched before checking again brings the next. */
const mostShown = 100;

type Said = NonNullable<LocalBodiesMapping['said']>;

interface Props {
  bodies: ImportBody[];
  busy: boolean;
  onSaid: (said: Said) => void;
}

export function BodyMatches({ bodies, busy, onSaid }: Props) {
  const t = useWords('importing');
  const named = useNamed();
  const level = useLevelName();
  const { exact } = useNumbers();
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(() => new Map(bodies.flatMap(({ code, unitId }) => (unitId === null ? [] : [[code, unitId] as const]))));
  const changed = bodies.some(({ code, unitId }) => (said.get(code) ?? null) !== unitId);
  const nameOf = (body: ImportBody) => (body.nameEn === '' ? t('bodies.unnamed', { code: body.code }) : named(body));
  const within = (body: ImportBody) => [
    t('bodies.of', { level: level(body.levelId) }), named({ nameEn: body.parentEn, nameHi: body.parentHi }), body.panchayats > 0 ? t('bodies.panchayats', { count: body.panchayats }) : '',
  ].filter((text) => text !== '').join(' · ');

  const choose = (code: string, unitId: string | null) => {
    const next = new Map(said);
    if (unitId === null) next.delete(code);
    else next.set(code, unitId);
    setSaid(next);
  };
  return (
    <Panel
      title={`${t('bodies.title')} · ${exact(bodies.length)}`} flush
      aside={<Button size="compact-sm" disabled={!changed} loading={busy} onClick={() => onSaid([...said].map(([code, unitId]) => ({ code, unitId })))}>{t('bodies.again')}</Button>}
    >
      <div className="import-change-lead"><p>{t('bodies.lead')}{bodies.length > mostShown ? ` ${t('bodies.shown', { count: mostShown })}` : ''}</p></div>
      <ul className="import-bodies" aria-label={t('bodies.title')}>
        {bodies.slice(0, mostShown).map((body) => (
          <li key={body.code}>
            <span className="import-change-unit"><b>{nameOf(body)}</b><small>{within(body)}</small></span>
            <UnitPicker
              clearable size="xs" aria-label={t('bodies.is', { name: nameOf(body) })} placeholder={t('bodies.choose', { level: level(body.levelId) })}
              levelIds={[body.levelId]} value={said.get(body.code) ?? null} onChange={(unitId) => choose(body.code, unitId)}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
