// A short mark of an outcome: two previews with the same mark would do the same.
import type { ChargeMove, DueMove, OrderConflict, OrderMove, OrderStay } from '../../../shared/model/order.ts';

/** FNV-1a (Fowler, Noll, Vo) over what moves, stays and follows, 32 bits twice with different seeds. */
export function outcomeMark(moves: readonly OrderMove[], stays: readonly OrderStay[], conflicts: readonly OrderConflict[], dueDays: readonly DueMove[], charges: readonly ChargeMove[]): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  const take = (text: string): void => {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x01000193) ^ (b >>> 15);
    }
  };
  // A phase goes with the programme before it, so its level and new days say enough.
  for (const { id, levelId, oldFromDay, oldToDay, newFromDay, newToDay } of moves) take(levelId === null ? `${id}${oldFromDay}${oldToDay}${newFromDay}${newToDay};` : `${levelId}${newFromDay}${newToDay};`);
  for (const { id, reason } of stays) take(`${id}${reason};`);
  for (const { id, code, fromDay, toDay } of conflicts) take(`${id}${code}${fromDay}${toDay};`);
  for (const { programmeId, oldDay, newDay, targets } of dueDays) take(`${programmeId}${oldDay}${newDay}${targets};`);
  for (const { programmeId, oldDay, newDay, responsibilities } of charges) take(`${programmeId}${oldDay}${newDay}${responsibilities};`);
  return [a, b].map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('');
}
