// Meetings that come again: made by their rule, changed one by one, from one on, or all; never saved where they cannot be.
import { addDays, daysBetween } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import { mostOccurrences } from '../../../shared/limits.ts';
import type { MeetingFields, SeriesRule, SeriesScope } from '../../../shared/model/calendar.ts';
import type { TourProblem as ShownProblem } from '../../../shared/model/tour.ts';
import { seriesDays, shiftedRule } from '../../../shared/rules/seriesDays.ts';
import type { CommandContext } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { insist, judged, meetingOf, pinnedAway, problemsOfMeetings } from './checkMove.ts';
import { dropMeeting, membersOf, putMeeting, putSeries, seriesOf } from './meetingRows.ts';
import type { Series, SeriesMember } from './meetingRows.ts';

interface Wanted {
  /** The meeting in hand; null: a new one. */
  id: string | null;
  fields: MeetingFields;
  repeat: SeriesRule | null;
  scope: SeriesScope;
  accept: boolean;
}

/** Days of a rule from `fromDay` on. Throws `calendar.noDays`, `calendar.tooManyTimes` {most}. */
function daysOf(rule: SeriesRule, fromDay: string): string[] {
  const days = seriesDays(rule, fromDay);
  if (days.length === 0) throw new AppError('calendar.noDays');
  if (days.length > mostOccurrences) throw new AppError('calendar.tooManyTimes', { most: mostOccurrences });
  return days;
}

const baseOf = ({ day: _day, personIds: _people, ...base }: MeetingFields): Series['base'] => base;
const sameRule = (a: SeriesRule, b: SeriesRule): boolean => JSON.stringify({ ...a, weekdays: [...a.weekdays].sort() }) === JSON.stringify({ ...b, weekdays: [...b.weekdays].sort() });

/** What a meeting becomes: its own fields, with what the hand changed in its sister where it was as the series has it. */
function changedLike(own: MeetingFields, old: MeetingFields, wanted: MeetingFields): MeetingFields {
  const put = <Key extends keyof Series['base']>(key: Key): MeetingFields[Key] => (wanted[key] !== old[key] && own[key] === old[key] ? wanted[key] : own[key]);
  const added = wanted.personIds.filter((id) => !old.personIds.includes(id));
  const removed = new Set(old.personIds.filter((id) => !wanted.personIds.includes(id)));
  return {
    titleEn: put('titleEn'), titleHi: put('titleHi'), day: own.day, begin: put('begin'), minutes: put('minutes'), unitId: put('unitId'), placeEn: put('placeEn'),
    placeHi: put('placeHi'), pinned: put('pinned'), personIds: [...new Set([...own.personIds.filter((id) => !removed.has(id)), ...added])],
  };
}

/** Saves what is wanted as one act; gives the id of the meeting in hand. Errors as `insist`, and those of the rule's days. */
export function saveMeeting(context: CommandContext, wanted: Wanted): { id: string; count: number } {
  const { db } = context;
  const known = wanted.id === null ? null : seriesOf(db, wanted.id);
  if (wanted.id === null || known === null) return wanted.repeat === null ? saveOne(context, wanted, null) : beginSeries(context, wanted, wanted.repeat);
  if (wanted.scope === 'one') return saveOne(context, wanted, { seriesId: known.series.id, seriesDay: known.seriesDay });
  return saveSeries(context, { ...wanted, id: wanted.id }, known.series, known.seriesDay);
}

function saveOne({ db, newId }: CommandContext, { id: known, fields, accept }: Wanted, series: { seriesId: string; seriesDay: string } | null): { id: string; count: number } {
  const pinned = known === null ? [] : pinnedAway(meetingOf(db, known), fields);
  insist(judged(db, [...problemsOfMeetings(db, [{ id: known ?? 'new', fields }]), ...pinned]), accept);
  const id = known ?? newId();
  putMeeting(db, id, fields, series);
  return { id, count: 1 };
}

function beginSeries({ db, newId }: CommandContext, { id: known, fields, accept }: Wanted, rule: SeriesRule): { id: string; count: number } {
  const days = daysOf(rule, fields.day);
  const seriesId = newId();
  const rows = days.map((day, at) => ({ id: at === 0 && known !== null ? known : newId(), day }));
  insist(judged(db, problemsOfMeetings(db, rows.map(({ id, day }) => ({ id, fields: { ...fields, day } })))), accept);
  putSeries(db, { id: seriesId, fromDay: days[0]!, rule, base: baseOf(fields) });
  for (const { id, day } of rows) putMeeting(db, id, { ...fields, day }, { seriesId, seriesDay: day });
  return { id: rows[0]!.id, count: rows.length };
}

