// What the import tests share: the levels of a state, a tree to import into, and ids one can read.
import type { ImportExisting, ImportLevel, ImportPlan, ImportUnit } from '../../shared/model/importing.ts';

const level = (id: string, nameEn: string, nameHi: string, under: string[]): ImportLevel => ({ id, nameEn, nameHi, under });

export const levels: ImportLevel[] = [
  level('state', 'State', 'प्रदेश', []),
  level('division', 'Division', 'प्रमंडल', ['state']),
  level('district', 'District', 'जिला', ['state', 'division']),
  level('block', 'Block', 'प्रखंड', ['district']),
  level('town', 'Town unit', 'नगर', ['district']),
  level('panchayat', 'Panchayat', 'पंचायत', ['block']),
  level('ward', 'Ward', 'वार्ड', ['town']),
  level('booth', 'Booth', 'बूथ', ['panchayat', 'ward']),
];

export const unit = (id: string, parentId: string | null, levelId: string, nameEn: string, nameHi: string | null = null, code: string | null = null): ImportUnit =>
  ({ id, parentId, levelId, nameEn, nameHi, code });

export const jharkhand = unit('jh', null, 'state', 'Jharkhand', 'झारखंड', '20');

export const existing = (units: ImportUnit[] = [], constituencyNumbers: number[] = []): ImportExisting =>
  ({ units: [jharkhand, ...units], levels, constituencyNumbers });

export function counter(): () => string {
  let next = 0;
  return () => `new${++next}`;
}

export const numbers = (rows: string[][]): number[] => rows.map((_, index) => index + 1);

/** Every added unit as its whole way from the root, so that a wrong parent shows. */
export function ways(plan: ImportPlan, units: ImportUnit[]): string[] {
  const all = new Map([...units, ...plan.adds].map((each) => [each.id, each]));
  const way = (id: string | null): string => {
    if (id === null) return '';
    const at = all.get(id);
    if (!at) throw new Error(`no unit ${id}`);
    return `${way(at.parentId)}/${at.nameEn}`;
  };
  return plan.adds.map((add) => way(add.id));
}
