// Places on the board that others fill: what lies beside a leg, the foot of a day, the bar over all days.
import type { ComponentType } from 'react';
import type { TourDay, TourDetail, TourVisit } from '../../../shared/model/tour.ts';

type Slot<Props> = Record<string, { default: ComponentType<Props> }>;

const first = <Props>(found: Slot<Props>): ComponentType<Props> | null => Object.values(found)[0]?.default ?? null;

export const LegSlot = first(import.meta.glob<{ default: ComponentType<{ tour: TourDetail; day: TourDay; visit: TourVisit }> }>('./roadside/LegSlot.tsx', { eager: true }));
export const DaySlot = first(import.meta.glob<{ default: ComponentType<{ tour: TourDetail; day: TourDay; personId: string }> }>('./roadside/DaySlot.tsx', { eager: true }));
export const TourSlot = first(import.meta.glob<{ default: ComponentType<{ tour: TourDetail }> }>('./roadside/TourSlot.tsx', { eager: true }));
