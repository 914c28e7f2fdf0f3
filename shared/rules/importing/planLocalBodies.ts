// Plans the Local Government Directory's local bodies: its panchayats name their block's body, whose code is not the block's own.
import type { ImportBody, ImportCause, ImportExisting, LocalBodiesMapping } from '../../model/importing.ts';
import { bodyKeys, bodyTypeOf } from './bodyNames.ts';
import type { BodyType } from './bodyNames.ts';
import type { Findings } from './findings.ts';
import { levelOrder } from './levelOrder.ts';
import { isDamaged, readCode, readNames, sameCodeKey } from './readCells.ts';
import { readRowData } from './rowData.ts';
import { seatBook } from './seatBook.ts';
import type { RowData } from './rowData.ts';
import { bothNames, isUnder } from './unitIndex.ts';
import type { Node, UnitIndex, Wanted } from './unitIndex.ts';

type Body = { rowIndex: number; type: BodyType; wanted: Wanted; parentCode: string; data: RowData; state: 'open' | 'done' | 'bad'; node: Node | null };
type Bad = { column: number; cause: ImportCause };

/**
 * District bodies are matched by name to the districts below the unit imported into, block bodies by name to the blocks of their
 * district, and panchayats hang on the block so found; a body that fits no unit or several is listed with everything below it, never
 * guessed. Where the unit imported into is a district or block itself, it stands for the bodies above. `said` goes before any name.
 * Gives the bodies nobody could match, and those `said` has.
 */
