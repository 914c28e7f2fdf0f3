// Official outlines for the map: how many there are per level, and bringing them in from a file, checked before it is kept.
import { Button } from '@mantine/core';
import { IconPolygon } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useCommand, useJob, useQuery, useScope } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { ProgressDialog } from '../../ui/ProgressDialog.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { OutlineChoice, OutlineFile, OutlinePreview } from '../../../shared/model/outline.ts';
import { FileForm } from './FileForm.tsx';
import { LevelTable } from './LevelTable.tsx';
import { LevelMap, MatchMap } from './Maps.tsx';
import './outlines.css';
import { Result } from './Result.tsx';

type Choice = Pick<OutlineChoice, 'levelId' | 'codeProperty' | 'nameProperty'>;

export default function OutlinesScreen() {
  const t = useWords('outlines');
  const named = useNamed();
  const scope = useScope();
  const chosenScope = useSession((session) => session.scopeUnitId);
  const unit = useQuery('units.get', scope.unitId === null ? null : { id: scope.unitId }, { keep: true }).data;
  const levels = useQuery('outlines.levels', { unitId: chosenScope }, { keep: true }).data;
  const [levelId, setLevelId] = useState<string | null>(null);
  const [file, setFile] = useState<OutlineFile | null>(null);
  const [choice, setChoice] = useState<Choice | null>(null);
  const [preview, setPreview] = useState<OutlinePreview | null>(null);
  const [choose, choosing] = useCommand('outlines.choose');
  const inspect = useJob('outlines.inspect');
  const check = useJob('outlines.preview');
  const apply = useJob('outlines.apply');
  const running = [inspect, check, apply].find((job) => job.running);

  const leave = () => {
    setFile(null);
    setPreview(null);
  };
  const onToken = async (token: string) => {
    const found = await inspect.run({ token, unitId: chosenScope });
    if (!found) return;
    setPreview(null);
    setFile(found);
    setChoice(found.guess ?? { levelId: levels?.[0]?.levelId ?? '', codeProperty: null, nameProperty: null });
  };
  const onChoose = async () => {
    const chosen = await choose({});
    if (chosen) await onToken(chosen.token);
  };
  // The import wizard sends files of borders here.
  const sent = useSession((session) => session.route.params['token']);
  const onSent = useEffectEvent((token: string) => void onToken(token));
  useEffect(() => {
    if (sent) queueMicrotask(() => onSent(sent));
  }, [sent]);
  const whole = (own: Choice): OutlineChoice => ({ ...own, unitId: chosenScope });
  const onCheck = async () => {
    const found = file && choice && await check.run({ token: file.token, choice: whole(choice) });
    if (found) setPreview(found);
  };
  const onApply = async () => {
    const done = file && choice && await apply.run({ token: file.token, choice: whole(choice) }, { undoToast: true });
    if (!done) return;
    setLevelId(choice.levelId);
    leave();
  };
  return (
    <div className="screen">
      <ScreenHeader
        title={t('title')} note={chosenScope !== null && unit ? `${t('note')} ${t('inScope', { name: named(unit) })}` : t('note')}
        action={<Button leftSection={<IconPolygon size={17} />} loading={choosing.busy} onClick={() => void onChoose()}>{t('import')}</Button>}
      />
      <div className="outlines-body">
        <div className="outlines-side">
          {file && choice && preview ? <Result preview={preview} busy={apply.running} onBack={() => setPreview(null)} onApply={() => void onApply()} /> : null}
          {file && choice && !preview ? <FileForm file={file} levels={levels ?? []} choice={choice} onChoice={setChoice} onCheck={() => void onCheck()} onCancel={leave} busy={check.running} /> : null}
          {file ? null : <LevelTable levels={levels ?? []} unitId={chosenScope} levelId={levelId} onLevel={setLevelId} />}
        </div>
        <div className="outlines-map">
          {preview ? <MatchMap preview={preview} /> : scope.unitId !== null ? <LevelMap unitId={scope.unitId} levelId={levelId} levels={levels ?? []} /> : null}
        </div>
      </div>
      <ProgressDialog
        opened={running !== undefined} title={t('reading')} stage={running?.progress ? t(`stages.${running.progress.stage}`) : ''} onCancel={running?.cancel}
        done={running?.progress && running.progress.total > 1 ? running.progress.done : 0} total={running?.progress && running.progress.total > 1 ? running.progress.total : 0}
      />
    </div>
  );
}
