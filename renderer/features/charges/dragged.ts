// What is dragged onto a leader: the chosen units, by their ids.
const type = 'application/x-sangathan-units';

/** `ghost` is what the pointer carries, in words. */
export function beginDrag(event: React.DragEvent, unitIds: readonly string[], ghost: string): void {
  event.dataTransfer.setData(type, JSON.stringify(unitIds));
  event.dataTransfer.effectAllowed = 'copy';
  const chip = document.createElement('div');
  chip.className = 'charges-ghost';
  chip.textContent = ghost;
  document.body.append(chip);
  event.dataTransfer.setDragImage(chip, 12, 12);
  setTimeout(() => chip.remove());
}

export const carriesUnits = (event: React.DragEvent): boolean => event.dataTransfer.types.includes(type);

/** The units dropped; empty for anything else. */
export function droppedUnits(event: React.DragEvent): string[] {
  const text = event.dataTransfer.getData(type);
  return text === '' ? [] : (JSON.parse(text) as string[]);
}
