// The stop brief on one page: who receives the leader, what is vacant, where the targets stand, what was promised, what comes before and after.
import { timeAsRead } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SheetModel, Text } from '../../../shared/model/sheet.ts';
import type { RoadStop } from '../../../shared/model/onTheDay.ts';
import type { QueryContext } from '../../calls.ts';
import { roadDay } from '../road/roadDay.ts';
import { crumbsOf, unitOf } from '../unitPlace.ts';
import { committeePart, lastVisitText, promisePart, targetPart, writePart } from './briefParts.ts';
import { leaderLine, leaderName, leaderOf, responsibleFor, tourLine } from './leaders.ts';
import { officeOf } from './office.ts';
import { levelsOf } from './unitsBelow.ts';
import { dayWords, duration, figure, hours, joined, nameOf, placeOf, same, t, wholeKm } from './wording.ts';

const mostLeaders = 3;

/** "धनबाद 14:30 से, 45 किमी, 1 घंटा 10 मिनट". */
function legText(stop: RoadStop, time: number, otherPlace: Text): Text {
  return joined([otherPlace, same(timeAsRead(time)), wholeKm(stop.legKm), duration(stop.legMinutes)], ' · ');
}

/** Counts below the unit: "प्रखंड 10 · पंचायत 256". */
function sizeText({ db }: QueryContext, unitId: string): Text {
  const levels = levelsOf(db);
  const counts = db.all<{ levelId: string; units: number }>('SELECT levelId, units FROM tally JOIN level ON level.id = levelId WHERE unitId = ? ORDER BY ordinal', unitId);
  return joined(counts.flatMap(({ levelId, units }) => {
    const level = levels.get(levelId);
    return level ? [joined([t(level.pluralHi, level.pluralEn), figure(units)], ' ')] : [];
  }), ' · ');
}

/** Throws `tours.stopGone`, `tours.notPlanned`. */
export function briefSheet(context: QueryContext, stopId: string): SheetModel {
  const { db, today } = context;
  const found = db.get<{ tourId: string; unitId: string; day: string | null; personId: string }>(
    'SELECT tourStop.tourId, tourStop.unitId, tourStop.day, COALESCE(tourStop.personId, tour.personId) AS personId FROM tourStop JOIN tour ON tour.id = tourStop.tourId WHERE tourStop.id = ?', stopId,
  );
  if (!found) throw new AppError('tours.stopGone');
  const unit = unitOf(db, found.unitId);
  const { day, unitId } = found;
  const road = day === null ? null : roadDay(db, found.tourId, found.personId, day);
  const at = road?.stops.findIndex((stop) => stop.stopId === stopId) ?? -1;
  const stop = road?.stops[at];
  if (!road || !stop || day === null) throw new AppError('tours.notPlanned', { nameEn: unit.nameEn, nameHi: unit.nameHi });
  const [previous, next] = [road.stops[at - 1], road.stops[at + 1]];
  const wakesAt = stop.fromUnitId === null ? null : nameOf(db.get<{ nameEn: string; nameHi: string | null }>('SELECT COALESCE(placeEn, nameEn) AS nameEn, COALESCE(placeHi, nameHi) AS nameHi FROM unit WHERE id = ?', stop.fromUnitId)!);
  const from = previous ? placeOf(previous, previous) : wakesAt;
  const leader = leaderOf(db, found.personId, day);
  const leaderText = leader ? leaderName(leader) : nameOf({ nameEn: road.personNameEn, nameHi: road.personNameHi });
  const level = levelsOf(db).get(unit.levelId)!;
  const unitText = t(`${nameOf(unit).hi} ${level.nameHi}`, `${nameOf(unit).en} ${level.nameEn.toLowerCase()}`);
  const within = joined(crumbsOf(db, unit.path).slice(1).map(nameOf), ', ');
  const others = responsibleFor(db, unitId, day).filter((one) => one.id !== stop.receiver?.personId).slice(0, mostLeaders);
  const size = sizeText(context, unitId);
  const name = t('पड़ाव विवरण', 'Stop brief');
  const tables = [committeePart(context, unitId, unit.levelId, day), targetPart(context, unitId), promisePart(context, unitId, 'promise'), promisePart(context, unitId, 'task')];
  return {
    kind: 'brief',
    party: officeOf(db),
    title: joined([name, within.hi === '' ? unitText : joined([unitText, within], ', ')], ': '),
    subtitle: tourLine(leaderText, road),
    facts: [
      { label: t('दिन', 'Day'), value: dayWords(day) },
      { label: t('भेंट एवं चर्चा', 'Meets workers'), value: joined([hours(stop.begin, stop.leave), placeOf(stop, stop)], ' · ') },
      { label: t('अगवानी', 'Received by'), value: stop.receiver ? leaderLine({ ...stop.receiver, id: stop.receiver.personId }) : t('अभी कोई नहीं', 'Nobody yet') },
      ...others.map((one) => ({ label: t('दायित्व', 'Responsible'), value: leaderLine(one) })),
      { label: t('कहाँ से', 'Coming from'), value: from ? legText(stop, stop.arrive - stop.legMinutes, from) : t('दौरा यहीं से', 'The tour begins here') },
      { label: t('आगे', 'Next'), value: next ? legText(next, next.arrive, placeOf(next, next)) : road.nightPlaceEn === null ? t('दौरा समाप्त', 'The tour ends here') : joined([t('रात्रि विश्राम', 'Night halt'), { en: road.nightPlaceEn, hi: road.nightPlaceHi ?? road.nightPlaceEn }], ': ') },
      { label: t('अंतिम दौरा', 'Last visit'), value: lastVisitText(context, unitId) },
      ...(size.hi === '' ? [] : [{ label: t('संगठन', 'Organisation'), value: size }]),
    ],
    sections: [...tables, writePart()],
    signatures: [],
    footer: joined([nameOf(unit), dayWords(day), name], ' · '),
    printedOn: today,
    dense: true,
  };
}
