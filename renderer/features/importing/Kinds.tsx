// What the sheet brings, kind by kind, each to be taken over or not; the kind chosen is listed beside it.
import { Checkbox } from '@mantine/core';
import { Panel } from '../../ui/Panel.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { useNumbers, useWords } from '../../words.ts';
import type { ImportPreview } from '../../../shared/model/importing.ts';
import { changeKinds, countOf, unitsToAdd, unitsToPut, unmatched } from './wanted.ts';
import type { ChangeKind, Choice } from './wanted.ts';

export type Shown = 'add' | ChangeKind | 'groups' | 'bodies' | 'bad';

interface Props {
  preview: ImportPreview;
  choice: Choice;
  shown: Shown;
  onShown: (shown: Shown) => void;
  onChoice: (choice: Choice) => void;
}

export function Kinds({ preview, choice, shown, onShown, onChoice }: Props) {
  const t = useWords('importing');
  const { exact } = useNumbers();
  const counts: [Shown, number][] = [
    preview.groups === null ? ['add', unitsToAdd(preview)] : ['groups', unitsToPut(preview)], ...changeKinds.map((kind): [Shown, number] => [kind, preview.changeCounts[kind]]), ['bodies', unmatched(preview)], ['bad', preview.badRows.length],
  ];
  const dated = countOf(preview, choice, 'renames') + countOf(preview, choice, 'moves') + countOf(preview, choice, 'gone') > 0;
  const label = (kind: Shown) => (kind === 'bad' ? t('preview.bad') : kind === 'groups' || kind === 'bodies' ? t(`${kind}.title`) : t(`changes.${kind}`));
  return (
    <Panel title={t('preview.brings')} flush>
      <ul className="import-kinds">
        {counts.filter(([kind, count]) => count > 0 || kind === 'add' || kind === 'groups' || (kind === 'bodies' && preview.bodies.length > 0)).map(([kind, count]) => (
          <li key={kind} data-shown={shown === kind || undefined}>
            {kind === 'bad' || kind === 'groups' || kind === 'bodies' || count === 0 ? <span className="import-kind-none" /> : (
              <Checkbox size="xs" aria-label={t('changes.takeKind', { kind: label(kind) })} checked={choice.kinds[kind]} onChange={(event) => onChoice({ ...choice, kinds: { ...choice.kinds, [kind]: event.currentTarget.checked } })} />
            )}
            <button type="button" aria-pressed={shown === kind} onClick={() => onShown(kind)}>
              <span>{label(kind)}</span>
              <b className="figures">{exact(count)}</b>
            </button>
          </li>
        ))}
      </ul>
      {dated ? (
        <div className="import-day">
          <DayField label={t('changes.day')} value={choice.day} onChange={(day) => onChoice({ ...choice, day: day ?? choice.day })} />
          <p>{t('changes.dayNote')}</p>
          {unitsToAdd(preview) > 0 && choice.kinds.add ? (
            <Checkbox size="sm" label={t('changes.opensNew')} checked={choice.opensNew} onChange={(event) => onChoice({ ...choice, opensNew: event.currentTarget.checked })} />
          ) : null}
        </div>
      ) : null}
    </Panel>
  );
}
