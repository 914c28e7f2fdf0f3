// Per level: how many units have an official outline; the rest is drawn from points. Choosing one shows it on the map.
import { Button } from '@mantine/core';
import { useLevelName } from '../../frame/levels.ts';
import { useCommand } from '../../hooks.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { OutlineLevel } from '../../../shared/model/outline.ts';

interface Props {
  levels: OutlineLevel[];
  unitId: string | null;
  levelId: string | null;
  onLevel: (levelId: string) => void;
}

export function LevelTable({ levels, unitId, levelId, onLevel }: Props) {
  const t = useWords('outlines');
  const level = useLevelName();
  const { number } = useNumbers();
  const [remove] = useCommand('outlines.remove');
  return (
    <>
      <Panel title={t('levels')} flush>
        <table className="grid outlines-levels">
          <thead><tr><th scope="col">{t('level')}</th><th scope="col" className="figures">{t('units')}</th><th scope="col" className="figures">{t('outlines')}</th><th scope="col" aria-label={t('remove')} /></tr></thead>
          <tbody>
            {levels.map((one) => (
              <tr key={one.levelId} aria-selected={one.levelId === levelId}>
                <td><button type="button" className="outlines-level" aria-pressed={one.levelId === levelId} onClick={() => onLevel(one.levelId)}>{level(one.levelId, 2)}</button></td>
                <td className="figures">{number(one.units)}</td>
                <td className="figures">{one.outlines === 0 ? <span className="outlines-none">{t('none')}</span> : number(one.outlines)}</td>
                <td>{one.outlines > 0 ? <Button size="compact-xs" variant="subtle" aria-label={`${t('remove')}: ${level(one.levelId, 2)}`} title={t('removeOf', { level: level(one.levelId, 2) })} onClick={() => void remove({ unitId, levelId: one.levelId }, { undoToast: true })}>{t('remove')}</Button> : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <p className="outlines-about">{t('about')}</p>
    </>
  );
}
