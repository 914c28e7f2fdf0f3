// Two records side by side: which is kept, whose name and which numbers; what moves over is said beforehand.
import { Button, Checkbox, Radio } from '@mantine/core';
import { IconArrowsJoin2, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { DuplicateCompare, DuplicatePair, PersonTies } from '../../../shared/model/duplicate.ts';

type Side = 'a' | 'b';
const sides: Side[] = ['a', 'b'];
const digits = (number: string): string => number.replaceAll(/\D/g, '').slice(-10);

function Compare({ compare, onClose }: { compare: DuplicateCompare; onClose: () => void }) {
  const t = useWords('duplicates');
  const pick = usePick();
  const { day } = useNumbers();
  const go = useSession((session) => session.go);
  const { a, b } = compare;
  const weight = (ties: PersonTies) => Object.values(ties).reduce((sum, count) => sum + count, 0);
  const [kept, setKept] = useState<Side>(weight(b.ties) > weight(a.ties) ? 'b' : 'a');
  const [from, setFrom] = useState<Partial<Record<'nameEn' | 'nameHi' | 'veteran', Side>>>({});
  const all = [...compare[kept].phones, ...compare[kept === 'a' ? 'b' : 'a'].phones];
  const phones = all.filter((phone, at) => all.findIndex((other) => digits(other.number) === digits(phone.number)) === at);
  const [left, setLeft] = useState<string[]>([]);
  const [merge, merging] = useCommand('duplicates.merge');
  const [notSame] = useCommand('duplicates.notSame');
  const gone: Side = kept === 'a' ? 'b' : 'a';
  // A name the one kept lacks comes from the other.
  const side = (field: 'nameEn' | 'nameHi' | 'veteran'): Side => from[field] ?? (field === 'nameHi' && compare[kept].nameHi === null ? gone : kept);
  const fields = {
    nameEn: compare[side('nameEn')].nameEn, nameHi: compare[side('nameHi')].nameHi, veteran: compare[side('veteran')].veteran,
    phones: phones.filter((phone) => !left.includes(phone.number)).slice(0, 6),
  };
  const row = (field: 'nameEn' | 'nameHi' | 'veteran', text: (of: Side) => string) => (text('a') === text('b') ? (
    <tr key={field}><th scope="row">{t(`field.${field}`)}</th><td colSpan={2}>{text('a') || '–'}</td></tr>
  ) : (
    <tr key={field}>
      <th scope="row">{t(`field.${field}`)}</th>
      {sides.map((of) => <td key={of}><Radio size="xs" name={`keep-${field}`} label={text(of) || '–'} checked={side(field) === of} onChange={() => setFrom({ ...from, [field]: of })} /></td>)}
    </tr>
  ));
  const ties = (Object.keys(a.ties) as (keyof PersonTies)[]).filter((key) => compare[gone].ties[key] > 0);
  async function send(): Promise<void> {
    if ((await merge({ keptId: compare[kept].id, goneId: compare[gone].id, fields }, { undoToast: true })) !== undefined) onClose();
  }
  return (
    <>
      <table className="duplicates-table">
        <tbody>
          <tr>
            <th scope="row">{t('kept')}</th>
            {sides.map((of) => <td key={of}><Radio size="xs" name="kept" label={t(of === kept ? 'isKept' : 'isGone')} checked={kept === of} onChange={() => { setKept(of); setFrom({}); }} /></td>)}
          </tr>
          {row('nameEn', (of) => compare[of].nameEn)}
          {row('nameHi', (of) => compare[of].nameHi ?? '')}
          {row('veteran', (of) => t(compare[of].veteran ? 'yes' : 'no'))}
          <tr>
            <th scope="row">{t('posts')}</th>
            {sides.map((of) => (
              <td key={of}>
                {compare[of].posts.length === 0 ? '–' : compare[of].posts.slice(0, 6).map((post) => (
                  <div key={post.id}>{pick(post.titleEn, post.titleHi)}<span className="duplicates-under">{[pick(post.unitNameEn, post.unitNameHi), post.fromDay ? t('since', { day: day(post.fromDay) }) : '', post.toDay ? t('until', { day: day(post.toDay) }) : ''].filter(Boolean).join(' · ')}</span></div>
                ))}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">{t('ties')}</th>
            {sides.map((of) => <td key={of}>{(Object.keys(a.ties) as (keyof PersonTies)[]).filter((key) => compare[of].ties[key] > 0).map((key) => <div key={key}>{t(`tie.${key}`, { count: compare[of].ties[key] })}</div>)}</td>)}
          </tr>
          <tr>
            <th scope="row">{t('open')}</th>
            {sides.map((of) => <td key={of}><Figure onOpen={() => go('people', { personId: compare[of].id })}>{t('openPerson')}</Figure></td>)}
          </tr>
        </tbody>
      </table>
      {phones.length > 0 ? (
        <fieldset className="duplicates-phones">
          <legend>{t('phones')}</legend>
          {phones.map((phone) => <Checkbox key={phone.number} size="xs" label={phone.number} checked={!left.includes(phone.number)} onChange={(event) => setLeft(event.currentTarget.checked ? left.filter((one) => one !== phone.number) : [...left, phone.number])} />)}
        </fieldset>
      ) : null}
      <p className="duplicates-note">{ties.length === 0 ? t('nothingMoves') : t('moves', { what: ties.map((key) => t(`tie.${key}`, { count: compare[gone].ties[key] })).join(', ') })} {t('canBeApart')}</p>
      <div className="form-acts">
        <Button data-merge leftSection={<IconArrowsJoin2 size={16} />} loading={merging.busy} onClick={() => void send()}>{t('merge')}</Button>
        <Button variant="default" leftSection={<IconUsers size={16} />} onClick={() => void notSame({ aId: a.id, bId: b.id }, { undoToast: true }).then((done) => { if (done !== undefined) onClose(); })}>{t('notSame')}</Button>
      </div>
    </>
  );
}

export function ComparePanel({ pair, onClose }: { pair: DuplicatePair; onClose: () => void }) {
  const t = useWords('duplicates');
  const { data, error } = useQuery('duplicates.compare', { aId: pair.a.id, bId: pair.b.id });
  return (
    <SidePanel title={t('sideBySide')} note={pair.reasons.map((reason) => t(`reason.${reason}`)).join(' · ')} follows width={460} onClose={onClose}>
      {error ? <ErrorPanel error={error} /> : null}
      {data ? <Compare compare={data} onClose={onClose} /> : null}
    </SidePanel>
  );
}
