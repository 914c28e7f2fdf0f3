// The frame of every form in the inspector: Enter sends it, Esc leaves it, its first field (or its act) has the keyboard.
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../../words.ts';
import { closeUnitForm } from './unitForm.ts';

interface Props {
  title: string;
  /** What the button says: the act. */
  act: string;
  busy: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  /** Everything is filled in already: Enter is enough. */
  startAtAct?: boolean;
  /** A second button beside the first. */
  also?: ReactNode;
  children: ReactNode;
}

export function FormFrame({ title, act, busy, disabled = false, startAtAct = false, onSubmit, also, children }: Props) {
  const t = useWords('organisation');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (startAtAct) {
      form.current?.querySelector<HTMLButtonElement>('[type=submit]')?.focus();
      return;
    }
    const field = form.current?.querySelector<HTMLInputElement>('[data-first]') ?? form.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [startAtAct]);
  return (
    <form
      ref={form} className="unit-form" aria-label={title} noValidate
      onSubmit={(event) => { event.preventDefault(); if (!busy && !disabled) onSubmit(); }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        closeUnitForm();
      }}
    >
      <h3>{title}</h3>
      {children}
      <div className="unit-form-acts">
        <Button type="submit" loading={busy} disabled={disabled}>{act}</Button>
        {also}
        <Button variant="default" onClick={closeUnitForm}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
