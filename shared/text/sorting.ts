// The order of names in lists: the alphabet of the language shown, numbers inside names by size.
import type { Language } from '../model/common.ts';

const collators = new Map<Language, Intl.Collator>();

/** A comparison for `sort`: Devanagari order first in Hindi, Latin first in English; `Booth 2` before `Booth 10`; case and marks decide last. */
export function compareNames(language: Language): (a: string, b: string) => number {
  let collator = collators.get(language);
  if (!collator) {
    collator = new Intl.Collator(language === 'hi' ? 'hi-IN' : 'en-IN', { numeric: true });
    collators.set(language, collator);
  }
  return collator.compare;
}
