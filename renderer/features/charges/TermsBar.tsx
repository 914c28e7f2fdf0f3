// The row over the board: which level, for which programme, from when to when, as what; and what else holds, behind a button.
import { ActionIcon, Checkbox, Popover, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useLevelName } from '../../frame/levels.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { ChargeKind } from '../../../shared/model/charge.ts';
import type { Programme } from '../../../shared/model/programme.ts';
import { usualPeriod } from './useTerms.ts';
import type { Terms } from './useTerms.ts';

interface Props {
  terms: Terms;
  setTerms: (change: Partial<Terms>) => void;
  programmes: Programme[];
  levelIds: string[];
  today: string;
}

const every = 'every';

export function TermsBar({ terms, setTerms, programmes, levelIds, today }: Props) {
  const t = useWords('charges');
  const named = useNamed();
  const level = useLevelName();
  const backwards = terms.toDay < terms.fromDay;
  return (
    <Toolbar label={t('terms')}>
      <Select aria-label={t('level')} w={130} allowDeselect={false} value={terms.levelId} onChange={(levelId) => { if (levelId) setTerms({ levelId }); }} data={levelIds.map((id) => ({ value: id, label: level(id, 2) }))} />
      <Select
        aria-label={t('programme')} w={190} allowDeselect={false} value={terms.programmeId ?? every} data={[{ value: every, label: t('everyProgramme') }, ...programmes.map((programme) => ({ value: programme.id, label: named(programme) }))]}
        onChange={(id) => setTerms({ programmeId: id === every ? null : id, ...usualPeriod(programmes.find((programme) => programme.id === id), today) })}
      />
      <DayField aria-label={t('from')} w={116} value={terms.fromDay} onChange={(fromDay) => { if (fromDay) setTerms({ fromDay, ...(terms.toDay < fromDay ? { toDay: fromDay } : { toDay: terms.toDay }) }); }} />
      <span className="charges-dim">{t('to')}</span>
      <DayField aria-label={t('until')} w={116} value={terms.toDay} error={backwards} onChange={(toDay) => { if (toDay) setTerms({ fromDay: terms.fromDay, toDay }); }} />
      <SegmentedControl size="xs" aria-label={t('kindLabel')} value={terms.kind} onChange={(kind) => setTerms({ kind: kind as ChargeKind })} data={(['inCharge', 'coInCharge'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))} />
      <Popover width={320} position="bottom-end" withArrow trapFocus>
        <Popover.Target>
          <ActionIcon variant="default" size={32} aria-label={t('more')} title={t('more')}><IconAdjustments size={17} stroke={1.7} /></ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <div className="charges-form">
            <Checkbox label={t('takeOver')} description={t('takeOverNote')} checked={terms.takeOver} disabled={terms.kind !== 'inCharge'} onChange={(event) => setTerms({ takeOver: event.currentTarget.checked })} />
            <Checkbox label={t('nameOnTargets')} checked={terms.nameOnTargets} onChange={(event) => setTerms({ nameOnTargets: event.currentTarget.checked })} />
            <TextInput label={t('orderBy')} maxLength={200} value={terms.orderBy} onChange={(event) => setTerms({ orderBy: event.currentTarget.value })} />
            <DayField label={t('orderDay')} clearable value={terms.orderDay} onChange={(orderDay) => setTerms({ orderDay })} />
          </div>
        </Popover.Dropdown>
      </Popover>
    </Toolbar>
  );
}
