// Second classifications: which there are, their classes with what stands in them, and the members of the class chosen.
import { Button } from '@mantine/core';
import { IconClipboardList, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';
import { ClassificationList } from './ClassificationList.tsx';
import { ClassForm } from './ClassForm.tsx';
import { ClassList } from './ClassList.tsx';
import './groups.css';
import { MembersPane } from './MembersPane.tsx';
import { PasteForm } from './PasteForm.tsx';

export default function GroupsScreen() {
  const t = useWords('groups');
  const params = useSession((session) => session.route.params);
  const go = useSession((session) => session.go);
  const [kept, keep] = useRemembered<string | null>('groups.classification', null);
  const list = useQuery('groups.list', {});
  const wanted = params['classificationId'] ?? kept;
  const chosen = list.data?.find((one) => one.id === wanted) ?? list.data?.[0] ?? null;
  const classes = useQuery('groups.classes', chosen ? { classificationId: chosen.id } : null, { keep: true });
  const rows = classes.data ?? [];
  const one = rows.find((row) => row.id === params['classId']) ?? null;
  const [form, setForm] = useState<{ kind: 'class' | 'paste'; of: string } | null>(null);
  const openForm = form !== null && form.of === chosen?.id ? form.kind : null;

  const choose = (classificationId: string) => {
    keep(classificationId);
    setForm(null);
    go('groups', { classificationId });
  };
  const chooseClass = (classId: string) => {
    setForm(null);
    if (chosen) go('groups', { classificationId: chosen.id, classId });
  };
  const newClass = chosen && !chosen.builtIn ? <Button leftSection={<IconPlus size={16} />} onClick={() => setForm({ kind: 'class', of: chosen.id })}>{t('newClass')}</Button> : null;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={t('note')} action={newClass}>
        {chosen && chosen.id !== 'lokSabha' ? <Button variant="default" leftSection={<IconClipboardList size={16} />} onClick={() => setForm({ kind: 'paste', of: chosen.id })}>{t('paste')}</Button> : null}
      </ScreenHeader>
      {list.error ? <ErrorPanel error={list.error} onRetry={list.refresh} /> : null}
      <div className="groups-body">
        <ClassificationList rows={list.data ?? []} chosenId={chosen?.id ?? null} onChoose={choose} />
        <section className="groups-classes" aria-label={t('class')}>
          {openForm === 'class' && chosen ? <ClassForm key="new" classificationId={chosen.id} of={null} rows={rows} onDone={(id) => { setForm(null); if (id) chooseClass(id); }} /> : null}
          {chosen && chosen.classes === 0 && openForm !== 'class'
            ? <EmptyState title={t('noClassesTitle')} text={t('noClasses')} action={newClass} />
            : chosen ? <ClassList classification={chosen} rows={rows} chosenId={one?.id ?? null} onChoose={chooseClass} /> : null}
        </section>
        <section className="groups-members" aria-label={one ? t('membersOf', { name: '' }) : t('paste')}>
          {openForm === 'paste' && chosen
            ? <PasteForm key={chosen.id} classification={chosen} into={one} onDone={() => setForm(null)} />
            : chosen && one ? <MembersPane key={one.id} classification={chosen} row={one} rows={rows} onGone={() => choose(chosen.id)} /> : <EmptyState compact text={t('chooseClass')} />}
        </section>
      </div>
    </div>
  );
}
