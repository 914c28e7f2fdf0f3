// Units that have held their part of a programme: what is postponed or stopped from then on is only what is not here.
import { Button, CloseButton, Group } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useCommand } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { OutputOf } from '../../../shared/contract.ts';

export function HeldUnits({ detail, today }: { detail: OutputOf<'programmes.get'>; today: string }) {
  const t = useWords('programmes');
  const named = useNamed();
  const { day } = useNumbers();
  const [setHeld, { busy }] = useCommand('programmes.setHeld');
  const [unitId, setUnit] = useState<string | null>(null);
  const [heldOn, setHeldOn] = useState<string | null>(today || null);
  async function add(): Promise<void> {
    if (unitId === null || heldOn === null) return;
    if ((await setHeld({ id: detail.id, unitIds: [unitId], day: heldOn }, { undoToast: true })) !== undefined) setUnit(null);
  }
  return (
    <div className="held">
      <p className="dim">{t('heldSays', { count: detail.held.length, total: detail.heldTotal })}</p>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <UnitPicker flex={1} label={t('heldUnit')} value={unitId} clearable onChange={setUnit} />
        <DayField w={126} label={t('heldOn')} value={heldOn} onChange={setHeldOn} />
        <Button variant="light" px={10} loading={busy} disabled={unitId === null || heldOn === null} aria-label={t('addHeld')} title={t('addHeld')} onClick={() => void add()}><IconCheck size={16} aria-hidden="true" /></Button>
      </Group>
      <ul>
        {detail.held.map((one) => (
          <li key={one.unitId}>
            <span>{named(one)}</span>
            <small>{day(one.day)}</small>
            <CloseButton size="sm" aria-label={t('notHeld', { name: named(one) })} onClick={() => void setHeld({ id: detail.id, unitIds: [one.unitId], day: null }, { undoToast: true })} />
          </li>
        ))}
      </ul>
    </div>
  );
}
