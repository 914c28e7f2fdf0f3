// Other folded keys a word may have where spellings differ by habit rather than by mistake: b and v, ड and ड़, a nasal or an h heard or not.

const isConsonant = (letter: string | undefined): boolean => letter !== undefined && !'aiu'.includes(letter);

/** Keys one habit away from a folded key, without doubles: `bargad` gives `bargar`; `gubindpur` gives `guindpur`. For keys of three letters and more. */
export function spellingVariants(key: string): string[] {
  if (key.length < 3) return [];
  const found = new Set<string>();
  const put = (from: number, to: number, letters: string): void => { found.add(key.slice(0, from) + letters + key.slice(to)); };
  for (let at = 0; at < key.length; at++) {
    const letter = key[at]!;
    const next = key[at + 1];
    // At the beginning v is folded to b already.
    if (letter === 'b' && at > 0) put(at, at + 1, key[at - 1] === 'u' || next === 'u' ? '' : 'u');
    if (letter === 'u' && at > 0) for (const letters of ['b', 'ub', 'bu']) put(at, at + 1, letters);
    if (letter === 'd' && at > 0) put(at, at + 1, 'r');
    if (letter === 'r' && at > 0) put(at, at + 1, 'd');
    if ((letter === 'n' || letter === 'm') && at > 0 && isConsonant(next)) put(at, at + 1, '');
    if (letter === 'h' && at > 0) put(at, at + 1, '');
    if (at > 0 && letter !== 'h' && isConsonant(letter) && next !== 'h') put(at + 1, at + 1, 'h');
    if (at > 0 && !isConsonant(key[at - 1]) && isConsonant(letter) && letter !== 'n' && letter !== 'm') put(at, at, 'n');
  }
  found.delete(key);
  return [...found];
}
