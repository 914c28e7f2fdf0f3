// Which people may be one and the same: found by blocks of equal numbers, names and places, so that 50,000 people take a second and never each with each.
import type { DuplicateReason } from '../../model/duplicate.ts';
import { foldKey } from '../fold.ts';
import { pathKeyLength } from '../hierarchy.ts';

export interface PersonFacts {
  id: string;
  nameEn: string;
  nameHi: string | null;
  /** As typed. */
  phones: readonly string[];
  /** Posts held; `kind` tells equal posts, `path` where (null: nowhere). */
  posts: readonly { kind: string; path: string | null }[];
  /** Paths of units the person answers for. */
  charges: readonly string[];
}

export interface FoundPair {
  aId: string;
  bId: string;
  score: number;
  reasons: DuplicateReason[];
}

/** A number or a name that more people share than this says nothing (an office's telephone, a common name without a place). */
const mostInBlock = 12;
/** In a long block only so many neighbours in the alphabet are compared. */
const neighbours = 6;
const least = 5;
const scores: Record<DuplicateReason, number> = { phone: 55, sameName: 30, nearName: 15, samePost: 15, sameUnit: 20, nearUnit: 10 };

/** The ten digits that matter; '' for what is too short to tell people apart. */
export function phoneKey(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length < 6 ? '' : digits.slice(-10);
}

/** True when one letter more, less, other or two swapped make one name of the other; digits must be equal. */
export function areNear(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.replaceAll(/\D/g, '') !== b.replaceAll(/\D/g, '') || Math.min(a.length, b.length) < least || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  const rest = (text: string, from: number) => text.slice(from);
  if (a.length === b.length) return rest(a, at + 1) === rest(b, at + 1) || (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, at + 2) === rest(b, at + 2));
  return a.length > b.length ? rest(a, at + 1) === rest(b, at) : rest(a, at) === rest(b, at + 1);
}

interface Known extends PersonFacts {
  /** Folded names, words in the order of the alphabet, so that "Kumar Ram" is "Ram Kumar". */
  keys: string[];
  paths: string[];
  numbers: string[];
}

const above = (path: string): string => path.slice(0, -pathKeyLength);

function knownOf(person: PersonFacts): Known {
  const key = (name: string) => foldKey(name).split(' ').sort().join(' ');
  const keys = [...new Set([person.nameEn, person.nameHi ?? ''].filter((name) => name !== '').map(key))].filter((one) => one !== '');
  return {
    ...person, keys, paths: [...new Set([...person.posts.flatMap(({ path }) => (path === null ? [] : [path])), ...person.charges])],
    numbers: [...new Set(person.phones.map(phoneKey).filter((one) => one !== ''))],
  };
}

function reasonsFor(a: Known, b: Known): DuplicateReason[] {
  const reasons: DuplicateReason[] = [];
  if (a.numbers.some((one) => b.numbers.includes(one))) reasons.push('phone');
  if (a.keys.some((one) => b.keys.includes(one))) reasons.push('sameName');
  else if (a.keys.some((one) => b.keys.some((other) => areNear(one.replaceAll(' ', ''), other.replaceAll(' ', ''))))) reasons.push('nearName');
  if (a.posts.some(({ kind }) => b.posts.some((other) => other.kind === kind))) reasons.push('samePost');
  if (a.paths.some((path) => b.paths.includes(path))) reasons.push('sameUnit');
  else if (a.paths.some((path) => b.paths.some((other) => above(path) === above(other) || above(path) === other || above(other) === path))) reasons.push('nearUnit');
  return reasons;
}

/** A common number alone counts; a name counts with a place, a number or a missing place; a near name with post and place. */
function isProposed(reasons: readonly DuplicateReason[], placeless: boolean): boolean {
  const has = (reason: DuplicateReason) => reasons.includes(reason);
  if (has('phone')) return true;
  if (has('sameName')) return has('sameUnit') || has('nearUnit') || placeless;
  return has('nearName') && has('samePost') && has('sameUnit');
}

/** Pairs with their reasons, the surest first. `dismissed`: pairs said to be two people, as `a b` with a < b. Deterministic. */
export function findDuplicates(people: readonly PersonFacts[], dismissed: ReadonlySet<string>, progress: (done: number, total: number) => void = () => undefined): FoundPair[] {
  const blocks = new Map<string, Known[]>();
  const put = (key: string, person: Known): void => {
    const block = blocks.get(key);
    if (block) block.push(person);
    else blocks.set(key, [person]);
  };
  people.forEach((facts, at) => {
    if (at % 2000 === 0) progress(at, people.length * 2);
    const person = knownOf(facts);
    for (const number of person.numbers) put(`phone ${number}`, person);
    for (const key of person.keys) {
      if (person.paths.length === 0 || key.includes(' ')) put(`name ${key}`, person);
      for (const place of new Set(person.paths.flatMap((path) => [path, above(path)]))) put(`place ${place} ${key}`, person);
    }
    for (const { kind, path } of person.posts) if (path !== null) put(`post ${path} ${kind}`, person);
  });
  const found = new Map<string, FoundPair>();
  const compare = (a: Known, b: Known): void => {
    if (a.id === b.id) return;
    const [aId, bId] = a.id < b.id ? [a.id, b.id] : [b.id, a.id];
    if (found.has(`${aId} ${bId}`) || dismissed.has(`${aId} ${bId}`)) return;
    const reasons = reasonsFor(a, b);
    if (!isProposed(reasons, a.paths.length === 0 || b.paths.length === 0)) return;
    found.set(`${aId} ${bId}`, { aId, bId, reasons, score: Math.min(99, reasons.reduce((sum, reason) => sum + scores[reason], 0)) });
  };
  let done = 0;
  for (const [key, block] of blocks) {
    if (done++ % 5000 === 0) progress(people.length + Math.round((done / blocks.size) * people.length), people.length * 2);
    if (block.length < 2 || (block.length > mostInBlock && !key.startsWith('p'))) continue;
    if (key.startsWith('phone') && block.length > mostInBlock) continue;
    const reach = block.length > mostInBlock ? neighbours : block.length;
    if (reach < block.length) block.sort((a, b) => (a.keys[0]! < b.keys[0]! ? -1 : 1));
    for (let i = 0; i < block.length; i++) for (let j = i + 1; j < Math.min(block.length, i + 1 + reach); j++) compare(block[i]!, block[j]!);
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.aId < b.aId ? -1 : a.aId > b.aId ? 1 : a.bId < b.bId ? -1 : 1));
}
