// The tour programme in the form everyone knows: day, departure, arrival, programme, night halt, and what is reserved.
import type { SheetCell, SheetModel, SheetSection, Text } from '../../../shared/model/sheet.ts';
import type { TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import { timeAsRead } from '../../../shared/dates.ts';
import type { QueryContext } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { leaderLine, leaderName, leaderOf, receiverAt, tourLine } from './leaders.ts';
import { officeOf } from './office.ts';
import { levelsOf } from './unitsBelow.ts';
import { dayWords, duration, hours, joined, legKmCell, nameOf, period, same, sourceCell, sourceNote, stopPlace, t, wholeKm } from './wording.ts';

const columns: SheetSection['columns'] = [
  { key: 'day', label: t('दिनांक एवं दिन', 'Date and day'), kind: 'text', width: 13, merge: true },
  { key: 'departure', label: t('प्रस्थान', 'Departure'), kind: 'text', width: 15 },
  { key: 'arrival', label: t('आगमन', 'Arrival'), kind: 'text', width: 15 },
  { key: 'km', label: t('किमी', 'km'), kind: 'number', width: 6 },
  { key: 'source', label: same('≈'), kind: 'time', width: 3 },
  { key: 'programme', label: t('कार्यक्रम', 'Programme'), kind: 'text', width: 18 },
  { key: 'receiver', label: t('अगवानी', 'Received by'), kind: 'text', width: 25 },
  { key: 'night', label: t('रात्रि विश्राम', 'Night halt'), kind: 'text', width: 12, merge: true },
];

const reserved = t('आरक्षित', 'Reserved');
const placeName = ({ placeEn, placeHi }: { placeEn: string; placeHi: string }): Text => ({ en: placeEn, hi: placeHi });
const at = (minute: number, place: Text): Text => joined([same(timeAsRead(minute)), place], ' ');

/** One line of a day: when it stands there, and its cells between the day and the night. */
interface Line {
  begin: number;
  cells: SheetCell[];
}

const meets = (visit: TourVisit): Text => joined([hours(visit.begin, visit.leave), t('भेंट एवं चर्चा', 'Meets workers')], ' ');

function visitLine(db: ReadDb, day: string, visit: TourVisit, from: Text | null): Line {
  const place = stopPlace(visit, levelsOf(db));
  const receiver = receiverAt(db, visit.unitId, day);
  const isDriven = visit.legMinutes > 0;
  return {
    begin: visit.begin,
    cells: [
      isDriven ? at(visit.arrive - visit.legMinutes, from ?? same('')) : null,
      isDriven ? at(visit.arrive, place) : place,
      legKmCell(visit.legKm),
      sourceCell(visit.source, visit.legKm),
      meets(visit),
      receiver ? leaderLine(receiver) : t('अभी कोई नहीं', 'Nobody yet'),
    ],
  };
}

/** What one leader does on the day. A day without anything is reserved. */
function linesOf(db: ReadDb, day: TourDay, personId: string, wakesAt: Text | null): Line[] {
  let from = wakesAt;
  const lines = day.visits.filter((visit) => visit.personId === personId).map((visit): Line => {
    const line = visitLine(db, day.day, visit, from);
    from = placeName(visit);
    return line;
  });
  const others = day.others.filter((other) => other.personId === personId).map((other): Line => ({
    begin: other.begin, cells: [null, null, null, null, joined([hours(other.begin, other.end), { en: other.titleEn, hi: other.titleHi }], ' '), null],
  }));
  const parts = day.reserved.map((part): Line => ({
    begin: part.from, cells: [null, null, null, null, joined([hours(part.from, part.to), joined([reserved, same(part.note)], ': ')], ' '), null],
  }));
  const drives = day.evening.filter((leg) => leg.personId === personId).map((leg): Line => ({
    begin: leg.depart, cells: [at(leg.depart, from ?? same('')), at(leg.arrive, placeName(leg)), Math.round(leg.legKm), sourceCell(leg.source, leg.legKm), null, null],
  }));
  const all = [...lines, ...others, ...parts, ...drives].sort((a, b) => a.begin - b.begin);
  return all.length > 0 ? all : [{ begin: 0, cells: [null, null, null, null, reserved, null] }];
}

function programmeOf(db: ReadDb, tour: TourDetail, leader: TourDetail['leaders'][number]): SheetSection {
  let wakesAt: Text | null = null;
  const rows = tour.days.flatMap((day) => {
    const night = day.nights.find((one) => one.personId === leader.personId);
    const lines = linesOf(db, day, leader.personId, wakesAt);
    const sleeps: Text | null = night ? placeName(night) : null;
    wakesAt = sleeps;
    return lines.map(({ cells }, index): SheetCell[] => [index === 0 ? dayWords(day.day) : null, ...cells, index === 0 ? sleeps ?? same('–') : null]);
  });
  return { heading: tour.leaders.length > 1 ? nameOf(leader) : t('कार्यक्रम', 'Programme'), note: sourceNote, columns, rows };
}

/** `tour`: the answer to 'tours.get'. */
export function tourSheet({ db, today }: QueryContext, tour: TourDetail): SheetModel {
  const leaders = tour.leaders.map((one) => leaderOf(db, one.personId, today));
  const own = leaders[0];
  const visits = tour.days.reduce((sum, day) => sum + day.visits.length, 0);
  const leaderText = joined(tour.leaders.map((one, index) => (leaders[index] ? leaderName(leaders[index]) : nameOf(one))), ', ');
  const name = t('दौरा कार्यक्रम', 'Tour programme');
  const all = tour.unitIds.length + tour.rules.wanted.length;
  return {
    kind: 'tour',
    party: officeOf(db),
    title: joined([name, leaderText], ': '),
    subtitle: nameOf(tour),
    facts: [
      { label: t('अवधि', 'Period'), value: period(tour.fromDay, tour.toDay) },
      { label: t('दूरभाष', 'Phone'), value: same(own?.phone ?? '–') },
      { label: t('पड़ाव', 'Stops'), value: visits === all ? same(String(visits)) : t(`${all} में से ${visits}`, `${visits} of ${all}`) },
      { label: t('कुल यात्रा', 'Driving'), value: joined([wholeKm(tour.totals.distanceKm), duration(tour.totals.travelMinutes)], ' · ') },
      ...(tour.leftOut.length > 0 ? [{ label: t('छूटे हुए', 'Left out'), value: joined(tour.leftOut.map(nameOf), ', ') }] : []),
    ],
    sections: tour.leaders.map((leader) => programmeOf(db, tour, leader)),
    signatures: [],
    footer: joined([tourLine(leaderText, tour), name], ' · '),
    printedOn: today,
  };
}
