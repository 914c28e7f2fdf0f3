// Units on their way from a list to a class.
import type { DragEvent } from 'react';

const kind = 'application/x-units';

export function dragUnits(event: DragEvent, unitIds: readonly string[], name: string): void {
  event.dataTransfer.setData(kind, JSON.stringify(unitIds));
  event.dataTransfer.setData('text/plain', name);
  event.dataTransfer.effectAllowed = 'move';
}

/** Nothing where something else was dropped. */
export function draggedUnits(event: DragEvent): string[] {
  try {
    const ids: unknown = JSON.parse(event.dataTransfer.getData(kind));
    return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
