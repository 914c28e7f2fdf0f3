// Gives the tests the 24 district towns of Jharkhand and the tour of the story over them.
import { defaultRoadFactor, defaultSpeedKmPerHour, travelTable } from '../../shared/rules/travel.ts';
import type { TourDuty, TourProblem } from '../../shared/tour/problem.ts';

/** Towns with latitude and longitude, as in the project's sample of Jharkhand. */
export const towns: readonly (readonly [string, number, number])[] = [
  ['Bokaro Steel City', 23.63649, 86.17121],
  ['Chatra', 24.20715, 84.87147],
  ['Deoghar', 24.49409, 86.69681],
  ['Dhanbad', 23.79833, 86.43388],
  ['Dumka', 24.27160, 87.24691],
  ['Jamshedpur', 22.80020, 86.19508],
  ['Garhwa', 24.16547, 83.80819],
  ['Giridih', 24.19054, 86.31093],
  ['Godda', 24.82962, 87.21347],
  ['Gumla', 23.03986, 84.54343],
  ['Hazaribagh', 23.98914, 85.36450],
  ['Jamtara', 23.96040, 86.78599],
  ['Khunti', 23.07528, 85.27917],
  ['Koderma', 24.47010, 85.59196],
  ['Latehar', 23.74466, 84.49565],
  ['Lohardaga', 23.43309, 84.67945],
  ['Pakur', 24.63831, 87.84982],
  ['Medininagar', 24.04078, 84.06728],
  ['Ramgarh', 23.62667, 85.51500],
  ['Ranchi', 23.36369, 85.33812],
  ['Sahibganj', 25.24234, 87.63250],
  ['Seraikela', 22.70168, 85.93169],
  ['Simdega', 22.61209, 84.50247],
  ['Chaibasa', 22.55524, 85.80648],
];

export const dutyDay: TourDuty = { dutyFrom: 540, dutyTo: 1140, reserved: [] };

/** Jamshedpur to Ranchi over all towns, 90 minutes each, `days` days from 09:00 to 19:00. */
export function jharkhandTour(days: number, changes: Partial<TourProblem> = {}): TourProblem {
  const places = towns.map(([id, lat, lon]) => ({ id, lat, lon }));
  const { distanceKm, travelMinutes } = travelTable(places, {
    roadFactor: defaultRoadFactor, speedKmPerHour: defaultSpeedKmPerHour,
  });
  return {
    placeCount: towns.length,
    travelMinutes,
    distanceKm,
    stops: places.map(({ id }, place) => ({ id, place, durationMinutes: 90, must: true, worth: 1 })),
    firstStopId: 'Jamshedpur',
    lastStopId: 'Ranchi',
    days: Array.from({ length: days }, () => dutyDay),
    ...changes,
  };
}
