// Language, theme, row height and large numbers; each takes hold at once.
import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useSession } from '../../store.ts';
import { Panel } from '../../ui/Panel.tsx';
import { useWords } from '../../words.ts';

interface ChoiceProps<Value extends string> { label: string; value: Value; data: { value: Value; label: string }[]; onChange: (value: Value) => void }

function Choice<Value extends string>({ label, value, data, onChange }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <div className="settings-choice">
      <span id={id}>{label}</span>
      <SegmentedControl aria-labelledby={id} value={value} data={data} onChange={onChange} transitionDuration={100} />
    </div>
  );
}

export function ReadingPanel() {
  const t = useWords('settings');
  const { language, theme, density, lakh, setReading } = useSession();
  return (
    <Panel title={t('reading')}>
      <Choice label={t('language')} value={language} data={[{ value: 'hi', label: 'हिन्दी' }, { value: 'en', label: 'English' }]} onChange={(value) => setReading({ language: value })} />
      <Choice
        label={t('theme')} value={theme} onChange={(value) => setReading({ theme: value })}
        data={[{ value: 'light', label: t('light') }, { value: 'dark', label: t('dark') }, { value: 'auto', label: t('auto') }]}
      />
      <Choice
        label={t('density')} value={density} onChange={(value) => setReading({ density: value })}
        data={[{ value: 'comfortable', label: t('comfortable') }, { value: 'dense', label: t('dense') }]}
      />
      <Choice
        label={t('numbers')} value={lakh ? 'lakh' : 'full'} onChange={(value) => setReading({ lakh: value === 'lakh' })}
        data={[{ value: 'full', label: t('fullNumbers') }, { value: 'lakh', label: t('lakhNumbers') }]}
      />
    </Panel>
  );
}
