// The tree changed from a day on: what was done, a new act with what it carries, and how it was on any earlier day.
import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useScope, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useWords } from '../../words.ts';
import { addDays } from '../../../shared/dates.ts';
import { ActList } from './ActList.tsx';
import { formKinds } from './KindChoice.tsx';
import type { FormKind } from './KindChoice.tsx';
import { NewAct } from './NewAct.tsx';
import { RenumberAct } from './RenumberAct.tsx';
import './reorganisation.css';
import { ThenView } from './ThenView.tsx';

const asKind = (text: string | undefined): FormKind | null => formKinds.find((kind) => kind === text) ?? null;

export default function ReorganisationScreen() {
  const t = useWords('reorganisation');
  const today = useToday();
  const scope = useScope();
  const { params } = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const select = useSession((session) => session.select);
  const kind = asKind(params['act']);
  const view = params['view'] === 'then' ? 'then' : 'acts';
  const show = (next: Record<string, string>) => go('reorganisation', next);
  const unitId = params['unitId'] ?? scope.unitId;
  const newButton = <Button leftSection={<IconPlus size={16} />} onClick={() => show({ act: 'split' })}>{t('newAct')}</Button>;
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={t('note')} action={newButton}>
        <SegmentedControl
          size="sm" aria-label={t('view')} value={kind ? '' : view} onChange={(value) => show(value === 'then' ? { view: 'then' } : {})}
          data={[{ value: 'acts', label: t('views.acts') }, { value: 'then', label: t('views.then') }]}
        />
      </ScreenHeader>
      <div className="split">
        {today === '' ? null : kind === 'renumber' ? (
          <RenumberAct today={today} onKind={(next) => show({ act: next })} onDone={() => show({})} onCancel={() => show({})} />
        ) : kind ? (
          <NewAct key={`${kind} ${params['unitId'] ?? ''} ${params['mergedId'] ?? ''}`} kind={kind} unitId={params['unitId'] ?? null} mergedId={params['mergedId'] ?? null} today={today} onRenumber={() => show({ act: 'renumber' })} onDone={() => show({})} onCancel={() => show({})} />
        ) : view === 'then' && unitId !== null ? (
          <ThenView day={params['day'] ?? addDays(today, -1)} unitId={unitId} today={today} onDay={(day) => show({ ...params, view: 'then', day })} onUnit={(id) => show({ ...params, view: 'then', unitId: id })} />
        ) : (
          <ActList
            selectedId={params['actId'] ?? null} newButton={newButton}
            onSelect={(act) => { show({ actId: act.id }); if (act.parts[0]) select(act.parts[0].unitId); }}
            onLookBefore={(act) => show({ view: 'then', day: addDays(act.day, -1), ...(act.parts[0] ? { unitId: scope.unitId ?? act.parts[0].unitId } : {}) })}
          />
        )}
      </div>
    </div>
  );
}
