// Learns from names known in both scripts how Latin letters are written in Devanagari, and spells words it has not seen.
import { fits, groupsOf, isVowelGroup, readings } from './hindiLetters.ts';

export interface Spelling {
  /** Takes a word and how it is written in Hindi; false where the letters don't go together (a translation, another name). */
  learn(english: string, hindi: string): boolean;
  /** A word in small Latin letters in Devanagari; null where it has letters that are not ours. */
  spell(word: string): string | null;
}

/** One way of writing for what spellings leave open: no chandrabindu, no dots but on ड and ढ. */
export const plainHindi = (text: string): string => text.normalize('NFC').replaceAll('ँ', 'ं').replace(/(?<![डढ])\u093C/gu, '');

const beamWidth = 6;
/** What stands around a group, from nothing to the groups on either side. Each is a voice of its own, with `afterwards` one more. */
const contextsOf = (groups: readonly string[], at: number): string[] => {
  const group = groups[at]!;
  const [p2, p1, n1, n2, n3] = [groups[at - 2] ?? '^', groups[at - 1] ?? '^', groups[at + 1] ?? '$', groups[at + 2] ?? '$', groups[at + 3] ?? '$'];
  return [
    group, `${p1}<${group}`, `${group}>${n1}`, `${p1}<${group}>${n1}`, `${p2},${p1}<${group}`, `${group}>${n1},${n2}`, `${p1}<${group}>${n1},${n2}`, `${p2},${p1}<${group}>${n1}`,
    `${group}>${n1},${n2},${n3}`, `${p1}<${group}>${n1},${n2},${n3}`, `${at === 0 ? 'first' : at === groups.length - 1 ? 'last' : 'inside'} ${group} ${groups.length > 6 ? 'long' : 'short'}`,
  ];
};
/** What was written last, and what comes. */
const afterwards = (groups: readonly string[], at: number, before: string): string => `${before}|${groups[at]!}>${groups[at + 1] ?? '$'}`;
/** How far a voice that has heard little is listened to: unseen readings get so much of a count. */
const smoothing = 0.2;
const trust = (seen: number): number => seen / (seen + 0.3);

interface Counts {
  all: number;
  by: Map<string, number>;
}

/** The longest reading first: a sign belongs to the letter that can write it. A nasal belongs to n and m, and only where there is none to the vowel. */
function learningOrder(group: string): readonly string[] {
  const nasal = (reading: string): number => Number(isVowelGroup(group) && reading.endsWith('ं'));
  return [...readings.get(group)!].sort((a, b) => nasal(a) - nasal(b) || b.length - a.length);
}

/** The readings, group by group, that write `hindi`; null where there are none. */
function alignment(groups: readonly string[], hindi: string): string[] | null {
  const dead = new Set<string>();
  const from = (at: number, written: string): string[] | null => {
    if (at === groups.length) return written === hindi ? [] : null;
    const key = `${at} ${written.length}`;
    if (dead.has(key)) return null;
    for (const reading of learningOrder(groups[at]!)) {
      if (!hindi.startsWith(reading, written.length) || !fits(written, reading, groups[at]!, groups[at + 1])) continue;
      const rest = from(at + 1, written + reading);
      if (rest) return [reading, ...rest];
    }
    dead.add(key);
    return null;
  };
  return from(0, '');
}

export function createSpelling(): Spelling {
  const heard = new Map<string, Counts>();
  /** What a context says of each reading, for as long as nothing new is learnt. */
  const said = new Map<string, Float64Array | null>();
  const voiceOf = (context: string, options: readonly string[]): Float64Array | null => {
    let voice = said.get(context);
    if (voice === undefined) {
      const counts = heard.get(context);
      voice = counts ? Float64Array.from(options, (reading) => trust(counts.all) * Math.log(((counts.by.get(reading) ?? 0) + smoothing / options.length) / (counts.all + smoothing))) : null;
      said.set(context, voice);
    }
    return voice;
  };
  return {
    learn(english, hindi) {
      const groups = groupsOf(english.toLowerCase());
      const aligned = groups && alignment(groups, plainHindi(hindi));
      if (!groups || !aligned) return false;
      said.clear();
      for (const [at, reading] of aligned.entries()) {
        for (const context of [...contextsOf(groups, at), afterwards(groups, at, aligned[at - 1] ?? '^')]) {
          let counts = heard.get(context);
          if (!counts) heard.set(context, (counts = { all: 0, by: new Map() }));
          counts.all += 1;
          counts.by.set(reading, (counts.by.get(reading) ?? 0) + 1);
        }
      }
      return true;
    },
    spell(word) {
      const groups = groupsOf(word);
      if (!groups) return null;
      let beam: { written: string; last: string; score: number }[] = [{ written: '', last: '^', score: 0 }];
      for (const [at, group] of groups.entries()) {
        const next: typeof beam = [];
        const options = readings.get(group)!;
        // Without a voice the usual reading comes first.
        const sums = Float64Array.from(options, (_, order) => -0.3 * order);
        for (const context of contextsOf(groups, at)) {
          const voice = voiceOf(context, options);
          if (voice) for (let order = 0; order < sums.length; order++) sums[order]! += voice[order]!;
        }
        for (const { written, last, score } of beam) {
          const voice = voiceOf(afterwards(groups, at, last), options);
          for (const [order, reading] of options.entries()) {
            if (fits(written, reading, group, groups[at + 1])) next.push({ written: written + reading, last: reading, score: score + sums[order]! + (voice?.[order] ?? 0) });
          }
        }
        beam = next.sort((a, b) => b.score - a.score).slice(0, beamWidth);
      }
      return beam[0]?.written ?? null;
    },
  };
}
