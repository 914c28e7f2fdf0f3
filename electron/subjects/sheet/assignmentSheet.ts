// The assignment sheet of one unit: what it is asked, who answers for it, and how it is shared out below.
import { dayAsRead } from '../../../shared/dates.ts';
import { AppError } from '../../../shared/errors.ts';
import type { SheetChoice } from '../../../shared/contract/sheets.ts';
import type { Language, Named } from '../../../shared/model/common.ts';
import type { GroupFilter } from '../../../shared/model/group.ts';
import type { MetricKind } from '../../../shared/model/programme.ts';
import type { SheetModel, Text } from '../../../shared/model/sheet.ts';
import { subtreeRange } from '../../../shared/rules/hierarchy.ts';
import { numberAsRead, percentAsRead } from '../../../shared/text/numbers.ts';
import type { QueryContext } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classificationOf } from '../group/classNames.ts';
import { figuresOf, placeOf } from '../group/classSums.ts';
import { standsWholly } from '../group/filter.ts';
import { crumbsOf, unitOf } from '../unitPlace.ts';
import type { StoredUnit } from '../unitPlace.ts';
import { classificationWords, classTitle } from './classWords.ts';
import { leaderName, leaderOf, responsibleFor } from './leaders.ts';
import { officeOf } from './office.ts';
import { targetTable } from './targetTable.ts';
import { generationsBelow, levelsOf, unitsBelow } from './unitsBelow.ts';
import { narrowed, underHeads, undividedOf } from './unitsInClass.ts';
import type { SheetLevel } from './unitsBelow.ts';
import { visitsOf } from './visits.ts';
import { figure, joined, nameOf, period, same, shortPeriod, t } from './wording.ts';

type Choice = Extract<SheetChoice, { kind: 'assignment' }>;
type Facts = SheetModel['facts'];

interface StoredProgramme extends Named {
  state: string;
  fromDay: string;
  toDay: string;
}

interface StoredMetric extends Named {
  kind: MetricKind;
}

interface OwnTarget {
  value: number | null;
  dueDay: string | null;
  personId: string | null;
  below: number | null;
  achieved: number | null;
  lastReportDay: string | null;
}

const mostLeaders = 4;
/** What stands where days would, while there are none in force. */
const notInForce: Record<string, Text> = { untilFurtherNotice: t('अगले आदेश तक स्थगित', 'postponed until further notice'), cancelled: t('रद्द', 'cancelled') };

/** "धनबाद जिला", "Dhanbad district". */
function unitTitle(unit: Named, level: SheetLevel): Text {
  const name = nameOf(unit);
  return t(`${name.hi} ${level.nameHi}`, `${name.en} ${level.nameEn.toLowerCase()}`);
}

const revisionOf = (db: ReadDb, { programmeId, metricId, unitId }: Pick<Choice, 'programmeId' | 'metricId' | 'unitId'>): number =>
  db.get<{ revision: number }>('SELECT revision FROM target WHERE programmeId = ? AND metricId = ? AND unitId = ?', programmeId, metricId, unitId)?.revision ?? 0;

function ownTarget(db: ReadDb, { unitId, programmeId, metricId }: Choice): OwnTarget {
  return db.get<OwnTarget>(
    `SELECT target.value, target.dueDay, target.personId, rollup.below, rollup.achieved, rollup.lastReportDay
     FROM (SELECT ? AS programmeId, ? AS metricId, ? AS unitId) AS cell
     LEFT JOIN target USING (programmeId, metricId, unitId) LEFT JOIN rollup USING (programmeId, metricId, unitId)`,
    programmeId, metricId, unitId,
  )!;
}

/** What the class is asked in the scope: the sum over its whole units. */
function classTarget(db: ReadDb, { unitId, programmeId, metricId }: Choice, { classificationId, classId }: GroupFilter): OwnTarget {
  const { target = null, achieved = null, lastReportDay = null } = figuresOf(db, placeOf(db, unitId), classificationId, programmeId, metricId).get(classId) ?? {};
  const share = db.get<{ kind: MetricKind }>('SELECT kind FROM metric WHERE id = ?', metricId)?.kind === 'share';
  return { value: share ? target : null, below: share ? null : target, dueDay: null, personId: null, achieved, lastReportDay };
}

function undividedNote(count: number): Text {
  if (count === 0) return same('');
  return t(`पूरी साझा इकाइयों के ${numberAsRead(count, { language: 'hi' })} आँकड़े बाँटे नहीं जा सकते, इसलिए वर्ग के योग में नहीं हैं।`, count === 1 ? 'One figure of a whole unit that classes share cannot be divided, and is not in a class’s sum.' : `${numberAsRead(count, { language: 'en' })} figures of whole units that classes share cannot be divided, and are not in a class’s sum.`);
}

