// What the sheet may be about: the units beside the one looked at with the unit above them, or the tours.
import { ChoiceList } from './ChoiceList.tsx';
import type { ListChoice } from './ChoiceList.tsx';
import type { SheetChoice } from './useSheetChoice.ts';
import { useLevelName } from '../../frame/levels.ts';
import { useQuery, useScope } from '../../hooks.ts';
import { useLanguage, useNamed, useNumbers, useWords } from '../../words.ts';
import type { Named } from '../../../shared/model/common.ts';

const mostUnits = 500;

const spellings = ({ nameEn, nameHi }: Named): string[] => [nameEn, nameHi ?? ''].filter((name) => name !== '');

export function UnitList() {
  const t = useWords('sheets');
  const language = useLanguage();
  const named = useNamed();
  const level = useLevelName();
  const { unitId, setScope } = useScope();
  const unit = useQuery('units.get', unitId === null ? null : { id: unitId }, { keep: true }).data;
  // The state itself has nobody beside it: what is below it is listed.
  const aboveId = unit ? unit.parentId ?? unit.id : null;
  const above = useQuery('units.get', aboveId === null ? null : { id: aboveId }, { keep: true }).data;
  const below = useQuery('units.children', aboveId === null ? null : { parentId: aboveId, language, limit: mostUnits }, { keep: true }).data;
  const choices: ListChoice[] = [
    ...(above ? [{ id: above.id, name: t('wholeOf', { name: named(above) }), detail: '', names: spellings(above), whole: true }] : []),
    ...(below?.rows ?? []).map((row) => ({ id: row.id, name: named(row), detail: row.levelId === below?.rows[0]?.levelId ? '' : level(row.levelId), names: spellings(row) })),
  ];
  return <ChoiceList label={t('units')} choices={choices} chosenId={unitId} onChoose={setScope} />;
}

export function TourList({ choice }: { choice: SheetChoice }) {
  const t = useWords('sheets');
  const named = useNamed();
  const { day } = useNumbers();
  const choices = (choice.tours ?? []).map((tour) => ({ id: tour.id, name: named(tour), detail: day(tour.fromDay).slice(0, 5), names: spellings(tour) }));
  return <ChoiceList label={t('tours')} choices={choices} chosenId={choice.tour?.id ?? null} onChoose={choice.chooseTour} />;
}
