// The timeline with its answers: turns a preview into ghosts, keeps the zoom, tells what a trial would do.
import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { QueryState } from '../../hooks.ts';
import { useQuery, useRemembered } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useNamed, useWords } from '../../words.ts';
import { dayFromNumber } from '../../../shared/dates.ts';
import type { DatedKind, LinkRow } from '../../../shared/model/schedule.ts';
import type { OrderPreview } from '../../../shared/model/order.ts';
import type { Outline } from '../../../shared/model/timeline.ts';
import { ghostsOf, noGhosts } from './ghosts.ts';
import { LinkStrip } from './LinkStrip.tsx';
import { StateMark } from './StateMark.tsx';
import { keyOf } from './timelineRows.ts';
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
  /** A link is to be changed, or (null) a new one made, in the panel of that programme. */
  onLink: (programmeId: string, linkId: string | null) => void;
  onClose: () => void;
}

const states = ['planned', 'running', 'done', 'postponed', 'untilFurtherNotice', 'cancelled'];

export function TimelineSide({ outline, trial, trialName, preview, ordering, openId, onTrial, onDone, onOpen, onLink, onClose }: Props) {
  const t = useWords('programmes');
  const go = useSession((session) => session.go);
  const [zoom, setZoom] = useRemembered<Zoom>('programmes.zoom', 'month');
  const [toToday, setToToday] = useState(0);
  const [active, setActive] = useState<TimelineRow | null>(null);
  const [picked, setPicked] = useState<string | null>(null);
  const [goTo, setGoTo] = useState<{ key: string } | null>(null);
  const strip = useRef<HTMLDivElement>(null);
  const named = useNamed();
  const activeBar = useQuery('programmes.bars', active && { items: [{ kind: active.kind, id: active.id }] }, { keep: true }).data?.bars[0];
  // The strip shows another row's links a moment after the row was chosen.
  const toLinks = useCallback((linkId: string | null) => {
    let tries = 30;
    const reach = () => {
      const stop = strip.current?.querySelector<HTMLElement>(linkId === null ? '[data-stop][tabindex="0"]' : `[data-stop][data-link="${linkId}"]`);
      if (stop) stop.focus();
      else if (tries-- > 0) requestAnimationFrame(reach);
    };
    reach();
  }, []);
  const leaveLinks = () => { setPicked(null); frame.current?.querySelector<HTMLElement>('.tl')?.focus(); };
  const edit = (link: LinkRow | null) => {
    if (active === null) return;
    const end = active.kind === 'programme' ? active.id : link?.fromKind === 'programme' ? link.fromId : link?.toId;
    if (end) onLink(end, link?.id ?? null);
  };
  const frame = useRef<HTMLDivElement>(null);
  const wouldBe = preview?.error ? undefined : preview?.data;
  const ghosts = useMemo(() => (wouldBe ? ghostsOf(wouldBe) : noGhosts), [wouldBe]);
  const open = (row: TimelineRow) => {
    if (row.kind === 'programme') onOpen(row.id);
    else go(row.kind === 'tour' ? 'tours' : 'calendar', row.kind === 'tour' ? { id: row.id } : { day: dayFromNumber(outline.from[row.at]!) });
  };
  return (
    <div className="tl-frame" ref={frame}>
      <TimelineView
        outline={outline} zoom={zoom} onZoom={setZoom} toToday={toToday} trial={trial} ghosts={ghosts} openId={openId} onOpen={open}
        onTrial={(next) => { if (next) onTrial(next); else onClose(); }} onDone={onDone} onLinks={toLinks} onActive={setActive} goTo={goTo} picked={picked}
      />
      {trial && !ordering ? <TrialCard trial={trial} name={trialName} preview={preview?.data} error={preview?.error} /> : null}
      <LinkStrip
        key={active ? keyOf(active.kind, active.id) : 'none'} stripRef={strip} row={active && activeBar && activeBar.id === active.id ? { kind: active.kind, id: active.id, name: named(activeBar) } : null}
        onPick={setPicked} onEdit={edit} onLeave={leaveLinks} onGo={(kind: DatedKind, id) => setGoTo({ key: keyOf(kind, id) })}
      />
      <div className="tl-legend">
        {states.map((state) => <StateMark key={state} state={state} />)}
        <span className="tl-legend-right">
          <ActionIcon variant="subtle" color="gray" size={24} aria-label={t('toToday')} title={t('toToday')} onClick={() => setToToday(toToday + 1)}><IconCurrentLocation size={16} /></ActionIcon>
          <SegmentedControl size="xs" transitionDuration={0} aria-label={t('zoom')} value={zoom} onChange={(next) => setZoom(next as Zoom)} data={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))} />
        </span>
      </div>
    </div>
  );
}