export function planLocalBodies(
  rows: string[][], mapping: LocalBodiesMapping, existing: ImportExisting, rootId: string | null, index: UnitIndex, findings: Findings,
): ImportBody[] {
  const order = levelOrder(existing.levels);
  const seats = seatBook(existing);
  const root = rootId === null ? null : (index.byId.get(rootId) ?? null);
  const said = new Map((mapping.said ?? []).map(({ code, unitId }) => [sameCodeKey(code), unitId]));
  const bodies = new Map<string, Body>();
  const contradicted = new Set<Body>();
  /** Bodies that are no rows of their own, by the code panchayats name. */
  const unlisted = new Set<string>();
  const byHand = new Set<Body>();
  const levelOf = { 1: mapping.districtLevelId, 2: mapping.blockLevelId, 3: mapping.panchayatLevelId };
  const places = { 1: candidates(mapping.districtLevelId), 2: candidates(mapping.blockLevelId) };

  for (let i = mapping.headerRow + 1; i < rows.length; i++) {
    if (!findings.takes(i, [mapping.nameEn])) continue;
    const bad = readBody(rows[i]!, i);
    if (bad) findings.bad(i, bad.column, bad.cause);
  }
  for (const body of contradicted) body.state = 'bad';
  // From the top down, whatever the order of the rows.
  for (const type of [1, 2, 3] as const) {
    for (const body of bodies.values()) {
      if (body.type !== type || body.state !== 'open') continue;
      findings.walk();
      const bad = place(body);
      body.state = bad ? 'bad' : 'done';
      if (bad) findings.bad(body.rowIndex, bad.column, bad.cause);
      // One below a body that was not matched is looked for again once that one is.
      if (bad && type !== 3 && bad.cause !== 'parentBad') byHand.add(body);
    }
  }
  return toMatch();

  function toMatch(): ImportBody[] {
    const panchayats = new Map<string, number>();
    const count = (code: string, more: number) => void panchayats.set(code, (panchayats.get(code) ?? 0) + more);
    for (const { type, parentCode } of bodies.values()) if (type === 3) count(parentCode, 1);
    for (const { type, parentCode, wanted } of bodies.values()) if (type === 2) count(parentCode, panchayats.get(sameCodeKey(wanted.code)) ?? 0);
    const listed = [...byHand].map(({ type, wanted, parentCode }): ImportBody => {
      const above = bodies.get(parentCode)?.wanted;
      const parent = bothNames(above?.name ?? '', above?.nameHi ?? '');
      const code = sameCodeKey(wanted.code);
      return { code: wanted.code, ...bothNames(wanted.name, wanted.nameHi), levelId: levelOf[type], parentEn: parent.nameEn, parentHi: parent.nameHi, panchayats: panchayats.get(code) ?? 0, unitId: saidOf(code, levelOf[type])?.id ?? null };
    });
    const others = [...unlisted].map((code): ImportBody => (
      { code, nameEn: '', nameHi: null, levelId: levelOf[2], parentEn: '', parentHi: null, panchayats: panchayats.get(code) ?? 0, unitId: saidOf(code, levelOf[2])?.id ?? null }));
    return [...listed, ...others].sort((a, b) => b.panchayats - a.panchayats);
  }

  /** The unit somebody said a body is; none of another level, none outside the unit imported into. */
  function saidOf(code: string, levelId: string): Node | undefined {
    const node = index.byId.get(said.get(code) ?? '');
    return node && node.levelId === levelId && (!root || isUnder(index, node, root)) ? node : undefined;
  }

  /** Units of a level below the root, gathered by the names a body may have there. */
  function candidates(levelId: string): Map<string, Node[]> {
    const byKey = new Map<string, Node[]>();
    for (const node of index.byId.values()) {
      if (node.levelId !== levelId || (root && node !== root && !isUnder(index, node, root))) continue;
      for (const key of bodyKeys(node.nameEn, node.nameHi ?? '')) byKey.set(key, [...(byKey.get(key) ?? []), node]);
    }
    return byKey;
  }

  function readBody(row: string[], rowIndex: number): Bad | null {
    const text = (column: number | undefined): string => (column === undefined ? '' : (row[column] ?? '').trim());
    const code = readCode(text(mapping.code));
    const names = readNames(text(mapping.nameEn), text(mapping.nameHi));
    if (!code) return { column: mapping.code, cause: 'codeBlank' };
    if (!names.name && !names.nameHi) return { column: mapping.nameEn, cause: 'nameBlank' };
    if (!text(mapping.type)) return { column: mapping.type, cause: 'levelBlank' };
    const type = bodyTypeOf(text(mapping.type));
    if (type === null) return { column: mapping.type, cause: 'unknownLevel' };
    const data = readRowData(row, mapping.extras, seats, false);
    if ('cause' in data) return data;
    const wanted: Wanted = { levelId: mapping.panchayatLevelId, ...names, code, seat: data.seat, part: data.part };
    if (findings.tooLong(wanted)) return { column: mapping.nameEn, cause: 'textTooLong' };
    if (isDamaged(names.name + names.nameHi + code)) return { column: mapping.nameEn, cause: 'unreadable' };

    const parentCode = sameCodeKey(text(mapping.parentCode));
    const before = bodies.get(sameCodeKey(code));
    if (!before) {
      bodies.set(sameCodeKey(code), { rowIndex, type, wanted, parentCode, data, state: 'open', node: null });
      return null;
    }
    const cause: ImportCause | null = before.wanted.name !== names.name ? 'codeTwoNames' : before.parentCode !== parentCode || before.type !== type ? 'otherParent' : null;
    if (cause === null) {
      findings.duplicate();
      return null;
    }
    if (!contradicted.has(before)) findings.bad(before.rowIndex, mapping.code, cause);
    contradicted.add(before);
    return { column: mapping.code, cause };
  }

  /** The unit a body's parent stands for; a cause where that is not known. */
  function parentOf(body: Body): Node | ImportCause {
    const parent = bodies.get(body.parentCode);
    if (!parent && body.type === 3 && body.parentCode !== '') unlisted.add(body.parentCode);
    const own = saidOf(body.parentCode, parent ? levelOf[parent.type] : body.type === 2 ? levelOf[1] : levelOf[2]);
    if (own) return own;
    if (parent) return parent.node && parent.type < body.type ? parent.node : 'parentBad';
    // A file of one district's or block's bodies may leave out what is above them.
    const above = body.type === 2 ? mapping.districtLevelId : mapping.blockLevelId;
    if (root?.levelId === above) {
      unlisted.delete(body.parentCode);
      return root;
    }
    return body.parentCode === '' ? 'parentBlank' : 'unknownParent';
  }

  function place(body: Body): Bad | null {
    const { wanted, type } = body;
    if (type === 3) return placePanchayat(body);
    const chosen = saidOf(sameCodeKey(wanted.code), levelOf[type]);
    if (chosen) {
      byHand.add(body);
      body.node = chosen;
      findings.known(chosen);
      return null;
    }
    const above = type === 2 ? parentOf(body) : null;
    if (typeof above === 'string') return { column: mapping.parentCode, cause: above };
    const found = new Set(bodyKeys(wanted.name, wanted.nameHi).flatMap((key) => places[type].get(key) ?? []).filter((node) => above === null || isUnder(index, node, above)));
    const [only] = found;
    if (!only || found.size > 1) return { column: mapping.nameEn, cause: only ? 'ambiguousName' : 'bodyUnmatched' };
    body.node = only;
    findings.known(only);
    return null;
  }

  function placePanchayat(body: Body): Bad | null {
    const { wanted, data } = body;
    const above = parentOf(body);
    if (typeof above === 'string') return { column: mapping.parentCode, cause: above };
    // One that is there may stand deeper, under a mandal of the block.
    const [there] = index.withCode(wanted.code, [wanted.levelId]);
    const deeper = there && there !== 'several' && isUnder(index, there, above) ? there.parentId : above.id;
    const found = index.find(deeper, wanted);
    if ('cause' in found) return { column: { name: mapping.nameEn, code: mapping.code, part: mapping.code }[found.at], cause: found.cause };
    if (!('node' in found) && !order.allowed(above.levelId, wanted.levelId)) return { column: mapping.parentCode, cause: 'levelNotAllowed' };
    if ('node' in found && found.node.ownData !== null) return { column: mapping.nameEn, cause: 'nameTwoCodes' };
    const node = findings.take(found, deeper, wanted, body.rowIndex);
    findings.own(node, data, body.rowIndex);
    body.node = node;
    return null;
  }
}
