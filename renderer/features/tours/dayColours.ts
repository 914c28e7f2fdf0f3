// One colour for each day of a tour; with its number, so that the colour is never needed alone.

export const colourCount = 10;

/** For an element drawn in the colour of day `index` (from 0); colours repeat after ten days. */
export function dayColour(index: number): Record<string, string> {
  return { '--day': `var(--day-${(index % colourCount) + 1})` };
}
