// What stands where a file is to be chosen: what for, and the way to do it.
import { IconFileSpreadsheet } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';

interface Props {
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  title: string;
  text?: string;
  action: ReactNode;
  children?: ReactNode;
}

export function FileStart({ icon: Icon = IconFileSpreadsheet, title, text, action, children }: Props) {
  return (
    <div className="file-start">
      <Icon size={40} stroke={1.3} aria-hidden="true" />
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {action}
      {children}
    </div>
  );
}