/** "प्रमंडल के अनुसार"; nothing where the list is not in groups. */
function byWords(db: ReadDb, classificationId: string | null): Text {
  if (classificationId === null) return same('');
  const kind = classificationWords(classificationOf(db, classificationId));
  return t(`${kind.hi} के अनुसार`, `by ${kind.en}`);
}

function achievedText({ value, below, achieved, lastReportDay }: OwnTarget, share: boolean): Text {
  if (achieved === null) return t('अभी कोई सूचना नहीं', 'Nothing reported yet');
  const of = value ?? below;
  const percent = of && !share ? same(`(${percentAsRead(achieved / of)})`) : same('');
  const asOf = lastReportDay ? t(`${dayAsRead(lastReportDay)} तक`, `as of ${dayAsRead(lastReportDay)}`) : same('');
  return joined([figure(achieved), percent, asOf], ' ');
}

function targetText({ value, below }: OwnTarget, share: boolean): Text {
  if (share) return value === null ? t('अभी तय नहीं', 'Not set yet') : same(`${value}%`);
  const sum = below === null ? same('') : figure(below);
  if (value === null) return below === null ? t('अभी तय नहीं', 'Not set yet') : joined([sum, t('(नीचे की इकाइयों का योग)', '(sum of the units below)')], ' ');
  if (below === null || below === value) return figure(value);
  return joined([figure(value), t(`(नीचे का योग ${sum.hi})`, `(sum below ${sum.en})`)], ' ');
}

function responsibleFacts(db: ReadDb, unitId: string, own: OwnTarget, today: string): Facts {
  const found = responsibleFor(db, unitId, today).slice(0, mostLeaders);
  const byTarget = found.length === 0 && own.personId ? leaderOf(db, own.personId, today) : undefined;
  const leaders = byTarget ? [byTarget] : found;
  const fact = (value: Text, phone: string): Facts => [{ label: t('दायित्व', 'Responsible'), value }, { label: t('दूरभाष', 'Phone'), value: same(phone) }];
  if (leaders.length === 0) return fact(t('अभी कोई नहीं', 'Nobody yet'), '–');
  return leaders.flatMap((leader) => fact(leaderName(leader), leader.phone ?? '–'));
}

function phasesText(db: ReadDb, programmeId: string, levels: ReadonlyMap<string, SheetLevel>): Text {
  const phases = db.all<{ levelId: string; fromDay: string; toDay: string; state: string }>('SELECT levelId, fromDay, toDay, state FROM phase WHERE programmeId = ?', programmeId);
  const rank = (levelId: string): number => levels.get(levelId)?.ordinal ?? 0;
  const said = phases.filter(({ levelId }) => levels.has(levelId)).sort((a, b) => rank(a.levelId) - rank(b.levelId))
    .map(({ levelId, fromDay, toDay, state }) => joined([nameOf(levels.get(levelId)!), notInForce[state] ?? shortPeriod(fromDay, toDay)], ': '));
  return joined(said, ' · ');
}

