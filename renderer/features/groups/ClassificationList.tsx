// The classifications there are: the seats and one's own, made in two clicks from what states usually have.
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useQuery } from '../../hooks.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Classification } from '../../../shared/model/group.ts';
import { NameForm } from './NameForm.tsx';

interface Props {
  rows: Classification[];
  chosenId: string | null;
  onChoose: (id: string) => void;
}

/** What states have beside the party's own tree, in both languages. */
const usual = ['division', 'cluster'] as const;

export function ClassificationList({ rows, chosenId, onChoose }: Props) {
  const t = useWords('groups');
  const named = useNamed();
  const { number } = useNumbers();
  const [form, setForm] = useState<string | null>(null);
  const [save] = useCommand('groups.save');
  const [remove] = useCommand('groups.remove');
  const [fromLevel] = useCommand('groups.fromLevel');
  const districts = useQuery('units.counts', { id: null }).data?.find(({ levelId }) => levelId === 'district')?.units ?? 0;
  const has = (id: string) => rows.some((row) => row.id === id);
  const named2 = (nameEn: string) => rows.some((row) => row.nameEn.toLowerCase() === nameEn.toLowerCase());

  const add = async (fields: { nameEn: string; nameHi: string | null }) => {
    const made = await save({ id: null, fields }, { undoToast: true });
    if (made) { setForm(null); onChoose(made.id); }
  };
  const proposals = usual.map((key) => ({ key, nameEn: t(`usual.${key}En`), nameHi: t(`usual.${key}Hi`) })).filter(({ nameEn }) => !named2(nameEn));
  return (
    <nav className="groups-list" aria-label={t('list')}>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {form === row.id ? (
              <NameForm start={row} onCancel={() => setForm(null)} onSave={async (fields) => { if (await save({ id: row.id, fields }, { undoToast: true })) setForm(null); }} />
            ) : (
              <div className="groups-choice" data-chosen={row.id === chosenId || undefined}>
                <button type="button" aria-current={row.id === chosenId} onClick={() => onChoose(row.id)}>
                  <b>{named(row)}</b>
                  <small>{t('classCount', { count: row.classes, number: number(row.classes) })}{row.builtIn ? ` · ${t('builtIn')}` : ''}</small>
                </button>
                {row.builtIn ? null : (
                  <Menu position="bottom-end">
                    <Menu.Target><ActionIcon variant="subtle" color="gray" size={26} aria-label={t('edit', { name: named(row) })}><IconDots size={15} /></ActionIcon></Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item leftSection={<IconPencil size={15} />} onClick={() => setForm(row.id)}>{t('edit', { name: named(row) })}</Menu.Item>
                      <Menu.Item leftSection={<IconTrash size={15} />} onClick={() => void remove({ id: row.id }, { undoToast: true })}>{t('remove', { name: named(row) })}</Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      {form === 'new'
        ? <NameForm start={null} onCancel={() => setForm(null)} onSave={add} />
        : <Button variant="light" size="compact-md" leftSection={<IconPlus size={15} />} onClick={() => setForm('new')}>{t('new')}</Button>}
      {(!has('administrative') && districts > 0) || proposals.length > 0 ? (
        <div className="groups-usual">
          <h3>{t('suggestions')}</h3>
          {!has('administrative') && districts > 0 ? (
            <button type="button" onClick={() => void fromLevel({ levelId: 'district' }, { undoToast: true }).then((made) => { if (made) onChoose(made.id); })}>
              <b>{t('administrative')}</b><small>{t('administrativeNote', { count: districts })}</small>
            </button>
          ) : null}
          {proposals.map(({ key, nameEn, nameHi }) => (
            <button key={key} type="button" onClick={() => void add({ nameEn, nameHi })}><b>{t(key)}</b><small>{t('emptyNote')}</small></button>
          ))}
        </div>
      ) : null}
    </nav>
  );
}
