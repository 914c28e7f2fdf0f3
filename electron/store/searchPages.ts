// Writes and reads the pages of the search index: a sorted dictionary of folded words, and for each word the places that have it.
import type { ReadDb, WriteDb } from './sql.ts';

/** What a word is of a place's name; less is nearer. Two bits in the page. */
export type Part = 0 | 1 | 2 | 3;
export const part = { whole: 0, first: 1, inside: 2, other: 3 } as const;

const wordsPerPage = 96;
const bytesPerPage = 24_000;
export const placesPerPage = 104;

/** Bytes that grow. */
class Bytes {
  #bytes = new Uint8Array(1 << 16);
  length = 0;
  /** Seven bits a byte, the lowest first; the highest bit says that more follow. */
  add(value: number): void {
    if (this.length + 5 > this.#bytes.length) this.#grow(this.length + 5);
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.length++] = rest;
  }
  append(other: Bytes): void {
    if (this.length + other.length > this.#bytes.length) this.#grow(this.length + other.length);
    this.#bytes.set(other.#bytes.subarray(0, other.length), this.length);
    this.length += other.length;
  }
  taken(): Uint8Array {
    const taken = this.#bytes.slice(0, this.length);
    this.length = 0;
    return taken;
  }
  clear(): void {
    this.length = 0;
  }
  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(least, this.#bytes.length * 2));
    grown.set(this.#bytes);
    this.#bytes = grown;
  }
}

function twiceAsLong(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(numbers.length * 2);
  grown.set(numbers);
  return grown;
}

/** Gathers which place has which word, in the order of the places' numbers, and writes it all at once. */
export class PageWriter {
  #numbers = new Map<string, number>();
  #wordOf = new Int32Array(1 << 18);
  #placeOf = new Int32Array(1 << 18);
  #length = 0;

  add(word: string, place: number, as: Part): void {
    let number = this.#numbers.get(word);
    if (number === undefined) this.#numbers.set(word, (number = this.#numbers.size));
    if (this.#length === this.#wordOf.length) {
      this.#wordOf = twiceAsLong(this.#wordOf);
      this.#placeOf = twiceAsLong(this.#placeOf);
    }
    this.#wordOf[this.#length] = number;
    this.#placeOf[this.#length++] = place * 4 + as;
  }

  write(db: WriteDb): void {
    // Counting sort: the entries of a word stay in the order of the places.
    const begins = new Int32Array(this.#numbers.size + 1);
    for (let i = 0; i < this.#length; i++) begins[this.#wordOf[i]! + 1]! += 1;
    for (let word = 0; word < this.#numbers.size; word++) begins[word + 1]! += begins[word]!;
    const next = begins.slice();
    const sorted = new Int32Array(this.#length);
    for (let i = 0; i < this.#length; i++) sorted[next[this.#wordOf[i]!]!++] = this.#placeOf[i]!;

    const page = new Bytes();
    const entries = new Bytes();
    let words: string[] = [];
    const flush = (): void => {
      if (words.length > 0) db.run('INSERT INTO searchWords (firstWord, words, places) VALUES (?, ?, ?)', words[0]!, words.join('\n'), page.taken());
      words = [];
    };
    for (const word of [...this.#numbers.keys()].sort(byCode)) {
      const number = this.#numbers.get(word)!;
      let last = 0;
      for (let i = begins[number]!; i < begins[number + 1]!; i++) {
        const value = sorted[i]!;
        entries.add(((value >> 2) - last) * 4 + (value & 3));
        last = value >> 2;
      }
      // A page is read as a whole: what everybody has lies apart.
      if (entries.length >= bytesPerPage) flush();
      words.push(word);
      page.add(entries.length);
      page.append(entries);
      entries.clear();
      if (words.length >= wordsPerPage || page.length >= bytesPerPage) flush();
    }
    flush();
  }
}

/** As SQLite compares texts, as far as folded words go. */
const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Notes in `far` (0: not yet) how far each place of one word is: `base` and its part in the name, the least of what is known. */
function markPlaces(bytes: Uint8Array, begin: number, end: number, base: number, far: Uint8Array): void {
  let number = 0;
  for (let at = begin; at < end; ) {
    let byte = bytes[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++]!;
      value |= (byte & 127) << shift;
    }
    number += value >> 2;
    const here = base + (value & 3);
    const known = far[number]!;
    if (known === 0 || here < known) far[number] = here;
  }
}

/** Does so for every word that begins with `prefix`: `base` for `whole` itself, `begun` for longer ones. */
export function markBeginning(db: ReadDb, { prefix, whole, base, begun }: { prefix: string; whole: string; base: number; begun: number }, far: Uint8Array): void {
  const pages = db.raw<[string, Uint8Array]>(
    `SELECT words, places FROM searchWords WHERE firstWord >= COALESCE((SELECT MAX(firstWord) FROM searchWords WHERE firstWord <= ?), '') AND firstWord < ? ORDER BY firstWord`,
    prefix, `${prefix}\u{10FFFF}`,
  );
  for (const [words, places] of pages) {
    let at = 0;
    for (const word of words.split('\n')) {
      let byte = places[at++]!;
      let length = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = places[at++]!;
        length |= (byte & 127) << shift;
      }
      if (word.startsWith(prefix)) markPlaces(places, at, at + length, word === whole ? base : begun, far);
      at += length;
    }
  }
}

/** The words of the dictionary that begin with `prefix`, in order, without their places; at most `most`. */
export function dictionary(db: ReadDb, prefix: string, most = Infinity): string[] {
  const pages = db.raw<[string]>(
    `SELECT words FROM searchWords WHERE firstWord >= COALESCE((SELECT MAX(firstWord) FROM searchWords WHERE firstWord <= ?), '') AND firstWord < ? ORDER BY firstWord LIMIT ?`,
    prefix, `${prefix}\u{10FFFF}`, most === Infinity ? -1 : Math.ceil(most / wordsPerPage) + 1,
  );
  return pages.flatMap(([words]) => words.split('\n').filter((word) => word.startsWith(prefix))).slice(0, most);
}
