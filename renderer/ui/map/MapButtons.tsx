// The three buttons on a map: nearer, further, everything.
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import { useWords } from '../../words.ts';
import { mostZoom } from './mapView.ts';
import styles from './StateMap.module.css';

interface MapButtonsProps {
  zoom: number;
  isWhole: boolean;
  onZoom(factor: number): void;
  onWhole(): void;
}

export function MapButtons({ zoom, isWhole, onZoom, onWhole }: MapButtonsProps) {
  const t = useWords('map');
  const buttons = [
    { key: 'nearer', Icon: IconPlus, act: () => onZoom(1.5), disabled: zoom >= mostZoom },
    { key: 'further', Icon: IconMinus, act: () => onZoom(1 / 1.5), disabled: zoom <= 1 },
    { key: 'whole', Icon: IconMaximize, act: onWhole, disabled: isWhole },
  ];
  return (
    <div className={styles.buttons}>
      {buttons.map(({ key, Icon, act, disabled }) => (
        <Tooltip key={key} label={t(key)} position="left">
          <ActionIcon variant="default" size="md" aria-label={t(key)} onClick={act} disabled={disabled}><Icon size={15} stroke={1.75} /></ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
