// What a leader who shares a tour brings along: where he begins and ends, his hours, his nights; shut, a line says what is his own.
import { ActionIcon, Collapse, Group, Stack } from '@mantine/core';
import { IconAdjustments, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useQuery } from '../../hooks.ts';
import { TimeField } from '../../ui/TimeField.tsx';
import { useNumbers, usePick, useWords } from '../../words.ts';
import type { TourPlace } from '../../../shared/model/tour.ts';
import type { LeaderRules } from '../../../shared/model/tourFields.ts';
import styles from './tours.module.css';

interface LeaderFieldsProps {
  rules: LeaderRules;
  places: TourPlace[];
  onChange: (rules: LeaderRules) => void;
  onRemove: () => void;
}

export function LeaderFields({ rules, places, onChange, onRemove }: LeaderFieldsProps) {
  const t = useWords('tours');
  const pick = usePick();
  const { time } = useNumbers();
  const [opened, setOpened] = useState(false);
  const person = useQuery('people.get', { id: rules.personId }).data;
  const name = person ? pick(person.nameEn, person.nameHi) : '';
  const { firstUnitId, lastUnitId, dutyFrom, dutyTo, nightUnitIds } = rules;
  const nameOf = (unitId: string): string => {
    const place = places.find((one) => one.unitId === unitId);
    return place ? pick(place.placeEn, place.placeHi) : '';
  };
  const own = [
    firstUnitId === null && lastUnitId === null ? '' : `${firstUnitId === null ? '…' : nameOf(firstUnitId)} – ${lastUnitId === null ? '…' : nameOf(lastUnitId)}`,
    dutyFrom === null && dutyTo === null ? '' : `${dutyFrom === null ? '…' : time(dutyFrom)}–${dutyTo === null ? '…' : time(dutyTo)}`,
    nightUnitIds.map(nameOf).join(', '),
  ].filter((part) => part !== '').join(' · ');
  const put = (part: Partial<LeaderRules>) => onChange({ ...rules, ...part });
  const ownLabel = t('leaderOwn', { name });
  const offLabel = t('takeAway', { name });
  return (
    <li className={styles.leader}>
      <div className={styles.chosenLine}>
        <span>{name}<small>{own === '' ? t('leaderAsTour') : own}</small></span>
        <ActionIcon variant={opened ? 'light' : 'subtle'} color="gray" size={24} aria-expanded={opened} aria-label={ownLabel} title={ownLabel} onClick={() => setOpened(!opened)}><IconAdjustments size={15} /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={24} aria-label={offLabel} title={offLabel} onClick={onRemove}><IconX size={14} /></ActionIcon>
      </div>
      <Collapse expanded={opened}>
        <Stack gap="xs" py="xs">
          <Group grow align="flex-start">
            <UnitPicker label={t('firstTown')} value={firstUnitId} onChange={(unitId) => put({ firstUnitId: unitId })} clearable />
            <UnitPicker label={t('lastTown')} value={lastUnitId} onChange={(unitId) => put({ lastUnitId: unitId })} clearable />
          </Group>
          <Group grow align="flex-start">
            <TimeField label={t('dutyFrom')} value={dutyFrom} onChange={(minute) => put({ dutyFrom: minute })} />
            <TimeField label={t('dutyTo')} value={dutyTo} onChange={(minute) => put({ dutyTo: minute })} />
          </Group>
          <UnitPicker label={t('leaderNights')} description={t('leaderNightsHelp')} value={null} onChange={(id) => { if (id !== null && !nightUnitIds.includes(id)) put({ nightUnitIds: [...nightUnitIds, id] }); }} />
          <ul className={styles.chosen}>
            {nightUnitIds.map((id) => (
              <li key={id} className={styles.chosenLine}>
                <span>{nameOf(id)}</span>
                <ActionIcon variant="subtle" color="gray" size={22} aria-label={t('takeAway', { name: nameOf(id) })} onClick={() => put({ nightUnitIds: nightUnitIds.filter((other) => other !== id) })}><IconX size={14} /></ActionIcon>
              </li>
            ))}
          </ul>
        </Stack>
      </Collapse>
    </li>
  );
}
