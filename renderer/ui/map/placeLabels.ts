// Chooses which names a map can show without one lying over another.

export interface LabelWish {
  id: string;
  text: string;
  /** The middle of the text. */
  x: number;
  y: number;
  /** The higher is placed first. */
  priority: number;
}

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** About how wide a text is: matras stand above or below their letter and take no room of their own. */
export function textWidth(text: string, fontSize: number): number {
  const letters = text.replaceAll(/[\u0900-\u0903\u093A\u093C\u0941-\u0948\u094D]/g, '').length;
  const devanagari = /[\u0900-\u097F]/.test(text);
  return letters * fontSize * (devanagari ? 0.68 : 0.56);
}

export function boxOf({ text, x, y }: Pick<LabelWish, 'text' | 'x' | 'y'>, fontSize: number): Box {
  // The halo round the letters counts: two names side by side must not read as one.
  const half = textWidth(text, fontSize) / 2 + 3;
  return { left: x - half, right: x + half, top: y - fontSize * 0.65, bottom: y + fontSize * 0.65 };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** The labels that fit, the important ones first; `taken` are boxes nothing may cover. */
export function placeLabels(wishes: readonly LabelWish[], fontSize: number, taken: readonly Box[] = []): LabelWish[] {
  const boxes = [...taken];
  return [...wishes]
    .sort((a, b) => b.priority - a.priority)
    .filter((wish) => {
      const box = boxOf(wish, fontSize);
      if (boxes.some((other) => boxesMeet(box, other))) return false;
      boxes.push(box);
      return true;
    });
}

export interface MarkWish {
  id: string;
  text: string;
  /** The middle of the mark. */
  x: number;
  y: number;
  radius: number;
  priority: number;
}

/** Names beside marks, under, over, right or left of them, whichever is free and within the drawing; where nothing is free there is none. */
export function placeAround(marks: readonly MarkWish[], fontSize: number, { width, height }: { width: number; height: number }, obstacles: readonly Box[] = []): LabelWish[] {
  const taken = marks.map(({ x, y, radius }): Box => ({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }));
  taken.push(...obstacles);
  const placed: LabelWish[] = [];
  for (const { id, text, x, y, radius, priority } of [...marks].sort((a, b) => b.priority - a.priority)) {
    const gap = radius + fontSize * 0.7 + 1;
    const aside = radius + 3 + textWidth(text, fontSize) / 2;
    const places: [number, number][] = [[x, y + gap], [x, y - gap], [x + aside, y], [x - aside, y], [x + aside * 0.7, y + gap], [x - aside * 0.7, y + gap], [x + aside * 0.7, y - gap], [x - aside * 0.7, y - gap]];
    const free = places.find(([atX, atY]) => {
      const box = boxOf({ text, x: atX, y: atY }, fontSize);
      const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      return isInside && !taken.some((other) => boxesMeet(box, other));
    });
    if (!free) continue;
    taken.push(boxOf({ text, x: free[0], y: free[1] }, fontSize));
    placed.push({ id, text, x: free[0], y: free[1], priority });
  }
  return placed;
}
