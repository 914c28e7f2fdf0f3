// What each kind of act asks for, above the day and the order that all of them share.
import { Switch, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useLevels } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useLanguage, useWords } from '../../words.ts';
import { useQuery } from '../../hooks.ts';
import { latinName } from '../../latinName.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import type { UnitDetail } from '../../../shared/model/unit.ts';
import { ChildChoice } from './ChildChoice.tsx';
import type { Draft } from './draft.ts';
import { UnitsField } from './UnitsField.tsx';

interface Props {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
}

const mostChildren = 500;

function Names({ draft, onChange, optional = false, code = true }: Props & { optional?: boolean; code?: boolean }) {
  const t = useWords('reorganisation');
  return (
    <>
      <div className="reorg-pair">
        <TextInput size="sm" label={t(optional ? 'newNameHiOptional' : 'newNameHi')} value={draft.nameHi} onChange={(event) => onChange({ nameHi: event.currentTarget.value })} maxLength={200} autoComplete="off" />
        <TextInput size="sm" label={t(optional ? 'newNameEnOptional' : 'newNameEn')} value={draft.nameEn} placeholder={latinName(draft.nameHi)} onChange={(event) => onChange({ nameEn: event.currentTarget.value })} maxLength={200} autoComplete="off" />
      </div>
      {code ? <TextInput size="sm" label={t('code')} value={draft.code} onChange={(event) => onChange({ code: event.currentTarget.value })} maxLength={40} autoComplete="off" /> : null}
    </>
  );
}

function SplitFields({ draft, onChange }: Props) {
  const t = useWords('reorganisation');
  const language = useLanguage();
  const unit = useQuery('units.get', draft.unitId === null ? null : { id: draft.unitId }).data;
  const below = useQuery('units.children', draft.unitId === null ? null : { parentId: draft.unitId, language, limit: mostChildren }).data;
  return (
    <>
      <UnitPicker label={t('splitUnit')} value={draft.unitId} onChange={(unitId) => onChange({ unitId, childIds: [], percent: null })} />
      {unit && below && below.total > 0 ? <ChildChoice rows={below.rows} chosen={draft.childIds} onChange={(childIds) => onChange({ childIds })} /> : null}
      {unit && below && below.total === 0 ? <NumberField label={t('percent')} description={t('percentNote')} value={draft.percent} onChange={(percent) => onChange({ percent })} min={1} max={99} /> : null}
      <Names draft={draft} onChange={onChange} />
      {unit?.levelId === 'booth' ? <TextInput size="sm" label={t('partNumber')} value={draft.partNumber} onChange={(event) => onChange({ partNumber: event.currentTarget.value })} maxLength={20} autoComplete="off" /> : null}
      <Switch size="sm" label={t('runOn')} description={t('runOnNote')} checked={draft.runOn} onChange={(event) => onChange({ runOn: event.currentTarget.checked })} />
    </>
  );
}

function MergeFields({ draft, onChange }: Props) {
  const t = useWords('reorganisation');
  const unit = useQuery('units.get', draft.unitId === null ? null : { id: draft.unitId }).data;
  const first = useQuery('units.get', draft.unitIds[0] === undefined ? null : { id: draft.unitIds[0] }).data;
  return (
    <>
      <UnitPicker label={t('mergeInto')} value={draft.unitId} onChange={(unitId) => onChange({ unitId, unitIds: draft.unitIds.filter((id) => id !== unitId) })} levelIds={first ? [first.levelId] : undefined} />
      <UnitsField label={t('mergeUnits')} value={draft.unitIds} onChange={(unitIds) => onChange({ unitIds: unitIds.filter((id) => id !== draft.unitId) })} levelIds={unit ? [unit.levelId] : undefined} />
      <Names draft={draft} onChange={onChange} optional code={false} />
    </>
  );
}

function MoveFields({ draft, onChange }: Props) {
  const t = useWords('reorganisation');
  const levels = useLevels();
  const first = useQuery('units.get', draft.unitIds[0] === undefined ? null : { id: draft.unitIds[0] }).data;
  const above = levels.find((level) => level.id === first?.levelId)?.under;
  return (
    <>
      <UnitsField label={t('moveUnits')} value={draft.unitIds} onChange={(unitIds) => onChange({ unitIds })} />
      <UnitPicker label={t('moveTo')} value={draft.parentId} onChange={(parentId) => onChange({ parentId })} levelIds={above} />
    </>
  );
}

function RenameFields({ draft, onChange }: Props) {
  const t = useWords('reorganisation');
  const unit = useQuery('units.get', draft.unitId === null ? null : { id: draft.unitId }).data;
  // What isn't changed stays: the form begins with the names and the code there are.
  const fill = useEffectEvent((named: UnitDetail) => {
    if (draft.was?.unitId === named.id) return;
    const was = { nameEn: named.nameEn, nameHi: named.nameHi ?? '', code: named.code ?? '' };
    onChange({ ...was, was: { ...was, unitId: named.id } });
  });
  useEffect(() => { if (unit) fill(unit); }, [unit]);
  return (
    <>
      <UnitPicker label={t('renameUnit')} value={draft.unitId} onChange={(unitId) => onChange({ unitId })} />
      {unit ? <p className="reorg-dim">{t('calledNow', { nameEn: unit.nameEn, nameHi: unit.nameHi ?? '–', code: unit.code ?? '–' })}</p> : null}
      <Names draft={draft} onChange={onChange} />
    </>
  );
}

const fields = { split: SplitFields, merge: MergeFields, move: MoveFields, rename: RenameFields };

export function ActFields(props: Props) {
  const Fields = fields[props.draft.kind];
  return <Fields {...props} />;
}
