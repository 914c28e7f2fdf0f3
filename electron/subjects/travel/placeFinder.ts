// Finds the unit a sheet of roads means by a town's or unit's name, in either script and any usual spelling, or by its code.
import { foldKey } from '../../../shared/rules/fold.ts';
import { sameCodeKey, sameNameKey } from '../../../shared/rules/importing/readCells.ts';
import type { RoadEndText } from '../../../shared/rules/roads/readRoads.ts';
import type { ReadDb } from '../../store/sql.ts';

interface Candidate {
  id: string;
  path: string;
  levelId: string;
  rank: number;
}

type Row = [id: string, path: string, levelId: string, rank: number, code: string | null, nameEn: string, nameHi: string | null, placeEn: string | null, placeHi: string | null];

/** Of units of one name the highest level goes before (a district before the block of its town); of two on one level none is guessed. Booths are not looked at. */
export function placeFinder(db: ReadDb): (end: RoadEndText) => string | 'unknown' | 'unclear' {
  const byKey = new Map<string, Candidate[]>();
  const put = (key: string, candidate: Candidate): void => {
    const there = byKey.get(key);
    if (!there) byKey.set(key, [candidate]);
    else if (!there.some((one) => one.id === candidate.id)) there.push(candidate);
  };
  const putName = (name: string | null, candidate: Candidate): void => {
    if (name === null || name === '') return;
    put(`= ${sameNameKey(name)}`, candidate);
    put(`~ ${foldKey(name)}`, candidate);
  };
  const rows = db.raw<Row>(
    `SELECT unit.id, unit.path, unit.levelId, level.ordinal, unit.code, unit.nameEn, unit.nameHi, unit.placeEn, unit.placeHi
     FROM unit JOIN level ON level.id = unit.levelId WHERE unit.levelId <> 'booth' AND unit.closedDay IS NULL`);
  const known = new Map<string, Candidate>();
  // The state sits in a district's town: the town's name means the district.
  const districts = db.get<{ ordinal: number }>(`SELECT ordinal FROM level WHERE id = 'district'`)?.ordinal ?? 0;
  for (const [id, path, levelId, rank, code, nameEn, nameHi, ...places] of rows) {
    const candidate = { id, path, levelId, rank };
    known.set(id, candidate);
    if (code !== null && code !== '') put(`# ${sameCodeKey(code)}`, candidate);
    for (const name of [nameEn, nameHi, ...(rank < districts ? [] : places)]) putName(name, candidate);
  }
  for (const [unitId, name] of db.raw<[string, string]>('SELECT unitId, name FROM unitAlias')) {
    const candidate = known.get(unitId);
    if (candidate) putName(name, candidate);
  }
  const levels = new Map(db.raw<[string, string, string | null]>('SELECT id, nameEn, nameHi FROM level').flatMap(([id, ...names]) => [id, ...names].filter((name) => name !== null).map((name) => [sameNameKey(name), id] as const)));

  const named = (name: string): Candidate[] => byKey.get(`= ${sameNameKey(name)}`) ?? byKey.get(`~ ${foldKey(name)}`) ?? [];
  const highest = (candidates: readonly Candidate[]): string | 'unknown' | 'unclear' => {
    if (candidates.length === 0) return 'unknown';
    const rank = Math.min(...candidates.map((one) => one.rank));
    const first = candidates.filter((one) => one.rank === rank);
    return first.length === 1 ? first[0]!.id : 'unclear';
  };
  const answer = ({ name, code, within, level }: RoadEndText): string => {
    const levelId = level === '' ? undefined : levels.get(sameNameKey(level));
    const onLevel = (candidates: readonly Candidate[]): Candidate[] => candidates.filter((one) => levelId === undefined || one.levelId === levelId);
    if (code !== '') {
      const coded = onLevel(byKey.get(`# ${sameCodeKey(code)}`) ?? []);
      if (coded.length === 1) return coded[0]!.id;
      if (coded.length > 1 && name !== '') {
        const both = coded.filter((one) => named(name).some((other) => other.id === one.id));
        if (both.length === 1) return both[0]!.id;
      }
      if (name === '') return coded.length === 0 ? 'unknown' : 'unclear';
    }
    const direct = onLevel(named(name));
    const [alone, inside] = direct.length > 0 || within !== '' ? [name, within] : apart(name);
    const candidates = direct.length > 0 ? direct : onLevel(named(alone));
    if (inside === '') return candidates.length === 0 ? inTwoScripts(name) : highest(candidates);
    const above = named(inside);
    const both = within === '' ? inTwoScripts(name) : 'unknown';
    return both === 'unknown' ? highest(candidates.filter((one) => above.some((other) => other.id !== one.id && one.path.startsWith(other.path)))) : both;
  };
  /** `Ranchi / राँची`, `Ranchi (राँची)`: one place by two names, where both mean the same. */
  const inTwoScripts = (name: string): string => {
    const parts = name.split(/[/|()]/).map((part) => part.trim()).filter((part) => part !== '');
    const scripts = new Set(parts.map((part) => /\p{Script=Devanagari}/u.test(part)));
    const meant = new Set(parts.map((part) => highest(named(part))));
    return scripts.size > 1 && meant.size === 1 ? [...meant][0]! : 'unknown';
  };
  const answered = new Map<string, string>();
  return (end) => {
    const key = JSON.stringify(end);
    let found = answered.get(key);
    if (found === undefined) answered.set(key, found = answer(end));
    return found;
  };
}

/** `Ramgarh, Palamu` and `Ramgarh (Palamu)`: a name and what it lies in. */
function apart(name: string): [string, string] {
  const match = /^(.+?)\s*(?:,\s*(.+)|\(\s*(.+?)\s*\))$/.exec(name);
  return match ? [match[1]!, match[2] ?? match[3] ?? ''] : [name, ''];
}
