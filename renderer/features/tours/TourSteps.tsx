// The four steps of a tour's wizard.
import { ActionIcon, Checkbox, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useQuery } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { usePick, useWords } from '../../words.ts';
import type { BlackoutKind } from '../../../shared/model/blackout.ts';
import type { TourPlace } from '../../../shared/model/tour.ts';
import type { TourRules } from '../../../shared/model/tourFields.ts';
import { LeaderFields } from './LeaderFields.tsx';
import { PlaceChoice } from './PlaceChoice.tsx';
import type { TourDraft } from './tourDraft.ts';
import styles from './tours.module.css';

interface StepProps {
  draft: TourDraft;
  change: (part: Partial<TourDraft>) => void;
  rule: (part: Partial<TourRules>) => void;
  places: TourPlace[];
  /** Of the places, those every tour can choose from. */
  usualIds: ReadonlySet<string>;
  defaultNames: { nameEn: string; nameHi: string } | null;
}

const blackoutKinds: readonly BlackoutKind[] = ['festival', 'modelCode', 'exam', 'other'];
/** When roads are left to others by the clock: dusk and dawn of the plains, to be changed. */
const [dusk, dawn] = [18 * 60 + 30, 5 * 60 + 30];

function ChosenLine({ name, label, onRemove, children }: { name: string; label: string; onRemove: () => void; children?: ReactNode }) {
  return (
    <li className={styles.chosenLine}>
      <span>{name}</span>
      {children}
      <ActionIcon variant="subtle" color="gray" size={22} aria-label={label} title={label} onClick={onRemove}><IconX size={14} /></ActionIcon>
    </li>
  );
}

const noOwnRules = { firstUnitId: null, lastUnitId: null, dutyFrom: null, dutyTo: null, nightUnitIds: [] };

export function WhoStep({ draft, change, rule, places }: StepProps) {
  const t = useWords('tours');
  const { leaderIds, leaderRules, avoidBlackouts } = draft.rules;
  const drop = (id: string) => rule({ leaderIds: leaderIds.filter((other) => other !== id), leaderRules: leaderRules.filter((one) => one.personId !== id) });
  return (
    <>
      <PersonPicker label={t('leader')} required value={draft.personId} onChange={(personId) => change({ personId })} autoFocus />
      <Group grow align="flex-start">
        <DayField label={t('fromDay')} required value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} />
        <DayField label={t('toDay')} required value={draft.toDay} minDay={draft.fromDay ?? undefined} onChange={(toDay) => change({ toDay })} />
      </Group>
      <Stack gap={4}>
        <PersonPicker label={t('otherLeaders')} description={t('otherLeadersHelp')} value={null} onChange={(id) => { if (id !== null && id !== draft.personId && !leaderIds.includes(id)) rule({ leaderIds: [...leaderIds, id] }); }} />
        <ul className={styles.chosen}>
          {leaderIds.map((id) => (
            <LeaderFields
              key={id} rules={leaderRules.find((one) => one.personId === id) ?? { personId: id, ...noOwnRules }} places={places}
              onChange={(own) => rule({ leaderRules: [...leaderRules.filter((one) => one.personId !== id), own] })} onRemove={() => drop(id)}
            />
          ))}
        </ul>
      </Stack>
      <Checkbox.Group label={t('keepClear')} description={t('keepClearHelp')} value={avoidBlackouts} onChange={(kinds) => rule({ avoidBlackouts: kinds as BlackoutKind[] })}>
        <Group gap="md" mt={4}>{blackoutKinds.map((kind) => <Checkbox key={kind} size="xs" value={kind} label={t(`blackouts:kinds.${kind}`)} />)}</Group>
      </Checkbox.Group>
      <Checkbox label={t('fewestDays')} description={t('fewestDaysHelp')} checked={draft.rules.fewestDays} onChange={(event) => rule({ fewestDays: event.currentTarget.checked })} />
    </>
  );
}

export function WhereStep({ draft, change, rule, places, usualIds, onAdd }: StepProps & { onAdd: (unitId: string) => void }) {
  const t = useWords('tours');
  const { wanted } = draft.rules;
  const wantedIds = new Set(wanted.map(({ unitId }) => unitId));
  const nights = new Set(draft.rules.nightUnitIds);
  const chosen = new Set(draft.unitIds);
  const musts = places.filter((place) => usualIds.has(place.unitId) || chosen.has(place.unitId) || (!wantedIds.has(place.unitId) && !nights.has(place.unitId)));
  const nameOf = useNameOf(places);
  const worthOf = (unitId: string, worth: number | null) => rule({ wanted: wanted.map((one) => (one.unitId === unitId ? { unitId, worth: worth ?? 1 } : one)) });
  return (
    <>
      <PlaceChoice places={musts} unitIds={draft.unitIds ?? []} firstUnitId={draft.firstUnitId} lastUnitId={draft.lastUnitId} onChange={change} onAdd={onAdd} />
      <Stack gap={4}>
        <UnitPicker
          label={t('wantedPlaces')} description={t('wantedHelp')} value={null}
          onChange={(id) => { if (id !== null && !wantedIds.has(id) && !chosen.has(id)) rule({ wanted: [...wanted, { unitId: id, worth: 1 }] }); }}
        />
        <ul className={styles.chosen}>
          {wanted.map(({ unitId, worth }) => (
            <ChosenLine key={unitId} name={nameOf(unitId)} label={t('takeAway', { name: nameOf(unitId) })} onRemove={() => rule({ wanted: wanted.filter((one) => one.unitId !== unitId) })}>
              <NumberField size="xs" w={64} aria-label={t('worthOf', { name: nameOf(unitId) })} value={worth} min={1} max={1000} onChange={(value) => worthOf(unitId, value)} />
            </ChosenLine>
          ))}
        </ul>
      </Stack>
    </>
  );
}

