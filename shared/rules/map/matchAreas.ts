// Finds the unit each area of a file is meant for: by its code, else by its name, told apart by what stands around it.
import type { OutlineChoice, OutlineProperty, OutlineUnmatched } from '../../model/outline.ts';
import { foldKey } from '../fold.ts';
import { sameCodeKey } from '../importing/readCells.ts';
import type { ReadArea } from './readAreas.ts';
import { isInside } from './rings.ts';
import type { Ring } from './rings.ts';

/** A unit an area may be meant for. */
export interface AreaUnit {
  id: string;
  levelId: string;
  nameEn: string;
  nameHi: string | null;
  code: string | null;
  lat: number | null;
  lon: number | null;
  parentEn: string | null;
  parentHi: string | null;
}

export interface AreaMatch {
  unit: AreaUnit;
  area: ReadArea;
  rings: Ring[];
}

const nameKey = (name: string): string => foldKey(name).replaceAll(' ', '');

const samplesShown = 4;

/** What the areas say of themselves, the properties filled in most of them first. */
export function propertiesOf(areas: readonly ReadArea[]): OutlineProperty[] {
  const found = new Map<string, OutlineProperty>();
  for (const { properties } of areas) {
    for (const [name, value] of properties) {
      let property = found.get(name);
      if (!property) found.set(name, (property = { name, samples: [], filled: 0 }));
      property.filled += 1;
      if (property.samples.length < samplesShown && !property.samples.includes(value)) property.samples.push(value);
    }
  }
  return [...found.values()].sort((a, b) => b.filled - a.filled);
}

const areasTried = 400;

/**
 * The level and the properties under which most areas find a unit; null where fewer than a tenth do. Codes of one level may be
 * numbers that also occur at another: names decide between levels that match alike.
 */
export function guessChoice(areas: readonly ReadArea[], units: readonly AreaUnit[]): Pick<OutlineChoice, 'levelId' | 'codeProperty' | 'nameProperty'> | null {
  const levels = Map.groupBy(units, ({ levelId }) => levelId);
  const tried = areas.slice(0, areasTried);
  const names = propertiesOf(tried).map(({ name }) => name);
  let best: { levelId: string; codeProperty: string | null; nameProperty: string | null; score: number } | null = null;
  for (const [levelId, members] of levels) {
    const codes = new Set(members.flatMap(({ code }) => (code === null ? [] : [sameCodeKey(code)])));
    const known = new Set(members.flatMap(({ nameEn, nameHi }) => [nameKey(nameEn), ...(nameHi === null ? [] : [nameKey(nameHi)])]));
    // Different units, not areas: a column that says "1" or the district everywhere finds the same one again and again.
    const hits = (property: string, key: (value: string) => string, among: ReadonlySet<string>): number =>
      new Set(tried.flatMap(({ properties }) => { const value = key(properties.get(property) ?? ''); return among.has(value) ? [value] : []; })).size;
    const most = (key: (value: string) => string, among: ReadonlySet<string>) =>
      names.map((property) => ({ property, count: hits(property, key, among) })).sort((a, b) => b.count - a.count)[0] ?? { property: '', count: 0 };
    const code = most(sameCodeKey, codes);
    const name = most(nameKey, known);
    const needed = tried.length / 10;
    const score = name.count * 2 + code.count;
    if ((code.count < needed && name.count < needed) || (best && best.score >= score)) continue;
    best = { levelId, codeProperty: code.count >= needed && code.count * 2 >= name.count ? code.property : null, nameProperty: name.count >= needed ? name.property : null, score };
  }
  if (!best || (best.codeProperty === null && best.nameProperty === null)) return null;
  return { levelId: best.levelId, codeProperty: best.codeProperty, nameProperty: best.nameProperty };
}

/** `rings`: the areas' outlines as they will be kept, in the order of `areas`. Never two units for one area, nor by guess. */
export function matchAreas(areas: readonly ReadArea[], rings: readonly Ring[][], units: readonly AreaUnit[], choice: Pick<OutlineChoice, 'codeProperty' | 'nameProperty'>): { matches: AreaMatch[]; unmatched: OutlineUnmatched[] } {
  const byCode = Map.groupBy(units.filter(({ code }) => code !== null), ({ code }) => sameCodeKey(code!));
  const byName = new Map<string, AreaUnit[]>();
  for (const unit of units) {
    for (const key of new Set([nameKey(unit.nameEn), ...(unit.nameHi === null ? [] : [nameKey(unit.nameHi)])])) {
      const same = byName.get(key);
      if (same) same.push(unit);
      else byName.set(key, [unit]);
    }
  }

  /** Of several with one name: those whose parent the area names, else the one whose point lies in it. */
  const tellApart = (candidates: readonly AreaUnit[], area: ReadArea): AreaUnit | null => {
    if (candidates.length < 2) return candidates[0] ?? null;
    const said = new Set([...area.properties.values()].map(nameKey));
    const named = candidates.filter(({ parentEn, parentHi }) => [parentEn, parentHi].some((name) => name !== null && said.has(nameKey(name))));
    if (named.length === 1) return named[0]!;
    const placed = (named.length > 0 ? named : candidates).filter(({ lat, lon }) => lat !== null && lon !== null && isInside([lon, lat], area.rings));
    return placed.length === 1 ? placed[0]! : null;
  };

  const matches = new Map<string, AreaMatch>();
  const unmatched: OutlineUnmatched[] = [];
  areas.forEach((area, at) => {
    const code = choice.codeProperty === null ? '' : area.properties.get(choice.codeProperty) ?? '';
    const name = choice.nameProperty === null ? '' : area.properties.get(choice.nameProperty) ?? '';
    const leave = (cause: OutlineUnmatched['cause']) => void unmatched.push({ number: area.number, code, name, cause });
    if (code === '' && name === '') return leave('noName');
    const coded = code === '' ? [] : byCode.get(sameCodeKey(code)) ?? [];
    const candidates = coded.length > 0 ? coded : byName.get(nameKey(name)) ?? [];
    if (candidates.length === 0 || (coded.length === 0 && nameKey(name) === '')) return leave('unknown');
    const unit = tellApart(candidates, area);
    if (!unit) return leave('ambiguous');
    const there = matches.get(unit.id);
    if (!there) return void matches.set(unit.id, { unit, area, rings: [...rings[at]!] });
    // An island as an area of its own belongs to the unit too; the same area twice does not.
    if (isInside(area.rings[0]![0]!, there.area.rings) || isInside(there.area.rings[0]![0]!, area.rings)) return leave('twice');
    there.rings.push(...rings[at]!);
    return undefined;
  });
  return { matches: [...matches.values()], unmatched };
}
