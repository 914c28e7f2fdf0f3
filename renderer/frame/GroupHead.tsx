// The head of a class in a list in groups: its name and how many stand in it; it opens and closes.
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useClassName } from './grouping.ts';
import { useNumbers } from '../words.ts';
import type { ClassName } from '../../shared/model/group.ts';

interface Props {
  of: ClassName;
  count: number;
  folded: boolean;
  onFold: () => void;
}

export function GroupHead({ of, count, folded, onFold }: Props) {
  const className = useClassName();
  const { number } = useNumbers();
  const Arrow = folded ? IconChevronRight : IconChevronDown;
  return <button type="button" tabIndex={-1} className="group-head" aria-expanded={!folded} onClick={onFold}><Arrow size={15} aria-hidden="true" /><b>{className(of)}</b> <span>{number(count)}</span></button>;
}
