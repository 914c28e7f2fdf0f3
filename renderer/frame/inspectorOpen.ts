// Whether the inspector is shown: as it was left, or open where there is room for it.
import type { Session } from '../store.ts';

const roomyPixels = 1440;

export const isInspectorOpen = ({ remembered }: Session): boolean => {
  const left = remembered['frame.inspectorOpen'];
  return typeof left === 'boolean' ? left : window.innerWidth >= roomyPixels;
};

export const toggleInspector = (session: Session): void => session.remember('frame.inspectorOpen', !isInspectorOpen(session));
