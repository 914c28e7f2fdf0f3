// One link as a sentence with gaps: this programme, the rule, the days, the other end.
import { Button, Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { Picker } from '../../frame/Picker.tsx';
import { useCommand, useQuery } from '../../hooks.ts';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import type { Dated, LinkFields, LinkRow } from '../../../shared/model/schedule.ts';
import { ruleOf, rules } from './linkRules.ts';
import type { RuleId } from './linkRules.ts';
import { useOrderWords } from './conflictWords.ts';

/** Finds a programme, tour or meeting by typing; what is near to today stands first. */
function EndPicker({ programmeId, chosen, onChoose, error }: { programmeId: string; chosen: Dated | null; onChoose: (dated: Dated | null) => void; error: string | undefined }) {
  const t = useWords('programmes');
  const named = useNamed();
  const words = useOrderWords();
  const [text, setText] = useState('');
  const { data } = useQuery('programmes.linkable', { text: text.trim(), not: { kind: 'programme', id: programmeId }, limit: 12 }, { keep: true });
  const found = data ?? [];
  const idOf = (dated: Dated) => `${dated.kind} ${dated.id}`;
  return (
    <Picker
      label={t('otherEnd')} placeholder={t('otherEndExample')} error={error} chosenName={chosen ? named(chosen) : ''} text={text} onText={setText} settled={data !== undefined} suggests
      choices={found.map((dated) => ({ id: idOf(dated), name: named(dated), detail: `${t(`kindOf.${dated.kind}`)} · ${words.days(dated.fromDay, dated.toDay)}` }))}
      onChoose={(id) => onChoose(found.find((dated) => idOf(dated) === id) ?? null)}
    />
  );
}

export function LinkForm({ programme, link, onDone }: { programme: Programme; link: LinkRow | null; onDone: () => void }) {
  const t = useWords('programmes');
  const named = useNamed();
  const isFrom = link !== null && link.fromKind === 'programme' && link.fromId === programme.id;
  const [rule, setRule] = useState<RuleId>(link ? ruleOf(link.kind, isFrom) : 'startsAfter');
  const [days, setDays] = useState<number>(link?.days ?? 3);
  const [other, setOther] = useState<Dated | null>(link ? (isFrom ? link.to : link.from) : null);
  const [tried, setTried] = useState(false);
  const [save, saving] = useCommand('programmes.saveLink');
  const { kind, thisIsFrom, takesDays } = rules[rule];

  async function send(): Promise<void> {
    setTried(true);
    if (!other) return;
    const here = { kind: 'programme' as const, id: programme.id };
    const [from, to] = thisIsFrom ? [here, other] : [other, here];
    const fields: LinkFields = { fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id, kind, days: takesDays ? days : 0, note: link?.note ?? '' };
    if (await save({ id: link?.id ?? null, fields }, { undoToast: true, onRefused: () => true })) onDone();
  }
  return (
    <div className="link-form" role="group" aria-label={t('addLink')} onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.stopPropagation(); onDone(); } }}>
      <Stack gap="xs">
        <strong>{named(programme)}</strong>
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <Select label={t('rule')} flex={1} allowDeselect={false} value={rule} data={Object.keys(rules).map((value) => ({ value, label: t(`rules.${value}`) }))} onChange={(next) => { if (next) setRule(next as RuleId); }} data-autofocus />
          {takesDays ? <NumberField label={t('atLeastDays')} w={96} value={days} min={0} max={1000} onChange={(value) => setDays(value ?? 0)} /> : null}
        </Group>
        <EndPicker programmeId={programme.id} chosen={other} onChoose={setOther} error={tried && !other ? t('wrong.noOtherEnd') : undefined} />
        {saving.error ? <ErrorPanel error={saving.error} /> : null}
        <Group gap="xs" justify="flex-end">
          <Button variant="subtle" size="compact-md" onClick={onDone}>{t('notNow')}</Button>
          <Button size="compact-md" loading={saving.busy} onClick={() => void send()}>{t(link ? 'saveLink' : 'addLinkNow')}</Button>
        </Group>
      </Stack>
    </div>
  );
}
