// Understands a list of seats copied from anywhere: which column is the number, the name, the reservation, the Lok Sabha seat.
import { AppError } from '../../errors.ts';
import type { ListedSeat, SeatList, SeatListCause } from '../../model/seat.ts';
import { hasDevanagari, isTotalLabel, readSeatNumber, readWhole } from '../importing/readCells.ts';

type Column = 'number' | 'name' | 'nameHi' | 'reservation' | 'lokSabhaNumber' | 'lokSabhaName' | 'lokSabhaNameHi' | 'electors';

const isNumber = /\b(no|nos|number|num|code|id)\b|संख्या|क्रमांक|नं/;
const isHindi = /hindi|\bhi\b|local|हिंदी|हिन्दी|स्थानीय/;
const isLokSabha = /\b(pc|parliament\w*|lok ?sabha)\b|लोक ?सभा|संसदीय/;

function columnOf(head: string): Column | null {
  const text = head.toLowerCase().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  if (text === '' || /^(s|sl|sr|serial|क्रम)( no)?$|^s no$/.test(text)) return null;
  if (/electors?|voters?|मतदाता/.test(text)) return 'electors';
  if (/reserv|category|^type$|आरक्ष|श्रेणी/.test(text)) return 'reservation';
  if (isLokSabha.test(text)) return isNumber.test(text) ? 'lokSabhaNumber' : isHindi.test(text) ? 'lokSabhaNameHi' : 'lokSabhaName';
  if (/district|जिला|जिले/.test(text)) return null;
  if (isNumber.test(text) && !/name|नाम/.test(text)) return 'number';
  if (/name|नाम|assembly|constituency|\bac\b|विधानसभा|विधान सभा|seat/.test(text)) return isHindi.test(text) ? 'nameHi' : 'name';
  return null;
}

function reservationOf(text: string): ListedSeat['reservation'] {
  const plain = text.trim().toUpperCase();
  if (/^(SC|अजा|अ\.?जा\.?|अनुसूचित जाति)/.test(plain)) return 'SC';
  if (/^(ST|अजजा|अ\.?ज\.?जा\.?|अनुसूचित जनजाति)/.test(plain)) return 'ST';
  return /^(GEN|UR|NONE|NO|सामान्य)/.test(plain) ? 'GEN' : '';
}

/** "5-Jharia (SC)" : number, name and reservation in one cell. */
function parted(text: string): { name: string; reservation: ListedSeat['reservation'] } {
  const found = /^(?:\d{1,3}\s*[-–—.:)/]?\s*)?(.*?)\s*(?:\((SC|ST|अजा|अजजा)\))?$/iu.exec(text.trim());
  return { name: found?.[1] ?? text.trim(), reservation: reservationOf(found?.[2] ?? '') };
}

/**
 * `rows`: the head first (rows above it are passed over). Throws `seats.noHead` where no row has both a number and a name.
 * Rows that cannot be taken are listed with their number as given (1-based), never guessed.
 */
export function readSeatList(rows: readonly (readonly string[])[]): SeatList {
  const at = rows.slice(0, 20).findIndex((row) => {
    const columns = row.map(columnOf);
    return columns.includes('number') && (columns.includes('name') || columns.includes('nameHi'));
  });
  if (at < 0) throw new AppError('seats.noHead');
  const head = rows[at]!;
  const columns = head.map(columnOf);
  const cell = (row: readonly string[], column: Column): string => {
    const found = columns.indexOf(column);
    return found < 0 ? '' : (row[found] ?? '').trim();
  };
  const seats = new Map<number, ListedSeat>();
  const lokSabha = new Map<number, string>();
  const bad: SeatList['bad'] = [];
  rows.slice(at + 1).forEach((row, offset) => {
    const first = row.find((text) => text.trim() !== '');
    if (first === undefined || isTotalLabel(first)) return;
    const leave = (cause: SeatListCause, value: string) => void bad.push({ row: at + offset + 2, cause, value: value.slice(0, 200) });
    const number = readSeatNumber(cell(row, 'number'));
    if (number === null || number < 1) return leave('noNumber', cell(row, 'number'));
    const one = parted(cell(row, 'name'));
    const other = parted(cell(row, 'nameHi'));
    const [english, hindi] = hasDevanagari(one.name) && !hasDevanagari(other.name) ? [other.name, one.name] : [one.name, other.name];
    if (english === '' && hindi === '') return leave('noName', '');
    if (english.length > 200 || hindi.length > 200) return leave('tooLong', english);
    if (seats.has(number)) return leave('twice', String(number));
    const above = readSeatNumber(cell(row, 'lokSabhaNumber'));
    const aboveName = parted(cell(row, 'lokSabhaName')).name;
    if (above !== null && aboveName !== '') {
      const before = lokSabha.get(above);
      if (before !== undefined && before.toLowerCase() !== aboveName.toLowerCase()) return leave('lokSabhaTwoNames', aboveName);
      lokSabha.set(above, aboveName);
    }
    seats.set(number, {
      number, nameEn: english || hindi, nameHi: hasDevanagari(hindi) ? hindi : null,
      reservation: reservationOf(cell(row, 'reservation')) || one.reservation || other.reservation,
      lokSabha: above === null ? null : { number: above, nameEn: aboveName || null, nameHi: cell(row, 'lokSabhaNameHi') || null },
      electors: readWhole(cell(row, 'electors')),
    });
    return undefined;
  });
  return { seats: [...seats.values()].sort((a, b) => a.number - b.number), bad, heads: head.filter((_, column) => columns[column] !== null) };
}
