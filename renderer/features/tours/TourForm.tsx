// The wizard of a tour: who and when, where to, hours and nights, roads and name; each step begins with what is sensible.
import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { errorInWords, usePick, useWords } from '../../words.ts';
import type { CallError } from '../../api.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import type { TourFields, TourRules } from '../../../shared/model/tourFields.ts';
import { HoursStep, RoadsStep, WhereStep, WhoStep } from './TourSteps.tsx';
import { defaultNamesOf, draftOf, fieldsOf, nextWindow } from './tourDraft.ts';
import type { TourDraft } from './tourDraft.ts';
import styles from './tours.module.css';

interface TourFormProps {
  /** Null: a new one. */
  tour: TourDetail | null;
  planning: boolean;
  onClose: () => void;
  onSaved: (tourId: string) => void | Promise<void>;
}

const steps = ['who', 'where', 'hours', 'roads'] as const;

export function TourForm({ tour, planning, onClose, onSaved }: TourFormProps) {
  const t = useWords('tours');
  const pick = usePick();
  const today = useToday();
  const programmes = useQuery('programmes.list', {}).data;
  // What was typed lies over what is proposed, so that proposals may still arrive while the form is open.
  const [typed, setTyped] = useState<Partial<TourDraft>>({});
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [at, setAt] = useState(0);
  const [save, { busy }] = useCommand('tours.save');

  const proposed = draftOf(tour, nextWindow(programmes ?? [], today));
  const [added, setAdded] = useState<string[]>([]);
  const rules = typed.rules ?? proposed.rules;
  const alsoUnitIds = [...new Set([...(tour?.unitIds ?? []), ...added, ...rules.wanted.map(({ unitId }) => unitId), ...rules.nightUnitIds, ...rules.leaderRules.flatMap((one) => [one.firstUnitId, one.lastUnitId, ...one.nightUnitIds].filter((id) => id !== null))])];
  const places = useQuery('tours.places', { alsoUnitIds }, { keep: true }).data ?? [];
  // A new tour goes to every place that has a point.
  const usual = useQuery('tours.places', {}).data ?? [];
  const everywhere = usual.filter((place) => place.lat !== null).map((place) => place.unitId);
  const draft: TourDraft = { ...proposed, unitIds: proposed.unitIds ?? everywhere, ...typed, rules };
  const leader = useQuery('people.get', draft.personId === null ? null : { id: draft.personId }).data;
  const change = (part: Partial<TourDraft>) => {
    setRefusal(null);
    setTyped((old) => ({ ...old, ...part }));
  };
  const rule = (part: Partial<TourRules>) => change({ rules: { ...rules, ...part } });

  const defaultNames = leader && draft.fromDay !== null ? defaultNamesOf(leader, draft.fromDay) : null;
  const fields: TourFields | null = fieldsOf(draft, defaultNames);
  const submit = async () => {
    if (!fields) return;
    const saved = await save({ id: tour?.id ?? null, fields, draft: true }, { onRefused: (error) => { setRefusal(error); return true; } });
    if (saved) await onSaved(saved.id);
  };
  const step = steps[at]!;
  const shared = { draft, change, rule, places, usualIds: new Set(usual.map((place) => place.unitId)), defaultNames };
  return (
    <SidePanel
      title={t(tour ? 'editTour' : 'newTour')} onClose={onClose} width={420}
      foot={(
        <Group justify="space-between" wrap="nowrap" gap="xs">
          {at === 0 ? <Button variant="default" onClick={onClose}>{t('common:cancel')}</Button> : <Button variant="default" onClick={() => setAt(at - 1)}>{t('back')}</Button>}
          <Group gap="xs" wrap="nowrap">
            {at < steps.length - 1 ? <Button variant="default" onClick={() => setAt(at + 1)}>{t('next')}</Button> : null}
            <Button leftSection={<IconRoute size={16} />} loading={busy || planning} disabled={!fields} onClick={() => void submit()}>
              {t('saveAndPlan', { count: draft.unitIds?.length ?? 0 })}
            </Button>
          </Group>
        </Group>
      )}
    >
      <Stack gap="sm">
        <ol className={styles.steps}>
          {steps.map((one, index) => (
            <li key={one}><button type="button" aria-current={index === at ? 'step' : undefined} onClick={() => setAt(index)}><span>{index + 1}</span>{t(`step.${one}`)}</button></li>
          ))}
        </ol>
        {refusal ? <Alert color="red" role="alert">{refusal.code === 'tours.noPoint' ? t('noPoint', { names: pick(String(refusal.detail['namesEn']), String(refusal.detail['namesHi'])) }) : errorInWords(refusal)}</Alert> : null}
        {step === 'who' ? <WhoStep {...shared} /> : null}
        {step === 'where' ? <WhereStep {...shared} onAdd={(id) => { setAdded([...added, id]); change({ unitIds: [...new Set([...(draft.unitIds ?? []), id])] }); }} /> : null}
        {step === 'hours' ? <HoursStep {...shared} /> : null}
        {step === 'roads' ? <RoadsStep {...shared} /> : null}
      </Stack>
    </SidePanel>
  );
}