/** Those meant, in the order of the rule's days. */
function meant(db: ReadDb, series: Series, seriesDay: string, scope: SeriesScope): SeriesMember[] {
  return membersOf(db, series.id, scope === 'later' ? seriesDay : '');
}

function saveSeries(context: CommandContext, { id, fields, repeat, scope, accept }: Wanted & { id: string }, series: Series, seriesDay: string): { id: string; count: number } {
  const { db, newId } = context;
  const old = meetingOf(db, id);
  const members = meant(db, series, seriesDay, scope);
  const earlier = membersOf(db, series.id).filter((member) => member.seriesDay < members[0]!.seriesDay);
  const later = earlier.length > 0;
  const moved = daysBetween(old.day, fields.day);
  // A rule that was not touched goes with the meeting to its new day.
  const rule = repeat === null ? null : sameRule(repeat, series.rule) ? shiftedRule(repeat, old.day, fields.day) : repeat;
  const firstDay = addDays(later ? seriesDay : series.fromDay, moved);
  // So many times in all: those before have had their share.
  const passed = later ? earlierDays(series, seriesDay) : 0;
  const left = rule === null || rule.times === null || rule.times !== series.rule.times ? rule : { ...rule, times: Math.max(1, rule.times - passed) };

  const rows = new Map<string, { fields: MeetingFields; seriesDay: string }>();
  let dropped: SeriesMember[] = [];
  let newDays: string[] = [];
  if (rule === null) {
    rows.set(id, { fields, seriesDay });
    dropped = members.filter((member) => member.id !== id);
  } else if (moved === 0 && sameRule(rule, series.rule)) {
    for (const member of members) rows.set(member.id, { fields: member.id === id ? fields : changedLike(meetingOf(db, member.id), old, fields), seriesDay: member.seriesDay });
  } else {
    newDays = daysOf(left!, firstDay);
    members.forEach((member, at) => {
      const day = newDays[at];
      if (day === undefined) dropped.push(member);
      else rows.set(member.id, { fields: { ...changedLike(meetingOf(db, member.id), old, fields), day }, seriesDay: day });
    });
    newDays = newDays.slice(members.length);
  }

  const added = newDays.map((day) => ({ id: newId(), fields: { ...fields, day }, seriesDay: day }));
  const cancelled = new Set(members.filter((member) => member.state === 'cancelled').map((member) => member.id));
  const all = [...[...rows].map(([rowId, row]) => ({ id: rowId, ...row })), ...added];
  const planned = all.filter((row) => !cancelled.has(row.id));
  const pinned: ShownProblem[] = planned.flatMap((row) => (rows.has(row.id) ? pinnedAway(meetingOf(db, row.id), row.fields) : []));
  insist(judged(db, [...problemsOfMeetings(db, planned), ...pinned]), accept);

  for (const member of dropped) dropMeeting(db, member.id);
  if (rule === null) {
    putMeeting(db, id, fields, null);
    endSeries(db, series, earlier);
    return { id, count: 1 };
  }
  const own = rows.has(id) ? id : all[0]!.id;
  const seriesId = later ? newId() : series.id;
  putSeries(db, { id: seriesId, fromDay: all[0]!.seriesDay < firstDay ? all[0]!.seriesDay : firstDay, rule: left!, base: baseOf(fields) });
  for (const row of all) putMeeting(db, row.id, row.fields, { seriesId, seriesDay: row.seriesDay });
  if (later) endSeries(db, series, earlier);
  return { id: own, count: all.length };
}

const earlierDays = ({ rule, fromDay }: Series, day: string): number => seriesDays(rule, fromDay).filter((one) => one < day).length;

/** What is left of a series ends with its last meeting; without any it goes. */
function endSeries(db: CommandContext['db'], series: Series, left: readonly SeriesMember[]): void {
  const last = left.at(-1);
  if (last) putSeries(db, { ...series, rule: { ...series.rule, untilDay: last.seriesDay, times: null } });
  else db.run('DELETE FROM meetingSeries WHERE id = ?', series.id);
}

/** The meetings a scope means: of one that does not come again only itself. Throws `calendar.gone`. */
export function idsMeant(db: ReadDb, id: string, scope: SeriesScope): string[] {
  const known = seriesOf(db, id);
  return known === null || scope === 'one' ? [id] : meant(db, known.series, known.seriesDay, scope).map((member) => member.id);
}

/** Takes meetings away; gives how many. */
export function removeMeetings(db: CommandContext['db'], id: string, scope: SeriesScope): number {
  const known = seriesOf(db, id);
  const ids = idsMeant(db, id, scope);
  for (const one of ids) dropMeeting(db, one);
  if (known) {
    const left = membersOf(db, known.series.id);
    if (left.length === 0 || scope === 'later') endSeries(db, known.series, left);
  }
  return ids.length;
}
