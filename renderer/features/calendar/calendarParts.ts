// The parts of react-big-calendar that its types leave out: where the hand's act is known, and the boxes that draw it.
import type { ComponentType, Context } from 'react';
import * as context from 'react-big-calendar/lib/addons/dragAndDrop/DnDContext';
import * as columns from 'react-big-calendar/lib/addons/dragAndDrop/EventContainerWrapper';
import * as weeks from 'react-big-calendar/lib/addons/dragAndDrop/WeekWrapper';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import type { ShownEntry } from './entries.ts';

/** Where an entry was let go. */
export interface Dropped {
  event: ShownEntry;
  start: Date | string;
  end: Date | string;
  isAllDay?: boolean;
}

/** What the hand does with which entry. */
export interface HandState {
  interacting: boolean;
  action: 'move' | 'resize' | null;
  event: ShownEntry | null;
  direction: 'UP' | 'DOWN' | null;
}

export interface Draggable {
  onStart(): void;
  onEnd(dropped: Omit<Dropped, 'event'> | null): void;
  onBeginAction(event: ShownEntry, action: 'move' | 'resize', direction?: 'UP' | 'DOWN'): void;
  draggableAccessor: null;
  resizableAccessor: null;
  dragAndDropAction: HandState;
}

// CommonJS bundled into a module: its default is the module itself, and what is meant stands one deeper.
const deep = (part: { default: unknown }): ComponentType => {
  const found = part.default;
  return (typeof found === 'function' ? found : (found as { default: unknown }).default) as ComponentType;
};
const found = context as { DnDContext?: unknown; default?: { DnDContext: unknown } };

export const DragContext = (found.DnDContext ?? found.default?.DnDContext) as Context<{ draggable: Draggable }>;
export const ColumnBox = deep(columns as { default: unknown });
export const WeekBox = deep(weeks as { default: unknown });
