// The notice of an order that moves days: by whom and why, old and new days, what moves, what stays, what is in the way, who must be told.
import { dayAsRead } from '../../../shared/dates.ts';
import type { Language } from '../../../shared/model/common.ts';
import type { OrderLine, OrderRow, ToTell } from '../../../shared/model/order.ts';
import type { SheetCell, SheetColumn, SheetModel, SheetSection, Text } from '../../../shared/model/sheet.ts';
import { compareNames } from '../../../shared/text/sorting.ts';
import type { QueryContext } from '../../calls.ts';
import { linesOf, orderOf } from '../programme/orderRecord.ts';
import { toTell } from '../programme/toTell.ts';
import { leaderName } from './leaders.ts';
import { officeOf } from './office.ts';
import { conflictWords, kindWords, linkWords, orderTitles, stayWords } from './orderWords.ts';
import { levelsOf } from './unitsBelow.ts';
import type { SheetLevel } from './unitsBelow.ts';
import { joined, nameOf, period, same, t } from './wording.ts';

/** A notice is paper; what moves beyond this many lines is in the app. */
const mostLines = 3000;

const no: SheetColumn = { key: 'no', label: t('क्र.', 'No.'), kind: 'number', width: 5 };
const text = (key: string, label: Text, width: number): SheetColumn => ({ key, label, kind: 'text', width });
const day = (key: string, label: Text, width: number): SheetColumn => ({ key, label, kind: 'day', width });

type Levels = ReadonlyMap<string, SheetLevel>;

/** "संवाद कार्यक्रम: जिला": a phase is called by its programme and level, everything else by its name and what it is. */
function whatOf(line: OrderLine, levels: Levels): Text {
  const level = line.levelId === null ? undefined : levels.get(line.levelId);
  if (level) return joined([nameOf(line), nameOf(level)], ': ');
  if (line.kind === 'programme') return nameOf(line);
  const name = nameOf(line);
  const kind = kindWords[line.kind] ?? same('');
  const count = typeof line.detail['count'] === 'number' ? same(`(${line.detail['count']})`) : same('');
  // "State review meeting" says itself what it is.
  const says = name.hi.includes(kind.hi) || name.en.toLowerCase().includes(kind.en.toLowerCase());
  return joined([says ? name : joined([name, kind], ': '), count], ' ');
}

/** A phase goes with its programme, whose line says why. */
function becauseOf(line: OrderLine): Text {
  if (line.linkKind === null) return t('यह आदेश', 'this order');
  return line.kind === 'phase' ? t('कार्यक्रम के साथ', 'with the programme') : linkWords(line);
}

const oldDays = (line: OrderLine): Text => period(line.oldFromDay, line.oldToDay);
const newDays = (line: OrderLine): Text => period(line.newFromDay, line.newToDay);

function section(heading: Text, columns: SheetColumn[], rows: SheetCell[][], note?: Text): SheetSection[] {
  return rows.length === 0 ? [] : [{ heading, note, columns: [no, ...columns], rows: rows.map((row, at) => [at + 1, ...row]) }];
}

function sections(lines: readonly OrderLine[], levels: Levels, tell: readonly ToTell[]): SheetSection[] {
  const role = (wanted: OrderLine['role']): OrderLine[] => lines.filter((line) => line.role === wanted);
  // What is dropped or has no days any more moves nowhere: the facts above the tables say so.
  const moved = role('moved').filter((line) => line.oldFromDay !== line.newFromDay || line.oldToDay !== line.newToDay);
  return [
    ...section(
      t('तिथियाँ जो बदलती हैं', 'Dates that change'),
      [text('what', t('क्या', 'What'), 23), day('old', t('पहले की तिथि', 'Old dates'), 24), day('new', t('नई तिथि', 'New dates'), 24), text('why', t('किस कारण', 'Because'), 24)],
      moved.map((line) => [whatOf(line, levels), oldDays(line), newDays(line), becauseOf(line)]),
    ),
    ...section(
      t('बिना तिथि के', 'Without a date'),
      [text('what', t('क्या', 'What'), 60), day('old', t('पहले की तिथि', 'Old dates'), 35)],
      role('moved').filter(({ code }) => code === 'off').map((line) => [whatOf(line, levels), oldDays(line)]),
      t('जो हो चुका है वह हुआ माना जाएगा।', 'What has been held stays held.'),
    ),
    ...section(
      t('जो यथावत रहेगा', 'What stays as it is'),
      [text('what', t('क्या', 'What'), 30), day('days', t('तिथि', 'Dates'), 25), text('why', t('क्यों', 'Why'), 40)],
      role('stays').map((line) => [whatOf(line, levels), oldDays(line), stayWords(line)]),
    ),
    ...section(
      t('ध्यान दें', 'To be settled'),
      [text('what', t('क्या', 'What'), 30), day('days', t('तिथि', 'Dates'), 25), text('why', t('टकराव', 'Conflict'), 40)],
      role('conflict').map((line) => [whatOf({ ...line, detail: {} }, levels), newDays(line), conflictWords(line)]),
    ),
    ...section(
      t('जिन्हें सूचित करना है', 'Who must be told'),
      [text('name', t('नाम', 'Name'), 34), text('as', t('किस नाते', 'As'), 34), text('phone', t('दूरभाष', 'Phone'), 15), { key: 'told', label: t('सूचित', 'Told'), kind: 'blank', width: 10 }],
      tell.map((one): SheetCell[] => [leaderName({ ...one, id: one.personId }), joined([asWords[one.as], nameOf({ nameEn: one.ofEn, nameHi: one.ofHi })], ': '), same(one.phone ?? '–'), null]),
    ),
  ];
}

