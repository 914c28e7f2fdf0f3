// A new act: what is decided on the left, what it would carry on the right, worked out anew while it is typed.
import { Button, Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { call, CallError } from '../../api.ts';
import { useJob } from '../../hooks.ts';
import { errorInWords, useLanguage, useWords } from '../../words.ts';
import type { Act, ActPreview } from '../../../shared/model/reorganisation.ts';
import { ActFields } from './ActFields.tsx';
import { actOf, emptyDraft } from './draft.ts';
import type { Draft, DraftKind } from './draft.ts';
import { KindChoice } from './KindChoice.tsx';
import type { FormKind } from './KindChoice.tsx';
import { OrderFields } from './OrderFields.tsx';
import { PreviewPane } from './PreviewPane.tsx';

const previewAfterMilliseconds = 250;

interface Props {
  kind: DraftKind;
  unitId: string | null;
  /** A unit that is to go into another. */
  mergedId: string | null;
  today: string;
  /** Another form: new part numbers come from a sheet. */
  onRenumber: () => void;
  onDone: () => void;
  onCancel: () => void;
}

interface Seen {
  act: Act;
  preview: ActPreview | null;
  refusal: CallError | null;
}

/** The preview of the act as it stands; a newer one always wins. */
function usePreview(act: Act | null): Seen | null {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [text] = useDebouncedValue(act === null ? '' : JSON.stringify(act), previewAfterMilliseconds);
  useEffect(() => {
    if (text === '') return;
    let stale = false;
    const asked = JSON.parse(text) as Act;
    call('reorganisation.preview', asked).then(
      (preview) => { if (!stale) setSeen({ act: asked, preview, refusal: null }); },
      (error: unknown) => { if (!stale && error instanceof CallError) setSeen({ act: asked, preview: null, refusal: error }); },
    );
    return () => { stale = true; };
  }, [text]);
  return text === '' ? null : seen;
}

export function NewAct({ kind, unitId, mergedId, today, onRenumber, onDone, onCancel }: Props) {
  const t = useWords('reorganisation');
  const language = useLanguage();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(kind, unitId, today, mergedId));
  const change = (more: Partial<Draft>) => setDraft((now) => ({ ...now, ...more }));
  const changeKind = (next: FormKind) => {
    if (next === 'renumber') return onRenumber();
    setDraft({ ...emptyDraft(next, draft.unitId ?? draft.unitIds[0] ?? null, today), day: draft.day, orderBy: draft.orderBy, reason: draft.reason });
  };
  const act = actOf(draft);
  const seen = usePreview(act);
  const { run, running } = useJob('reorganisation.apply');
  const isSeen = act !== null && seen?.preview !== null && JSON.stringify(seen?.act) === JSON.stringify(act);

  async function send(): Promise<void> {
    if (act !== null && isSeen && !running && (await run(act, { undoToast: true })) !== undefined) onDone();
  }
  return (
    <div className="reorg-new">
      <form className="reorg-form" aria-label={t('newAct')} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div className="reorg-form-fields">
          <KindChoice value={draft.kind} onChange={changeKind} />
          <ActFields draft={draft} onChange={change} />
          {draft.kind === 'rename' ? null : <Switch size="sm" label={t('keepClasses')} description={t('keepClassesNote')} checked={draft.keepClasses} onChange={(event) => change({ keepClasses: event.currentTarget.checked })} />}
          <OrderFields order={draft} onChange={change} />
        </div>
        <div className="reorg-form-foot">
          <Button type="submit" loading={running} disabled={!isSeen}>{t(`apply.${draft.kind}`)}</Button>
          <Button variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
        </div>
      </form>
      <div className="reorg-preview" role="region" aria-label={t('preview')} tabIndex={0}>
        {seen?.refusal ? <p className="reorg-refusal" role="alert">{errorInWords(seen.refusal, language)}</p> : null}
        {act === null || seen === null ? <p className="reorg-dim">{t('previewEmpty')}</p> : null}
        {act !== null && seen?.preview ? <PreviewPane act={seen.act} preview={seen.preview} /> : null}
      </div>
    </div>
  );
}
