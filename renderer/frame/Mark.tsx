// The app's own sign: a tree of three levels. No party's symbol.
export function Mark({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="2"><path d="M12 7v5M5 17v-2.5a2.5 2.5 0 0 1 2.5-2.5h9a2.5 2.5 0 0 1 2.5 2.5V17M12 12v5" /></g>
      <g fill="currentColor"><circle cx="12" cy="4.5" r="3" /><circle cx="5" cy="19.5" r="2.6" /><circle cx="12" cy="19.5" r="2.6" /><circle cx="19" cy="19.5" r="2.6" /></g>
    </svg>
  );
}
