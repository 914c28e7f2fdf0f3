// The day sheet for the car: every leg with its departure and kilometres, who is called there, what is promised, where the night is.
import type { SheetModel, SheetSection, Text } from '../../../shared/model/sheet.ts';
import type { RoadDay, RoadStop } from '../../../shared/model/onTheDay.ts';
import { timeAsRead } from '../../../shared/dates.ts';
import type { QueryContext } from '../../calls.ts';
import { roadDay } from '../road/roadDay.ts';
import { leaderLine, leaderName, leaderOf, tourLine } from './leaders.ts';
import { officeOf } from './office.ts';
import { levelsOf } from './unitsBelow.ts';
import type { SheetLevel } from './unitsBelow.ts';
import { dayWords, duration, figure, hours, joined, legKmCell, nameOf, same, sourceCell, sourceNote, stopPlace, t, wholeKm } from './wording.ts';

const columns: SheetSection['columns'] = [
  { key: 'no', label: t('क्र.', 'No.'), kind: 'number', width: 5 },
  { key: 'departure', label: t('प्रस्थान', 'Departure'), kind: 'time', width: 10 },
  { key: 'arrival', label: t('आगमन', 'Arrival'), kind: 'time', width: 9 },
  { key: 'km', label: t('किमी', 'km'), kind: 'number', width: 7 },
  { key: 'source', label: same('≈'), kind: 'time', width: 3 },
  { key: 'place', label: t('पड़ाव', 'Stop'), kind: 'text', width: 22 },
  { key: 'meeting', label: t('भेंट एवं चर्चा', 'Meets workers'), kind: 'time', width: 14 },
  { key: 'contact', label: t('अगवानी एवं दूरभाष', 'Received by, phone'), kind: 'text', width: 27 },
  { key: 'promises', label: t('लंबित आश्वासन', 'Open promises'), kind: 'number', width: 10 },
  { key: 'held', label: t('उपस्थिति', 'Attendance'), kind: 'blank', width: 11 },
];

function rowOf(stop: RoadStop, index: number, levels: ReadonlyMap<string, SheetLevel>): SheetSection['rows'][number] {
  const contact: Text = stop.receiver ? leaderLine({ ...stop.receiver, id: stop.receiver.personId }) : t('अभी कोई नहीं', 'Nobody yet');
  return [
    index + 1,
    stop.legMinutes > 0 ? same(timeAsRead(stop.arrive - stop.legMinutes)) : null,
    same(timeAsRead(stop.arrive)),
    legKmCell(stop.legKm),
    sourceCell(stop.source, stop.legKm),
    stopPlace(stop, levels),
    hours(stop.begin, stop.leave),
    contact,
    stop.openPromises > 0 ? stop.openPromises : null,
    stop.mark?.state === 'skipped' ? t('छोड़ा गया', 'Skipped') : stop.mark?.attendance ?? null,
  ];
}

function nightOf(day: RoadDay): Text {
  return day.nightPlaceEn === null ? same('–') : { en: day.nightPlaceEn, hi: day.nightPlaceHi ?? day.nightPlaceEn };
}

/** Throws `tours.gone`. */
export function daySheet({ db, today }: QueryContext, tourId: string, personId: string, day: string): SheetModel {
  const found = roadDay(db, tourId, personId, day);
  const leader = leaderOf(db, found.personId, day);
  const leaderText = leader ? leaderName(leader) : nameOf({ nameEn: found.personNameEn, nameHi: found.personNameHi });
  const name = t('दिवस पत्रक', 'Day sheet');
  const first = found.stops[0];
  const levels = levelsOf(db);
  return {
    kind: 'day',
    party: officeOf(db),
    title: joined([name, dayWords(day)], ': '),
    subtitle: tourLine(leaderText, found),
    facts: [
      { label: t('पहला प्रस्थान', 'First departure'), value: first ? same(timeAsRead(first.arrive - first.legMinutes)) : same('–') },
      { label: t('पड़ाव', 'Stops'), value: figure(found.stops.length) },
      { label: t('कुल यात्रा', 'Driving'), value: joined([wholeKm(found.drivingKm), duration(found.drivingMinutes)], ' · ') },
      { label: t('रात्रि विश्राम', 'Night halt'), value: nightOf(found) },
    ],
    sections: [{ heading: t('दिन के पड़ाव', 'Stops of the day'), note: sourceNote, columns, rows: found.stops.map((stop, index) => rowOf(stop, index, levels)) }],
    signatures: [],
    footer: joined([nameOf(found), dayWords(day), name], ' · '),
    printedOn: today,
  };
}
