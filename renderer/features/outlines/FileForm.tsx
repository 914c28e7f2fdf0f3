// What the areas of a chosen file are, and which property says whose each is; guessed, to be put right.
import { Alert, Button, NativeSelect } from '@mantine/core';
import { useLevelName } from '../../frame/levels.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useWords } from '../../words.ts';
import type { OutlineChoice, OutlineFile, OutlineLevel } from '../../../shared/model/outline.ts';

type Choice = Pick<OutlineChoice, 'levelId' | 'codeProperty' | 'nameProperty'>;

interface Props {
  file: OutlineFile;
  levels: OutlineLevel[];
  choice: Choice;
  busy: boolean;
  onChoice: (choice: Choice) => void;
  onCheck: () => void;
  onCancel: () => void;
}

export function FileForm({ file, levels, choice, busy, onChoice, onCheck, onCancel }: Props) {
  const t = useWords('outlines');
  const level = useLevelName();
  const properties = [
    { value: '', label: t('noProperty') },
    ...file.properties.map(({ name, samples }) => ({ value: name, label: t('propertyOption', { name, samples: samples.slice(0, 2).join(', ').slice(0, 40) }) })),
  ];
  const isSaid = choice.codeProperty !== null || choice.nameProperty !== null;
  return (
    <Panel title={t('file', { name: file.name, areas: file.areas })}>
      <div className="outlines-form">
        {file.notes.includes('swapped') ? <Alert color="yellow">{t('swapped')}</Alert> : null}
        {file.withoutArea > 0 ? <p>{t('withoutArea', { count: file.withoutArea })}</p> : null}
        <NativeSelect label={t('areaLevel')} value={choice.levelId} onChange={(event) => onChoice({ ...choice, levelId: event.currentTarget.value })} data={levels.map(({ levelId }) => ({ value: levelId, label: level(levelId, 2) }))} />
        <NativeSelect label={t('codeProperty')} value={choice.codeProperty ?? ''} onChange={(event) => onChoice({ ...choice, codeProperty: event.currentTarget.value || null })} data={properties} />
        <NativeSelect label={t('nameProperty')} value={choice.nameProperty ?? ''} onChange={(event) => onChoice({ ...choice, nameProperty: event.currentTarget.value || null })} data={properties} />
        {isSaid ? null : <p role="alert">{t('needProperty')}</p>}
        <div className="outlines-acts">
          <Button variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
          <Button disabled={!isSaid} loading={busy} onClick={onCheck}>{t('check')}</Button>
        </div>
      </div>
    </Panel>
  );
}
