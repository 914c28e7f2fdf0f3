// Checks that Devanagari names become Latin ones as people write them.
import { describe, expect, it } from 'vitest';
import { devanagariToLatin } from '../../shared/rules/transliterate.ts';

describe('devanagariToLatin', () => {
  it.each([
    ['राँची', 'Ranchi'], ['धनबाद', 'Dhanbad'], ['जमशेदपुर', 'Jamshedpur'], ['हज़ारीबाग', 'Hazaribag'], ['गढ़वा', 'Garhwa'],
    ['पाकुड़', 'Pakur'], ['देवघर', 'Devghar'], ['कोडरमा', 'Kodarma'], ['सिंहभूम', 'Singhbhum'], ['चंपा', 'Champa'],
    ['सरायकेला खरसावां', 'Saraikela Kharsawan'], ['बड़कागांव', 'Barkagaon'], ['बड़कागाँव', 'Barkagaon'], ['विद्यासागर', 'Vidyasagar'],
    ['जगन्नाथपुर', 'Jagannathpur'], ['लिट्टीपाड़ा', 'Littipara'], ['कृष्णा', 'Krishna'], ['ज्ञानपुर', 'Gyanpur'], ['कॉलोनी', 'Koloni'], ['औरंगाबाद', 'Aurangabad'],
  ])('%s is %s', (devanagari, latin) => {
    expect(devanagariToLatin(devanagari)).toBe(latin);
  });
  it('reads both codings of a dotted letter alike', () => {
    expect(devanagariToLatin('गढ\u093Cवा')).toBe(devanagariToLatin('ग\u095Dवा'));
  });
  it('leaves other text as it is', () => {
    expect(devanagariToLatin('Ward 7, बूथ १२ – München')).toBe('Ward 7, Buth 12 – München');
  });
});
