// Makes the small files of electron/sample/data from the collected facts about Jharkhand; run once by hand when the facts change:
//   node build/sample/make-sample-data.mjs ../shared/data/jharkhand
// It chooses columns and usual spellings, adds what is for demonstration (a point per seat, town names in Hindi)
// and thins the outlines. SOURCES.md beside the result is written by hand.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { simplifyRings } from './simplify-outlines.mjs';

const from = process.argv[2] ?? '';
const to = join(import.meta.dirname, '../../electron/sample/data');

/** @typedef {Record<string, string>} Row */

/**
 * @template {string} Column
 * @param {string} name
 * @param {Column[]} columns those used here
 * @returns {Record<Column, string>[]}
 */
function read(name, ...columns) {
  /** @type {Record<Column, string>[]} */
  const rows = parse(readFileSync(join(from, name), 'utf8').normalize('NFC'), { columns: true });
  const missing = columns.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0) throw new Error(`${name} has no column ${missing.join(', ')}`);
  return rows;
}

/** @param {string} name @param {Row[]} rows */
function write(name, rows) {
  const cell = (/** @type {string} */ text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.map(cell).join(','));
  writeFileSync(join(to, name), `${lines.join('\n')}\n`);
}

/** Headquarters towns by district code, where the collected facts have no Hindi name. @type {Row} */
const townsHi = {
  322: 'बोकारो स्टील सिटी', 323: 'चतरा', 324: 'देवघर', 325: 'धनबाद', 326: 'दुमका', 327: 'जमशेदपुर',
  328: 'गढ़वा', 329: 'गिरिडीह', 330: 'गोड्डा', 331: 'गुमला', 332: 'हजारीबाग', 333: 'जामताड़ा',
  334: 'कोडरमा', 335: 'लातेहार', 336: 'लोहरदगा', 337: 'पाकुड़', 338: 'मेदिनीनगर (डाल्टनगंज)', 339: 'राँची',
  340: 'साहिबगंज', 341: 'सरायकेला', 342: 'सिमडेगा', 343: 'चाईबासा', 606: 'खूंटी', 607: 'रामगढ़',
};

/** Seats named after no block or headquarters town of their district: a block near their middle, or a point. @type {Record<string, string | [number, number]>} */
const seatMiddles = {
  4: '3200', // Litipara: Littipara
  22: '3174', // Barkagaon, counted to Ramgarh district: Patratu
  24: '3167', // Mandu, counted to Hazaribagh district: Churchu
  38: '3091', // Sindri: Baliapur
  41: [23.745, 86.415], // Jharia, the south of Dhanbad town
  47: '6632', // Jugsalai, the country west of Jamshedpur: Boram
  48: [22.8, 86.235], // the two halves of Jamshedpur town
  49: [22.8, 86.155],
  62: '3229', // Khijri: Namkum
  64: '6636', // Hatia: Nagri
};

const districts = read('districts.csv', 'lgd_code', 'name_en', 'name_en_common', 'name_hi', 'name_hi_alt', 'hq_town', 'lat', 'lon');
const blocks = read('blocks.csv', 'lgd_code', 'name_en', 'name_hi', 'district_lgd_code', 'lat', 'lon');

write('districts.csv', districts.map((row) => ({
  lgdCode: row.lgd_code,
  nameEn: row.name_en_common,
  nameEnLgd: row.name_en,
  nameHi: row.name_hi_alt || row.name_hi,
  nameHiLgd: row.name_hi,
  hqTownEn: row.hq_town.replace(' (Chas)', ''),
  hqTownHi: townsHi[row.lgd_code]?.normalize('NFC') ?? '',
  lat: row.lat,
  lon: row.lon,
})));

write('blocks.csv', blocks.map((row) => ({
  lgdCode: row.lgd_code, nameEn: row.name_en, nameHi: row.name_hi, districtCode: row.district_lgd_code, lat: row.lat, lon: row.lon,
})));

const panchayats = read('panchayats.csv', 'lgd_code', 'name_en', 'block_lgd_code', 'lat', 'lon');
write('panchayats.csv', panchayats.map((row) => ({
  lgdCode: row.lgd_code,
  // One hamlet is entered as "Y"; its panchayat building's address names the place.
  nameEn: row.name_en === 'Y' ? 'Kutmu' : row.name_en,
  blockCode: row.block_lgd_code,
  lat: row.lat,
  lon: row.lon,
})));

