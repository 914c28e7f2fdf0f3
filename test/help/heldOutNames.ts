// How well Hindi spellings are proposed for words the proposer has never seen: every tenth of the known words is kept back in turn.
import { hindiCommon } from '../../shared/rules/hindiCommon.ts';
import { hindiSeed } from '../../shared/rules/hindiSeed.ts';
import { createSpelling, plainHindi } from '../../shared/rules/hindiSpelling.ts';

/** Letters and signs put in, left out or changed (Levenshtein 1966). */
export function editsBetween(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  let last = [...y.keys(), y.length];
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1)));
    last = row;
  }
  return last[y.length]!;
}

export interface HeldOut {
  words: number;
  exact: number;
  oneEdit: number;
}

const parts = 10;

/** Over the real words of Jharkhand's districts, blocks and seats; `learn` false is the baseline: the usual reading of every letter. */
export function heldOutNames({ learn }: { learn: boolean }): HeldOut {
  const result = { words: 0, exact: 0, oneEdit: 0 };
  for (let held = 0; held < parts; held++) {
    const asked = hindiSeed.filter((_, at) => at % parts === held);
    const askedWords = new Set(asked.map(([english]) => english));
    const spelling = createSpelling();
    if (learn) for (const [english, hindi] of [...hindiCommon, ...hindiSeed]) if (!askedWords.has(english)) spelling.learn(english, hindi);
    for (const [english, hindi] of asked) {
      const edits = editsBetween(spelling.spell(english) ?? '', plainHindi(hindi));
      result.words += 1;
      if (edits === 0) result.exact += 1;
      if (edits <= 1) result.oneEdit += 1;
    }
  }
  return result;
}
