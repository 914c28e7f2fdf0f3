// Marks the page as ready once the first screen has its answers: for start-up measurements and whoever drives the window.
import { useEffect } from 'react';
import { queries } from '../queries.ts';

export function useReady(): void {
  useEffect(() => {
    let frame = 0;
    // An answer may lead to a further question, so the quiet must hold for two frames.
    const check = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => requestAnimationFrame(() => { if (queries.isIdle()) document.body.dataset['ready'] = 'true'; }));
    };
    check();
    const end = queries.onIdle(check);
    return () => { cancelAnimationFrame(frame); end(); };
  }, []);
}
