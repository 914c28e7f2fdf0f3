// A link's rule in words: whole, from one end's point of view, or short beside its arrow.
import { useMemo } from 'react';
import { useNamed, useWords } from '../../words.ts';
import type { LinkFields, LinkRow } from '../../../shared/model/schedule.ts';

type Rule = Pick<LinkFields, 'kind' | 'days'>;

export interface LinkWords {
  /** “Dialogue begins at least 3 days after the end of Membership drive”. */
  whole(link: LinkRow): string;
  /** “≥ 3 days after”. */
  short(link: Rule): string;
  /** “≥ 3 days after Membership drive”. */
  after(link: Rule, name: string): string;
}

export function useLinkWords(): LinkWords {
  const t = useWords('programmes');
  const named = useNamed();
  return useMemo(() => {
    const values = ({ kind, days }: Rule) => ({ context: kind === 'startsAfter' && days === 0 ? 'any' : undefined, count: days });
    return {
      whole: (link) => t(`linkSays.${link.kind}`, { ...values(link), from: named(link.from), to: named(link.to) }),
      short: (link) => t(`linkShort.${link.kind}`, values(link)),
      after: (link, name) => t(`linkAfter.${link.kind}`, { ...values(link), name }),
    };
  }, [t, named]);
}
