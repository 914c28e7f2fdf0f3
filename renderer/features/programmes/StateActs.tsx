// How a programme stands and what can be ordered of it: extended, postponed, stopped until further notice, cancelled, resumed, done.
import { Button, Group, Menu } from '@mantine/core';
import { IconCalendarPlus, IconChevronDown, IconPlayerPlay } from '@tabler/icons-react';
import { useCommand } from '../../hooks.ts';
import { useWords } from '../../words.ts';
import type { Programme, ProgrammeSaid } from '../../../shared/model/programme.ts';
import type { OrderKind } from '../../../shared/model/order.ts';
import { StateMark } from './StateMark.tsx';

const orders: OrderKind[] = ['postponement', 'advance', 'untilFurtherNotice', 'cancellation'];

export function StateActs({ programme, onOrder }: { programme: Programme; onOrder: (kind: OrderKind) => void }) {
  const t = useWords('programmes');
  const [setState, { busy }] = useCommand('programmes.setState');
  const say = (said: ProgrammeSaid) => void setState({ id: programme.id, said }, { undoToast: true });
  const stopped = programme.state === 'untilFurtherNotice' || programme.state === 'cancelled';
  const saidDone = programme.said === 'done';
  return (
    <Group className="state-acts" gap="xs" justify="space-between">
      <StateMark state={programme.state} />
      <Group gap="xs" wrap="nowrap">
        {stopped || saidDone
          ? <Button variant="light" size="compact-md" loading={busy} leftSection={<IconPlayerPlay size={15} aria-hidden="true" />} onClick={() => say('byDays')}>{t('resume')}</Button>
          : <Button variant="light" size="compact-md" leftSection={<IconCalendarPlus size={15} aria-hidden="true" />} onClick={() => onOrder('extension')}>{t('extend')}</Button>}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target><Button variant="default" size="compact-md" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>{t('otherOrders')}</Button></Menu.Target>
          <Menu.Dropdown>
            {stopped ? <Menu.Item onClick={() => onOrder('postponement')}>{t('resumeOn')}</Menu.Item> : null}
            {orders.filter((kind) => !(stopped && kind === 'postponement')).map((kind) => <Menu.Item key={kind} onClick={() => onOrder(kind)}>{t(`acts.${kind}`)}</Menu.Item>)}
            <Menu.Divider />
            {programme.state === 'planned' ? <Menu.Item onClick={() => say('running')}>{t('sayRunning')}</Menu.Item> : null}
            {programme.state !== 'done' ? <Menu.Item onClick={() => say('done')}>{t('sayDone')}</Menu.Item> : null}
          </Menu.Dropdown>
        </Menu>
      </Group>
    </Group>
  );
}
