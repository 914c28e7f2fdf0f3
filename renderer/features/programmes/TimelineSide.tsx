// The timeline with its answers: turns a preview into ghosts, keeps the zoom, tells what a trial would do.
import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { QueryState } from '../../hooks.ts';
import { useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useWords } from '../../words.ts';
import { dayFromNumber } from '../../../shared/dates.ts';
import type { OrderPreview, Outline } from '../../../shared/model/schedule.ts';
import { ghostsOf, noGhosts } from './ghosts.ts';
import { StateMark } from './StateMark.tsx';
import type { TimelineRow } from './timelineRows.ts';
import { zooms } from './timeScale.ts';
import type { Zoom } from './timeScale.ts';
import { TimelineView } from './TimelineView.tsx';
import { TrialCard } from './TrialCard.tsx';
import type { Trial } from './trial.ts';

interface Props {
  outline: Outline;
  trial: Trial | null;
  /** Of what is tried. */
  trialName: string;
  preview: QueryState<OrderPreview> | null;
  /** The wizard is open: its panel tells what would follow. */
  ordering: boolean;
  openId: string | null;
  onTrial: (trial: Trial | null) => void;
  onDone: (trial: Trial) => void;
  onOpen: (programmeId: string) => void;
  onClose: () => void;
}

const states = ['planned', 'running', 'done', 'postponed', 'untilFurtherNotice', 'cancelled'];

export function TimelineSide({ outline, trial, trialName, preview, ordering, openId, onTrial, onDone, onOpen, onClose }: Props) {
  const t = useWords('programmes');
  const go = useSession((session) => session.go);
  const [zoom, setZoom] = useRemembered<Zoom>('programmes.zoom', 'month');
  const [toToday, setToToday] = useState(0);
  const wouldBe = preview?.error ? undefined : preview?.data;
  const ghosts = useMemo(() => (wouldBe ? ghostsOf(wouldBe) : noGhosts), [wouldBe]);
  const open = (row: TimelineRow) => {
    if (row.kind === 'programme') onOpen(row.id);
    else go(row.kind === 'tour' ? 'tours' : 'calendar', row.kind === 'tour' ? { id: row.id } : { day: dayFromNumber(outline.from[row.at]!) });
  };
  return (
    <div className="tl-frame">
      <TimelineView
        outline={outline} zoom={zoom} onZoom={setZoom} toToday={toToday} trial={trial} ghosts={ghosts} openId={openId} onOpen={open}
        onTrial={(next) => { if (next) onTrial(next); else onClose(); }} onDone={onDone}
      />
      {trial && !ordering ? <TrialCard trial={trial} name={trialName} preview={preview?.data} error={preview?.error} /> : null}
      <div className="tl-legend">
        {states.map((state) => <StateMark key={state} state={state} />)}
        <span className="tl-legend-keys">{t('timelineKeys')}</span>
        <span className="tl-legend-right">
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('toToday')} title={t('toToday')} onClick={() => setToToday(toToday + 1)}><IconCurrentLocation size={16} /></ActionIcon>
          <SegmentedControl size="xs" transitionDuration={0} aria-label={t('zoom')} value={zoom} onChange={(next) => setZoom(next as Zoom)} data={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))} />
        </span>
      </div>
    </div>
  );
}
