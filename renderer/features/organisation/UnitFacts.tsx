// What is known of a unit, line by line; what is not known has no line.
import { IconFlask } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useLevelName } from '../../frame/levels.ts';
import { useSession } from '../../store.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useLanguage, useNamed, useNumbers, usePick, useWords } from '../../words.ts';
import type { Constituency, UnitDetail } from '../../../shared/model/unit.ts';
import { useChanged } from './useChanged.ts';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Count({ unit, levelId, units }: { unit: UnitDetail; levelId: string; units: number }) {
  const level = useLevelName();
  const t = useWords('organisation');
  const { number } = useNumbers();
  const changed = useChanged(`${unit.id} ${levelId}`, units);
  const show = () => {
    const { setScope, go } = useSession.getState();
    setScope(unit.parentId === null ? null : unit.id);
    go('organisation', { levelId });
  };
  return (
    <>
      <dt>{level(levelId, units)}</dt>
      <dd data-changed={changed}><Figure onOpen={show} label={t('showThem')}>{number(units)}</Figure></dd>
    </>
  );
}

export function UnitFacts({ unit }: { unit: UnitDetail }) {
  const t = useWords('organisation');
  const pick = usePick();
  const named = useNamed();
  const language = useLanguage();
  const { number, day } = useNumbers();
  const electorsChanged = useChanged(unit.id, unit.electors);
  const other = language === 'hi' ? unit.nameEn : unit.nameHi;
  const place = pick(unit.placeEn, unit.placeHi);
  const seat = ({ id, number: seatNumber, ...names }: Constituency) => (
    <Figure onOpen={() => useSession.getState().go('organisation', { constituencyId: id })} label={t('showBooths')}>{seatNumber} · {named(names)}</Figure>
  );
  return (
    <>
      {unit.demonstration ? <p className="unit-mark"><IconFlask size={14} stroke={1.8} aria-hidden="true" /> {t('demonstrationLong')}</p> : null}
      {unit.closedDay !== null ? <p className="unit-mark">{t('closedOn', { day: day(unit.closedDay) })}</p> : null}
      <dl className="unit-facts">
        {other && other !== named(unit) ? <Fact name={t(language === 'hi' ? 'field.nameEn' : 'field.nameHi')}><span lang={language === 'hi' ? 'en' : 'hi'}>{other}</span></Fact> : null}
        {unit.nameHi === null ? <Fact name={t('field.nameHi')}><span className="org-dim">{t('missing')}</span></Fact> : null}
        {place ? <Fact name={t('headquarters')}>{place}</Fact> : null}
        {unit.code ? <Fact name={t('field.code')}>{unit.code}</Fact> : null}
        {unit.constituency ? <Fact name={t('levels:assembly')}>{seat(unit.constituency)}</Fact> : null}
        {unit.lokSabha ? <Fact name={t('levels:lokSabha')}>{seat(unit.lokSabha)}</Fact> : null}
        {unit.partNumber ? <Fact name={t('field.partNumber')}>{unit.partNumber}</Fact> : null}
        {unit.electors > 0 ? <><dt>{t('electors')}</dt><dd data-changed={electorsChanged}>{number(unit.electors)}</dd></> : null}
        {unit.counts.map((count) => <Count key={count.levelId} unit={unit} {...count} />)}
      </dl>
    </>
  );
}
