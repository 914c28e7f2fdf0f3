// Checks what is proposed as a Hindi name: common words, letters learnt from known pairs, figures and initials, and how good it is on unseen names.
import { describe, expect, it } from 'vitest';
import { changedWord, withWord } from '../../shared/rules/nameWords.ts';
import { createSpelling } from '../../shared/rules/hindiSpelling.ts';
import { createProposer, wordPairs } from '../../shared/rules/proposeHindi.ts';
import { editsBetween, heldOutNames } from '../help/heldOutNames.ts';

describe('a proposed Hindi name', () => {
  const proposer = createProposer();
  it.each([
    ['Rampur Khurd', 'रामपुर खुर्द'],
    ['Rampur Kalan', 'रामपुर कलां'],
    ['Ward 12', 'वार्ड 12'],
    ['Government Primary School, Rampur (East)', 'राजकीय प्राथमिक विद्यालय, रामपुर (पूर्वी)'],
    ['Govt. Middle School Room No. 2', 'राजकीय मध्य विद्यालय कक्ष संख्या 2'],
    ['M.S. Rampur', 'एम.एस. रामपुर'],
    ['Barmasia II', 'बरमसिया 2'],
    ['RAMPUR', 'रामपुर'],
    ['Rāmpur', 'रामपुर'],
  ])('of %s is %s', (english, hindi) => expect(proposer.propose(english)).toBe(hindi));

  it('is none where there is nothing to read', () => {
    for (const text of ['', '1234', 'रामपुर', '—', 'Łódź']) expect(proposer.propose(text), text).toBeNull();
  });

  it('follows the names of the file, word by word, the more frequent ones first', () => {
    const own = createProposer();
    own.learn('Sundar Pahar', 'सुंदर पहार');
    own.learn('Lal Pahar', 'लाल पहार');
    own.learn('Nil Pahar', 'नील पहाड़');
    expect(own.propose('Pahar')).toBe('पहार');
    own.learn('One Word', 'दो तीन शब्द');
    expect(own.propose('Kala Pahar')).toBe('कला पहार');
  });

  it('is never longer than a name may be', () => {
    expect(proposer.propose('A'.repeat(3) + ' Kalan'.repeat(60))!.length).toBeLessThanOrEqual(200);
  });
});

describe('spelling learnt from pairs', () => {
  it('takes only pairs whose letters go together', () => {
    const spelling = createSpelling();
    expect(spelling.learn('patna', 'पटना')).toBe(true);
    expect(spelling.learn('school', 'विद्यालय')).toBe(false);
    expect(spelling.learn('日本', 'जापान')).toBe(false);
    expect(spelling.spell('日本')).toBeNull();
  });
  it('decides ट or त by what it has seen', () => {
    const [dental, retroflex] = [createSpelling(), createSpelling()];
    for (const stem of ['ka', 'ma', 'ra', 'sa', 'ba']) {
      const letter = { k: 'क', m: 'म', r: 'र', s: 'स', b: 'ब' }[stem[0]!]!;
      dental.learn(`${stem}ta`, `${letter}ता`);
      retroflex.learn(`${stem}ta`, `${letter}टा`);
    }
    expect([dental.spell('pata'), retroflex.spell('pata')]).toEqual(['पता', 'पटा']);
  });
  it('spells at least 35 % of unseen real words exactly and 62 % within one letter, far more than the usual readings do', () => {
    const learnt = heldOutNames({ learn: true });
    const plain = heldOutNames({ learn: false });
    expect(learnt.words).toBe(284);
    expect(learnt.exact / learnt.words).toBeGreaterThanOrEqual(0.35);
    expect(learnt.oneEdit / learnt.words).toBeGreaterThanOrEqual(0.62);
    expect(learnt.exact).toBeGreaterThan(2 * plain.exact);
  });
  it('counts edits as Levenshtein does', () => {
    expect([editsBetween('kitten', 'sitting'), editsBetween('', 'ab'), editsBetween('a', 'a')]).toEqual([3, 2, 0]);
  });
});

describe('words of a name', () => {
  it('pair where there are as many in both', () => {
    expect(wordPairs('Rampur Khurd', 'रामपुर खुर्द')).toEqual([['rampur', 'रामपुर'], ['khurd', 'खुर्द']]);
    expect(wordPairs('Rampur Khurd', 'रामपुर')).toEqual([]);
    expect(wordPairs('Ward 12', 'वार्ड 12')).toEqual([['ward', 'वार्ड']]);
  });
  it('are replaced only where they stand for the English word', () => {
    expect(withWord('Rampur Khurd', 'रामपुर खुरद', 'khurd', 'खुरद', 'खुर्द')).toBe('रामपुर खुर्द');
    expect(withWord('Khurd Rampur', 'रामपुर खुरद', 'khurd', 'खुरद', 'खुर्द')).toBeNull();
    expect(withWord('Rampur Khurd Tola', 'रामपुर खुरद', 'khurd', 'खुरद', 'खुर्द')).toBeNull();
  });
  it('changed by hand are told when exactly one was', () => {
    expect(changedWord('Rampur Khurd', 'रामपुर खुरद', 'रामपुर खुर्द')).toEqual({ english: 'Khurd', from: 'खुरद', to: 'खुर्द' });
    expect(changedWord('Rampur Khurd', 'रामपुर खुरद', 'रामपूर खुर्द')).toBeNull();
    expect(changedWord('Ward 12', 'वार्ड 12', 'वार्ड 13')).toBeNull();
    expect(changedWord('Rampur', 'रामपुर', 'राम पुर')).toBeNull();
  });
});