/** Throws `units.gone`, `programmes.gone`. */
export function assignmentSheet({ db, today }: QueryContext, choice: Choice, language: Language): SheetModel {
  const unit: StoredUnit = unitOf(db, choice.unitId);
  const programme = db.get<StoredProgramme>('SELECT nameEn, nameHi, fromDay, toDay, state FROM programme WHERE id = ?', choice.programmeId);
  if (!programme) throw new AppError('programmes.gone');
  const metric = db.get<StoredMetric>('SELECT nameEn, nameHi, kind FROM metric WHERE id = ?', choice.metricId);
  if (!metric) throw new AppError('programmes.gone');

  const levels = levelsOf(db);
  const level = levels.get(unit.levelId)!;
  // A scope that stands wholly in the class is what it is without it.
  const { group } = choice;
  const cut = group !== null && !standsWholly(db, unit.path, group);
  const own = cut ? classTarget(db, choice, group) : ownTarget(db, choice);
  const share = metric.kind === 'share';
  const revision = cut ? 0 : revisionOf(db, choice);
  const phase = db.get<{ toDay: string }>('SELECT toDay FROM phase WHERE programmeId = ? AND levelId = ?', choice.programmeId, cut ? choice.levelId ?? unit.levelId : unit.levelId);
  // From the top down without the state: "Dhanbad" for a block of it.
  const within = joined(crumbsOf(db, unit.path).slice(1).map(nameOf), ', ');
  const unitSaid = joined([unitTitle(unit, level), within], ', ');
  const title = cut ? joined([classTitle(db, group), ...(unit.parentId === null ? [] : [unitSaid])], ', ') : unitSaid;
  const name = t('दायित्व पत्रक', 'Assignment sheet');

  const facts: Facts = [
    { label: t('कार्यक्रम', 'Programme'), value: nameOf(programme) },
    { label: t('अवधि', 'Period'), value: notInForce[programme.state] ?? period(programme.fromDay, programme.toDay) },
    { label: t('लक्ष्य', 'Target'), value: joined([nameOf(metric), targetText(own, share)], ': ') },
    ...(revision > 0 ? [{ label: t('संशोधन', 'Revision'), value: same(String(revision)) }] : []),
    { label: t('अंतिम तिथि', 'Due date'), value: same(dayAsRead(own.dueDay ?? phase?.toDay ?? programme.toDay)) },
    ...(cut ? [] : responsibleFacts(db, choice.unitId, own, today)),
    ...(group && !cut ? [{ label: nameOf(classificationOf(db, group.classificationId)), value: classTitle(db, group) }] : []),
    { label: t('अब तक उपलब्धि', 'Achieved so far'), value: achievedText(own, share) },
  ];
  const visits = visitsOf(db, unit.path, today, cut ? group : null);
  facts.push(...visits.facts);
  const phases = phasesText(db, choice.programmeId, levels);
  if (phases.hi !== '') facts.push({ label: t('स्तर के अनुसार तिथि', 'Dates by level'), value: phases });

  const demonstration = db.get('SELECT 1 FROM unit WHERE path >= ? AND path < ? AND demonstration = 1 LIMIT 1', ...subtreeRange(unit.path)) !== undefined;
  const table = (parent: StoredUnit, heading: Text, levelId: string | null, classificationId: string | null, note = same('')) => {
    const found = unitsBelow(db, { ...choice, unit: parent, levelId, language, group: cut ? group : null });
    const units = cut ? narrowed(db, found, group, choice) : found;
    const classes = classificationId === null ? null : underHeads(db, units, classificationId, cut ? group : null, choice);
    const undivided = cut ? undividedOf(db, found, group.classificationId, group.classId, choice) : classificationId ? undividedOf(db, found, classificationId, null, choice) : 0;
    const notes = joined([note, undividedNote(undivided)], ' ');
    const generations = generationsBelow(db, units, levels);
    return { units, section: targetTable({ heading, note: notes.hi === '' ? undefined : notes, units, levels, generations, metricKind: metric.kind, asked: cut || classes !== null, classes, asks: { programmeId: choice.programmeId, metricId: choice.metricId, unitId: parent.id, revision: revisionOf(db, { ...choice, unitId: parent.id }) } }) };
  };
  const listed = choice.levelId === null ? undefined : levels.get(choice.levelId);
  const heading = listed ? t(`लक्ष्य: ${listed.pluralHi}`, `Targets: ${listed.pluralEn}`) : t('नीचे की इकाइयों के लक्ष्य', 'Targets of the units below');
  const main = table(
    unit, joined([heading, byWords(db, choice.classificationId)], ', '), listed?.id ?? null, choice.classificationId,
    demonstration ? t('बूथ प्रदर्शन के लिए हैं; उनकी संख्या और मतदाता वास्तविक नहीं।', 'Booths are for demonstration; their number and electors are not real.') : undefined,
  );
  const details = !choice.detail || listed ? [] : main.units
    .map((below) => table(unitOf(db, below.id), unitTitle(below, levels.get(below.levelId)!), null, null))
    .filter(({ units }) => units.length > 0).map(({ section }) => section);

  return {
    kind: 'assignment',
    party: officeOf(db),
    title: joined([name, title], ': '),
    subtitle: joined([nameOf(programme), nameOf(metric)], ' · '),
    facts,
    sections: [main.section, ...visits.sections, ...details],
    signatures: unit.levelId === 'district' && !cut
      ? [t('जिला समन्वयक', 'District coordinator'), t('जिलाध्यक्ष', 'District president')]
      : [t('प्राप्तकर्ता', 'Received by'), t('प्रदेश कार्यालय', 'State office')],
    footer: joined([...(group ? [classTitle(db, group)] : []), ...(cut && unit.parentId === null ? [] : [nameOf(unit)]), ...(listed ? [t(listed.pluralHi, listed.pluralEn)] : []), nameOf(programme), name], ' · '),
    printedOn: today,
  };
}
