// Lines pasted from a sheet, a unit's code or name and a class: understood, previewed, and put.
import { AppError } from '../../../shared/errors.ts';
import { isBuiltIn } from '../../../shared/model/group.ts';
import type { ClassPaste, PasteResult } from '../../../shared/model/group.ts';
import { foldKey } from '../../../shared/rules/fold.ts';
import type { ReadDb } from '../../store/sql.ts';
import { classesOf, classificationOf } from './classNames.ts';

const mostWrong = 50;
const withoutZeros = (code: string): string => code.replace(/^0+(?=\d)/, '');

export interface PastePlan extends PasteResult {
  /** Unit and class by line; of a class to be made its name. */
  puts: { unitId: string; classId: string | null; makes: string | null }[];
}

type Found = string | 'none' | 'several';

/** Finds by what somebody wrote: exactly, else as it sounds; of several at one rank none is guessed, a lower rank goes before. */
class Register {
  readonly #known = new Map<string, { id: string; rank: number; several: boolean }>();

  #put(key: string, id: string, rank: number): void {
    const known = this.#known.get(key);
    if (!known || rank < known.rank) this.#known.set(key, { id, rank, several: false });
    else if (rank === known.rank && known.id !== id) known.several = true;
  }

  code(code: string | null, id: string, rank = 0): void {
    if (code !== null && code !== '') this.#put(`# ${withoutZeros(code)}`, id, rank);
  }

  name(name: string | null, id: string, rank = 0): void {
    if (name === null) return;
    this.#put(`= ${name.toLowerCase()}`, id, rank);
    this.#put(`~ ${foldKey(name)}`, id, rank);
  }

  find(text: string): Found {
    for (const key of [`# ${withoutZeros(text)}`, `= ${text.toLowerCase()}`, `~ ${foldKey(text)}`]) {
      const found = this.#known.get(key);
      if (found) return found.several ? 'several' : found.id;
    }
    return 'none';
  }
}

function unitsOf(db: ReadDb, levelId: string | null): Register {
  const register = new Register();
  const wanted = 'unit.closedDay IS NULL AND (? IS NULL OR unit.levelId = ?)';
  const from = 'FROM unit JOIN level ON level.id = unit.levelId WHERE';
  for (const [id, code, rank] of db.raw<[string, string, number]>(`SELECT unit.id, unit.code, level.ordinal ${from} unit.code IS NOT NULL AND ${wanted}`, levelId, levelId)) register.code(code, id, rank);
  // Booths are told apart by code alone: thousands are called "Booth 1".
  for (const [id, nameEn, nameHi, rank] of db.raw<[string, string, string | null, number]>(`SELECT unit.id, unit.nameEn, unit.nameHi, level.ordinal ${from} unit.levelId <> 'booth' AND ${wanted}`, levelId, levelId)) {
    register.name(nameEn, id, rank);
    register.name(nameHi, id, rank);
  }
  return register;
}

function classesIn(db: ReadDb, classificationId: string): Register {
  const register = new Register();
  for (const { id, nameEn, nameHi, code, number } of classesOf(db, classificationId)) {
    register.code(code, id);
    if (number !== null) register.code(String(number), id);
    register.name(nameEn, id);
    register.name(nameHi, id);
  }
  return register;
}

/** What the lines would do. The last line of a unit counts. Throws `groups.gone`, `groups.lokSabhaFollows`. */
export function planPaste(db: ReadDb, { classificationId, levelId, rows, make }: ClassPaste): PastePlan {
  classificationOf(db, classificationId);
  if (classificationId === 'lokSabha') throw new AppError('groups.lokSabhaFollows');
  const units = unitsOf(db, levelId);
  const classes = classesIn(db, classificationId);
  const mayMake = make && !isBuiltIn(classificationId);
  const makes = new Map<string, string>();
  const puts = new Map<string, PastePlan['puts'][number]>();
  const wrong: PasteResult['wrong'] = [];
  rows.forEach((row, at) => {
    if (row.unit === '' && row.class === '') return;
    const unitId = units.find(row.unit);
    const found = classes.find(row.class);
    const why = unitId === 'none' ? 'noUnit' : unitId === 'several' ? 'severalUnits' : found === 'several' || (found === 'none' && (!mayMake || row.class === '')) ? 'noClass' : null;
    if (why !== null) {
      wrong.push({ line: at + 1, text: why === 'noClass' ? row.class : row.unit, why });
      return;
    }
    if (found !== 'none') {
      puts.set(unitId, { unitId, classId: found, makes: null });
      return;
    }
    const key = row.class.toLowerCase();
    if (!makes.has(key)) makes.set(key, row.class);
    puts.set(unitId, { unitId, classId: null, makes: makes.get(key)! });
  });
  return { units: puts.size, made: [...makes.values()], wrong: wrong.slice(0, mostWrong), wrongCount: wrong.length, puts: [...puts.values()] };
}
