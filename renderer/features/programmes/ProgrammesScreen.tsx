// The campaign's programmes: when each runs, level by level, what it counts; and the form beside the list.
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { draftOf, newDraft } from './draft.ts';
import type { ProgrammeDraft } from './draft.ts';
import { ProgrammePanel } from './ProgrammePanel.tsx';
import './programmes.css';
import { timeAxis } from './timeAxis.ts';
import type { TimeAxis } from './timeAxis.ts';
import { Timeline, TimelineHead } from './Timeline.tsx';

export default function ProgrammesScreen() {
  const t = useWords('programmes');
  const today = useToday();
  const params = useSession((session) => session.route.params);
  const { data: programmes, error, loading } = useQuery('programmes.list', {});
  // What has been typed into a form stays while another programme is looked at.
  const [drafts, setDrafts] = useState<Record<string, ProgrammeDraft>>({});
  const [openId, setOpenId] = useState<string | null>(null);
  const draft = openId === null ? undefined : (drafts[openId] ?? (openId === 'new' ? newDraft(today) : undefined) ?? draftFrom(programmes, openId));

  // What the palette or another screen asks for, each time it asks.
  const [asked, setAsked] = useState<object | null>(null);
  if (asked !== params) {
    setAsked(params);
    const wanted = params['open'] === 'new' ? 'new' : params['id'];
    if (wanted) setOpenId(wanted);
  }
  const drop = (id: string) => setDrafts((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== id)));
  const axis = timeAxis(programmes ?? [], today);
  return (
    <div className="programmes-screen">
      <div className="screen programmes-main">
        <ScreenHeader title={t('title')} note={programmes ? t('note', { count: programmes.length }) : ''} action={<Button leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => setOpenId('new')}>{t('new')}</Button>} />
        <div className="screen-body">
          <LoadingLine shown={loading} />
          {error ? <ErrorPanel error={error} /> : null}
          {programmes?.length === 0 ? <EmptyState title={t('emptyTitle')} text={t('empty')} action={<Button variant="light" onClick={() => setOpenId('new')}>{t('new')}</Button>} /> : null}
          {programmes && programmes.length > 0 ? (
            <div className="programmes">
              <div className="programme-row programme-heads" aria-hidden="true"><span /><TimelineHead axis={axis} today={today} /></div>
              <ul>{programmes.map((programme) => <ProgrammeRow key={programme.id} programme={programme} axis={axis} today={today} open={programme.id === openId} onOpen={() => setOpenId(programme.id)} />)}</ul>
            </div>
          ) : null}
        </div>
      </div>
      {openId !== null && draft ? (
        <ProgrammePanel
          key={openId} draft={draft} onChange={(changed) => setDrafts((now) => ({ ...now, [openId]: changed }))}
          onSaved={(id) => { drop(openId); setOpenId(id); }} onClose={() => { drop(openId); setOpenId(null); }}
        />
      ) : null}
    </div>
  );
}

function draftFrom(programmes: Programme[] | undefined, id: string): ProgrammeDraft | undefined {
  const programme = programmes?.find((one) => one.id === id);
  return programme ? draftOf(programme) : undefined;
}

function ProgrammeRow({ programme, axis, today, open, onOpen }: { programme: Programme; axis: TimeAxis; today: string; open: boolean; onOpen: () => void }) {
  const t = useWords('programmes');
  const named = useNamed();
  const { day } = useNumbers();
  const go = useSession((session) => session.go);
  const { fromDay, toDay, metrics } = programme;
  const state = today === '' ? '' : today < fromDay ? t('begins', { count: daysBetween(today, fromDay) }) : today > toDay ? t('over') : t('daysLeft', { count: daysBetween(today, toDay) });
  return (
    <li className="programme-row" data-open={open || undefined}>
      <div className="programme-facts">
        <button type="button" className="programme-name" aria-expanded={open} onClick={onOpen}>{named(programme)}</button>
        <span>{day(fromDay)} – {day(toDay)}</span>
        <span className="dim">{t('days', { count: daysBetween(fromDay, toDay) + 1 })}{state ? ` · ${state}` : ''}</span>
        <span className="programme-metrics">
          {metrics.map((metric) => <button type="button" key={metric.id} className="metric-chip" title={t('seeTargets')} onClick={() => go('targets', { programmeId: programme.id, metricId: metric.id })}>{named(metric)}</button>)}
          {metrics.length === 0 ? <span className="dim">{t('noMetrics')}</span> : null}
        </span>
      </div>
      <Timeline programme={programme} axis={axis} today={today} />
    </li>
  );
}