const seats = read(
  'constituencies.csv', 'ac_no', 'ac_name_en', 'ac_name_hi', 'ac_reservation', 'pc_no', 'district_lgd_code', 'electors_2014',
);

/** @param {typeof seats[number]} seat @returns {{ lat: string, lon: string }} */
function middleOf(seat) {
  const byHand = seatMiddles[seat.ac_no];
  if (Array.isArray(byHand)) return { lat: String(byHand[0]), lon: String(byHand[1]) };
  const inDistrict = blocks.filter((row) => row.district_lgd_code === seat.district_lgd_code);
  const block = inDistrict.find((row) => row.lgd_code === byHand)
    ?? inDistrict.find((row) => row.name_en === seat.ac_name_en || row.name_hi === seat.ac_name_hi);
  const town = districts.find((row) => row.lgd_code === seat.district_lgd_code && row.hq_town.includes(seat.ac_name_en));
  const found = block ?? town;
  if (!found) throw new Error(`No middle known for seat ${seat.ac_no} ${seat.ac_name_en}`);
  return { lat: found.lat, lon: found.lon };
}

write('constituencies.csv', seats.map((row) => {
  const middle = middleOf(row);
  return {
    number: row.ac_no, nameEn: row.ac_name_en, nameHi: row.ac_name_hi, reservation: row.ac_reservation, lokSabhaNumber: row.pc_no,
    districtCode: row.district_lgd_code, electors2014: row.electors_2014, demoLat: middle.lat, demoLon: middle.lon,
  };
}));

const lokSabhaSeats = read('parliamentary_constituencies.csv', 'pc_no', 'pc_name_en', 'pc_name_hi', 'pc_reservation');
write('parliamentary.csv', lokSabhaSeats.map((row) => ({
  number: row.pc_no, nameEn: row.pc_name_en, nameHi: row.pc_name_hi, reservation: row.pc_reservation,
})));

// Of two distances for one pair the one whose road factor lies nearer the median of all (1.25) is kept.
const usualFactor = 1.25;
const roads = read(
  'road_distances.csv', 'from_level', 'from_lgd_code', 'to_level', 'to_lgd_code', 'km', 'road_factor', 'use_for_calibration',
);
/** @type {Map<string, typeof roads[number]>} */
const pairs = new Map();
for (const row of roads) {
  if (row.use_for_calibration !== 'yes' || !row.km) continue;
  if (row.from_level !== 'district' && row.to_level !== 'district') continue;
  const pair = [`${row.from_level} ${row.from_lgd_code}`, `${row.to_level} ${row.to_lgd_code}`].sort().join(' ');
  const other = pairs.get(pair);
  const oddness = (/** @type {typeof row} */ r) => Math.abs(Number(r.road_factor) - usualFactor);
  if (!other || oddness(row) < oddness(other)) pairs.set(pair, row);
}
write('roads.csv', [...pairs.values()].map((row) => ({
  fromLevel: row.from_level, fromCode: row.from_lgd_code, toLevel: row.to_level, toCode: row.to_lgd_code, km: row.km,
})));

/** @type {{ features: { properties: Row, geometry: { type: string, coordinates: [number, number][][] } }[] }} */
const outlines = JSON.parse(readFileSync(join(from, 'districts.geojson'), 'utf8'));
const rings = outlines.features.map(({ properties, geometry }) => {
  const [ring, ...more] = geometry.coordinates;
  if (geometry.type !== 'Polygon' || !ring || more.length > 0) throw new Error(`${properties.name_en}: one ring expected`);
  return ring;
});
// 0.00017 square degrees: about 2 square kilometres; keeps the file below 35 KB.
const thinned = simplifyRings(rings, 0.00017, 3);
const lines = outlines.features.map(({ properties }, i) => `"${properties.lgd_code}":${JSON.stringify([thinned[i]])}`);
writeFileSync(join(to, 'outlines.json'), `{\n${lines.join(',\n')}\n}\n`);
