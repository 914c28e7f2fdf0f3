// What matters today, in one look: days left, pace, where it burns, who is on the road, what nobody answers for.
import { Button, Group } from '@mantine/core';
import './home.css';
import { BehindPanel } from './BehindPanel.tsx';
import { CountsStrip } from './CountsStrip.tsx';
import { GapsPanel } from './GapsPanel.tsx';
import { ProgrammePanel } from './ProgrammePanel.tsx';
import { RoadPanel } from './RoadPanel.tsx';
import { useQuery, useWorkspace } from '../../hooks.ts';
import { useSession } from '../../store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { LoadingLine } from '../../ui/LoadingLine.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ScreenHeader } from '../../ui/ScreenHeader.tsx';
import { useLanguage, useNamed, useWords } from '../../words.ts';

export default function HomeScreen() {
  const t = useWords('home');
  const named = useNamed();
  const language = useLanguage();
  const go = useSession((session) => session.go);
  const workspace = useWorkspace();
  const { data, error, loading, refresh } = useQuery('home.summary', { language }, { keep: true });
  const hasTargets = data?.programmes.some(({ metrics }) => metrics.some(({ target, below }) => target !== null || below !== null)) ?? false;
  const hasUnits = (data?.counts.length ?? 0) > 0;
  const action = !hasTargets
    ? <Button onClick={() => go('targets')}>{t('setTarget')}</Button>
    : <Button onClick={() => go('tours')}>{t('planTour')}</Button>;
  return (
    <div className="screen">
      <ScreenHeader title={workspace ? named(workspace) : t('title')} note={data ? t('today', { day: data.today }) : null} action={data && hasUnits ? action : null} />
      <LoadingLine shown={loading} />
      <div className="screen-body">
        {error ? <ErrorPanel error={error} onRetry={refresh} /> : null}
        {data && !hasUnits ? <Panel><EmptyState text={t('noUnits')} action={<Group gap="xs"><Button onClick={() => go('importing')}>{t('importUnits')}</Button><Button variant="default" onClick={() => go('organisation')}>{t('addUnits')}</Button></Group>} /></Panel> : null}
        {data && hasUnits ? (
          <div className="home">
            <CountsStrip counts={data.counts} />
            <div className="home-programmes">
              {data.programmes.map((programme) => <ProgrammePanel key={programme.id} programme={programme} today={data.today} />)}
              {data.programmes.length === 0 ? <Panel><EmptyState compact text={t('noProgrammes')} action={<Button variant="light" onClick={() => go('programmes')}>{t('addProgramme')}</Button>} /></Panel> : null}
            </div>
            <div className="home-today">
              <BehindPanel behind={data.behind} hasTargets={hasTargets} />
              <RoadPanel days={data.nextTourDays} today={data.today} conflicts={data.conflicts} />
              <GapsPanel gaps={data.gaps} />
            </div>
          </div>
        ) : null}
      </div>
    </div>
  );
}
