// The minute of the day on this laptop's clock, as India counts it.

/** Null where the clock cannot be told. */
export function minuteNow(): number | null {
  const [hours, minutes] = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Kolkata', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date()).split(':').map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : (hours % 24) * 60 + minutes;
}
