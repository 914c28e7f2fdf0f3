// The months with their blackout days; each line opens its form.
import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useCommand } from '../../hooks.ts';
import { useLanguage, useNamed, useNumbers, useWords } from '../../words.ts';
import type { Blackout } from '../../../shared/model/blackout.ts';
import { daysBetween, weekday } from '../../../shared/dates.ts';
import { monthNames, weekdayNames } from '../../../shared/text/days.ts';
import type { MonthOf } from './byMonth.ts';
import { KindMark } from './KindMark.tsx';

interface Props {
  months: readonly MonthOf[];
  today: string;
  openId: string | null;
  onOpen: (id: string) => void;
}

export function BlackoutList({ months, today, openId, onOpen }: Props) {
  const t = useWords('blackouts');
  const language = useLanguage();
  const named = useNamed();
  const { day } = useNumbers();
  const [remove] = useCommand('blackouts.remove');
  const weekdays = ({ fromDay, toDay }: Blackout) => {
    const [from, to] = [weekdayNames[language][weekday(fromDay)]!, weekdayNames[language][weekday(toDay)]!];
    return fromDay === toDay ? from : t('fromTo', { from, to });
  };
  return months.map(({ month, blackouts }) => (
    <section key={month} className="blackout-month" aria-label={`${monthNames[language][Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`}>
      <h2>{monthNames[language][Number(month.slice(5)) - 1]} <span>{month.slice(0, 4)}</span></h2>
      <ul>
        {blackouts.map((blackout) => (
          <li key={blackout.id} data-open={blackout.id === openId || undefined} data-past={blackout.toDay < today || undefined}>
            <button type="button" className="blackout-line" aria-pressed={blackout.id === openId} onClick={() => onOpen(blackout.id)}>
              <span className="blackout-days">{blackout.fromDay === blackout.toDay ? day(blackout.fromDay) : t('fromTo', { from: day(blackout.fromDay), to: day(blackout.toDay) })}</span>
              <span className="blackout-weekdays">{weekdays(blackout)}{blackout.fromDay === blackout.toDay ? '' : ` · ${t('days', { count: daysBetween(blackout.fromDay, blackout.toDay) + 1 })}`}</span>
              <strong>{named(blackout)}</strong>
              <KindMark kind={blackout.kind} />
              <span className="blackout-where">{blackout.unitId === null ? t('wholeState') : named({ nameEn: blackout.unitNameEn, nameHi: blackout.unitNameHi })}</span>
            </button>
            <ActionIcon variant="subtle" color="gray" aria-label={t('removeOne', { name: named(blackout) })} title={t('remove')} onClick={() => void remove({ ids: [blackout.id] }, { undoToast: true })}><IconTrash size={16} /></ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  ));
}
