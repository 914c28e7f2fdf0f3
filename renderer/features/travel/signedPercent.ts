// A deviation as read in a column: +24 %, a true minus sign, – where nothing can be compared.
export function signedPercent(share: number | null): string {
  if (share === null) return '–';
  const percent = Math.round(share * 100);
  return percent === 0 ? '0%' : `${percent > 0 ? '+' : '−'}${Math.abs(percent)}%`;
}