const asWords: Record<ToTell['as'], Text> = {
  leader: t('कार्यक्रम के प्रमुख', 'Leads'), inCharge: t('दायित्व', 'Responsible for'), tour: t('दौरे पर', 'On tour'), meeting: t('बैठक में', 'Attends'),
};

function newPeriod({ kind, newFromDay, newToDay }: OrderRow): Text {
  if (kind === 'untilFurtherNotice') return t('अगले आदेश तक स्थगित', 'postponed until further notice');
  if (kind === 'cancellation') return t('रद्द', 'cancelled');
  return period(newFromDay, newToDay);
}

/** Whoever rings through the list looks people up by name: in the order of the alphabet it is read in. */
function byName(tell: readonly ToTell[], language: Language): ToTell[] {
  const compare = compareNames(language);
  return tell.toSorted((a, b) => compare(nameOf(a)[language], nameOf(b)[language]));
}

/** Throws `programmes.orderGone`. `language`: the alphabet people are sorted by. */
export function extensionNotice({ db, today }: QueryContext, orderId: string, language: Language): SheetModel {
  const order = orderOf(db, orderId);
  const { lines, total } = linesOf(db, orderId, mostLines);
  const title = orderTitles[order.kind];
  const levels = levelsOf(db);
  const level = order.levelId === null ? undefined : levels.get(order.levelId);
  // An order about one level gave that level's days; the programme's own may have stayed as they were.
  const phase = level && lines.find((line) => line.role === 'moved' && line.kind === 'phase' && line.itemId === order.programmeId && line.levelId === order.levelId);
  const days = phase ?? order;
  const name = level ? joined([nameOf(order), nameOf(level)], ': ') : nameOf(order);
  const more = total > lines.length ? [{ label: t('और पंक्तियाँ', 'More lines'), value: same(String(total - lines.length)) }] : [];
  const heldIn = order.kind === 'untilFurtherNotice' || order.kind === 'cancellation'
    ? db.get<{ count: number }>('SELECT COUNT(*) AS count FROM programmeHeld WHERE programmeId = ?', order.programmeId)!.count : 0;
  const held = heldIn === 0 ? [] : [{ label: t('अब तक संपन्न', 'Held so far'), value: t(`${heldIn} इकाइयों में`, `in ${heldIn} units`) }];
  const takenBack = order.takenBackDay === null ? [] : [{ label: t('वापस लिया गया', 'Taken back'), value: same(dayAsRead(order.takenBackDay)) }];
  return {
    kind: 'extensionNotice',
    party: officeOf(db),
    title: joined([title, name], ': '),
    facts: [
      { label: t('आदेश', 'Order by'), value: same(order.orderBy) },
      { label: t('आदेश तिथि', 'Date of the order'), value: same(dayAsRead(order.orderDay)) },
      { label: t('पहले की अवधि', 'Old dates'), value: period(days.oldFromDay, days.oldToDay) },
      { label: t('नई अवधि', 'New dates'), value: newPeriod({ ...order, newFromDay: days.newFromDay, newToDay: days.newToDay }) },
      ...(order.reason === '' ? [] : [{ label: t('कारण', 'Reason'), value: same(order.reason) }]),
      ...held, ...takenBack, ...more,
    ],
    sections: sections(lines, levels, byName(toTell(db, order), language)),
    signatures: [t('आदेशानुसार', 'By order')],
    footer: joined([name, title, same(dayAsRead(order.orderDay))], ' · '),
    printedOn: today,
  };
}
