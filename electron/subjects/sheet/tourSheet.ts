// The tour programme of a leader, day by day: when he leaves, where he arrives, who receives him, where he sleeps.
import type { SheetModel, SheetSection } from '../../../shared/model/sheet.ts';
import type { TourDay, TourDetail } from '../../../shared/model/tour.ts';
import { timeAsRead } from '../../../shared/dates.ts';
import { durationAsRead } from '../../../shared/text/days.ts';
import type { QueryContext } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { leaderLine, leaderName, leaderOf, receiverAt } from './leaders.ts';
import { officeOf } from './office.ts';
import { dayWords, figure, hours, joined, nameOf, period, placeOf, same, t } from './wording.ts';

const columns: SheetSection['columns'] = [
  { key: 'no', label: t('क्र.', 'No.'), kind: 'number', width: 5 },
  { key: 'departure', label: t('प्रस्थान', 'Departure'), kind: 'time', width: 9 },
  { key: 'arrival', label: t('आगमन', 'Arrival'), kind: 'time', width: 9 },
  { key: 'km', label: t('कि.मी.', 'km'), kind: 'number', width: 7 },
  { key: 'place', label: t('पड़ाव', 'Stop'), kind: 'text', width: 21 },
  { key: 'meeting', label: t('भेंट एवं चर्चा', 'Meets workers'), kind: 'time', width: 15 },
  { key: 'receiver', label: t('अगवानी', 'Received by'), kind: 'text', width: 34 },
];

const duration = (minutes: number) => t(durationAsRead(minutes, 'hi'), durationAsRead(minutes, 'en'));
const wholeKm = (km: number) => joined([figure(Math.round(km)), t('कि.मी.', 'km')], ' ');

function daySection(db: ReadDb, day: TourDay): SheetSection {
  const night = day.nightUnitId === null ? [] : [joined([t('रात्रि विश्राम', 'Night halt'), nameOf({ nameEn: day.nightPlaceEn ?? '', nameHi: day.nightPlaceHi })], ': ')];
  const driving = day.drivingKm > 0 ? [joined([t('यात्रा', 'Driving'), joined([wholeKm(day.drivingKm), duration(day.drivingMinutes)], ', ')], ': ')] : [];
  const note = joined([...driving, ...night], ' · ');
  return {
    heading: dayWords(day.day),
    note: note.hi === '' ? undefined : note,
    columns,
    rows: day.visits.map((visit, index) => {
      const receiver = receiverAt(db, visit.unitId, day.day);
      return [
        index + 1,
        visit.legMinutes > 0 ? same(timeAsRead(visit.arrive - visit.legMinutes)) : null,
        same(timeAsRead(visit.arrive)),
        visit.legKm > 0 ? Math.round(visit.legKm) : null,
        placeOf(visit, visit),
        hours(visit.begin, visit.leave),
        receiver ? leaderLine(receiver) : t('अभी कोई नहीं', 'Nobody yet'),
      ];
    }),
  };
}

/** `tour`: the answer to 'tours.get'. */
export function tourSheet({ db, today }: QueryContext, tour: TourDetail): SheetModel {
  const leader = leaderOf(db, tour.personId, today);
  const visits = tour.days.reduce((sum, day) => sum + day.visits.length, 0);
  const leaderText = leader ? leaderName(leader) : nameOf({ nameEn: tour.personNameEn, nameHi: tour.personNameHi });
  const name = t('दौरा कार्यक्रम', 'Tour programme');
  return {
    kind: 'tour',
    party: officeOf(db),
    title: joined([name, leaderText], ': '),
    subtitle: nameOf(tour),
    facts: [
      { label: t('अवधि', 'Period'), value: period(tour.fromDay, tour.toDay) },
      { label: t('दूरभाष', 'Phone'), value: same(leader?.phone ?? '–') },
      { label: t('पड़ाव', 'Stops'), value: t(`${tour.unitIds.length} में से ${visits}`, `${visits} of ${tour.unitIds.length}`) },
      { label: t('कुल यात्रा', 'Driving'), value: joined([wholeKm(tour.totals.distanceKm), duration(tour.totals.travelMinutes)], ' · ') },
      ...(tour.leftOut.length > 0 ? [{ label: t('छूटे हुए', 'Left out'), value: joined(tour.leftOut.map(nameOf), ', ') }] : []),
    ],
    sections: tour.days.map((day) => daySection(db, day)),
    signatures: [],
    footer: joined([nameOf(tour), leaderText, name], ' · '),
    printedOn: today,
  };
}
