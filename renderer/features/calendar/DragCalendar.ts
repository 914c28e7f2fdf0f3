// react-big-calendar with dragging and resizing, for our entries.
import type { ComponentType } from 'react';
import { Calendar } from 'react-big-calendar';
import type { CalendarProps } from 'react-big-calendar';
import addon from 'react-big-calendar/lib/addons/dragAndDrop';
import type { withDragAndDropProps } from 'react-big-calendar/lib/addons/dragAndDrop';
import 'react-big-calendar/lib/css/react-big-calendar.css';
import 'react-big-calendar/lib/addons/dragAndDrop/styles.css';
import type { ShownEntry } from './entries.ts';

// The addon is CommonJS: bundled into a module its default is the module itself, and the function stands one deeper.
const withDragAndDrop = typeof addon === 'function' ? addon : (addon as { default: typeof addon }).default;

export const DragCalendar: ComponentType<CalendarProps<ShownEntry> & withDragAndDropProps<ShownEntry>> = withDragAndDrop<ShownEntry>(Calendar<ShownEntry>);
