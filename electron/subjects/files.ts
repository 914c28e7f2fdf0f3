// The file as the user handles it, his settings, and cancelling: effects over the file desk.
import type { Calls, EffectContext } from '../calls.ts';

const fileFilter = { name: 'Sangathan', extensions: ['sangathan'] };

/** Letters, digits, blanks and Devanagari of a name, as a file may be called everywhere. */
export function asFileName(name: string): string {
  const safe = name.normalize('NFC').replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+|\.+$/g, '');
  return safe === '' ? 'Sangathan' : safe.slice(0, 80);
}

async function chosenPath({ host }: EffectContext, name: string): Promise<string | null> {
  const path = await host.chooseToSave('Sangathan', `${asFileName(name)}.sangathan`, [fileFilter]);
  return path === null || path.endsWith('.sangathan') ? path : `${path}.sangathan`;
}

export const files = {
  'files.state': async ({ desk }) => desk.state(),
  'files.create': async (context, names) => {
    const path = await chosenPath(context, names.nameEn);
    return { opened: path !== null && (await context.desk.create(path, names)) };
  },
  'files.open': async ({ host, desk }) => {
    const path = await host.chooseToOpen('Sangathan', [fileFilter]);
    return { opened: path !== null && (await desk.open(path)) };
  },
  'files.openRecent': async ({ desk }, { id }) => ({ opened: await desk.openRecent(id) }),
  'files.forgetRecent': async ({ desk }, { id }) => {
    desk.forgetRecent(id);
    return null;
  },
  'files.sample': async ({ desk, progress }) => ({ opened: await desk.openSample(progress) }),
  'files.close': async ({ desk }) => {
    await desk.close();
    return null;
  },
  'files.backup': async ({ desk }) => ({ name: await desk.backup() }),
} satisfies Calls<'files'>;

export const settings = {
  'settings.get': async ({ desk }) => desk.settings(),
  'settings.set': async ({ desk }, change) => desk.changeSettings(change),
} satisfies Calls<'settings'>;

export const jobs = {
  'jobs.cancel': async ({ desk }, { callId }) => {
    desk.cancel(callId);
    return null;
  },
} satisfies Calls<'jobs'>;
