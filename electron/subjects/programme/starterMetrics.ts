// What nearly every party counts, ready to be chosen: a new file begins with these, an older one can take them over.
import type { MetricFields } from '../../../shared/model/programme.ts';
import type { ReadDb, WriteDb } from '../../store/sql.ts';
import { insertMetric } from './writeMetric.ts';

type Starter = Pick<MetricFields, 'kind'> & Partial<MetricFields> & { nameEn: string; nameHi: string; /** The English name of `ofMetricId`. */ of?: string };

const member = { wordEn: 'members', wordHi: 'सदस्य' };
const committee = { kind: 'onePerUnit', wordEn: 'committees', wordHi: 'समितियाँ' } as const;

/** Those that others refer to stand before them. */
const starters: readonly Starter[] = [
  { nameEn: 'Members enrolled', nameHi: 'नए सदस्य', kind: 'sum', ...member },
  { nameEn: "Women's share", nameHi: 'महिलाओं का अनुपात', kind: 'share', of: 'Members enrolled' },
  { nameEn: 'Enrollers', nameHi: 'सदस्यता कार्यकर्ता', kind: 'sum', wordEn: 'workers', wordHi: 'कार्यकर्ता' },
  { nameEn: 'Membership fee', nameHi: 'सदस्यता शुल्क', kind: 'money', of: 'Members enrolled', rate: 5 },
  { nameEn: 'Panchayat committees formed', nameHi: 'पंचायत समिति गठित', ...committee, countLevelId: 'panchayat' },
  { nameEn: 'Ward committees formed', nameHi: 'वार्ड समिति गठित', ...committee, countLevelId: 'ward' },
  { nameEn: 'Mandal committees formed', nameHi: 'मंडल समिति गठित', ...committee, countLevelId: 'mandal' },
  { nameEn: 'Booth committees formed', nameHi: 'बूथ समिति गठित', ...committee, countLevelId: 'booth' },
  { nameEn: 'BLA-2 appointed', nameHi: 'बीएलए-2 नियुक्त', kind: 'onePerUnit', wordEn: 'agents', wordHi: 'बीएलए-2', countLevelId: 'booth' },
  { nameEn: 'Page in-charges', nameHi: 'पन्ना प्रभारी', kind: 'sum', wordEn: 'workers', wordHi: 'कार्यकर्ता' },
  { nameEn: 'Members of WhatsApp groups', nameHi: 'व्हाट्सएप समूह के सदस्य', kind: 'last', wordEn: 'people', wordHi: 'लोग' },
  { nameEn: 'Households contacted', nameHi: 'घर-घर संपर्क', kind: 'sum', wordEn: 'households', wordHi: 'घर' },
  { nameEn: 'Monthly meetings held', nameHi: 'मासिक बैठकें हुईं', kind: 'repeated', every: 'month', wordEn: 'meetings', wordHi: 'बैठकें', levelIds: ['block', 'panchayat', 'ward'] },
  { nameEn: 'Attendance', nameHi: 'उपस्थिति', kind: 'sum', wordEn: 'people', wordHi: 'लोग' },
  { nameEn: 'Donation', nameHi: 'सहयोग राशि', kind: 'money' },
];

/** Adds what is not there under either name and whose level the file has; says how many that were. */
export function addStarterMetrics(db: WriteDb & ReadDb, newId: () => string): number {
  const there = new Map(db.all<{ id: string; nameEn: string; nameHi: string | null }>('SELECT id, nameEn, nameHi FROM metric').flatMap(({ id, nameEn, nameHi }) => [[nameEn, id], ...(nameHi === null ? [] : [[nameHi, id]])] as [string, string][]));
  const levels = new Set(db.raw<[string]>('SELECT id FROM level').flat());
  let added = 0;
  for (const { of, ...fields } of starters) {
    const ofMetricId = of === undefined ? null : there.get(of) ?? null;
    if (there.has(fields.nameEn) || there.has(fields.nameHi) || (of !== undefined && ofMetricId === null)) continue;
    if (fields.countLevelId && !levels.has(fields.countLevelId)) continue;
    const id = newId();
    insertMetric(db, id, {
      countLevelId: null, wordEn: '', wordHi: null, direction: 'up', every: null, rate: null, ...fields, ofMetricId, levelIds: (fields.levelIds ?? []).filter((levelId) => levels.has(levelId)),
    });
    there.set(fields.nameEn, id);
    added += 1;
  }
  return added;
}
