// Classes as a sheet names them: on a line, and in its title.
import type { Named } from '../../../shared/model/common.ts';
import type { ClassName, GroupFilter } from '../../../shared/model/group.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classificationOf, nameOf as classNamed } from '../group/classNames.ts';
import { AppError } from '../../../shared/errors.ts';
import { joined, nameOf, same, t } from './wording.ts';

/** `38 Jharia`, `North Chotanagpur`, `Dhanbad (325)`; those in no class. */
export function classLabel(one: ClassName): Text {
  const name = nameOf(one);
  if (name.en === '') return t('किसी वर्ग में नहीं', 'In no class');
  return one.number !== null ? joined([same(String(one.number)), name], ' ') : one.code !== null ? joined([name, same(`(${one.code})`)], ' ') : name;
}

/** Within a line: "division", but "Lok Sabha constituency". */
export function classificationWords(one: Named): Text {
  const name = nameOf(one);
  const rest = name.en.slice(1);
  return { hi: name.hi, en: rest === rest.toLowerCase() ? name.en.toLowerCase() : name.en };
}

/** "विधानसभा क्षेत्र 38 झरिया", "कोल्हान प्रमंडल", "In no division". Throws `groups.gone`, `groups.classGone`. */
export function classTitle(db: ReadDb, group: GroupFilter): Text {
  const one = classNamed(db, group);
  const classification = classificationOf(db, group.classificationId);
  if (!one) throw new AppError('groups.classGone');
  const kind = classificationWords(classification);
  if (nameOf(one).en === '') return t(`किसी ${kind.hi} में नहीं`, `In no ${kind.en}`);
  const label = classLabel(one);
  return one.number !== null ? joined([nameOf(classification), label], ' ') : joined([label, kind], ' ');
}
