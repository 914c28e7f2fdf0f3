// react-big-calendar with dragging and resizing for our entries. Its own addon draws all anew with every act and every entry in fifteen pieces.
import { useMemo, useRef, useState } from 'react';
import { Calendar } from 'react-big-calendar';
import type { CalendarProps, Components } from 'react-big-calendar';
import { ColumnBox, DragContext, WeekBox } from './calendarParts.ts';
import type { Dropped, HandState } from './calendarParts.ts';
import type { ShownEntry } from './entries.ts';
import { EntryBox } from './EntryBox.tsx';

interface DragCalendarProps {
  calendar: CalendarProps<ShownEntry>;
  components: Components<ShownEntry>;
  onDrop: (dropped: Dropped) => void;
}

const still: HandState = { interacting: false, action: null, event: null, direction: null };

/** `calendar` and `components` must be the same objects as long as nothing in them changes. */
export function DragCalendar({ calendar, components, onDrop }: DragCalendarProps) {
  const [hand, setHand] = useState(still);
  // What is let go is reported within one event of the mouse, before a state would be seen.
  const now = useRef(still);
  const context = useMemo(() => {
    const put = (next: HandState) => { now.current = next; setHand(next); };
    return {
      draggable: {
        onStart: () => { if (!now.current.interacting) put({ ...now.current, interacting: true }); },
        onEnd: (dropped: Omit<Dropped, 'event'> | null) => {
          const { action, event } = now.current;
          if (action === null) return;
          put(still);
          if (dropped && event) onDrop({ ...dropped, event });
        },
        onBeginAction: (event: ShownEntry, action: 'move' | 'resize', direction: 'UP' | 'DOWN' | null = null) => put({ ...now.current, event, action, direction }),
        draggableAccessor: null, resizableAccessor: null, dragAndDropAction: hand,
      },
    };
  }, [hand, onDrop]);
  const drawn = useMemo(() => {
    const parts: unknown = { ...components, eventWrapper: EntryBox, eventContainerWrapper: ColumnBox, weekWrapper: WeekBox };
    return <Calendar<ShownEntry> {...calendar} selectable="ignoreEvents" components={parts as Components<ShownEntry>} />;
  }, [calendar, components]);
  return <DragContext value={context as never}><div className="rbc-addons-dnd" data-dragging={hand.interacting || undefined}>{drawn}</div></DragContext>;
}
