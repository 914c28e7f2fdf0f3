// Checks days, times and spans as read in both languages, and days as typed.
import { describe, expect, it } from 'vitest';
import { ageInDays, dayInWords, durationAsRead, parseDay, timeInWords } from '../../shared/text/days.ts';

describe('dayInWords', () => {
  it.each([
    ['2022-04-18', '18 April, Monday', '18 अप्रैल, सोमवार'], ['2022-04-26', '26 April, Tuesday', '26 अप्रैल, मंगलवार'],
    ['2024-02-29', '29 February, Thursday', '29 फरवरी, गुरुवार'], ['2023-01-01', '1 January, Sunday', '1 जनवरी, रविवार'],
    ['2022-12-31', '31 December, Saturday', '31 दिसंबर, शनिवार'],
  ])('%s', (day, english, hindi) => {
    expect(dayInWords(day, 'en')).toBe(english);
    expect(dayInWords(day, 'hi')).toBe(hindi);
  });
});

describe('parseDay', () => {
  it.each([
    ['18-04-2022', '2022-04-18'], ['18/4/22', '2022-04-18'], ['1.4.2022', '2022-04-01'], ['2022-04-18', '2022-04-18'], ['2022/4/8', '2022-04-08'],
    [' १८-०४-२०२२ ', '2022-04-18'], ['29-02-2024', '2024-02-29'],
  ])('%s is %s', (text, day) => {
    expect(parseDay(text)).toBe(day);
  });
  it.each(['', '29-02-2023', '31-04-2022', '04-18-2022', '18-04', '18-04/2022', '18-04-202', '18 April', '00-01-2022', '2022-13-01'])('%j is no day', (text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe('timeInWords', () => {
  it.each([
    [0, '12:00 am', '12:00 रात'], [239, '3:59 am', '3:59 रात'], [240, '4:00 am', '4:00 सुबह'], [545, '9:05 am', '9:05 सुबह'], [719, '11:59 am', '11:59 सुबह'],
    [720, '12:00 pm', '12:00 दोपहर'], [959, '3:59 pm', '3:59 दोपहर'], [1050, '5:30 pm', '5:30 शाम'], [1199, '7:59 pm', '7:59 शाम'], [1200, '8:00 pm', '8:00 रात'],
    [1500, '1:00 am', '1:00 रात'],
  ])('%i minutes', (minutes, english, hindi) => {
    expect(timeInWords(minutes, 'en')).toBe(english);
    expect(timeInWords(minutes, 'hi')).toBe(hindi);
  });
});

describe('durationAsRead', () => {
  it.each([[0, '0 min', '0 मि'], [45, '45 min', '45 मि'], [60, '1 h', '1 घं'], [90, '1 h 30 min', '1 घं 30 मि'], [1505, '25 h 5 min', '25 घं 5 मि'], [-90, '−1 h 30 min', '−1 घं 30 मि']])('%i minutes', (minutes, english, hindi) => {
    expect(durationAsRead(minutes, 'en')).toBe(english);
    expect(durationAsRead(minutes, 'hi')).toBe(hindi);
  });
});

it('counts the age of a request over the end of a month, and never below zero', () => {
  expect(ageInDays('2022-03-18', '2022-04-18')).toBe(31);
  expect(ageInDays('2022-04-18', '2022-04-18')).toBe(0);
  expect(ageInDays('2022-04-19', '2022-04-18')).toBe(0);
});
