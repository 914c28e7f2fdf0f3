// An ISO moment on this laptop's calendar.

/** `YYYY-MM-DD` where the laptop stands. */
export function dayOfMoment(at: string): string {
  const date = new Date(at);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
