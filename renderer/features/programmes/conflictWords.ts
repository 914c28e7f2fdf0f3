// What an order would do, in words: why a line moves, why another stays, what stands against it and what to do next.
import { useMemo } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useLanguage, useNamed, useNumbers, useWords, valuesIn } from '../../words.ts';
import type { ByLink, OrderConflict, OrderMove, OrderStay } from '../../../shared/model/order.ts';
import { useLinkWords } from './linkWords.ts';

export interface OrderWords {
  /** Name of a line; a phase with its level. */
  name(line: { kind: string; nameEn: string; nameHi: string | null; levelId?: string | null }): string;
  by(by: ByLink | null): string;
  moves(move: OrderMove): string;
  stays(stay: OrderStay): string;
  conflict(conflict: OrderConflict, more?: readonly OrderConflict[]): string;
  /** What to do next. */
  next(conflict: OrderConflict): string;
  days(fromDay: string, toDay: string): string;
  /** `12-04 – 20-04`, for tables whose year is clear. */
  shortDays(fromDay: string, toDay: string): string;
  /** +6, −2. */
  signed(days: number): string;
}

export function useOrderWords(): OrderWords {
  const t = useWords('programmes');
  const named = useNamed();
  const language = useLanguage();
  const level = useLevelName();
  const links = useLinkWords();
  const { day, number } = useNumbers();
  return useMemo(() => {
    const name: OrderWords['name'] = (line) => (line.kind === 'phase' && line.levelId ? `${named(line)} · ${level(line.levelId)}` : named(line));
    const by = (link: ByLink | null) => (link === null ? '' : links.after(link, named(link)));
    const days = (fromDay: string, toDay: string) => (fromDay === toDay ? day(fromDay) : t('fromTo', { from: day(fromDay), to: day(toDay) }));
    return {
      name, by, days,
      shortDays: (fromDay, toDay) => (fromDay === toDay ? day(fromDay).slice(0, 5) : `${day(fromDay).slice(0, 5)} – ${day(toDay).slice(0, 5)}`),
      signed: (count) => (count > 0 ? `+${number(count)}` : number(count)),
      moves: (move) => (move.kind === 'phase' ? t('movesWithIt') : move.by ? by(move.by) : t('movesByOrder')),
      stays: (stay) => t(`stays.${stay.reason}`, { link: by(stay.by), wanted: stay.wantedFromDay ? day(stay.wantedFromDay) : '' }),
      conflict: (conflict, more = []) => (more.length > 0 ? t('conflictBlackouts', {
        item: name(conflict), days: [conflict, ...more].map((one) => `${valuesIn(language, one.detail)['name'] as string} (${days(one.fromDay, one.toDay)})`).join(', '),
      }) : t(`conflict.${conflict.code}`, {
        context: conflict.detail['pinnedDay'] === undefined ? undefined : conflict.detail['pinnedAt'] === null ? 'day' : 'stop',
        ...valuesIn(language, conflict.detail), ...(typeof conflict.detail['count'] === 'number' ? { count: conflict.detail['count'] } : {}),
        item: name(conflict), days: days(conflict.fromDay, conflict.toDay), link: by(conflict.by), cause: conflict.by ? named(conflict.by) : '',
        where: conflict.detail['unitNameEn'] ? valuesIn(language, conflict.detail)['unitName'] : t('wholeState'), why: conflict.reason ? t(`stayShort.${conflict.reason}`) : '',
      })),
      next: (conflict) => t(`conflictNext.${conflict.code}`, { item: name(conflict), context: conflict.kind }),
    };
  }, [t, named, language, level, links, day, number]);
}
