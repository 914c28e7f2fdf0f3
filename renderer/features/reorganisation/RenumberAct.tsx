// New part numbers from a mapping sheet: chosen, every row checked, then given to all booths at once.
import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { CallError } from '../../api.ts';
import { useCommand, useJob } from '../../hooks.ts';
import { errorInWords, useLanguage, useWords } from '../../words.ts';
import type { RenumberPreview } from '../../../shared/model/reorganisation.ts';
import { KindChoice } from './KindChoice.tsx';
import type { FormKind } from './KindChoice.tsx';
import { OrderFields } from './OrderFields.tsx';
import type { Order } from './OrderFields.tsx';
import { PartNumberSearch } from './PartNumberSearch.tsx';
import { RenumberPane } from './RenumberPane.tsx';

interface Props {
  today: string;
  onKind: (kind: FormKind) => void;
  onDone: () => void;
  onCancel: () => void;
}

export function RenumberAct({ today, onKind, onDone, onCancel }: Props) {
  const t = useWords('reorganisation');
  const language = useLanguage();
  const [order, setOrder] = useState<Order>({ day: today, orderBy: '', reason: '' });
  const [sheet, setSheet] = useState<{ token: string; name: string } | null>(null);
  const [preview, setPreview] = useState<RenumberPreview | null>(null);
  const [refusal, setRefusal] = useState<CallError | null>(null);
  const [choose, { busy: choosing }] = useCommand('reorganisation.chooseSheet');
  const { run: look } = useJob('reorganisation.previewRenumber');
  const { run: apply, running } = useJob('reorganisation.renumber');
  const token = sheet?.token ?? null;
  const { day } = order;

  useEffect(() => {
    if (token === null || day === null) return;
    let stale = false;
    const options = { onRefused: (error: CallError) => { if (!stale) { setRefusal(error); setPreview(null); } return true; } };
    void look({ token, day, orderBy: '', reason: '' }, options).then((seen) => {
      if (stale || seen === undefined) return;
      setPreview(seen);
      setRefusal(null);
    });
    return () => { stale = true; };
  }, [token, day, look]);

  const changes = preview ? preview.renumbered + preview.split + preview.merged : 0;
  const ready = token !== null && day !== null && preview !== null && preview.blocking === 0 && changes > 0 && refusal === null;
  async function send(): Promise<void> {
    if (ready && !running && (await apply({ token, day, orderBy: order.orderBy, reason: order.reason }, { undoToast: true })) !== undefined) onDone();
  }
  async function open(): Promise<void> {
    const chosen = await choose({});
    if (chosen) setSheet(chosen);
  }
  return (
    <div className="reorg-new">
      <form className="reorg-form" aria-label={t('newAct')} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <div className="reorg-form-fields">
          <KindChoice value="renumber" onChange={onKind} />
          <Button variant={sheet ? 'default' : 'light'} leftSection={<IconFileSpreadsheet size={16} />} loading={choosing} onClick={() => void open()}>{t(sheet ? 'renumber.chooseAgain' : 'renumber.choose')}</Button>
          {sheet ? <p>{sheet.name}</p> : null}
          <OrderFields order={order} onChange={(change) => setOrder({ ...order, ...change })} />
          <p className="reorg-dim">{t('stays.renumber')}</p>
          <PartNumberSearch />
        </div>
        <div className="reorg-form-foot">
          <Button type="submit" loading={running} disabled={!ready}>{t('apply.renumber')}</Button>
          <Button variant="default" onClick={onCancel}>{t('common:cancel')}</Button>
        </div>
      </form>
      <div className="reorg-preview" role="region" aria-label={t('preview')} tabIndex={0}>
        {refusal ? <p className="reorg-refusal" role="alert">{errorInWords(refusal, language)}</p> : null}
        {preview === null && refusal === null ? <p className="reorg-dim">{t('renumber.previewEmpty')}</p> : null}
        {preview ? <RenumberPane preview={preview} /> : null}
      </div>
    </div>
  );
}
