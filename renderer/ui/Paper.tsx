// The sheet on the desk: the very page that is printed, in a frame that runs no script, made to fit.
import { useCallback, useEffect, useRef, useState } from 'react';
import styles from './Paper.module.css';

/** Width and height of the page in CSS pixels. */
interface Size {
  width: number;
  height: number;
}

/** A4 upright on the screen, until the page itself is measured. */
const upright: Size = { width: 794, height: 1123 };
const largestScale = 1.25;
/** Even a short sheet is shown as a piece of paper: at least as high as A4 lying. */
const lyingShape = 210 / 297;

/** Measures the page once its fonts are there: before that lines break elsewhere. */
async function measure(frame: HTMLIFrameElement): Promise<Size | null> {
  const page = frame.contentDocument;
  if (!page?.body) return null;
  await page.fonts.ready;
  return { width: page.body.offsetWidth, height: Math.max(page.body.offsetHeight, Math.round(page.body.offsetWidth * lyingShape)) };
}

export function Paper({ html, title, fit }: { html: string; title: string; fit: boolean }) {
  const desk = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLIFrameElement>(null);
  const [size, setSize] = useState(upright);
  const [room, setRoom] = useState(0);

  useEffect(() => {
    if (!desk.current) return;
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? 0));
    watch.observe(desk.current);
    return () => watch.disconnect();
  }, []);
  const onLoad = useCallback(() => {
    if (frame.current) void measure(frame.current).then((found) => { if (found) setSize(found); });
  }, []);

  const scale = fit && room > 0 ? Math.min(largestScale, room / size.width) : 1;
  return (
    // A region that scrolls is reached by keyboard.
    <div ref={desk} className={styles['desk']} tabIndex={0} role="region" aria-label={title}>
      <div className={styles['page']} style={{ width: size.width * scale, height: size.height * scale }}>
        <iframe
          ref={frame} title={title} className={styles['frame']} sandbox="allow-same-origin" srcDoc={html} onLoad={onLoad} tabIndex={-1} scrolling="no"
          style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
        />
      </div>
    </div>
  );
}
