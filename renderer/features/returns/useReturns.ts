// The filled sheets on the table: each read as soon as it is there, judged for the day chosen, booked one step each.
import { useEffect, useRef, useState } from 'react';
import { call } from '../../api.ts';
import type { CallError } from '../../api.ts';
import { showDone } from '../../toasts.tsx';
import type { ChosenFile } from '../../../shared/contract/sheets.ts';
import type { ReturnPreview } from '../../../shared/model/returns.ts';

export interface Returned extends ChosenFile {
  preview: ReturnPreview | null;
  error: CallError | null;
  /** Units the person does not want booked. */
  leftOut: ReadonlySet<string>;
  /** Figures booked, once they are. */
  booked: number | null;
}

/** How many figures booking it would book. */
export const toBook = ({ preview, booked, leftOut }: Returned): number =>
  preview === null || booked !== null || preview.bookedDay !== null ? 0 : preview.counts.toBook - [...leftOut].length;

export function useReturns(day: string | null) {
  const [files, setFiles] = useState<Returned[]>([]);
  const [booking, setBooking] = useState(false);
  const asked = useRef(new Set<string>());
  const change = (token: string, part: Partial<Returned>) => setFiles((now) => now.map((file) => (file.token === token ? { ...file, ...part } : file)));

  // Each file once for each day: what is on it does not change while it lies here.
  useEffect(() => {
    if (day === null) return;
    for (const { token, booked } of files) {
      const key = `${token} ${day}`;
      if (booked !== null || asked.current.has(key)) continue;
      asked.current.add(key);
      void call('returns.inspect', { token, day }).then(
        (preview) => setFiles((now) => now.map((file) => (file.token === token ? { ...file, preview, error: null } : file))),
        (error: CallError) => setFiles((now) => now.map((file) => (file.token === token ? { ...file, preview: null, error } : file))),
      );
    }
  }, [files, day]);

  return {
    files, booking,
    add: (chosen: readonly ChosenFile[]) => setFiles((now) => [...now, ...chosen.filter(({ token }) => !now.some((file) => file.token === token)).map((file) => ({ ...file, preview: null, error: null, leftOut: new Set<string>(), booked: null }))]),
    remove: (token: string) => setFiles((now) => now.filter((file) => file.token !== token)),
    leaveOut: (token: string, unitId: string, out: boolean) => setFiles((now) => now.map((file) => {
      if (file.token !== token) return file;
      const leftOut = new Set(file.leftOut);
      if (out) leftOut.add(unitId);
      else leftOut.delete(unitId);
      return { ...file, leftOut };
    })),
    /** One step each, one after another; what is refused stays with its reason. */
    async book(tokens: readonly string[]): Promise<void> {
      if (day === null) return;
      setBooking(true);
      for (const token of tokens) {
        const file = files.find((one) => one.token === token);
        if (!file || toBook(file) === 0) continue;
        try {
          // oxlint-disable-next-line no-await-in-loop
          const { booked } = await call('returns.book', { token, day, leaveOut: [...file.leftOut] });
          change(token, { booked });
          void showDone();
        } catch (error) {
          change(token, { error: error as CallError });
        }
      }
      setBooking(false);
      // What the others say is judged again: two sheets may speak of the same units.
      asked.current.clear();
      setFiles((now) => [...now]);
    },
  };
}
