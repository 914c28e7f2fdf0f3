// The right half: the scope's counts, and what is behind the one chosen: the map, the units of a level, or the booths of a seat.
import { ActionIcon } from '@mantine/core';
import { IconArrowUp, IconMap2, IconX } from '@tabler/icons-react';
import { useGrouping } from '../../frame/grouping.ts';
import { useLevelName } from '../../frame/levels.ts';
import { useQuery, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import { GroupedUnitList } from './GroupedUnitList.tsx';
import { ScopeMap } from './ScopeMap.tsx';
import { UnitList } from './UnitList.tsx';
import { useChanged } from './useChanged.ts';

function Count({ levelId, units, of, pressed, onPress }: { levelId: string; units: number; of: string; pressed: boolean; onPress: () => void }) {
  const level = useLevelName();
  const { number } = useNumbers();
  const changed = useChanged(of, units);
  return (
    <button type="button" className="org-count" aria-pressed={pressed} data-changed={changed} data-level={levelId} onClick={onPress}>
      <b>{number(units)}</b> {level(levelId, units)}
    </button>
  );
}

export function ScopePane({ rowHeight }: { rowHeight: number }) {
  const t = useWords('organisation');
  const named = useNamed();
  const { number } = useNumbers();
  const scope = useScope();
  const route = useSession((session) => session.route);
  const go = useSession((session) => session.go);
  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const seatId = route.params['constituencyId'] ?? null;
  const seats = useQuery('units.constituencies', seatId === null ? null : {}).data;
  const seat = seats?.find((candidate) => candidate.id === seatId);
  const lokSabha = seat?.kind === 'assembly' ? seats?.find((candidate) => candidate.id === seat.parentId) : undefined;
  const levelId = seat ? 'booth' : unit?.counts.some((count) => count.levelId === route.params['levelId']) ? route.params['levelId']! : null;
  const { groupBy, only } = useGrouping();
  const show = (params: Record<string, string>) => go('organisation', params);

  const parent = unit?.ancestors.at(-1);
  return (
    <section className="org-pane" aria-label={unit ? named(unit) : t('mapOf', { name: '' })}>
      {seat ? (
        <div className="org-counts">
          <span className="org-seat">
            <b>{seat.number} · {named(seat)}</b> {t(`levels:${seat.kind}`)}
            {seat.reservation !== 'GEN' && seat.reservation !== '' ? <> · {seat.reservation}</> : null}
            {seat.electors !== null ? <> · {t('electorsCount', { count: seat.electors })}</> : null}
            {lokSabha ? <> · <button type="button" className="figure" onClick={() => show({ constituencyId: lokSabha.id })}>{t('levels:lokSabha')}: {lokSabha.number} · {named(lokSabha)}</button></> : null}
          </span>
          <ActionIcon variant="subtle" color="gray" size={28} title={t('backToMap')} aria-label={t('backToMap')} onClick={() => show({})}><IconX size={16} /></ActionIcon>
        </div>
      ) : (
        <div className="org-counts" role="toolbar" aria-label={t('countsOf', { name: unit ? named(unit) : '' })}>
          {parent ? (
            <button type="button" className="org-count" onClick={() => scope.setScope(unit!.ancestors.length > 1 ? parent.id : null)} title={t('goUp', { name: named(parent) })}>
              <IconArrowUp size={15} stroke={1.8} aria-hidden="true" /> {named(parent)}
            </button>
          ) : null}
          <button type="button" className="org-count" aria-pressed={levelId === null} onClick={() => show({})}><IconMap2 size={15} stroke={1.8} aria-hidden="true" /> {t('map')}</button>
          {unit?.counts.map((count) => (
            <Count key={count.levelId} {...count} of={`${unit.id} ${count.levelId}`} pressed={levelId === count.levelId} onPress={() => show({ levelId: count.levelId })} />
          ))}
          {unit && unit.electors > 0 ? <span className="org-count-note">{t('electorsCount', { count: unit.electors, number: number(unit.electors) })}</span> : null}
        </div>
      )}
      {levelId === null ? <ScopeMap /> : !seat && groupBy && (only === null || only.classificationId === groupBy.id)
        ? <GroupedUnitList key={`${levelId} ${groupBy.id}`} levelId={levelId} classificationId={groupBy.id} group={only} rowHeight={rowHeight} />
        : <UnitList key={`${levelId} ${seatId}`} levelId={levelId} constituencyId={seat ? seat.id : null} rowHeight={rowHeight} />}
    </section>
  );
}
