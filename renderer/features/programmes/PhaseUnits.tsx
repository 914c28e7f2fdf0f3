// The units of one level of a programme, ticked as they have held it; thousands scroll, and all that are shown can be ticked at once.
import { Button, Checkbox, Group, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useCommand, useWindowedPages } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useLanguage, useNamed, useNumbers, useWords } from '../../words.ts';

const rowHeight = 30;
const filters = ['open', 'held', 'all'] as const;
type Only = (typeof filters)[number];

export function PhaseUnits({ programmeId, levelId, today }: { programmeId: string; levelId: string; today: string }) {
  const t = useWords('programmes');
  const named = useNamed();
  const language = useLanguage();
  const { day, number } = useNumbers();
  const scope = useSession((session) => session.scopeUnitId);
  const [unitId, setUnit] = useState<string | null>(scope);
  const [only, setOnly] = useState<Only>('all');
  const [heldOn, setHeldOn] = useState<string | null>(today || null);
  const [setHeld] = useCommand('programmes.setHeld');
  const [setAll, { busy }] = useCommand('programmes.setPhaseHeld');
  const { total, first, rowAt, virtualizer, scrollRef } = useWindowedPages('programmes.phaseUnits', { id: programmeId, levelId, unitId, only }, { rowHeight });
  const all = (held: string | null) => void setAll({ id: programmeId, levelId, unitId, day: held }, { undoToast: true });
  return (
    <div className="phase-units">
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <UnitPicker flex={1} label={t('unitsWithin')} placeholder={t('allUnitsShort')} value={unitId} clearable onChange={setUnit} />
        <DayField w={126} label={t('heldOn')} value={heldOn} onChange={setHeldOn} />
      </Group>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <SegmentedControl size="xs" aria-label={t('unitsShown')} value={only} onChange={(next) => setOnly(next as Only)} data={filters.map((value) => ({ value, label: t(`heldFilter.${value}`) }))} />
        <span className="dim">{number(total)}</span>
      </Group>
      {total === 0 && first ? <p className="dim">{t(only === 'all' ? 'noUnitsOfLevel' : `noneOf.${only}`)}</p> : null}
      <div ref={scrollRef} className="phase-list" data-empty={total === 0 || undefined} role="group" aria-label={t('unitsShown')}>
        <div style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rowAt(item.index);
            const within = row ? (language === 'hi' ? row.withinHi : row.withinEn) : '';
            return (
              <div key={item.index} className="phase-unit" style={{ top: item.start, height: rowHeight }}>
                {row ? (
                  <>
                    <Checkbox
                      size="xs" checked={row.day !== null} disabled={row.day === null && heldOn === null} label={<>{named(row)} <small>{within}</small></>}
                      onChange={() => void setHeld({ id: programmeId, unitIds: [row.id], day: row.day === null ? heldOn : null }, { undoToast: true })}
                    />
                    <small>{row.day === null ? '' : day(row.day)}</small>
                  </>
                ) : null}
              </div>
            );
          })}
        </div>
      </div>
      <Group gap="xs">
        {only === 'held' ? null : <Button variant="light" size="compact-sm" loading={busy} disabled={heldOn === null || total === 0} onClick={() => all(heldOn)}>{t('tickAll')}</Button>}
        {only === 'open' ? null : <Button variant="subtle" color="gray" size="compact-sm" loading={busy} disabled={total === 0} onClick={() => all(null)}>{t('untickAll')}</Button>}
      </Group>
    </div>
  );
}
