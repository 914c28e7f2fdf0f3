// How much of a committee is filled, as a bar beside the figure: never the colour alone.
export function SeatBar({ seats, filled, wide = false }: { seats: number; filled: number; wide?: boolean }) {
  const share = seats === 0 ? 0 : filled / seats;
  return <span className="seat-bar" data-wide={wide || undefined} data-full={filled >= seats || undefined} aria-hidden="true"><span style={{ width: `${Math.floor(share * 100)}%` }} /></span>;
}
