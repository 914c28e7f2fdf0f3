// What is seen while a file is being opened, once that takes long enough to wonder: one seldom or never opened here is read through first.
import { useEffect, useState } from 'react';
import { useWords } from '../words.ts';
import { Mark } from './Mark.tsx';

const shownAfterMilliseconds = 400;

export function Opening() {
  const t = useWords('frame');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), shownAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return <main className="opening" role="status"><Mark size={36} /><p>{t('opening')}</p></main>;
}
