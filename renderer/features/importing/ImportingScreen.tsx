// Brings units in from a flat sheet, step by step: the sheet, its columns, what would come of it, and only then the tree.
import { useState } from 'react';
import './importing.css';
import { ChooseColumns } from './ChooseColumns.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { DoneStep } from './DoneStep.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { DropHere } from '../../frame/DropHere.tsx';
import { draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { PreviewStep } from './PreviewStep.tsx';
import { useShapes } from './shapes.ts';
import type { Step } from './Steps.tsx';
import { Working } from './Working.tsx';
import { useCommand, useJob, useQuery, useWorkspace } from '../../hooks.ts';
import { useLevels } from '../../frame/levels.ts';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useSession } from '../../store.ts';
import { useNamed, useWords } from '../../words.ts';
import type { ChosenFile, ChosenSheet } from '../../../shared/contract/sheets.ts';
import type { ImportDone, ImportMapping, ImportPreview, ImportWanted } from '../../../shared/model/importing.ts';

export default function ImportingScreen() {
  const t = useWords('importing');
  const named = useNamed();
  const workspace = useWorkspace();
  const [step, setStep] = useState<Step>('file');
  const [sheet, setSheet] = useState<ChosenSheet | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [recalled, setRecalled] = useState(false);
  const [chosenRoot, setChosenRoot] = useState<string | null>(null);
  const [checked, setChecked] = useState<{ round: number; mapping: ImportMapping; preview: ImportPreview } | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  const [choose, choosing] = useCommand('exchange.choose');
  const inspect = useJob('exchange.inspect');
  const levels = useLevels();
  const shapes = useShapes();
  const preview = useJob('exchange.preview');
  const apply = useJob('exchange.apply');
  const rootId = chosenRoot ?? workspace?.rootUnitId ?? null;
  const root = useQuery('units.get', rootId === null ? null : { id: rootId }).data;
  const under = root ? named(root) : '';

  const go = useSession((session) => session.go);
  const columnsOf = ({ sample }: ChosenSheet) => Math.max(...sample.map((row) => row.length), 1);
  const onFiles = async (files: ChosenFile[]) => {
    const [first, ...more] = files.map(({ token }) => token);
    const found = first === undefined ? undefined : await inspect.run({ token: first, more }, {
      // A file of borders is no sheet; it has a screen of its own, and goes there as it is.
      onRefused: ({ code }) => {
        if (code === 'import.outlines') go('outlines', { token: first });
        return code === 'import.outlines';
      },
    });
    if (!found) return;
    const before = shapes.recall(found.shape, found.headerRow, levels.map(({ id }) => id));
    setSheet(found);
    setChecked(null);
    setRecalled(before !== null);
    setDraft(draftOf(before ?? found.guess, columnsOf(found), found.headerRow));
    setStep('columns');
  };
  const onChoose = async () => {
    const files = await choose({});
    if (files) await onFiles(files);
  };
  const onForget = () => {
    if (!sheet) return;
    setRecalled(false);
    setDraft(draftOf(sheet.guess, columnsOf(sheet), sheet.headerRow));
  };
  const onCheck = async (given: ImportMapping) => {
    // What was said of bodies by hand outlives a look back at the columns.
    const said = checked?.mapping.form === 'localBodies' ? checked.mapping.said : undefined;
    const mapping = given.form === 'localBodies' && given.said === undefined && said !== undefined ? { ...given, said } : given;
    const found = sheet && await preview.run({ token: sheet.token, more: sheet.more, rootId, mapping });
    if (!found) return;
    // What was only guessed needs no remembering: it would be guessed again, and better by a newer version.
    if (recalled || JSON.stringify({ ...mapping, said: undefined }) !== JSON.stringify(sheet.guess)) shapes.remember(sheet.shape, mapping);
    setChecked({ round: (checked?.round ?? 0) + 1, mapping, preview: found });
    setStep('preview');
  };
  const onApply = async (wanted: ImportWanted) => {
    const made = sheet && checked && await apply.run({ token: sheet.token, more: sheet.more, rootId, mapping: checked.mapping, wanted });
    if (!made) return;
    setDone(made);
    setStep('done');
  };
  return (
    <div className="screen">
      <ScreenHeader title={t('title')} note={t('note')} />
      <DropHere onFiles={(files) => void onFiles(files)}>
        {step === 'file' ? <ChooseFile busy={choosing.busy || inspect.running} onChoose={() => void onChoose()} earlier={<EarlierImports />} /> : null}
        {step === 'columns' && sheet && draft ? (
          <ChooseColumns
            sheet={sheet} draft={draft} remembered={recalled} rootId={rootId} busy={preview.running} onDraft={setDraft} onForget={onForget} onRoot={setChosenRoot}
            onAnother={() => void onChoose()} onCheck={(mapping) => void onCheck(mapping)}
          />
        ) : null}
        {step === 'preview' && checked ? (
          <PreviewStep
            key={checked.round} preview={checked.preview} today={workspace?.today ?? ''} under={under} busy={apply.running} checking={preview.running}
            onSaid={(said) => { if (checked.mapping.form === 'localBodies') void onCheck({ ...checked.mapping, said }); }} onBack={() => setStep('columns')} onApply={(wanted) => void onApply(wanted)}
          />
        ) : null}
        {step === 'done' && rootId !== null && done ? (
          <DoneStep done={done} leftOut={checked?.preview.badRows.length ?? 0} rootId={rootId} under={under} onMore={() => setStep('file')} />
        ) : null}
      </DropHere>
      <Working title={t('reading')} job={inspect} />
      <Working title={t('checking')} job={preview} />
      <Working title={t('adding')} job={apply} />
    </div>
  );
}
