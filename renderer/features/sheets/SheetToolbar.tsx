// The choices of a sheet: its kind, programme and measure, language, depth.
import { Checkbox, SegmentedControl, Select } from '@mantine/core';
import type { SheetChoice, SheetKind } from './useSheetChoice.ts';
import { GroupBar } from '../../frame/GroupBar.tsx';
import { useLevelName } from '../../frame/levels.ts';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useNamed, useWords } from '../../words.ts';
import type { SheetLanguages } from '../../../shared/model/common.ts';

const languages = ['hi', 'en', 'both'] as const;

export function SheetToolbar({ choice }: { choice: SheetChoice }) {
  const t = useWords('sheets');
  const named = useNamed();
  const level = useLevelName();
  const { programme, metric, programmes } = choice;
  return (
    <Toolbar label={t('choices')}>
      <SegmentedControl
        size="sm" aria-label={t('kind')} value={choice.kind} onChange={(kind) => choice.setKind(kind as SheetKind)}
        data={[{ value: 'assignment', label: t('assignment') }, { value: 'tour', label: t('tour') }]}
      />
      <SegmentedControl
        size="sm" aria-label={t('languages')} value={choice.languages} onChange={(value) => choice.setLanguages(value as SheetLanguages)}
        data={languages.map((value) => ({ value, label: t(`languagesOf.${value}`) }))}
      />
      {choice.kind === 'assignment' && programme ? (
        <>
          <Select
            aria-label={t('programme')} w={176} allowDeselect={false} value={programme.id} onChange={(id) => { if (id) choice.choose(id); }}
            data={(programmes ?? []).map((each) => ({ value: each.id, label: named(each) }))}
          />
          {metric ? (
            <Select
              aria-label={t('metric')} w={176} allowDeselect={false} value={metric.id} onChange={(id) => { if (id) choice.choose(programme.id, id); }}
              data={programme.metrics.map((each) => ({ value: each.id, label: named(each) }))}
            />
          ) : null}
          <Select
            aria-label={t('listed')} w={152} allowDeselect={false} value={choice.levelId ?? ''} onChange={(id) => choice.setLevelId(id || null)}
            data={[{ value: '', label: t('directlyBelow') }, ...choice.levelIds.map((id) => ({ value: id, label: t('allOfLevel', { level: level(id, 2) }) }))]}
          />
          <GroupBar />
          <Checkbox size="sm" label={t('detail')} disabled={choice.levelId !== null} checked={choice.detail && choice.levelId === null} onChange={(event) => choice.setDetail(event.currentTarget.checked)} />
        </>
      ) : null}
    </Toolbar>
  );
}
