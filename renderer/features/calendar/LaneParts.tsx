// The pieces of a lane: an entry at its hours, the way between two, and above all lanes what fills the whole day.
import type { KeyboardEvent, PointerEvent } from 'react';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { PageEntry, TravelLeg } from '../../../shared/model/calendar.ts';
import { keyOf } from './entries.ts';
import { EntryIcon } from './EntryIcon.tsx';

interface LaneEntryProps {
  entry: PageEntry;
  begin: number;
  end: number;
  track: number;
  share: (minutes: number) => string;
  chosen: boolean;
  held: boolean;
  waits: boolean;
  onKey: (event: KeyboardEvent<HTMLElement>) => void;
  onChoose: () => void;
  onTake: (event: PointerEvent<HTMLElement>, kind: 'move' | 'resize') => void;
}

export function LaneEntry({ entry, begin, end, track, share, chosen, held, waits, onKey, onChoose, onTake }: LaneEntryProps) {
  const t = useWords('calendar');
  const pick = usePick();
  const { time, dayWords } = useNumbers();
  const title = entry.kind === 'busy' ? pick(entry.placeEn, entry.placeHi) || t('busy') : pick(entry.titleEn, entry.titleHi);
  const hours = `${time(begin)}–${time(end)}`;
  return (
    <div
      className={`lane-entry kind-${entry.kind}`} data-entry={keyOf(entry)} role="button" tabIndex={0} title={`${title} · ${hours}`}
      aria-label={`${t(`kind.${entry.kind}`)}, ${dayWords(entry.fromDay)}: ${title}, ${hours}${entry.problemCount > 0 ? `, ${t('problemCount', { count: entry.problemCount })}` : ''}`}
      data-chosen={chosen || undefined} data-held={held || undefined} data-waiting={waits || undefined} data-wrong={entry.problemCount > 0 || undefined} data-cancelled={entry.cancelled || undefined}
      data-fixed={!entry.movable || undefined} style={{ left: share(begin), width: `calc(${share(end)} - ${share(begin)})`, top: `calc(${track} * var(--track) + 3px)` }}
      onKeyDown={onKey} onPointerDown={(event) => onTake(event, 'move')} onClick={(event) => { if (event.detail === 0 || !entry.movable) onChoose(); }}
    >
      <b><EntryIcon of={entry.problemCount > 0 ? 'wrong' : entry.kind} /> {title}</b>
      <small>{entry.pinned ? <EntryIcon of="pinned" size={11} /> : null}{entry.seriesId === null ? null : <EntryIcon of="repeats" size={11} />} {hours}</small>
      {entry.movable ? <span className="lane-edge" onPointerDown={(event) => onTake(event, 'resize')} /> : null}
    </div>
  );
}

/** The way to an entry, driven as late as possible. */
export function LaneLeg({ leg, share, entries }: { leg: TravelLeg; share: (minutes: number) => string; entries: readonly PageEntry[] }) {
  const t = useWords('calendar');
  const pick = usePick();
  const nameOf = (key: string): string => {
    const entry = entries.find((one) => keyOf(one) === key);
    return entry ? pick(entry.titleEn, entry.titleHi) : '';
  };
  const said = t(leg.missing > 0 ? 'legMissing' : 'leg', { from: nameOf(leg.fromKey), to: nameOf(leg.toKey), minutes: leg.minutes, distanceKm: leg.distanceKm, missing: leg.missing });
  return (
    <div className="lane-leg" title={said} role="img" aria-label={said} data-missing={leg.missing > 0 || undefined} style={{ left: share(leg.begin), width: `calc(${share(leg.end)} - ${share(leg.begin)})` }}>
      <EntryIcon of="way" /><span>{t('legShort', { minutes: leg.minutes })}</span>
    </div>
  );
}

export function Bands({ bands, chosenKey, onChoose }: { bands: readonly PageEntry[]; chosenKey: string | null; onChoose: (key: string) => void }) {
  const t = useWords('calendar');
  const pick = usePick();
  return (
    <div className="lanes-bands">
      <div className="lane-name">{t('wholeDay')}</div>
      <div>
        {bands.map((entry) => {
          const place = pick(entry.placeEn, entry.placeHi);
          return (
            <button key={keyOf(entry)} type="button" className={`lane-band kind-${entry.kind}`} data-entry={keyOf(entry)} data-chosen={chosenKey === keyOf(entry) || undefined} data-cancelled={entry.cancelled || undefined} onClick={() => onChoose(keyOf(entry))}>
              <EntryIcon of={entry.kind} /> {pick(entry.titleEn, entry.titleHi)}{place === '' ? '' : ` · ${place}`}
            </button>
          );
        })}
      </div>
    </div>
  );
}
