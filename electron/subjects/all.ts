// Every function the contract names, gathered from the subjects.
import type { CallName } from '../../shared/contract.ts';
import { blackouts } from './blackouts.ts';
import { calendar } from './calendar.ts';
import { charges } from './charges.ts';
import { committees } from './committees.ts';
import { coverage } from './coverage.ts';
import { duplicates } from './duplicates.ts';
import { exchange } from './exchange.ts';
import { files, settings, jobs } from './files.ts';
import { groups } from './groups.ts';
import { history } from './history.ts';
import { home } from './home.ts';
import { imports } from './imports.ts';
import { levels } from './levels.ts';
import { names } from './names.ts';
import { onTheDay } from './onTheDay.ts';
import { outlines } from './outlines.ts';
import { people } from './people.ts';
import { peopleImport } from './peopleImport.ts';
import { posts } from './posts.ts';
import { promises } from './promises.ts';
import { programmes } from './programmes.ts';
import { progress } from './progress.ts';
import { reorganisation } from './reorganisation.ts';
import { road } from './road.ts';
import { seats } from './seats.ts';
import { returns } from './returns.ts';
import { sheets } from './sheets.ts';
import { targets } from './targets.ts';
import { tours } from './tours.ts';
import { travel } from './travel.ts';
import { units } from './units.ts';
import { workspace } from './workspace.ts';

export const functions = {
  ...files,
  ...settings,
  ...jobs,
  ...workspace,
  ...units,
  ...levels,
  ...seats,
  ...groups,
  ...reorganisation,
  ...people,
  ...posts,
  ...committees,
  ...duplicates,
  ...peopleImport,
  ...charges,
  ...programmes,
  ...blackouts,
  ...targets,
  ...progress,
  ...outlines,
  ...tours,
  ...road,
  ...coverage,
  ...onTheDay,
  ...promises,
  ...calendar,
  ...travel,
  ...sheets,
  ...returns,
  ...exchange,
  ...imports,
  ...history,
  ...home,
  ...names,
} satisfies Record<CallName, unknown>;
