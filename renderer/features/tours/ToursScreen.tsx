// Tours: the list, the form, and the chosen tour day by day beside the map with its route.
import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconDots, IconPencil, IconPlus, IconRoute, IconTrash } from '@tabler/icons-react';
import { useCommand, useJob, useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import { TourForm } from './TourForm.tsx';
import { TourView } from './TourView.tsx';

export default function ToursScreen() {
  const t = useWords('tours');
  const named = useNamed();
  const pick = usePick();
  const { day } = useNumbers();
  const route = useSession((session) => session.route);
  const tours = useQuery('tours.list', {});
  const [remembered, setRemembered] = useRemembered<string | null>('tours.open', null);
  // 'new', the id of the tour being edited, or null; in the route, so that an act of the palette can ask for it.
  const form = route.params['form'] ?? null;
  const setForm = (next: string | null) => {
    const { form: _closed, ...params } = route.params;
    useSession.getState().go('tours', next === null ? params : { ...params, form: next });
  };
  const [remove] = useCommand('tours.remove');
  const plan = useJob('tours.plan');

  const rows = tours.data ?? [];
  const wanted = route.params['tourId'] ?? remembered;
  const chosen = rows.find((row) => row.id === wanted) ?? rows[0];
  const detail = useQuery('tours.get', chosen ? { id: chosen.id } : null);
  const choose = (id: string | null) => {
    useSession.getState().go('tours');
    setRemembered(id);
  };
  const planNow = async (id: string) => {
    await plan.run({ id }, { undoToast: true });
  };

  const tour = detail.data;
  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')}
        note={chosen ? noteOf(named(chosen), pick(chosen.personNameEn, chosen.personNameHi), t('window', { fromDay: chosen.fromDay, toDay: chosen.toDay })) : undefined}
        action={chosen ? (
          <Button leftSection={<IconRoute size={16} />} loading={plan.running} onClick={() => void planNow(chosen.id)}>
            {t(chosen.planned > 0 ? 'planAgain' : 'plan')}
          </Button>
        ) : undefined}
      >
        {rows.length > 1 ? (
          <Select
            aria-label={t('chooseTour')} w={240} allowDeselect={false} value={chosen?.id ?? null} onChange={choose}
            data={rows.map((row) => ({ value: row.id, label: `${named(row)} · ${day(row.fromDay)}` }))}
          />
        ) : null}
        {chosen ? (
          <>
            <Button variant="default" leftSection={<IconPencil size={15} />} onClick={() => setForm(chosen.id)}>{t('edit')}</Button>
            <Menu position="bottom-end">
              <Menu.Target><ActionIcon variant="default" size={32} aria-label={t('more')}><IconDots size={16} /></ActionIcon></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => setForm('new')}>{t('newTour')}</Menu.Item>
                <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => void remove({ id: chosen.id }, { undoToast: true })}>{t('remove')}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        ) : null}
      </ScreenHeader>
      <div style={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <div style={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}>
          <LoadingLine shown={tours.loading || detail.loading} />
          {tours.error ? <ErrorPanel error={tours.error} onRetry={tours.refresh} /> : null}
          {detail.error ? <ErrorPanel error={detail.error} onRetry={detail.refresh} /> : null}
          {tours.data && rows.length === 0 ? (
            <EmptyState
              title={t('emptyTitle')} text={t('emptyText')}
              action={form === null ? <Button leftSection={<IconPlus size={16} />} onClick={() => setForm('new')}>{t('planTour')}</Button> : undefined}
            />
          ) : null}
          {tour ? <TourView key={tour.id} tour={tour} narrow={form !== null} planning={plan.running} onPlan={() => void planNow(tour.id)} /> : null}
        </div>
        {form !== null ? (
          <TourForm
            key={form} tour={form !== 'new' && tour?.id === form ? tour : null} planning={plan.running}
            onClose={() => setForm(null)}
            onSaved={async (id) => {
              choose(id);
              await planNow(id);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Name, leader and days; the leader not twice, where the tour is called after him. */
function noteOf(name: string, leader: string, days: string): string {
  return (name.includes(leader) ? [name, days] : [name, leader, days]).join(' · ');
}
