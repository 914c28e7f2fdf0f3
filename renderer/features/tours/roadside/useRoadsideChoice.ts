// What is looked for beside the road: the level, how far from it, and how long a meeting takes; kept from one time to the next.
import { useQuery, useRemembered } from '../../../hooks.ts';
import { usePick } from '../../../words.ts';

export interface RoadsideChoice {
  levelId: string;
  setLevel: (levelId: string) => void;
  corridorKm: number;
  setCorridor: (km: number) => void;
  levels: { value: string; label: string }[];
}

export function useRoadsideChoice(): RoadsideChoice {
  const pick = usePick();
  const [levelId, setLevel] = useRemembered('roadside.level', 'block');
  const [corridorKm, setCorridor] = useRemembered('roadside.km', 15);
  const levels = useQuery('units.levels', {}).data ?? [];
  return {
    levelId, setLevel, corridorKm, setCorridor,
    levels: levels.filter((level) => level.under.length > 0).map((level) => ({ value: level.id, label: pick(level.pluralEn, level.pluralHi) })),
  };
}
