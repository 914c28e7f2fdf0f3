// Words of a name in two scripts that stand for each other, place by place.

const word = /(?:[\p{L}\p{M}\p{N}']|\u200C|\u200D)+/gu;

/** The Hindi name with `to` in place of `from` wherever it stands for `english` (small letters count as large ones); null where it nowhere does. */
export function withWord(nameEn: string, nameHi: string, english: string, from: string, to: string): string | null {
  const latin = nameEn.match(word) ?? [];
  const hindi = nameHi.match(word) ?? [];
  if (latin.length !== hindi.length) return null;
  let at = 0;
  let found = false;
  const better = nameHi.replace(word, (one) => {
    const stands = one === from && latin[at]!.toLowerCase() === english.toLowerCase();
    at += 1;
    found ||= stands;
    return stands ? to : one;
  });
  return found ? better : null;
}

/** The one word in which two Hindi names of `nameEn` differ, with the English word it stands for; null where none or several differ, or words don't pair. */
export function changedWord(nameEn: string, before: string, after: string): { english: string; from: string; to: string } | null {
  const latin = nameEn.match(word) ?? [];
  const old = before.match(word) ?? [];
  const now = after.match(word) ?? [];
  if (latin.length !== old.length || old.length !== now.length) return null;
  const at = old.findIndex((one, index) => one !== now[index]);
  if (at < 0 || old.some((one, index) => index !== at && one !== now[index]) || !/\p{Script=Latin}/u.test(latin[at]!)) return null;
  return { english: latin[at]!, from: old[at]!, to: now[at]! };
}
