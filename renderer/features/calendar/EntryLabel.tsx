// What stands on an entry of the calendar: its name, where, and whether something is wrong with it.
import { IconAlertTriangle, IconBan, IconCalendarOff, IconCar, IconFlag, IconLock, IconMapPin, IconPinned, IconRepeat, IconUsers } from '@tabler/icons-react';
import type { EventProps } from 'react-big-calendar';
import { useNumbers, usePick, useWords } from '../../words.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import type { ShownEntry } from './entries.ts';

export const entryIcons = { stop: IconMapPin, meeting: IconUsers, programme: IconFlag, phase: IconFlag, blackout: IconBan, away: IconCalendarOff, busy: IconLock };

/** In rows (month, whole days) the label itself takes the focus; in the time grid the entry around it does. */
export function EntryLabel({ event, slotStart }: EventProps<ShownEntry>) {
  const t = useWords('calendar');
  const pick = usePick();
  const { dayWords } = useNumbers();
  const { entry, title, start, allDay } = event;
  if (event.isLeg) return <span className="leg-label"><IconCar size={12} aria-hidden /> {title}</span>;
  const place = foldKey(entry.placeEn) === foldKey(entry.titleEn) ? '' : pick(entry.placeEn, entry.placeHi);
  const Icon = entryIcons[entry.kind];
  const inRow = slotStart !== undefined;
  const time = inRow && !allDay ? `${String(start.getHours()).padStart(2, '0')}:${String(start.getMinutes()).padStart(2, '0')}` : null;
  return (
    <span className="entry" data-entry={event.key} {...(inRow ? { tabIndex: 0, role: 'button' } : {})}>
      {entry.problems.length > 0
        ? <IconAlertTriangle size={13} aria-label={t('problemCount', { count: entry.problems.length })} />
        : <Icon size={13} aria-hidden />}
      {time ? <time>{time}</time> : null}
      <span className="unseen">{t(`kind.${entry.kind}`)}, {dayWords(entry.fromDay)}: </span>
      {entry.pinned ? <IconPinned size={11} aria-label={t('pinned')} /> : null}
      {entry.seriesId === null ? null : <IconRepeat size={11} aria-label={t('repeats')} />}
      <b>{title}{inRow || place === '' ? null : <small>{place}</small>}</b>
    </span>
  );
}

/** As it stands in the agenda: with the place, and the whole line as a button. */
export function AgendaLabel({ event }: EventProps<ShownEntry>) {
  const t = useWords('calendar');
  const { day } = useNumbers();
  const { entry, title } = event;
  const Icon = entryIcons[entry.kind];
  return (
    <button type="button" className="entry" data-entry={event.key}>
      {entry.problems.length > 0
        ? <IconAlertTriangle size={14} aria-label={t('problemCount', { count: entry.problems.length })} />
        : <Icon size={14} aria-hidden />}
      <span className="unseen">{t(`kind.${entry.kind}`)}: </span>
      <b>{title}</b>
      {entry.begin === null && entry.fromDay !== entry.toDay ? <small>{day(entry.fromDay)} – {day(entry.toDay)}</small> : null}
    </button>
  );
}
