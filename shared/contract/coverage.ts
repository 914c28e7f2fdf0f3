// Calls about coverage: who has been where, who is going, what is left out.
import { CoverageQuestion } from '../model/coverage.ts';
import type { Coverage } from '../model/coverage.ts';
import { query } from './kinds.ts';

export const coverageCalls = {
  /** All units of the level at once, as the map and the list show them. Error `map.tooMany` {units, most}. */
  'coverage.board': query(CoverageQuestion).gives<Coverage>(),
};
