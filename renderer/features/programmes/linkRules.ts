// A link's rule as it is chosen from a programme's side: the kind, and which end the programme is.
import type { LinkKind } from '../../../shared/model/schedule.ts';

/** Each says something of this programme: it starts after the other, the other starts after it, and so on. */
export const rules = {
  startsAfter: { kind: 'startsAfter', thisIsFrom: false, takesDays: true },
  isFollowed: { kind: 'startsAfter', thisIsFrom: true, takesDays: true },
  keepsGap: { kind: 'keepsGap', thisIsFrom: false, takesDays: false },
  leads: { kind: 'keepsGap', thisIsFrom: true, takesDays: false },
  mustEndBefore: { kind: 'mustEndBefore', thisIsFrom: true, takesDays: true },
  mustBeginAfter: { kind: 'mustEndBefore', thisIsFrom: false, takesDays: true },
  mustNotOverlap: { kind: 'mustNotOverlap', thisIsFrom: true, takesDays: false },
} satisfies Record<string, { kind: LinkKind; thisIsFrom: boolean; takesDays: boolean }>;

export type RuleId = keyof typeof rules;

/** The rule a link shows from the side of one of its ends. */
export function ruleOf(kind: LinkKind, thisIsFrom: boolean): RuleId {
  const found = (Object.keys(rules) as RuleId[]).find((id) => rules[id].kind === kind && (rules[id].thisIsFrom === thisIsFrom || kind === 'mustNotOverlap'));
  return found ?? 'mustNotOverlap';
}
