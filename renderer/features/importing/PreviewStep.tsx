// The third step: what the sheet brings, what of it is wanted, and which rows are left out and why.
import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { BadRows } from './BadRows.tsx';
import { BodyMatches } from './BodyMatches.tsx';
import { ChangeList } from './ChangeList.tsx';
import { GroupList } from './GroupList.tsx';
import { Kinds } from './Kinds.tsx';
import type { Shown } from './Kinds.tsx';
import { LevelCounts } from './LevelCounts.tsx';
import { Steps } from './Steps.tsx';
import { changeKinds, choiceOf, countOf, looksRenumbered, unitsToAdd, unitsToPut, unmatched, wantedOf } from './wanted.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useWords } from '../../words.ts';
import type { ImportPreview, ImportWanted, LocalBodiesMapping } from '../../../shared/model/importing.ts';

interface Props {
  preview: ImportPreview;
  today: string;
  /** Name of the unit imported under. */
  under: string;
  busy: boolean;
  checking: boolean;
  /** Somebody said which units bodies are: the sheet is checked again with that. */
  onSaid: (said: NonNullable<LocalBodiesMapping['said']>) => void;
  onBack: () => void;
  onApply: (wanted: ImportWanted) => void;
}

export function PreviewStep({ preview, today, under, busy, checking, onSaid, onBack, onApply }: Props) {
  const t = useWords('importing');
  const { groups, badRows, matched, totalsSkipped, headsSkipped, duplicates, changeCounts } = preview;
  const changed = changeKinds.filter((kind) => changeCounts[kind] > 0);
  const [choice, setChoice] = useState(() => choiceOf(preview, today));
  const [shown, setShown] = useState<Shown>(unmatched(preview) > 0 ? 'bodies' : badRows.length > 0 ? 'bad' : groups ? 'groups' : changed[0] ?? 'add');
  const toAdd = choice.kinds.add ? unitsToAdd(preview) : 0;
  const toChange = changed.reduce((sum, kind) => sum + countOf(preview, choice, kind), 0);
  const toPut = unitsToPut(preview);
  const skipped = totalsSkipped + headsSkipped + duplicates > 0;
  const act = groups ? t('groups.act', { count: toPut }) : toChange > 0 ? t('preview.take', { count: toAdd + toChange }) : t(badRows.length > 0 ? 'preview.applyWithout' : 'preview.apply', { count: toAdd });
  const lead = groups ? t(toPut > 0 ? 'groups.will' : groups.classes.length > 0 ? 'groups.nothingNew' : 'groups.nothingRead', { count: toPut }) : unitsToAdd(preview) > 0 ? t('preview.willAdd', { count: toAdd, name: under }) : changed.length > 0 ? t('preview.newer') : t(matched > 0 ? 'preview.nothingNew' : 'preview.nothingRead');
  return (
    <>
      <Steps step="preview">
        <Button variant="default" onClick={onBack}>{t('preview.back')}</Button>
        <Button disabled={toAdd + toChange + toPut === 0} loading={busy} onClick={() => onApply(wantedOf(choice))}>{act}</Button>
      </Steps>
      <div className="import-preview">
        <Panel>
          <p className="import-sum">
            <strong>{lead}</strong>
            <span data-bad={badRows.length > 0 || undefined}>{badRows.length > 0 ? t('preview.leftOut', { count: badRows.length }) : t('preview.allGood')}</span>
            {preview.seats.length > 0 && (choice.kinds.add || choice.kinds.details) ? <span>{t('preview.seats', { count: preview.seats.length })}</span> : null}
            <span>{t('preview.read', { count: preview.rowsRead })} {skipped ? t('preview.skipped', { totals: totalsSkipped, heads: headsSkipped, duplicates }) : ''}</span>
          </p>
        </Panel>
        {looksRenumbered(preview) ? <Alert color="yellow">{t('changes.renumbered')}</Alert> : null}
        <div className="import-tables">
          <div className="import-side">
            <Kinds preview={preview} choice={choice} shown={shown} onShown={setShown} onChoice={setChoice} />
            {shown === 'add' ? null : <LevelCounts preview={preview} />}
          </div>
          {shown === 'add' ? <LevelCounts preview={preview} /> : shown === 'bad' ? <BadRows rows={badRows} /> : shown === 'bodies' ? <BodyMatches bodies={preview.bodies} busy={checking} onSaid={onSaid} /> : shown === 'groups' ? groups && <GroupList groups={groups} /> : <ChangeList key={shown} preview={preview} kind={shown} choice={choice} onHeld={(held) => setChoice({ ...choice, held })} />}
        </div>
      </div>
    </>
  );
}
