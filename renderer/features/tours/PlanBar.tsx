// Over the plan: how it is shown, which of the tour's plans, whose way; improving the rest, and comparing.
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowsDiff, IconCalendarCheck, IconPlus, IconSparkles } from '@tabler/icons-react';
import { useCommand } from '../../hooks.ts';
import { useNamed, useWords } from '../../words.ts';
import type { TourDetail } from '../../../shared/model/tour.ts';
import { TourSlot } from './slots.ts';
import styles from './tours.module.css';

export type TourViewKind = 'board' | 'table' | 'compare';

interface PlanBarProps {
  tour: TourDetail;
  view: TourViewKind;
  /** Null: all of them. */
  personId: string | null;
  improving: boolean;
  onView: (view: TourViewKind) => void;
  onVersion: (tourId: string) => void;
  onPerson: (personId: string | null) => void;
  onImprove: () => void;
}

export function PlanBar({ tour, view, personId, improving, onView, onVersion, onPerson, onImprove }: PlanBarProps) {
  const t = useWords('tours');
  const named = useNamed();
  const [copy, { busy }] = useCommand('tours.copyVersion');
  const another = async () => {
    const made = await copy({ id: tour.id, note: '' });
    if (made) onVersion(made.id);
  };
  return (
    <div className={styles.planBar} role="toolbar" aria-label={t('planBar')}>
      <div className={styles.versions} role="group" aria-label={t('viewChoice')}>
        {(['board', 'table'] as const).map((one) => <button key={one} type="button" aria-pressed={view === one} onClick={() => onView(one)}>{t(`${one}View`)}</button>)}
      </div>
      {tour.leaders.length > 1 ? (
        <div className={styles.versions} role="group" aria-label={t('leaderChoice')}>
          <button type="button" aria-pressed={personId === null} onClick={() => onPerson(null)}>{t('allLeaders')}</button>
          {tour.leaders.map((leader) => <button key={leader.personId} type="button" aria-pressed={personId === leader.personId} onClick={() => onPerson(leader.personId)}>{named(leader)}</button>)}
        </div>
      ) : null}
      {tour.versions.length > 1 ? (
        <div className={styles.versions} role="group" aria-label={t('versionChoice')}>
          {tour.versions.map((version) => (
            <button key={version.id} type="button" aria-pressed={version.id === tour.id} onClick={() => onVersion(version.id)}>
              {version.chosen ? <IconCalendarCheck size={14} aria-label={t('chosenPlan')} /> : null}
              {t('planNumber', { number: version.number })}{version.note === '' ? '' : `: ${version.note}`}
            </button>
          ))}
        </div>
      ) : null}
      {tour.versions.length > 1 || tour.leaders.length > 1 ? (
        <ActionIcon variant="subtle" size={28} loading={busy} aria-label={t('anotherPlan')} title={`${t('anotherPlan')}: ${t('anotherPlanHelp')}`} onClick={() => void another()}><IconPlus size={15} /></ActionIcon>
      ) : <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} loading={busy} title={t('anotherPlanHelp')} onClick={() => void another()}>{t('anotherPlan')}</Button>}
      {tour.versions.length > 1 ? (
        <Button variant={view === 'compare' ? 'default' : 'subtle'} size="compact-sm" leftSection={<IconArrowsDiff size={14} />} aria-pressed={view === 'compare'} onClick={() => onView(view === 'compare' ? 'board' : 'compare')}>{t('compare')}</Button>
      ) : null}
      <span style={{ flex: 1 }} />
      {TourSlot ? <TourSlot tour={tour} /> : null}
      <Button variant="default" size="compact-sm" leftSection={<IconSparkles size={15} />} loading={improving} title={t('improveHelp')} onClick={onImprove}>{t('improve')}</Button>
    </div>
  );
}
