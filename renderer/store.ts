// The session of the person at this laptop: where he stands, what is chosen, how he wants to read. Records live only in the file.
import { create } from 'zustand';
import { call } from './api.ts';
import type { FileState, Settings } from '../shared/contract/files.ts';
import type { Progress } from '../shared/contract.ts';

export type Params = Record<string, string>;
export interface Route {
  screen: string;
  params: Params;
}

/** A job or effect under way, as the status line shows it. */
export interface Job {
  callId: string;
  name: string;
  startedAt: number;
  progress: Progress | null;
}

type Reading = Pick<Settings, 'language' | 'theme' | 'density' | 'lakh'>;

export interface Session extends Settings {
  file: FileState | null;
  route: Route;
  past: Route[];
  /** The unit the whole app looks at; null: the root of the tree. */
  scopeUnitId: string | null;
  selectedUnitId: string | null;
  paletteOpen: boolean;
  shortcutsOpen: boolean;
  jobs: Record<string, Job>;
  /** Goes to a screen; `params` are for that screen alone. */
  go(screen: string, params?: Params): void;
  back(): void;
  setScope(unitId: string | null): void;
  /** Shows a unit in the inspector. */
  select(unitId: string | null): void;
  /** Changes how things are read, and remembers it. */
  setReading(change: Partial<Reading>): void;
  remember(key: string, value: unknown): void;
}

let rememberTimer: ReturnType<typeof setTimeout> | undefined;

export const useSession = create<Session>()((set, get) => ({
  language: 'hi',
  theme: 'auto',
  density: 'comfortable',
  lakh: false,
  remembered: {},
  file: null,
  route: { screen: 'home', params: {} },
  past: [],
  scopeUnitId: null,
  selectedUnitId: null,
  paletteOpen: false,
  shortcutsOpen: false,
  jobs: {},
  go: (screen, params = {}) =>
    set(({ route, past }) => ({ route: { screen, params }, past: route.screen === screen ? past : [...past.slice(-49), route] })),
  back: () => set(({ past }) => (past.length > 0 ? { route: past[past.length - 1]!, past: past.slice(0, -1) } : {})),
  setScope: (scopeUnitId) => set({ scopeUnitId, selectedUnitId: null }),
  select: (selectedUnitId) => set({ selectedUnitId }),
  setReading: (change) => {
    set(change);
    void call('settings.set', change).catch(() => undefined);
  },
  remember: (key, value) => {
    set(({ remembered }) => ({ remembered: { ...remembered, [key]: value } }));
    // Dragging a column writes dozens of widths a second; one of them is enough.
    clearTimeout(rememberTimer);
    rememberTimer = setTimeout(() => void call('settings.set', { remembered: get().remembered }).catch(() => undefined), 400);
  },
}));

/** Another file is open, or none: nothing chosen in the one before holds. */
export function forgetPlace(): void {
  useSession.setState({ route: { screen: 'home', params: {} }, past: [], scopeUnitId: null, selectedUnitId: null, paletteOpen: false });
}
