// The frame of a tour: who travels, when, where to, first and last town, and how long things take.
import { Alert, Button, Collapse, Group, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonPicker } from '../../frame/PersonPicker.tsx';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import { DayField } from '../../ui/DayField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { errorInWords, usePick, useWords } from '../../words.ts';
import type { CallError } from '../../api.ts';
import type { TourDetail, TourFields } from '../../../shared/model/tour.ts';
import { PlaceChoice } from './PlaceChoice.tsx';
import { defaultNamesOf, draftOf, fieldsOf, nextWindow } from './tourDraft.ts';
import type { TourDraft } from './tourDraft.ts';

interface TourFormProps {
  /** Null: a new one. */
  tour: TourDetail | null;
  planning: boolean;
  onClose: () => void;
  onSaved: (tourId: string) => void | Promise<void>;
}

export function TourForm({ tour, planning, onClose, onSaved }: TourFormProps) {
  const t = useWords('tours');
  const pick = usePick();
  const today = useToday();
  const programmes = useQuery('programmes.list', {}).data;
  // What was typed lies over what is proposed, so that proposals may still arrive while the form is open.
  const [typed, setTyped] = useState<Partial<TourDraft>>({});
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [more, setMore] = useState(false);
  const [save, { busy }] = useCommand('tours.save');

  const proposed = draftOf(tour, nextWindow(programmes ?? [], today));
  const [added, setAdded] = useState<string[]>([]);
  const places = useQuery('tours.places', { alsoUnitIds: [...(tour?.unitIds ?? []), ...added] }, { keep: true }).data ?? [];
  // A new tour goes to every place that has a point.
  const everywhere = places.filter((place) => place.lat !== null).map((place) => place.unitId);
  const draft: TourDraft = { ...proposed, unitIds: proposed.unitIds ?? everywhere, ...typed };
  const leader = useQuery('people.get', draft.personId === null ? null : { id: draft.personId }).data;
  const change = (part: Partial<TourDraft>) => {
    setRefusal(null);
    setTyped((old) => ({ ...old, ...part }));
  };

  const defaultNames = leader && draft.fromDay !== null ? defaultNamesOf(leader, draft.fromDay) : null;
  const fields: TourFields | null = fieldsOf(draft, defaultNames);
  const submit = async () => {
    if (!fields) return;
    const saved = await save({ id: tour?.id ?? null, fields }, { onRefused: (error) => { setRefusal(error); return true; } });
    if (saved) await onSaved(saved.id);
  };

  return (
    <SidePanel
      title={t(tour ? 'editTour' : 'newTour')} onClose={onClose}
      foot={(
        <Group justify="space-between">
          <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button>
          <Button leftSection={<IconRoute size={16} />} loading={busy || planning} disabled={!fields} onClick={() => void submit()}>
            {t('saveAndPlan', { count: draft.unitIds?.length ?? 0 })}
          </Button>
        </Group>
      )}
    >
      <Stack gap="sm">
        {refusal ? <Alert color="red" role="alert">{refusal.code === 'tours.noPoint' ? t('noPoint', { names: pick(String(refusal.detail['namesEn']), String(refusal.detail['namesHi'])) }) : errorInWords(refusal)}</Alert> : null}
        <PersonPicker label={t('leader')} required value={draft.personId} onChange={(personId) => change({ personId })} autoFocus />
        <Group grow align="flex-start">
          <DayField label={t('fromDay')} required value={draft.fromDay} onChange={(fromDay) => change({ fromDay })} />
          <DayField label={t('toDay')} required value={draft.toDay} minDay={draft.fromDay ?? undefined} onChange={(toDay) => change({ toDay })} />
        </Group>
        <PlaceChoice
          places={places} unitIds={draft.unitIds ?? []} firstUnitId={draft.firstUnitId} lastUnitId={draft.lastUnitId}
          onChange={change} onAdd={(id) => { setAdded([...added, id]); change({ unitIds: [...new Set([...(draft.unitIds ?? []), id])] }); }}
        />
        <NumberField label={t('meetingMinutes')} description={t('meetingHelp')} value={draft.meetingMinutes} min={10} max={720} onChange={(minutes) => change({ meetingMinutes: minutes ?? draft.meetingMinutes })} />
        <Group grow align="flex-start">
          <TimeField label={t('dutyFrom')} value={draft.dutyFrom} onChange={(dutyFrom) => change({ dutyFrom: dutyFrom ?? draft.dutyFrom })} />
          <TimeField label={t('dutyTo')} value={draft.dutyTo} onChange={(dutyTo) => change({ dutyTo: dutyTo ?? draft.dutyTo })} />
        </Group>
        <UnstyledButton onClick={() => setMore(!more)} aria-expanded={more} fz="sm" c="var(--accent)">
          <Group gap={4}>{more ? <IconChevronDown size={15} /> : <IconChevronRight size={15} />}{t('moreFields')}</Group>
        </UnstyledButton>
        <Collapse expanded={more}>
          <Stack gap="sm">
            <TextInput label={t('nameEn')} value={draft.nameEn} placeholder={defaultNames?.nameEn} onChange={(event) => change({ nameEn: event.currentTarget.value })} />
            <TextInput label={t('nameHi')} value={draft.nameHi} placeholder={defaultNames?.nameHi} onChange={(event) => change({ nameHi: event.currentTarget.value })} />
            <Group grow align="flex-start">
              <NumberField label={t('speed')} description={t('speedHelp')} value={draft.speedKmPerHour} min={5} max={120} onChange={(speed) => change({ speedKmPerHour: speed ?? draft.speedKmPerHour })} />
              <NumberField label={t('roadPercent')} description={t('roadHelp')} value={Math.round((draft.roadFactor - 1) * 100)} min={0} max={200} onChange={(percent) => change({ roadFactor: 1 + (percent ?? 25) / 100 })} />
            </Group>
          </Stack>
        </Collapse>
      </Stack>
    </SidePanel>
  );
}
