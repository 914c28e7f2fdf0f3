// Two sheets as the app makes them, for the tests of their renderings: Dhanbad's assignment and a tour's programme.
import type { SheetModel, Text } from '../../shared/model/sheet.ts';

const t = (hi: string, en: string): Text => ({ hi, en });

const blocks: [string, string, number, number, number, number][] = [
  ['बाघमारा', 'Baghmara', 61, 412, 20_910, 20_904], ['बलियापुर', 'Baliapur', 23, 156, 7_900, 7_897], ['धनबाद', 'Dhanbad', 15, 1_022, 51_800, 51_796],
  ['गोविन्दपुर', 'Govindpur', 39, 238, 12_060, 12_055], ['कलियासोल', 'Kaliasol', 20, 98, 4_970, 4_967], ['केलियासोल-एगारकुंड', 'Egarkund', 20, 187, 9_480, 9_472],
  ['निरसा', 'Nirsa', 27, 176, 8_920, 8_914], ['पूर्वी टुंडी', 'Purvi Tundi', 9, 61, 3_090, 3_088], ['टुंडी', 'Tundi', 17, 88, 4_460, 4_455],
  ['तोपचांची', 'Topchanchi', 28, 164, 8_310, 8_305],
];
const sum = (of: (block: (typeof blocks)[number]) => number): number => blocks.reduce((total, block) => total + of(block), 0);

export const assignment: SheetModel = {
  kind: 'assignment',
  party: t('राज्य संगठन कार्यालय, झारखंड', 'State Organisation Office, Jharkhand'),
  title: t('दायित्व पत्र: जिला धनबाद', 'Assignment sheet: Dhanbad district'),
  subtitle: t('सदस्यता अभियान 2022', 'Membership drive 2022'),
  facts: [
    { label: t('कार्यक्रम', 'Programme'), value: t('सदस्यता अभियान', 'Membership drive') },
    { label: t('अवधि', 'Period'), value: t('18-04-2022 से 26-04-2022', '18-04-2022 to 26-04-2022') },
    { label: t('दायित्व', 'Responsible'), value: t('जिला समन्वयक, धनबाद', 'District coordinator, Dhanbad') },
    { label: t('दूरभाष', 'Phone'), value: t('+91 98350 00000', '+91 98350 00000') },
    { label: t('जिले का लक्ष्य', "District's target"), value: t('1,31,900 सदस्य', '1,31,900 members') },
    { label: t('अंतिम तिथि', 'Due date'), value: t('26-04-2022, मंगलवार', '26-04-2022, Tuesday') },
    { label: t('प्रदेश प्रभारी का दौरा', 'Visit of the State in-charge'), value: t('19 अप्रैल, मंगलवार, 14:30 से 16:30, परिसदन, धनबाद', '19 April, Tuesday, 14:30 to 16:30, Circuit house, Dhanbad') },
  ],
  sections: [{
    heading: t('प्रखंडवार लक्ष्य', 'Targets by block'),
    note: t('उपलब्धि प्रतिदिन शाम 6 बजे तक भरकर जिला कार्यालय को भेजें।', 'Fill in the figures reached and send them to the district office by 6 pm every day.'),
    columns: [
      { key: 'no', label: t('क्र.', 'No.'), kind: 'number', width: 4 }, { key: 'block', label: t('प्रखंड', 'Block'), kind: 'text', width: 17 },
      { key: 'panchayats', label: t('पंचायत', 'Panchayats'), kind: 'number', width: 10 }, { key: 'booths', label: t('बूथ', 'Booths'), kind: 'number', width: 8 },
      { key: 'target', label: t('लक्ष्य', 'Target'), kind: 'number', width: 11 }, { key: 'own', label: t('बूथों का योग', 'Sum of booths'), kind: 'number', width: 11 },
      { key: 'achieved', label: t('उपलब्धि', 'Achieved'), kind: 'blank', width: 13 }, { key: 'remarks', label: t('टिप्पणी', 'Remarks'), kind: 'blank', width: 26 },
    ],
    rows: blocks.map(([hi, en, panchayats, booths, target, below], index) => [index + 1, t(hi, en), panchayats, booths, target, below, null, null]),
    totals: [null, t('कुल', 'Total'), sum((b) => b[2]), sum((b) => b[3]), sum((b) => b[4]), sum((b) => b[5]), null, null],
  }],
  signatures: [t('जिला समन्वयक', 'District coordinator'), t('जिलाध्यक्ष', 'District president')],
  footer: t('दायित्व पत्र · धनबाद', 'Assignment sheet · Dhanbad'),
  printedOn: '2022-04-16',
};

