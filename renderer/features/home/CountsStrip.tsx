// How many units of each level there are, each leading into the tree.
import { useLevelName } from '../../frame/levels.ts';
import { useSession } from '../../store.ts';
import { useNumbers, useWords } from '../../words.ts';
import type { HomeSummary } from '../../../shared/contract/sheets.ts';

export function CountsStrip({ counts }: { counts: HomeSummary['counts'] }) {
  const t = useWords('home');
  const level = useLevelName();
  const { number } = useNumbers();
  const go = useSession((session) => session.go);
  return (
    <ul className="home-counts" aria-label={t('counts')}>
      {counts.filter(({ units }) => units > 0).map(({ levelId, units }) => (
        <li key={levelId}>
          <button type="button" title={t('openLevel')} onClick={() => go('organisation', { levelId })}>
            <b>{number(units)}</b> <span>{level(levelId, units)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
