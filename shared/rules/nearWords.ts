// Finds the words of a dictionary of folded keys that are a slip of the pen away from one that was typed.

/** What spellings disagree in most costs least: a vowel or a nasal too many, too few or another. */
const light = 0.6;
const isLight = (letter: string): boolean => 'aiunmh'.includes(letter);
const costOf = (letter: string): number => (isLight(letter) ? light : 1);
/** ड and ड़ are one letter to many who write them in Latin: Pahadpur, Paharpur. */
const isFlap = (letter: string): boolean => letter === 'd' || letter === 'r';
const changeOf = (a: string, b: string): number => (a === b ? 0 : (isLight(a) && isLight(b)) || (isFlap(a) && isFlap(b)) ? light : 1);
const exchange = 0.8;

/** So much may be amiss in words of at least so many letters. */
const mostAmiss = (length: number): number => (length >= 5 ? 1.2 : length >= 3 ? 1 : 0);

/**
 * The least cost of turning `typed` into the beginning of `word`, letters put in, left out, changed, or two neighbours exchanged
 * (Damerau 1964, restricted); more than `most` is given as Infinity. What `word` has beyond that beginning costs nothing.
 */
export function slipCost(typed: string, word: string, most: number): number {
  let before: number[] = [];
  let last: number[] = [0];
  for (let j = 0; j < word.length && j < typed.length + 2; j++) last.push(last[j]! + costOf(word[j]!));
  const width = last.length;
  for (let i = 1; i <= typed.length; i++) {
    const row = [last[0]! + costOf(typed[i - 1]!)];
    let least = row[0]!;
    for (let j = 1; j < width; j++) {
      let cost = Math.min(last[j]! + costOf(typed[i - 1]!), row[j - 1]! + costOf(word[j - 1]!), last[j - 1]! + changeOf(typed[i - 1]!, word[j - 1]!));
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) cost = Math.min(cost, before[j - 2]! + exchange);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return Infinity;
    before = last;
    last = row;
  }
  const cost = Math.min(...last);
  return cost > most ? Infinity : cost;
}

/** The nearest words of `dictionary` to a folded key, the nearest first, each with its cost (over 0, at most 1.2); the key itself is left out. */
export function nearWords(typed: string, dictionary: readonly string[], limit: number): { word: string; cost: number }[] {
  const most = mostAmiss(typed.length);
  if (most === 0) return [];
  const near: { word: string; cost: number }[] = [];
  for (const word of dictionary) {
    if (word.length < typed.length - 2 || word === typed) continue;
    const cost = slipCost(typed, word, most);
    if (cost > 0 && cost <= most) near.push({ word, cost: cost + Math.max(0, word.length - typed.length) * 0.01 });
  }
  return near.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1)).slice(0, limit);
}
