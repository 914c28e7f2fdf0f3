// The list of screens, and what features add to the frame without knowing each other: inspector sections and acts.
import {
  IconArmchair, IconArrowsSplit2, IconBinaryTree2, IconCalendar, IconCalendarOff, IconCopy, IconFileImport, IconFileSpreadsheet, IconFlag, IconHistory, IconHome, IconLanguage, IconPolygon,
  IconRoad, IconRoute, IconSettings, IconSitemap, IconStairs, IconTargetArrow, IconUserCheck, IconUsers, IconUsersGroup, IconMapCheck, IconSteeringWheel, IconTransferIn, IconPhone,
} from '@tabler/icons-react';
import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';
import type { Session } from './store.ts';

export interface Screen {
  id: string;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Key in `frame.json`. */
  labelKey: string;
  /** The screen of the rail it belongs to; its own id for those. Screens of one family share a row of tabs. */
  family: string;
  /** With Alt; the screens after the ninth have none. */
  digit: string | undefined;
  component: LazyExoticComponent<ComponentType>;
}

/** What the person looks at when an act is run. */
export interface ActContext {
  session: Session;
  /** Scope and selection, root filled in; null while no file is open. */
  unitId: string | null;
  selectedUnitId: string | null;
}

/** A thing that can be done, as a value: for the palette, the list of shortcuts and the keyboard alike. */
export interface Act {
  id: string;
  /** `namespace:key` */
  labelKey: string;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  /** As Mantine's hotkeys: `mod+K`, `alt+shift+N`. */
  keys?: string;
  when?: (context: ActContext) => boolean;
  run: (context: ActContext) => void | Promise<void>;
}

/** A part of the inspector that a feature brings for the unit shown. */
export interface InspectorSection {
  order: number;
  Section: ComponentType<{ unitId: string }>;
}

type Loader = () => Promise<{ default: ComponentType }>;
const loaders = import.meta.glob<{ default: ComponentType }>('./features/*/*Screen.tsx');

const icons = {
  home: IconHome, organisation: IconSitemap, people: IconUsers, programmes: IconFlag, targets: IconTargetArrow, calendar: IconCalendar,
  tours: IconRoute, sheets: IconFileSpreadsheet, importing: IconFileImport, history: IconHistory, settings: IconSettings,
};

/** Screens reached by the tabs of their family's first one. */
const sisters = {
  organisation: { groups: IconBinaryTree2, reorganisation: IconArrowsSplit2, names: IconLanguage, outlines: IconPolygon, seats: IconArmchair, levels: IconStairs },
  programmes: { blackouts: IconCalendarOff },
  people: { charges: IconUserCheck, committees: IconUsersGroup, duplicates: IconCopy },
  targets: { telephone: IconPhone },
  sheets: { returns: IconTransferIn },
  tours: { today: IconSteeringWheel, coverage: IconMapCheck, travel: IconRoad },
};

const loaderOf = (id: string): Loader | undefined => loaders[`./features/${id}/${id[0]!.toUpperCase()}${id.slice(1)}Screen.tsx`];

type Icon = Screen['icon'];
function screenOf(id: string, icon: Icon, family: string, digit?: string): Screen[] {
  const loader = loaderOf(id);
  return loader ? [{ id, icon, family, labelKey: `screens.${id}`, digit, component: lazy(loader) }] : [];
}

/** Every screen that is built: those of the rail in its order, then their sisters. */
export const screens: Screen[] = [
  ...Object.entries(icons).flatMap(([id, icon], at) => screenOf(id, icon, id, at < 9 ? String(at + 1) : undefined)),
  ...Object.entries(sisters).flatMap(([family, members]) => Object.entries(members).flatMap(([id, icon]) => screenOf(id, icon as Icon, family))),
];

const sections = import.meta.glob<{ default: InspectorSection }>('./features/*/inspector.tsx', { eager: true });
export const inspectorSections: InspectorSection[] = Object.values(sections).map((module) => module.default).sort((a, b) => a.order - b.order);

const acts = import.meta.glob<{ default: Act[] }>('./features/*/acts.ts', { eager: true });
export const featureActs: Act[] = Object.values(acts).flatMap((module) => module.default);
