// The forms of the inspector for one unit: edit, add below, move, close.
import { Button, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useLevelName, useLevels } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useCommand, useQuery, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { DayField } from '../../ui/DayField.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { UnitDetail, UnitFields as Fields } from '../../../shared/model/unit.ts';
import { FromADay } from './FromADay.tsx';
import { FormFrame } from './FormFrame.tsx';
import { UnitFields, useTyped } from './UnitFields.tsx';
import { closeUnitForm } from './unitForm.ts';

export function EditForm({ unit }: { unit: UnitDetail }) {
  const t = useWords('organisation');
  const form = useTyped(unit);
  const [update, { busy }] = useCommand('units.update');
  async function save(): Promise<void> {
    if (!form.fields) return;
    const before: Fields = { ...unit, electors: unit.ownElectors, constituencyId: unit.constituency?.id ?? null };
    const changed = Object.fromEntries(Object.entries(form.fields).filter(([key, value]) => value !== before[key as keyof Fields]));
    if (Object.keys(changed).length > 0 && (await update({ id: unit.id, fields: changed }, { undoToast: true })) === undefined) return;
    closeUnitForm();
  }
  return (
    <FormFrame title={t('editUnit')} act={t('common:save')} busy={busy} disabled={form.fields === null} onSubmit={() => void save()}>
      <UnitFields form={form} levelId={unit.levelId} hasBelow={unit.children > 0} />
      <FromADay unit={unit} act="rename" />
    </FormFrame>
  );
}

export function AddForm({ unit }: { unit: UnitDetail }) {
  const t = useWords('organisation');
  const named = useNamed();
  const levelName = useLevelName();
  const levels = useLevels();
  const form = useTyped(null);
  const [add, { busy }] = useCommand('units.add');
  const select = useSession((session) => session.select);
  const [chosen, setChosen] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  const siblings = useQuery('units.children', { parentId: unit.id, limit: 1 }).data;
  const everywhere = useQuery('units.counts', { id: null }).data;

  // As its neighbours; where there is none, the first level this organisation really uses.
  const allowed = levels.filter((level) => level.under.includes(unit.levelId));
  const usual = siblings?.rows[0]?.levelId ?? allowed.find((level) => everywhere?.some((count) => count.levelId === level.id))?.id ?? allowed[0]?.id ?? null;
  const levelId = chosen ?? usual;

  async function send(again: boolean): Promise<void> {
    if (!form.fields || levelId === null) return;
    const made = await add({ parentId: unit.id, levelId, ...form.fields }, { undoToast: true });
    if (made === undefined) return;
    if (again) {
      form.clear();
      setRound(round + 1);
      return;
    }
    closeUnitForm();
    select(made.id);
  }
  // Not before the usual level is known: another one for a moment would be sent by a quick hand.
  if (levelId === null || !siblings || !everywhere) return null;
  return (
    <FormFrame
      key={round} title={t('addUnder', { name: named(unit) })} act={t('addOne', { level: levelName(levelId) })} busy={busy} disabled={form.fields === null} onSubmit={() => void send(false)}
      also={<Button variant="light" disabled={busy || form.fields === null} onClick={() => void send(true)}>{t('addAnother')}</Button>}
    >
      <Select
        label={t('level')} allowDeselect={false} value={levelId} onChange={setChosen} data={allowed.map((level) => ({ value: level.id, label: levelName(level.id) }))}
      />
      <UnitFields form={form} levelId={levelId} hasBelow={false} />
    </FormFrame>
  );
}

export function MoveForm({ unit }: { unit: UnitDetail }) {
  const t = useWords('organisation');
  const named = useNamed();
  const levels = useLevels();
  const [parentId, setParentId] = useState<string | null>(null);
  const [move, { busy }] = useCommand('units.move');
  const levelIds = levels.find((level) => level.id === unit.levelId)?.under;
  const above = unit.ancestors.at(-1);
  async function send(): Promise<void> {
    if (parentId !== null && (await move({ id: unit.id, parentId }, { undoToast: true })) !== undefined) closeUnitForm();
  }
  return (
    <FormFrame title={t('moveUnit')} act={t('moveHere')} busy={busy} disabled={parentId === null || parentId === unit.parentId} onSubmit={() => void send()}>
      {above ? <Text size="sm" c="dimmed">{t('standsUnder', { name: named(above) })}</Text> : null}
      <UnitPicker label={t('newPlace')} value={parentId} onChange={setParentId} levelIds={levelIds} />
      {unit.counts.length > 0 ? <Text size="sm" c="dimmed">{t('allBelowMoves')}</Text> : null}
      <FromADay unit={unit} act="move" />
    </FormFrame>
  );
}

export function CloseForm({ unit }: { unit: UnitDetail }) {
  const t = useWords('organisation');
  const today = useToday();
  const [day, setDay] = useState<string | null>(today);
  const [close, { busy }] = useCommand('units.close');
  async function send(): Promise<void> {
    if (day !== null && (await close({ id: unit.id, day }, { undoToast: true })) !== undefined) closeUnitForm();
  }
  const below = unit.counts.reduce((sum, count) => sum + count.units, 0);
  return (
    <FormFrame title={t('closeUnit')} startAtAct act={t('close')} busy={busy} disabled={day === null} onSubmit={() => void send()}>
      <DayField label={t('closedFrom')} value={day} onChange={setDay} />
      <Text size="sm" c="dimmed">{t('closeNote')} {below > 0 ? t('closesBelow', { count: below }) : null}</Text>
      <FromADay unit={unit} act="merge" />
    </FormFrame>
  );
}
