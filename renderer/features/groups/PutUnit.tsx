// Puts a unit into the class by finding it: with all below it, or each of its units of a level.
import { Button, Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { UnitPicker } from '../../frame/UnitPicker.tsx';
import { useCommand, useQuery } from '../../hooks.ts';
import { useWords } from '../../words.ts';
import { isNone } from '../../../shared/rules/noClass.ts';
import type { Classification, ClassRow } from '../../../shared/model/group.ts';

const mostBelow = 5000;

export function PutUnit({ classification, row }: { classification: Classification; row: ClassRow }) {
  const t = useWords('groups');
  const level = useLevelName();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [levelId, setLevelId] = useState('');
  const [put, putting] = useCommand('groups.put');
  const [putBelow, puttingBelow] = useCommand('groups.putBelow');
  const unit = useQuery('units.get', unitId === null ? null : { id: unitId }).data;
  const levels = unit?.counts.filter(({ units }) => units <= mostBelow) ?? [];
  const wanted = levels.some((one) => one.levelId === levelId) ? levelId : '';
  async function run(): Promise<void> {
    if (unitId === null) return;
    const about = { classificationId: classification.id, classId: isNone(row.id) ? null : row.id, unitIds: [unitId] };
    const done = wanted === '' ? await put(about, { undoToast: true }) : await putBelow({ ...about, levelId: wanted }, { undoToast: true });
    if (done) { setUnitId(null); setLevelId(''); }
  }
  return (
    <form className="groups-put" onSubmit={(event) => { event.preventDefault(); void run(); }}>
      <UnitPicker size="sm" label={t('putUnit')} placeholder={t('common:typeToSearch')} value={unitId} onChange={setUnitId} clearable />
      {unit ? (
        <Group gap="xs" wrap="nowrap" align="flex-end">
          {classification.builtIn || levels.length === 0 ? null : (
            <Select
              size="sm" style={{ flex: 1 }} aria-label={t('alsoBelow')} allowDeselect={false} value={wanted} onChange={(value) => setLevelId(value ?? '')}
              data={[{ value: '', label: t('putWhole') }, ...levels.map((one) => ({ value: one.levelId, label: t('putLevel', { level: level(one.levelId, 2) }) }))]}
            />
          )}
          <Button type="submit" size="sm" loading={putting.busy || puttingBelow.busy}>{t('put')}</Button>
        </Group>
      ) : null}
    </form>
  );
}
