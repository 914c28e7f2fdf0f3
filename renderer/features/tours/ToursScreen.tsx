// Tours: the list, the form, and the chosen tour day by day beside the map with its route.
import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconCalendarCheck, IconCalendarOff, IconDots, IconPencil, IconPlus, IconRoute, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useJob, useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { showDone, showNotice } from '../../toasts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { TourProblem } from '../../../shared/model/tour.ts';
import type { PlanChange } from '../../../shared/model/tourFields.ts';
import { CalendarDoubts } from './CalendarDoubts.tsx';
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
  const [putOn, { busy: putting }] = useCommand('tours.putOnCalendar');
  // Another plan of the tour is looked at; the tour itself while null.
  const [versionId, setVersion] = useState<string | null>(null);
  const [doubts, setDoubts] = useState<TourProblem[] | null>(null);

  const rows = tours.data ?? [];
  const wanted = route.params['tourId'] ?? remembered;
  const chosen = rows.find((row) => row.id === wanted) ?? rows[0];
  const version = useQuery('tours.get', chosen && versionId !== null ? { id: versionId } : null).data;
  const isVersion = version !== undefined && version.versionOf === chosen?.id;
  const detail = useQuery('tours.get', chosen ? { id: isVersion ? version.id : chosen.id } : null);
  const tour = detail.data;
  const choose = (id: string | null) => {
    setVersion(null);
    useSession.getState().go('tours');
    setRemembered(id);
  };
  const planNow = async (id: string, options: { improve?: boolean; change?: PlanChange } = {}) => {
    const done = await plan.run({ id, ...options }, { undoToast: !options.improve });
    if (!done || !options.improve) return;
    if (done.better) void showDone();
    else showNotice(t('notImproved'));
  };
  const onCalendar = async (id: string, wanted: boolean, accept = false) => {
    setDoubts(null);
    const done = await putOn({ id, onCalendar: wanted, accept }, {
      undoToast: true,
      onRefused: ({ code, detail: { problems } }) => {
        if (code !== 'calendar.doubtful' && code !== 'calendar.impossible') return false;
        setDoubts(problems as TourProblem[]);
        return true;
      },
    });
    if (done !== undefined) setVersion(null);
  };

  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')}
        note={chosen ? noteOf(named(chosen), pick(chosen.personNameEn, chosen.personNameHi), t('window', { fromDay: chosen.fromDay, toDay: chosen.toDay }), t(chosen.onCalendar ? 'isOnCalendar' : 'isDraft')) : undefined}
        action={tour && tour.totals.visits === 0 ? (
          <Button leftSection={<IconRoute size={16} />} loading={plan.running} onClick={() => void planNow(tour.id)}>{t('plan')}</Button>
        ) : tour && (!tour.onCalendar || isVersion) ? (
          <Button leftSection={<IconCalendarCheck size={16} />} loading={putting} onClick={() => void onCalendar(tour.id, true)}>{t('putOnCalendar')}</Button>
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
            <Button variant="default" leftSection={<IconPencil size={15} />} onClick={() => setForm(tour?.id ?? chosen.id)}>{t('edit')}</Button>
            <Menu position="bottom-end">
              <Menu.Target><ActionIcon variant="default" size={32} aria-label={t('more')}><IconDots size={16} /></ActionIcon></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPlus size={15} />} onClick={() => setForm('new')}>{t('newTour')}</Menu.Item>
                {tour && tour.totals.visits > 0 ? <Menu.Item leftSection={<IconRoute size={15} />} onClick={() => void planNow(tour.id)}>{t('planAgain')}</Menu.Item> : null}
                {chosen.onCalendar ? <Menu.Item leftSection={<IconCalendarOff size={15} />} onClick={() => void onCalendar(chosen.id, false)}>{t('takeFromCalendar')}</Menu.Item> : null}
                {isVersion ? <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => { setVersion(null); void remove({ id: version.id }, { undoToast: true }); }}>{t('removePlan', { number: version.versions.find((one) => one.id === version.id)?.number ?? 0 })}</Menu.Item> : null}
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
          {doubts && tour ? <CalendarDoubts problems={doubts} onLeave={() => setDoubts(null)} onAccept={() => void onCalendar(tour.id, true, true)} /> : null}
          {tour ? (
            <TourView
              key={tour.versionOf ?? tour.id} tour={tour} narrow={form !== null} planning={plan.running} onPlan={(options) => void planNow(tour.id, options)}
              onVersion={(id) => setVersion(id === chosen?.id ? null : id)}
            />
          ) : null}
        </div>
        {form !== null ? (
          <TourForm
            key={form} tour={form !== 'new' && tour?.id === form ? tour : null} planning={plan.running}
            onClose={() => setForm(null)}
            onSaved={async (id) => {
              if (id !== tour?.id) choose(id);
              else setForm(null);
              await planNow(id);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}

/** Name, leader and days; the leader not twice, where the tour is called after him. */
function noteOf(name: string, leader: string, ...rest: string[]): string {
  return (name.includes(leader) ? [name, ...rest] : [name, leader, ...rest]).join(' · ');
}
