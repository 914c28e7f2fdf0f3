// Which sheet is shown: remembered from one start to the next, and steered by whoever leads here.
import { useEffect } from 'react';
import { useGrouping } from '../../frame/grouping.ts';
import { useQuery, useRemembered, useScope, useToday } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import type { InputOf } from '../../../shared/contract.ts';
import type { SheetLanguages } from '../../../shared/model/common.ts';
import type { Metric, Programme } from '../../../shared/model/programme.ts';
import type { TourRow } from '../../../shared/model/tour.ts';

export type SheetKind = 'assignment' | 'tour';
type Sheet = InputOf<'sheets.html'>['sheet'];

export interface SheetChoice {
  kind: SheetKind;
  setKind(kind: SheetKind): void;
  languages: SheetLanguages;
  setLanguages(languages: SheetLanguages): void;
  detail: boolean;
  setDetail(detail: boolean): void;
  /** Which units are listed: all of a level, or (null) those directly below. */
  levelId: string | null;
  /** Levels there are units of further down than directly below. */
  levelIds: string[];
  setLevelId(levelId: string | null): void;
  /** Undefined until known. */
  programmes: Programme[] | undefined;
  programme: Programme | null;
  metric: Metric | null;
  choose(programmeId: string, metricId?: string): void;
  tours: TourRow[] | undefined;
  tour: TourRow | null;
  chooseTour(id: string): void;
  unitId: string | null;
  /** Null while something is missing for it. */
  sheet: Sheet | null;
}

/** The programme that runs today, else the next to begin, else the last. */
const atHand = (programmes: Programme[], today: string): Programme | undefined =>
  programmes.find(({ fromDay, toDay }) => fromDay <= today && today <= toDay) ?? programmes.find(({ fromDay }) => fromDay > today) ?? programmes.at(-1);

export function useSheetChoice(): SheetChoice {
  const params = useSession((session) => session.route.params);
  const [kind, setKind] = useRemembered<SheetKind>('sheets.kind', 'assignment');
  const [languages, setLanguages] = useRemembered<SheetLanguages>('sheets.languages', 'hi');
  const [detail, setDetail] = useRemembered('sheets.detail', false);
  // The same choice as the target board's: who sets Dhanbad's targets prints their sheet.
  const [kept, keep] = useRemembered('targets.choice', { programmeId: '', metricId: '' });
  const [tourId, setTourId] = useRemembered('sheets.tour', '');
  const [listed, setLevelId] = useRemembered<string | null>('sheets.level', null);
  const { groupBy, only } = useGrouping();
  const { unitId } = useScope();
  const counts = useQuery('units.get', unitId === null ? null : { id: unitId }, { keep: true }).data?.counts;
  const today = useToday();
  const programmes = useQuery('programmes.list', {}).data;
  const tours = useQuery('tours.list', {}).data;

  useEffect(() => {
    if (params.kind === 'assignment' || params.kind === 'tour') setKind(params.kind);
    if (params.tourId !== undefined) { setKind('tour'); setTourId(params.tourId); }
  }, [params, setKind, setTourId]);

  const programme = programmes?.find(({ id }) => id === kept.programmeId) ?? (programmes ? atHand(programmes, today) : undefined) ?? null;
  const metric = programme?.metrics.find(({ id }) => id === kept.metricId) ?? programme?.metrics[0] ?? null;
  const tour = tours?.find(({ id }) => id === tourId) ?? tours?.[0] ?? null;
  const levelIds = (counts ?? []).filter(({ units }) => units > 0).map(({ levelId: each }) => each);
  const levelId = listed !== null && levelIds.includes(listed) ? listed : null;
  const sheet: Sheet | null = kind === 'tour'
    ? (tour && { kind, tourId: tour.id })
    : unitId !== null && programme && metric ? { kind, unitId, programmeId: programme.id, metricId: metric.id, detail, levelId, group: only, classificationId: groupBy?.id ?? null } : null;
  return {
    kind, setKind, languages, setLanguages, detail, setDetail, levelId, levelIds, setLevelId, programmes, programme, metric,
    choose: (programmeId, metricId = '') => keep({ programmeId, metricId }),
    tours, tour, chooseTour: setTourId, unitId, sheet,
  };
}
