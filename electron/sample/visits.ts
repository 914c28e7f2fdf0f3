// Says where the sample's leaders were in the months before April 2022 and what was promised there: made for demonstration.
import type { Facts } from './facts.ts';
import type { SampleLeaders } from './people.ts';
import type { SampleTree } from './units.ts';

export interface SampleVisit {
  id: string;
  unitId: string;
  personId: string;
  day: string;
  state: 'held';
  arrivedMinute: number;
  heldFrom: number;
  heldTo: number;
  attendance: number;
  note: string;
}

export interface SamplePromise {
  id: string;
  kind: 'promise' | 'task';
  unitId: string;
  personId: string;
  madeDay: string;
  visitId: string;
  text: string;
  who: string;
  dueDay: string | null;
  doneDay: string | null;
}

/** District, day, who came (place among the state's leaders), and how many workers. */
const districtVisits: [code: string, day: string, leader: number, attendance: number][] = [
  ['325', '2022-03-12', 0, 420], ['339', '2022-04-02', 0, 650], ['327', '2022-02-20', 0, 380], ['332', '2022-03-13', 0, 260], ['607', '2022-01-22', 1, 180],
  ['326', '2021-12-18', 0, 210], ['324', '2022-02-05', 2, 240], ['338', '2021-11-27', 0, 190], ['328', '2021-11-28', 0, 150], ['343', '2022-01-09', 3, 170],
  ['322', '2022-03-26', 1, 310], ['331', '2022-02-26', 2, 140], ['329', '2022-03-05', 3, 230],
];
/** The first blocks of these districts by the order of the list, with the day and who came. */
const blockVisits: [code: string, blocks: number, day: string, leader: number][] = [
  ['325', 3, '2022-03-11', 3], ['339', 5, '2022-03-20', 1], ['327', 2, '2022-02-19', 2], ['332', 3, '2022-01-16', 3], ['322', 2, '2022-03-27', 1],
  ['326', 2, '2021-12-19', 2], ['331', 2, '2022-02-27', 2], ['343', 2, '2022-01-10', 3],
];
/** At the district's visit: kind, text, to whom or who does it, due, done. */
const promisesMade: [code: string, kind: 'promise' | 'task', text: string, who: string, dueDay: string | null, doneDay: string | null][] = [
  ['325', 'promise', 'जिला कार्यालय के लिए प्रोजेक्टर · A projector for the district office', 'जिलाध्यक्ष · District president', '2022-03-31', null],
  ['325', 'task', 'रिक्त प्रखंड अध्यक्ष पदों के नाम भेजें · Send names for the vacant block presidents', 'जिला समन्वयक · District coordinator', '2022-04-10', null],
  ['325', 'promise', 'सदस्यता रसीद बहियाँ (200) · Membership receipt books (200)', 'जिला समन्वयक · District coordinator', '2022-03-20', '2022-03-18'],
  ['327', 'promise', 'बूथ प्रशिक्षण के लिए प्रशिक्षक · A trainer for the booth training', 'जिलाध्यक्ष · District president', '2022-04-20', null],
  ['327', 'task', 'वार्ड समितियों की सूची पूरी करें · Complete the list of ward committees', 'जिला समन्वयक · District coordinator', null, null],
  ['326', 'promise', 'वरीय नेताओं की बैठक में प्रदेश से प्रतिनिधि · Somebody from the state at the veterans’ meeting', 'वरीय नेता · Veteran leaders', '2022-02-15', null],
  ['332', 'promise', 'मोर्चा के लिए प्रचार सामग्री · Leaflets for the frontal organisation', 'जिलाध्यक्ष · District president', null, '2022-03-25'],
  ['332', 'task', 'पंचायत समितियों का गठन 15 अप्रैल तक · Form the panchayat committees by 15 April', 'जिला समन्वयक · District coordinator', '2022-04-15', null],
  ['324', 'promise', 'नए नगर अध्यक्ष का मनोनयन · Nomination of the new town president', 'जिलाध्यक्ष · District president', '2022-03-31', null],
  ['322', 'task', 'बोकारो स्टील सिटी में सदस्यता शिविर · A membership camp in Bokaro Steel City', 'जिला समन्वयक · District coordinator', '2022-04-12', '2022-04-09'],
];

export function sampleVisits(facts: Facts, tree: SampleTree, { stateLeaderIds }: Pick<SampleLeaders, 'stateLeaderIds'>, newId: () => string): { visits: SampleVisit[]; promises: SamplePromise[] } {
  const visit = (unitId: string, day: string, leader: number, heldFrom: number, minutes: number, attendance: number): SampleVisit => ({
    id: newId(), unitId, personId: stateLeaderIds[leader]!, day, state: 'held', arrivedMinute: heldFrom - 10, heldFrom, heldTo: heldFrom + minutes, attendance, note: '',
  });
  const ofDistricts = new Map(districtVisits.map(([code, day, leader, attendance]) => [code, visit(tree.idOf('district', code), day, leader, 11 * 60, 100, attendance)]));
  const ofBlocks = blockVisits.flatMap(([code, count, day, leader]) => facts.blocks.filter((block) => block.districtCode === code).slice(0, count)
    .map(({ lgdCode }, at) => visit(tree.idOf('block', lgdCode), day, leader, (10 + at * 2) * 60, 60, 40 + at * 15)));
  return {
    visits: [...ofDistricts.values(), ...ofBlocks],
    promises: promisesMade.map(([code, kind, text, who, dueDay, doneDay]) => {
      const { id: visitId, unitId, personId, day } = ofDistricts.get(code)!;
      return { id: newId(), kind, unitId, personId, madeDay: day, visitId, text, who, dueDay, doneDay };
    }),
  };
}
