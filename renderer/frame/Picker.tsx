// A field that finds one record by typing: what UnitPicker and PersonPicker share.
import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core';
import type { TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../words.ts';

export interface Choice {
  id: string;
  name: string;
  /** Level or title, and where it stands. */
  detail: string;
}

export interface PickerProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  /** Name of what is chosen; empty for nothing. */
  chosenName: string;
  text: string;
  onText: (text: string) => void;
  choices: Choice[];
  settled: boolean;
  onChoose: (id: string | null) => void;
  clearable?: boolean;
  /** The choices already say something before anything is typed, and are shown as soon as the field is clicked. */
  suggests?: boolean;
}

export function Picker({ chosenName, text, onText, choices, settled, onChoose, clearable = false, suggests = false, onBlur, ...rest }: PickerProps) {
  const t = useWords('common');
  const [typing, setTyping] = useState(false);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const { selectFirstOption } = combobox;
  const firstId = choices[0]?.id;
  // Hits come a moment after the typing: Enter must take the first of them, not nothing.
  useEffect(() => { if (typing && firstId !== undefined) selectFirstOption(); }, [typing, firstId, selectFirstOption]);
  const leave = () => { setTyping(false); onText(''); combobox.closeDropdown(); };
  return (
    <Combobox store={combobox} onOptionSubmit={(id) => { onChoose(id); leave(); }}>
      <Combobox.Target>
        <TextInput
          autoComplete="off" size="sm" placeholder={t('typeToSearch')}
          {...rest}
          value={typing ? text : chosenName}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => { if (suggests) combobox.openDropdown(); }}
          onChange={(event) => {
            setTyping(true);
            onText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex('active');
          }}
          onBlur={(event) => { leave(); onBlur?.(event); }}
          rightSection={clearable && chosenName !== '' && !typing
            ? <CloseButton size="sm" aria-label={t('clear')} onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(null)} />
            : rest.rightSection}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === '' && !suggests}>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {choices.map((choice, at) => (
            <Combobox.Option key={choice.id} value={choice.id} active={at === 0}>
              <div>{choice.name}</div>
              <div className="choice-detail">{choice.detail}</div>
            </Combobox.Option>
          ))}
          {choices.length === 0 && settled ? <Combobox.Empty>{t('nothingFound')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
