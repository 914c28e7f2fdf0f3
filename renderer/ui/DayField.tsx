// A day typed or picked, dd-mm-yyyy, the week from Monday.
import { DateInput } from '@mantine/dates';
import type { DateInputProps } from '@mantine/dates';
import { dayAsRead } from '../../shared/dates.ts';
import { parseDay } from '../../shared/text/days.ts';
import { useWords } from '../words.ts';

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'valueFormat' | 'dateParser' | 'minDate' | 'maxDate'> & {
  value: string | null;
  onChange: (day: string | null) => void;
  minDay?: string | undefined;
  maxDay?: string | undefined;
};

/** `value` is `YYYY-MM-DD`. Takes 18-4-22, 18/04/2022 and Devanagari digits. */
export function DayField({ value, onChange, minDay, maxDay, ...rest }: Props) {
  const t = useWords('common');
  return (
    <DateInput
      size="sm" valueFormat={dayAsRead} dateParser={parseDay} placeholder={t('dayPlaceholder')} firstDayOfWeek={1} weekendDays={[0]}
      clearButtonProps={{ 'aria-label': t('clear') }}
      ariaLabels={{
        previousMonth: t('calendar.previousMonth'), nextMonth: t('calendar.nextMonth'), previousYear: t('calendar.previousYear'), nextYear: t('calendar.nextYear'),
        previousDecade: t('calendar.previousDecade'), nextDecade: t('calendar.nextDecade'), monthLevelControl: t('calendar.chooseMonth'), yearLevelControl: t('calendar.chooseYear'),
      }}
      {...rest}
      value={value} onChange={onChange}
      {...(minDay ? { minDate: minDay } : {})} {...(maxDay ? { maxDate: maxDay } : {})}
    />
  );
}
