// Parts of react-big-calendar that its own types leave out; CommonJS, so what is meant may stand one deeper.
declare module 'react-big-calendar/lib/addons/dragAndDrop/DnDContext' {
  const part: { DnDContext?: unknown; default?: { DnDContext?: unknown } };
  export = part;
}
declare module 'react-big-calendar/lib/addons/dragAndDrop/EventContainerWrapper' {
  const part: { default?: unknown };
  export = part;
}
declare module 'react-big-calendar/lib/addons/dragAndDrop/WeekWrapper' {
  const part: { default?: unknown };
  export = part;
}
