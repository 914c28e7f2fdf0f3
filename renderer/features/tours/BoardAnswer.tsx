// The line under the board: while a card is held, what its place would change and break; once dropped, why not, or whether all the same.
import { ActionIcon, Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowsMove, IconBan, IconCheck, IconX } from '@tabler/icons-react';
import { useProblemWords } from '../../frame/useProblemWords.ts';
import { useNamed, useNumbers, useWords } from '../../words.ts';
import type { TourDetail, TourProblem } from '../../../shared/model/tour.ts';
import { othersOf } from './spots.ts';
import type { Drop } from './useDrop.ts';
import styles from './board.module.css';

/** More reasons than a hand can weigh while it holds a card; one more takes no more room than saying that there is one. */
const mostSaid = 4;

/** What cannot be comes before what is only late, and the tour's own ends before its hours. */
const lastOf = ['late', 'outsideDuty', 'lateAtNight', 'morningTravel'];
const weightOf = ({ code }: TourProblem) => (code === 'firstTown' || code === 'lastTown' ? -1 : lastOf.indexOf(code) + 1);

export function BoardAnswer({ tour, drop }: { tour: TourDetail; drop: Drop }) {
  const t = useWords('tours');
  const inWords = useProblemWords();
  const named = useNamed();
  const { dayWords } = useNumbers();
  const { held, spot, tried, answer, busy } = drop;
  if (!held) return null;
  const byWeight = (some: TourProblem[]) => some.toSorted((a, b) => weightOf(a) - weightOf(b));
  const problems = answer ? byWeight(answer.problems) : tried ? [...byWeight(tried.hard), ...byWeight(tried.soft)] : [];
  const sentences = [...new Set(problems.map(inWords))];
  const refused = answer ? answer.kind === 'impossible' : (tried?.hard.length ?? 0) > 0;
  const state = refused ? 'impossible' : sentences.length > 0 ? 'doubtful' : 'fine';
  const day = tour.days.find((one) => one.day === spot?.day);
  const leader = tour.leaders.find((one) => one.personId === spot?.personId) ?? tour.leaders[0]!;
  const where = day ? t(tour.leaders.length > 1 ? 'heldAtWith' : 'heldAt', {
    name: held.name, leader: named(leader), day: dayWords(day.day), at: (spot?.index ?? 0) + 1, of: othersOf(day, leader.personId, held.stopId).length + 1,
  }) : t('heldOff', { name: held.name });
  const Icon = refused ? IconBan : state === 'doubtful' ? IconAlertTriangle : tried ? IconCheck : IconArrowsMove;
  return (
    <div
      className={styles.answer} data-state={state} role={answer?.kind === 'doubtful' ? 'alertdialog' : answer ? 'alert' : 'status'} aria-labelledby="board-where" aria-describedby="board-why"
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); drop.cancel(); } }}
    >
      <Icon size={18} aria-hidden />
      <div>
        <strong id="board-where">{answer?.kind === 'impossible' ? t('cannotStand', { where }) : where}</strong>
        {tried && !answer ? <span> {t(tried.travelMinutes >= 0 ? 'moreRoad' : 'lessRoad', { minutes: Math.abs(Math.round(tried.travelMinutes)), km: Math.abs(Math.round(tried.distanceKm)) })}</span> : null}
        <ul id="board-why">{sentences.slice(0, sentences.length > mostSaid ? mostSaid - 1 : mostSaid).map((sentence) => <li key={sentence}>{sentence}</li>)}{sentences.length > mostSaid ? <li>{t('moreReasons', { count: sentences.length - mostSaid + 1 })}</li> : null}</ul>
        {held.by === 'keys' && !answer ? <small>{t('keysHelp')}</small> : null}
      </div>
      {answer?.kind === 'doubtful' ? (
        <>
          <Button variant="default" onClick={drop.cancel}>{t('leaveIt')}</Button>
          <Button loading={busy} onClick={drop.acceptAll} autoFocus>{t('putAnyway')}</Button>
        </>
      ) : null}
      {answer?.kind === 'impossible' ? <ActionIcon variant="subtle" color="gray" aria-label={t('common:close')} onClick={drop.cancel} autoFocus><IconX size={16} /></ActionIcon> : null}
    </div>
  );
}