const towns: [string, string][] = [
  ['जमशेदपुर', 'Jamshedpur'], ['सरायकेला', 'Seraikela'], ['चाईबासा', 'Chaibasa'], ['खूँटी', 'Khunti'], ['सिमडेगा', 'Simdega'], ['गुमला', 'Gumla'],
  ['लोहरदगा', 'Lohardaga'], ['लातेहार', 'Latehar'], ['मेदिनीनगर', 'Medininagar'], ['गढ़वा', 'Garhwa'], ['चतरा', 'Chatra'], ['हज़ारीबाग', 'Hazaribagh'],
  ['कोडरमा', 'Koderma'], ['गिरिडीह', 'Giridih'], ['देवघर', 'Deoghar'], ['दुमका', 'Dumka'], ['गोड्डा', 'Godda'], ['साहिबगंज', 'Sahibganj'],
  ['पाकुड़', 'Pakur'], ['जामताड़ा', 'Jamtara'], ['धनबाद', 'Dhanbad'], ['बोकारो', 'Bokaro'], ['रामगढ़', 'Ramgarh'], ['राँची', 'Ranchi'],
];

export const tour: SheetModel = {
  kind: 'tour',
  party: t('राज्य संगठन कार्यालय, झारखंड', 'State Organisation Office, Jharkhand'),
  title: t('दौरा कार्यक्रम: प्रदेश प्रभारी', 'Tour programme: State in-charge'),
  subtitle: t('18 से 26 अप्रैल 2022, जमशेदपुर से राँची', '18 to 26 April 2022, Jamshedpur to Ranchi'),
  facts: [{ label: t('जिले', 'Districts'), value: t('24 में से 24', '24 of 24') }, { label: t('कुल दूरी', 'Distance'), value: t('1,842 किमी', '1,842 km') }],
  sections: Array.from({ length: 8 }, (_, day) => ({
    heading: t(`${18 + day} अप्रैल`, `${18 + day} April`),
    columns: [
      { key: 'stop', label: t('पड़ाव', 'Stop'), kind: 'text' as const, width: 24 }, { key: 'arrival', label: t('आगमन', 'Arrival'), kind: 'time' as const, width: 11 },
      { key: 'departure', label: t('प्रस्थान', 'Departure'), kind: 'time' as const, width: 11 }, { key: 'km', label: t('किमी', 'km'), kind: 'number' as const, width: 9 },
      { key: 'what', label: t('कार्यक्रम', 'Programme'), kind: 'text' as const, width: 45 },
    ],
    rows: towns.slice(day * 3, day * 3 + 3).map(([hi, en], index) => [
      t(hi, en), t(`${9 + index * 4}:30`, `${9 + index * 4}:30`), t(`${11 + index * 4}:30`, `${11 + index * 4}:30`), 62 + index * 7,
      index === 2 ? t('कार्यकर्ताओं से भेंट एवं चर्चा; रात्रि विश्राम, परिसदन', 'Meeting workers; night halt, circuit house') : t('कार्यकर्ताओं से भेंट एवं चर्चा', 'Meeting workers'),
    ]),
  })),
  signatures: [],
  footer: t('दौरा कार्यक्रम', 'Tour programme'),
  printedOn: '2022-04-16',
};
