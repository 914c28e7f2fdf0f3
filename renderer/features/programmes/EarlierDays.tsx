// Every day a programme had before, order by order: from what to what, by whom and why; each order's notice to print.
import { Button } from '@mantine/core';
import { IconArrowRight, IconPrinter } from '@tabler/icons-react';
import { useNamed, usePick, useNumbers, useWords } from '../../words.ts';
import type { OutputOf } from '../../../shared/contract.ts';
import { useOrderWords } from './conflictWords.ts';

export function EarlierDays({ detail, onNotice }: { detail: OutputOf<'programmes.get'>; onNotice: (orderId: string) => void }) {
  const t = useWords('programmes');
  const named = useNamed();
  const pick = usePick();
  const words = useOrderWords();
  const { day } = useNumbers();
  const whole = detail.earlier.filter(({ levelId }) => levelId === null);
  if (whole.length === 0 && detail.orders.length === 0) return <p className="dim">{t('neverMoved')}</p>;
  const moved = new Set(whole.map(({ orderId }) => orderId));
  /** Orders that left the days of the whole as they were: until further notice, cancelled. */
  const others = detail.orders.filter(({ id }) => !moved.has(id));
  const line = (orderId: string, kind: string, orderDay: string, by: string, reason: string, of: string | null, days: [string, string, string, string] | null) => (
    <li key={`${orderId} ${days?.join(' ') ?? ''}`}>
      <div className="earlier-days">
        <strong>{t(`orderKinds.${kind}`)}</strong>
        {days ? <span>{words.days(days[0], days[1])} <IconArrowRight size={13} aria-label={t('becomes')} /> <b>{words.days(days[2], days[3])}</b></span> : null}
      </div>
      <span>{t('orderedBy', { by, day: day(orderDay) })}</span>
      {of ? <span className="dim">{t('followed', { name: of })}</span> : null}
      {reason ? <span className="dim">{reason}</span> : null}
      <Button className="start" variant="subtle" size="compact-sm" leftSection={<IconPrinter size={14} aria-hidden="true" />} onClick={() => onNotice(orderId)}>{t('printNotice')}</Button>
    </li>
  );
  return (
    <ol className="earlier">
      {whole.map((was) => line(was.orderId, was.kind, was.orderDay, was.orderBy, was.reason, detail.orders.some(({ id }) => id === was.orderId) ? null : pick(was.ofEn, was.ofHi) || named(detail), [was.fromDay, was.toDay, was.newFromDay, was.newToDay]))}
      {others.map((order) => line(order.id, order.kind, order.orderDay, order.orderBy, order.reason, null, null))}
    </ol>
  );
}