function useNameOf(places: TourPlace[]): (unitId: string) => string {
  const pick = usePick();
  return (unitId) => {
    const place = places.find((one) => one.unitId === unitId);
    return place ? pick(place.placeEn, place.placeHi) : '';
  };
}

export function HoursStep({ draft, change, rule, places }: StepProps) {
  const t = useWords('tours');
  const nameOf = useNameOf(places);
  const { rules } = draft;
  const { nightUnitIds, darkFrom, darkUntil, darkBySun, slowInDark } = rules;
  const isDark = darkBySun || darkFrom !== null;
  return (
    <>
      <Group grow align="flex-start">
        <NumberField label={t('meetingMinutes')} value={draft.meetingMinutes} min={10} max={720} onChange={(minutes) => change({ meetingMinutes: minutes ?? draft.meetingMinutes })} data-autofocus />
        <NumberField label={t('wantedMinutes')} value={rules.wantedMinutes} min={10} max={720} onChange={(minutes) => rule({ wantedMinutes: minutes ?? rules.wantedMinutes })} />
      </Group>
      <Text size="xs" c="dimmed" mt={-8}>{t('meetingHelp')}</Text>
      <Group grow align="flex-start">
        <TimeField label={t('dutyFrom')} value={draft.dutyFrom} onChange={(dutyFrom) => change({ dutyFrom: dutyFrom ?? draft.dutyFrom })} />
        <TimeField label={t('dutyTo')} value={draft.dutyTo} onChange={(dutyTo) => change({ dutyTo: dutyTo ?? draft.dutyTo })} />
      </Group>
      <Checkbox label={t('notInTheDark')} checked={isDark} onChange={(event) => rule({ darkBySun: event.currentTarget.checked, darkFrom: null, darkUntil: null })} />
      {isDark ? (
        <SegmentedControl
          size="xs" aria-label={t('darkHow')} value={darkBySun ? 'sun' : 'clock'} data={[{ value: 'sun', label: t('darkBySun') }, { value: 'clock', label: t('darkByClock') }]}
          onChange={(how) => rule(how === 'sun' ? { darkBySun: true, darkFrom: null, darkUntil: null } : { darkBySun: false, darkFrom: dusk, darkUntil: dawn })}
        />
      ) : null}
      {darkFrom === null || darkBySun ? null : (
        <Group grow align="flex-start">
          <TimeField label={t('darkFrom')} value={darkFrom} onChange={(value) => rule({ darkFrom: value ?? dusk })} />
          <TimeField label={t('darkUntil')} value={darkUntil} onChange={(value) => rule({ darkUntil: value ?? dawn })} />
        </Group>
      )}
      <Checkbox label={t('slowInDark')} description={t('slowInDarkHelp')} checked={slowInDark} onChange={(event) => rule({ slowInDark: event.currentTarget.checked })} />
      <NumberField
        label={t('maxDriving')} description={t('maxDrivingHelp')} value={rules.maxDrivingMinutes} min={30} max={1440} onChange={(maxDrivingMinutes) => rule({ maxDrivingMinutes })}
      />
      <Checkbox label={t('driveOn')} description={t('driveOnHelp')} checked={rules.driveOn} onChange={(event) => rule({ driveOn: event.currentTarget.checked })} />
      <Stack gap={4}>
        <UnitPicker label={t('nightPlaces')} description={t('nightPlacesHelp')} value={null} onChange={(id) => { if (id !== null && !nightUnitIds.includes(id)) rule({ nightUnitIds: [...nightUnitIds, id] }); }} />
        <ul className={styles.chosen}>
          {nightUnitIds.map((id) => <ChosenLine key={id} name={nameOf(id)} label={t('takeAway', { name: nameOf(id) })} onRemove={() => rule({ nightUnitIds: nightUnitIds.filter((other) => other !== id) })} />)}
        </ul>
      </Stack>
    </>
  );
}

export function RoadsStep({ draft, change, defaultNames }: StepProps) {
  const t = useWords('tours');
  const start = useQuery('travel.summary', {}).data?.start;
  const own = draft.roadFactor !== null && draft.speedKmPerHour !== null;
  return (
    <>
      <TextInput label={t('nameEn')} value={draft.nameEn} placeholder={defaultNames?.nameEn} onChange={(event) => change({ nameEn: event.currentTarget.value })} data-autofocus />
      <TextInput label={t('nameHi')} value={draft.nameHi} placeholder={defaultNames?.nameHi} onChange={(event) => change({ nameHi: event.currentTarget.value })} />
      {start ? (
        <Checkbox
          label={t('asTheFile')} description={t('asTheFileHelp', { percent: Math.round((start.roadFactor - 1) * 100), speed: Math.round(start.speedKmPerHour) })} checked={!own}
          onChange={(event) => change(event.currentTarget.checked ? { roadFactor: null, speedKmPerHour: null } : { roadFactor: start.roadFactor, speedKmPerHour: start.speedKmPerHour })}
        />
      ) : null}
      {own ? (
        <Group grow align="flex-start">
          <NumberField label={t('speed')} description={t('speedHelp')} value={draft.speedKmPerHour} min={5} max={120} onChange={(speed) => change({ speedKmPerHour: speed ?? draft.speedKmPerHour })} />
          <NumberField label={t('roadPercent')} description={t('roadHelp')} value={Math.round(((draft.roadFactor ?? 1) - 1) * 100)} min={0} max={200} onChange={(percent) => change({ roadFactor: 1 + (percent ?? 0) / 100 })} />
        </Group>
      ) : null}
    </>
  );
}
