// The legend's lines where a map is coloured by class.
import type { MapClasses } from './useMapClasses.ts';
import { useWords } from '../words.ts';

/** List items; put them into the legend's list. */
export function ClassLegend({ classes }: { classes: MapClasses }) {
  const t = useWords('groups');
  return (
    <>
      {classes.legend.map(({ id, fill, name }) => <li key={id}><span style={{ background: fill }} aria-hidden="true" />{name}</li>)}
      {classes.more > 0 ? <li>{t('moreClasses', { count: classes.more })}</li> : null}
    </>
  );
}
