// The ordered list of shapes the file has had; a new one is added at the end, never changed afterwards.
import { first } from './0010-first.ts';
import { store } from './0020-store.ts';
import { people } from './0030-people.ts';
import { charges } from './0040-charges.ts';
import { reorganisation } from './0050-reorganisation.ts';
import { groups } from './0060-groups.ts';
import { names } from './0070-names.ts';
import { sizes } from './0095-sizes.ts';
import { speed } from './0096-speed.ts';
import { programmes } from './0100-programmes.ts';
import { calendar } from './0110-calendar.ts';
import { tours } from './0120-tours.ts';
import { travel } from './0130-travel.ts';
import { road } from './0140-road.ts';
import { promises } from './0150-promises.ts';
import { phases } from './0160-phases.ts';
import { leaders } from './0170-leaders.ts';
import { kept } from './0180-kept.ts';

export interface Migration {
  version: number;
  sql: string;
}

export const migrations: readonly Migration[] = [
  { version: 10, sql: first },
  { version: 20, sql: store },
  { version: 30, sql: people },
  { version: 40, sql: charges },
  { version: 50, sql: reorganisation },
  { version: 60, sql: groups },
  { version: 70, sql: names },
  { version: 95, sql: sizes },
  { version: 96, sql: speed },
  { version: 100, sql: programmes },
  { version: 110, sql: calendar },
  { version: 120, sql: tours },
  { version: 130, sql: travel },
  { version: 140, sql: road },
  { version: 150, sql: promises },
  { version: 160, sql: phases },
  { version: 170, sql: leaders },
  { version: 180, sql: kept },
];

/** The version this program writes; a file above it is refused. */
export const currentVersion = migrations[migrations.length - 1]?.version ?? 0;
