// From which day, by whose order and why: what every act is asked.
import { TextInput } from '@mantine/core';
import { DayField } from '../../ui/DayField.tsx';
import { useWords } from '../../words.ts';

export interface Order {
  day: string | null;
  orderBy: string;
  reason: string;
}

export function OrderFields({ order, onChange }: { order: Order; onChange: (change: Partial<Order>) => void }) {
  const t = useWords('reorganisation');
  return (
    <>
      <div className="reorg-pair">
        <DayField label={t('fromDay')} value={order.day} onChange={(day) => onChange({ day })} />
        <TextInput size="sm" label={t('orderBy')} value={order.orderBy} onChange={(event) => onChange({ orderBy: event.currentTarget.value })} maxLength={200} autoComplete="off" />
      </div>
      <TextInput size="sm" label={t('reason')} value={order.reason} onChange={(event) => onChange({ reason: event.currentTarget.value })} maxLength={500} autoComplete="off" />
    </>
  );
}
