// The words of a notice: what an order is called, which link a line follows, why something stays, what a conflict is.
import { dayAsRead } from '../../../shared/dates.ts';
import type { LinkKind } from '../../../shared/model/schedule.ts';
import type { OrderConflictCode, OrderKind, OrderLine, StayReason } from '../../../shared/model/order.ts';
import type { Text } from '../../../shared/model/sheet.ts';
import { joined, nameOf, t } from './wording.ts';

export const orderTitles: Record<OrderKind, Text> = {
  extension: t('तिथि विस्तार की सूचना', 'Notice of extension'),
  advance: t('तिथि पहले होने की सूचना', 'Notice of an earlier date'),
  postponement: t('स्थगन की सूचना', 'Notice of postponement'),
  untilFurtherNotice: t('अगले आदेश तक स्थगन की सूचना', 'Notice of postponement until further notice'),
  cancellation: t('कार्यक्रम रद्द होने की सूचना', 'Notice of cancellation'),
};

export const kindWords: Record<string, Text> = {
  programme: t('कार्यक्रम', 'Programme'), tour: t('दौरा', 'Tour'), meeting: t('बैठक', 'Meeting'),
  dueDay: t('लक्ष्यों की अंतिम तिथि', 'Due date of targets'), responsibility: t('दायित्व की अवधि', 'Period of responsibility'),
};

const links: Record<LinkKind, (of: Text, days: number) => Text> = {
  startsAfter: (of, days) => t(`“${of.hi}” की समाप्ति के कम से कम ${days} दिन बाद`, `at least ${days} ${days === 1 ? 'day' : 'days'} after the end of “${of.en}”`),
  keepsGap: (of) => t(`“${of.hi}” से अंतर बना रहे`, `keeps its gap to “${of.en}”`),
  mustNotOverlap: (of) => t(`“${of.hi}” के साथ एक ही दिन न पड़े`, `not on the same days as “${of.en}”`),
  mustEndBefore: (of, days) => t(`“${of.hi}” इससे कम से कम ${Math.max(1, days)} दिन पहले समाप्त हो`, `“${of.en}” ends at least ${Math.max(1, days)} ${days > 1 ? 'days' : 'day'} before it`),
};

/** Empty for a line that follows no link. */
export function linkWords({ linkKind, linkDays, byNameEn, byNameHi }: OrderLine): Text {
  return linkKind === null ? t('', '') : links[linkKind](nameOf({ nameEn: byNameEn ?? '', nameHi: byNameHi }), linkDays ?? 0);
}

const reasons: Record<StayReason, Text> = {
  finished: t('हो चुका है', 'has been held already'),
  begun: t('आरंभ हो चुका है', 'has begun already'),
  pinned: t('तय है, बदला नहीं जा सकता', 'is fixed and must not move'),
  heldBack: t('निर्णय से यथावत रखा गया', 'kept by decision'),
  slack: t('पहले से पर्याप्त बाद में है', 'is late enough already'),
  saidOff: t('रद्द या अगले आदेश तक स्थगित है', 'is cancelled or postponed until further notice'),
  noDate: t('जिस पर यह निर्भर है, उसकी अब कोई तिथि नहीं', 'what it hangs on has no date any more'),
  byHand: t('इस कड़ी से तिथि अपने-आप नहीं बदलती', 'this link moves nothing by itself'),
};

/** Why a line stays, and where it would have gone. */
export function stayWords(line: OrderLine): Text {
  const wanted = line.detail['wantedFromDay'];
  const would = typeof wanted === 'string' ? t(`अन्यथा ${dayAsRead(wanted)} से होता`, `would have begun on ${dayAsRead(wanted)}`) : t('', '');
  return joined([reasons[line.code as StayReason] ?? t('', ''), would], '; ');
}

const named = (line: OrderLine, stem: string): Text => nameOf({ nameEn: String(line.detail[`${stem}En`] ?? ''), nameHi: (line.detail[`${stem}Hi`] ?? null) as string | null });

const conflicts: Record<OrderConflictCode, (line: OrderLine) => Text> = {
  pinned: (line) => {
    const place = named(line, 'place');
    const day = dayAsRead(String(line.detail['pinnedDay'] ?? ''));
    const pin = place.en === '' ? t('', '') : t(`${place.hi} का पड़ाव ${day} को तय है`, `the stop at ${place.en} is fixed to ${day}`);
    return joined([pin.en === '' ? reasons.pinned : pin, linkWords(line)], ': ');
  },
  link: (line) => {
    const why = line.detail['reason'];
    return joined([t('कड़ी नहीं निभती', 'the link does not hold'), linkWords(line), typeof why === 'string' && why !== 'byHand' ? reasons[why as StayReason] ?? t('', '') : t('', '')], ': ');
  },
  blackout: (line) => {
    const unit = named(line, 'unitName');
    const name = named(line, 'name');
    return t(`वर्जित दिन: ${name.hi}${unit.hi === '' ? '' : ` (${unit.hi})`}`, `blackout day: ${name.en}${unit.en === '' ? '' : ` (${unit.en})`}`);
  },
  tour: (line) => t(
    `“${named(line, 'of').hi}” की पहले की तिथियों पर तय; अब ${dayAsRead(String(line.detail['newFrom']))} से ${dayAsRead(String(line.detail['newTo']))}`,
    `laid on the old days of “${named(line, 'of').en}”, now ${dayAsRead(String(line.detail['newFrom']))} to ${dayAsRead(String(line.detail['newTo']))}`,
  ),
  away: (line) => t(`${named(line, 'name').hi} उपलब्ध नहीं`, `${named(line, 'name').en} is away`),
  busy: (line) => t(`${named(line, 'name').hi} उस समय अन्यत्र: ${named(line, 'other').hi}`, `${named(line, 'name').en} is engaged then: ${named(line, 'other').en}`),
  chargeEnds: (line) => t(`${line.detail['count']} दायित्व नई अंतिम तिथि से पहले समाप्त होते हैं`, `${line.detail['count']} responsibilities end before the new last day`),
  waits: (line) => joined([t('प्रतीक्षा में', 'waits'), linkWords(line)], ': '),
};

export const conflictWords = (line: OrderLine): Text => (conflicts[line.code as OrderConflictCode] ?? (() => t('', '')))(line);
