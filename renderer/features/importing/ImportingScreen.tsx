// Brings units in from a flat sheet, step by step: the sheet, its columns, what would come of it, and only then the tree.
import { useState } from 'react';
import './importing.css';
import { ChooseColumns } from './ChooseColumns.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { DoneStep } from './DoneStep.tsx';
import { draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { PreviewStep } from './PreviewStep.tsx';
import type { Step } from './Steps.tsx';
import { useCommand, useJob, useQuery, useWorkspace } from '../../hooks.ts';
import { ProgressDialog } from '../../ui/ProgressDialog.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Progress } from '../../../shared/contract.ts';
import type { ChosenSheet } from '../../../shared/contract/sheets.ts';
import type { ImportDone, ImportMapping, ImportPreview, ImportWanted } from '../../../shared/model/importing.ts';

function Working({ title, job }: { title: string; job: { running: boolean; progress: Progress | null; cancel: () => void } }) {
  const t = useWords('importing');
  const { progress } = job;
  // Reading and checking say nothing of how far they are.
  const counted = progress !== null && progress.total > 1;
  return (
    <ProgressDialog
      opened={job.running} title={title} stage={progress ? t(`stages.${progress.stage}`) : ''} onCancel={job.cancel}
      done={counted ? progress.done : 0} total={counted ? progress.total : 0}
    />
  );
}

export default function ImportingScreen() {
  const t = useWords('importing');
  const named = useNamed();
  const workspace = useWorkspace();
  const [step, setStep] = useState<Step>('file');
  const [sheet, setSheet] = useState<ChosenSheet | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [chosenRoot, setChosenRoot] = useState<string | null>(null);
  const [checked, setChecked] = useState<{ mapping: ImportMapping; preview: ImportPreview } | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const [choose, choosing] = useCommand('exchange.choose');
  const preview = useJob('exchange.preview');
  const apply = useJob('exchange.apply');
  const rootId = chosenRoot ?? workspace?.rootUnitId ?? null;
  const root = useQuery('units.get', rootId === null ? null : { id: rootId }).data;
  const under = root ? named(root) : '';

  const onChoose = async () => {
    const found = await choose({});
    if (!found) return;
    setSheet(found);
    setDraft(draftOf(found.guess, Math.max(...found.sample.map((row) => row.length), 1)));
    setStep('columns');
  };
  const onCheck = async (mapping: ImportMapping) => {
    const found = sheet && await preview.run({ token: sheet.token, rootId, mapping });
    if (!found) return;
    setChecked({ mapping, preview: found });
    setStep('preview');
  };
  const onApply = async (wanted: ImportWanted) => {
    const made = sheet && checked && await apply.run({ token: sheet.token, rootId, mapping: checked.mapping, wanted });
    if (!made) return;
    setDone(made);
    setStep('done');
  };
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={t('note')} />
      <div className="import-body">
        {step === 'file' ? <ChooseFile busy={choosing.busy} onChoose={() => void onChoose()} /> : null}
        {step === 'columns' && sheet && draft ? (
          <ChooseColumns
            sheet={sheet} draft={draft} rootId={rootId} busy={preview.running} onDraft={setDraft} onRoot={setChosenRoot}
            onAnother={() => void onChoose()} onCheck={(mapping) => void onCheck(mapping)}
          />
        ) : null}
        {step === 'preview' && checked ? (
          <PreviewStep preview={checked.preview} today={workspace?.today ?? ''} under={under} busy={apply.running} onBack={() => setStep('columns')} onApply={(wanted) => void onApply(wanted)} />
        ) : null}
        {step === 'done' && rootId !== null && done ? (
          <DoneStep done={done} leftOut={checked?.preview.badRows.length ?? 0} rootId={rootId} under={under} onMore={() => setStep('file')} />
        ) : null}
      </div>
      <Working title={t('checking')} job={preview} />
      <Working title={t('adding')} job={apply} />
    </div>
  );
}
