// Plans which panchayat stands in which sub-district, from the directory's list of villages with their panchayat and sub-district.
import type { ImportCause, ImportExisting, ImportGroups, SubdistrictsMapping } from '../../model/importing.ts';
import type { Findings } from './findings.ts';
import { levelOrder } from './levelOrder.ts';
import { isDamaged, readCode, readNames, sameCodeKey, sameNameKey } from './readCells.ts';
import { isUnder } from './unitIndex.ts';
import type { Node, UnitIndex } from './unitIndex.ts';

type Bad = { column: number; cause: ImportCause };
type Sub = { code: string; nameEn: string; nameHi: string | null; within: string };

const namesOf = (node: Node): string[] => [...new Set([node.nameEn, node.nameHi ?? node.nameEn].map(sameNameKey))];

/**
 * One row is one village. A panchayat is found by its code, else by its name within the district and block the row names, and is listed
 * where it is not found or several could be meant. It stands where most of its villages lie; one whose villages lie in several
 * sub-districts is listed as `split`, and put nowhere where two have equally many. Units that stand there already are left as they are.
 */
export function planSubdistricts(
  rows: string[][], mapping: SubdistrictsMapping, existing: ImportExisting, rootId: string | null, index: UnitIndex, findings: Findings,
): ImportGroups {
  const order = levelOrder(existing.levels);
  const root = rootId === null ? null : (index.byId.get(rootId) ?? null);
  const subs = new Map<string, Sub>();
  const villages = new Map<Node, Map<string, number>>();
  const counted = new Set<string>();
  const scopes = new Map<string, Node | Bad>();
  const levels = [...Map.groupBy(mapping.within, ({ levelId }) => levelId)].sort(([a], [b]) => order.rank(a) - order.rank(b));
  const wanted = new Set([mapping.panchayatLevelId, ...levels.map(([levelId]) => levelId)]);
  const named = new Map<string, Node[]>();
  for (const node of index.byId.values()) {
    if (!wanted.has(node.levelId) || (root && !isUnder(index, node, root))) continue;
    for (const name of namesOf(node)) named.set(`${node.levelId}\n${name}`, [...(named.get(`${node.levelId}\n${name}`) ?? []), node]);
  }
  const bodyColumn = mapping.nameEn ?? mapping.code ?? mapping.className;

  for (let i = mapping.headerRow + 1; i < rows.length; i++) {
    if (!findings.takes(i, [bodyColumn, mapping.className])) continue;
    const bad = readVillage(rows[i]!);
    if (bad) findings.bad(i, bad.column, bad.cause);
  }
  return gather();

  function text(row: string[], column: number | undefined): string {
    return column === undefined ? '' : (row[column] ?? '').trim();
  }

  function readVillage(row: string[]): Bad | null {
    const code = readCode(text(row, mapping.classCode));
    const names = readNames(text(row, mapping.className), text(row, mapping.classNameHi));
    if (!code) return { column: mapping.classCode, cause: 'classBlank' };
    if (!names.name && !names.nameHi) return { column: mapping.className, cause: 'classBlank' };
    if (findings.tooLong({ levelId: '', ...names, code, seat: null, part: null })) return { column: mapping.className, cause: 'textTooLong' };
    if (isDamaged(names.name + names.nameHi + code)) return { column: mapping.className, cause: 'unreadable' };
    const key = sameCodeKey(code);
    const before = subs.get(key);
    const nameEn = names.name || names.nameHi;
    if (before && sameNameKey(before.nameEn) !== sameNameKey(nameEn)) return { column: mapping.classCode, cause: 'codeTwoNames' };

    const panchayat = findPanchayat(row);
    if ('cause' in panchayat) return panchayat;
    if (!before) subs.set(key, { code, nameEn, nameHi: names.nameHi || null, within: text(row, mapping.within.find(({ role }) => role !== 'code')?.column) });
    findings.known(panchayat);
    const village = readCode(text(row, mapping.village));
    if (village !== '' && counted.has(`${panchayat.no} ${village}`)) {
      findings.duplicate();
      return null;
    }
    counted.add(`${panchayat.no} ${village}`);
    const counts = villages.get(panchayat) ?? new Map<string, number>();
    villages.set(panchayat, counts.set(key, (counts.get(key) ?? 0) + 1));
    return null;
  }

  function findPanchayat(row: string[]): Node | Bad {
    const code = readCode(text(row, mapping.code));
    const name = sameNameKey(text(row, mapping.nameEn));
    if (!code && !name) return { column: bodyColumn, cause: 'bodyBlank' };
    const [byCode] = code ? index.withCode(code, [mapping.panchayatLevelId]) : [];
    if (byCode === 'several') return { column: mapping.code ?? bodyColumn, cause: 'ambiguousName' };
    if (byCode) return root && !isUnder(index, byCode, root) ? { column: mapping.code ?? bodyColumn, cause: 'outsideRoot' } : byCode;
    if (!name) return { column: mapping.code ?? bodyColumn, cause: 'unknownCode' };
    const scope = scopeOf(row);
    if ('cause' in scope) return scope;
    // One that has another code is another panchayat.
    const fitting = (named.get(`${mapping.panchayatLevelId}\n${name}`) ?? []).filter((node) => (!code || !node.code) && isUnder(index, node, scope));
    if (fitting.length !== 1) return { column: bodyColumn, cause: fitting.length === 0 ? 'bodyUnmatched' : 'ambiguousName' };
    return fitting[0]!;
  }

  /** The district, or block, the row says its panchayat lies in. */
  function scopeOf(row: string[]): Node | Bad {
    const key = mapping.within.map(({ column }) => row[column] ?? '').join('\n');
    const known = scopes.get(key);
    if (known) return known;
    const found = readScope(row);
    scopes.set(key, found);
    return found;
  }

  function readScope(row: string[]): Node | Bad {
    let scope: Node | null = root && root.parentId !== null ? root : null;
    for (const [levelId, columns] of levels) {
      if (root && (levelId === root.levelId || order.reaches(levelId, root.levelId))) continue;
      const codes = columns.filter(({ role }) => role === 'code').map(({ column }) => readCode(text(row, column))).filter(Boolean);
      const names = columns.filter(({ role }) => role !== 'code').map(({ column }) => sameNameKey(text(row, column))).filter(Boolean);
      if (codes.length + names.length === 0) continue;
      const within = (node: Node): boolean => !scope || isUnder(index, node, scope);
      const byCode = codes.flatMap((code) => index.withCode(code, [levelId])).filter((node) => node !== 'several').filter(within);
      const fitting = byCode.length > 0 ? byCode : [...new Set(names.flatMap((name) => named.get(`${levelId}\n${name}`) ?? []))].filter(within);
      if (fitting.length !== 1) return { column: columns[0]!.column, cause: fitting.length === 0 ? 'unknownParent' : 'ambiguousParent' };
      scope = fitting[0]!;
    }
    return scope ?? { column: mapping.within[0]?.column ?? bodyColumn, cause: 'parentBlank' };
  }

  function gather(): ImportGroups {
    const { list = [], standing = new Map<string, string>() } = existing.classes ?? {};
    const there = new Map(list.flatMap((own) => (own.code === null ? [] : [[sameCodeKey(own.code), own] as const])));
    const taken = new Map<string, number>();
    for (const name of [...list.map(({ nameEn }) => nameEn), ...[...subs].filter(([key]) => !there.has(key)).map(([, { nameEn }]) => nameEn)]) taken.set(sameNameKey(name), (taken.get(sameNameKey(name)) ?? 0) + 1);
    const groups: ImportGroups = { classes: [], split: [], puts: [] };
    const classes = new Map([...subs].map(([key, { code, nameEn, nameHi, within }]) => {
      const own = there.get(key);
      // Two sub-districts of one name would not be told apart in a list.
      const beside = taken.get(sameNameKey(nameEn))! > 1 ? ` (${within || code})` : '';
      const names = own ?? { nameEn: nameEn + beside, nameHi: nameHi === null ? null : nameHi + beside };
      return [key, { code, nameEn: names.nameEn, nameHi: names.nameHi, isNew: !own, put: 0, there: 0 }];
    }));
    for (const [node, counts] of villages) {
      const parts = [...counts].sort((a, b) => b[1] - a[1]);
      const [most, second] = parts;
      const key = second && second[1] === most![1] ? null : most![0];
      if (second) {
        const parent = node.parentId === null ? undefined : index.byId.get(node.parentId);
        groups.split.push({
          id: node.id, levelId: node.levelId, nameEn: node.nameEn, nameHi: node.nameHi, parentEn: parent?.nameEn ?? '', parentHi: parent?.nameHi ?? null, toCode: key === null ? null : classes.get(key)!.code,
          parts: parts.map(([part, count]) => ({ code: classes.get(part)!.code, nameEn: classes.get(part)!.nameEn, nameHi: classes.get(part)!.nameHi, villages: count })),
        });
      }
      if (key === null) continue;
      const own = classes.get(key)!;
      if (sameCodeKey(standing.get(node.id) ?? '') === key) own.there++;
      else {
        own.put++;
        groups.puts.push({ unitId: node.id, code: own.code });
      }
    }
    groups.classes = [...classes.values()].filter(({ put, there: already }) => put + already > 0);
    return groups;
  }
}
