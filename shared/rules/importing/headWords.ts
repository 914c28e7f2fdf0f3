// Understands one cell of a sheet's head: which level it speaks of, and what of it.
import { plainWords } from './levelNames.ts';
import type { LevelNames } from './levelNames.ts';

export type HeadWord =
  | { is: 'level'; levelId: string; role: 'name' | 'nameHi' | 'code'; strange: number }
  | { is: 'own'; role: 'name' | 'nameHi' | 'code'; strange: number }
  | { is: 'electors' | 'electorPart' | 'total' | 'lat' | 'lon' | 'seatNumber' | 'seat' | 'partNumber' | 'parentCode' | 'levelColumn' }
  | { is: 'nothing' };

const words = (text: string): Set<string> => new Set(text.split(' ').map(plainWords));
const codeWords = words('code codes lgd id कोड कूट');
const numberWords = words('no nos number num sl संख्या नं न क्रमांक');
const hindiWords = words('hindi hi local vernacular devanagari हिंदी हिन्दी स्थानीय देवनागरी');
const nameWords = words('name names english en eng of the in and organisational organizational सांगठनिक संगठनात्मक नाम का की के में अंग्रेजी अंग्रेज़ी एवं');
const otherPeople = /\b(male|female|men|women|others?|third|gender|transgender|tg|service)\b|पुरुष|महिला|थर्ड|तृतीय|अन्य/;
const onlyPeople = /^((no|number|total|of|count) )*(male|female|men|women|others?|third gender|transgender|tg|पुरुष|महिला|अन्य|थर्ड जेंडर|तृतीय लिंग)$/;
const seatWords = /\b(ac|assembly|constituency|vidhan sabha|vidhansabha|seat)\b|विधानसभा|विधान सभा/;
const parliament = /\b(pc|parliamentary|lok sabha|loksabha)\b|लोकसभा|लोक सभा/;

function special(head: string): HeadWord | null {
  const tokens = head.split(' ');
  const numbered = tokens.some((token) => numberWords.has(token) || codeWords.has(token));
  if (/^(parent|parents|upper|पैरेंट|ऊपरी|मूल|जनक)( |$)/.test(head) && (numbered || tokens.length === 1)) return { is: 'parentCode' };
  if (/^(level|unit level|level name|type|unit type|स्तर|प्रकार|इकाई स्तर)$/.test(head)) return { is: 'levelColumn' };
  if (/^(lat|latitude|अक्षांश)( |$)/.test(head)) return { is: 'lat' };
  if (/^(lon|long|lng|longitude|देशांतर|देशान्तर)( |$)/.test(head)) return { is: 'lon' };
  if (/\b(electors?|voters?)\b|मतदाता/.test(head) && !/मतदान/.test(head)) return otherPeople.test(head) ? { is: /\bservice\b/.test(head) ? 'nothing' : 'electorPart' } : { is: 'electors' };
  if (onlyPeople.test(head)) return { is: 'electorPart' };
  if (/^(grand )?total$|^(कुल|योग|कुल योग)$/.test(head)) return { is: 'total' };
  if (/^(polling station )?part( |$)|^भाग( |$)/.test(head) && !/name|नाम/.test(head)) return { is: 'partNumber' };
  if (/\bversion\b|\bcensus\b|जनगणना/.test(head)) return { is: 'nothing' };
  if (parliament.test(head)) return { is: 'nothing' };
  if (seatWords.test(head)) return { is: numbered ? 'seatNumber' : 'seat' };
  return null;
}

/** Reads one head. `strange` counts its words nobody here knows: the fewer, the surer. */
export function readHead(text: string, names: LevelNames): HeadWord {
  const head = plainWords(text);
  if (head === '') return { is: 'nothing' };
  const known = special(head);
  if (known) return known;
  const booth = names.levelOf('booth');
  if (booth !== null && /^(polling station )?(part name|name of (the )?part)$|^भाग (का )?नाम$/.test(head)) return { is: 'level', levelId: booth, role: 'name', strange: 0 };

  const holds = (words: string): boolean => ` ${head} `.includes(` ${words} `);
  const phrase = names.phrases.find(({ words }) => holds(words));
  const stranger = names.strangers.find(holds);
  if (stranger !== undefined && stranger.length > (phrase?.words.length ?? 0)) return { is: 'nothing' };
  const rest = (phrase ? ` ${head} `.replace(` ${phrase.words} `, ' ') : head).trim().split(' ').filter((token) => token !== '');
  const numbered = rest.some((token) => numberWords.has(token));
  const coded = rest.some((token) => codeWords.has(token));
  const role = coded || numbered ? 'code' : rest.some((token) => hindiWords.has(token)) ? 'nameHi' : 'name';
  const strange = rest.filter((token) => ![codeWords, numberWords, hindiWords, nameWords].some((set) => set.has(token))).length;

  if (phrase) {
    // "Booth No" is in India the part of the electoral roll, not a code of the office's own.
    if (numbered && !coded && /booth|polling|बूथ|मतदान|^ps /.test(head)) return { is: 'partNumber' };
    return { is: 'level', levelId: phrase.levelId, role, strange };
  }
  if (coded || rest.some((token) => token === 'name' || token === 'names' || token === plainWords('नाम'))) return { is: 'own', role, strange };
  return { is: 'nothing' };
}
