// The English name offered where only the Hindi one was typed.
import { devanagariToPlainLatin } from '../shared/rules/transliterate.ts';

/** `Naya Tola` for `नया टोला`; a name in Latin letters stays as it is but for its capitals. */
export const latinName = (hindi: string): string =>
  devanagariToPlainLatin(hindi.trim()).replace(/(^|[\s(-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
