// Where a held stop can go: read from the cards under the pointer, or stepped through with the arrow keys.
import type { TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';
import type { Spot } from './useDrop.ts';

/** A leader's visits of a day, without the stop that is held. */
export function othersOf(day: TourDay, personId: string, heldId: string | null): TourVisit[] {
  return day.visits.filter((visit) => visit.personId === personId && visit.stopId !== heldId);
}

/** The spot under the pointer; undefined: nowhere. Columns carry `data-board-day` and whose they are, cards `data-stop`, the tray `data-board-off`. */
export function spotAt(x: number, y: number, heldId: string): Spot | undefined {
  const under = document.elementsFromPoint(x, y).find((element) => element.closest('[data-board-day], [data-board-off]'));
  if (!under) return undefined;
  const column = under.closest<HTMLElement>('[data-board-day]');
  if (!column) return null;
  const cards = [...column.querySelectorAll<HTMLElement>('[data-stop]')].filter((card) => card.dataset['stop'] !== heldId);
  const index = cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect();
    return top + height / 2 < y;
  }).length;
  return { day: column.dataset['boardDay']!, index, personId: column.dataset['boardPerson'] ?? null };
}

/** One step with an arrow key, over the top or the bottom into another leader's row; the first step of a stop that is on no day puts it on the first. */
export function stepped(tour: TourDetail, spot: Spot, heldId: string, rows: readonly string[], key: string): Spot {
  const first = tour.days[0];
  if (!first || rows.length === 0) return spot;
  if (spot === null) return { day: first.day, index: 0, personId: rows[0]! };
  const row = Math.max(0, rows.indexOf(spot.personId ?? rows[0]!));
  const personId = rows[row]!;
  const at = tour.days.findIndex((day) => day.day === spot.day);
  const length = (day: TourDay, whose = personId) => othersOf(day, whose, heldId).length;
  const along = (step: number): Spot => {
    const day = tour.days[at + step];
    return day ? { day: day.day, index: Math.min(spot.index, length(day)), personId } : spot;
  };
  if (key === 'ArrowLeft') return along(-1);
  if (key === 'ArrowRight') return along(1);
  const day = tour.days[at];
  if (!day) return spot;
  if (key === 'ArrowUp') {
    if (spot.index > 0) return { ...spot, index: spot.index - 1 };
    const above = rows[row - 1];
    return above === undefined ? spot : { day: spot.day, index: length(day, above), personId: above };
  }
  if (key === 'ArrowDown') {
    if (spot.index < length(day)) return { ...spot, index: spot.index + 1 };
    const below = rows[row + 1];
    return below === undefined ? spot : { day: spot.day, index: 0, personId: below };
  }
  return spot;
}
