// A level's name where a component reads better than a call.
import { useLevelName } from './levels.ts';

export function LevelName({ levelId, count = 1 }: { levelId: string | null; count?: number }) {
  return <>{useLevelName()(levelId, count)}</>;
}
