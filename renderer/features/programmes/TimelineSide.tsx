// The timeline with its answers: asks for what has days, turns a preview into ghosts, keeps the zoom, tells what a trial would do.
import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { QueryState } from '../../hooks.ts';
import { useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import type { OrderPreview, Timeline } from '../../../shared/model/schedule.ts';
import { ghostsOf, noGhosts } from './ghosts.ts';
import { fits } from './sortProgrammes.ts';
import { StateMark } from './StateMark.tsx';
import type { TimelineRow } from './timelineRows.ts';
import { zooms } from './timeScale.ts';
import type { Zoom } from './timeScale.ts';
import { TimelineView } from './TimelineView.tsx';
import { TrialCard } from './TrialCard.tsx';
import type { Trial } from './trial.ts';

interface Props {
  /** Only what has this in its name. */
  text: string;
  trial: Trial | null;
  trialName: ReadonlyMap<string, Programme>;
  preview: QueryState<OrderPreview> | null;
  /** The wizard is open: its panel tells what would follow. */
  ordering: boolean;
  openId: string | null;
  narrow: boolean;
  onTrial: (trial: Trial | null) => void;
  onDone: (trial: Trial) => void;
  onOpen: (programmeId: string) => void;
  onClose: () => void;
}

const mostBars = 10_000;
const everything = { fromDay: '1950-01-01', toDay: '2150-12-31', limit: mostBars };
const states = ['planned', 'running', 'done', 'postponed', 'untilFurtherNotice', 'cancelled'];

/** The thing tried or asked for stays although its name does not fit. */
function matching(timeline: Timeline, text: string, keptId: string | null): Timeline {
  if (text.trim() === '') return timeline;
  return { ...timeline, bars: timeline.bars.filter((bar) => bar.id === keptId || fits(text, [bar.nameEn, bar.nameHi, bar.personNameEn, bar.personNameHi])) };
}

export function TimelineSide({ text, trial, trialName, preview, ordering, openId, narrow, onTrial, onDone, onOpen, onClose }: Props) {
  const t = useWords('programmes');
  const named = useNamed();
  const go = useSession((session) => session.go);
  const { data, error, loading, refresh } = useQuery('programmes.timeline', everything);
  const [zoom, setZoom] = useRemembered<Zoom>('programmes.zoom', 'month');
  const [toToday, setToToday] = useState(0);
  const wouldBe = preview?.error ? undefined : preview?.data;
  const ghosts = useMemo(() => (wouldBe ? ghostsOf(wouldBe) : noGhosts), [wouldBe]);
  const shown = useMemo(() => data && matching(data, text, openId), [data, text, openId]);
  const open = (row: TimelineRow) => {
    if (row.bar.kind === 'programme') onOpen(row.bar.id);
    else go(row.bar.kind === 'tour' ? 'tours' : 'calendar', row.bar.kind === 'tour' ? { id: row.bar.id } : { day: row.bar.fromDay });
  };
  const tried = trial && trialName.get(trial.programmeId);
  return (
    <div className="tl-frame">
      <LoadingLine shown={loading} />
      {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
      {shown ? (
        <TimelineView
          timeline={shown} zoom={zoom} onZoom={setZoom} toToday={toToday} trial={trial} ghosts={ghosts} openId={openId} narrow={narrow} onOpen={open}
          onTrial={(next) => { if (next) onTrial(next); else onClose(); }} onDone={onDone}
        />
      ) : null}
      {trial && tried && !ordering ? <TrialCard trial={trial} name={named(tried)} preview={preview?.data} error={preview?.error} /> : null}
      <div className="tl-legend">
        {states.map((state) => <StateMark key={state} state={state} />)}
        <span className="tl-legend-keys">{t('timelineKeys')}</span>
        <span className="tl-legend-right">
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('toToday')} title={t('toToday')} onClick={() => setToToday(toToday + 1)}><IconCurrentLocation size={16} /></ActionIcon>
          <SegmentedControl size="xs" aria-label={t('zoom')} value={zoom} onChange={(next) => setZoom(next as Zoom)} data={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))} />
        </span>
      </div>
    </div>
  );
}
