// Shares chosen units out among chosen leaders by rule, as a proposal: nothing is given yet, every line can be changed.
import type { Proposal, ShareLine, ShareRule } from '../../../shared/model/charge.ts';
import { AppError } from '../../../shared/errors.ts';
import { daysBetween } from '../../../shared/dates.ts';
import { middleOfPlace, neighboursOf, onPlane } from '../../../shared/rules/charges/neighbours.ts';
import { shareOut } from '../../../shared/rules/charges/shareOut.ts';
import type { JobContext } from '../../calls.ts';
import type { ReadDb } from '../../store/sql.ts';
import { areaReader } from '../outline/areas.ts';
import { checkPeriod, checkUnits } from './acts.ts';
import { homesOf } from './homes.ts';
import { joinHeld, titleColumns } from '../../store/heldPost.ts';
import { awayDaysOf } from './leaders.ts';
import { withinEach } from './view.ts';

interface StoredUnit {
  id: string; levelId: string; path: string; nameEn: string; nameHi: string | null; lat: number | null; lon: number | null; electors: number; booths: number;
}

function unitsOf(db: ReadDb, unitIds: readonly string[]): StoredUnit[] {
  return db.all<StoredUnit>(
    `SELECT unit.id, unit.levelId, unit.path, unit.nameEn, unit.nameHi, unit.lat, unit.lon, COALESCE(NULLIF(sums.electors, 0), unit.electors, 0) AS electors,
       CASE WHEN unit.levelId = 'booth' THEN 1 ELSE COALESCE(booths.units, 0) END AS booths
     FROM unit LEFT JOIN unitSum AS sums ON sums.unitId = unit.id LEFT JOIN tally AS booths ON booths.unitId = unit.id AND booths.levelId = 'booth'
     WHERE unit.id IN (SELECT value FROM json_each(?)) ORDER BY unit.path`, JSON.stringify(unitIds));
}

interface StoredLeader {
  id: string; nameEn: string; nameHi: string | null; titleEn: string; titleHi: string | null;
}

export function propose({ db, progress }: JobContext, rule: ShareRule): Proposal {
  checkPeriod(rule);
  checkUnits(db, rule.unitIds);
  progress('charges.share', 0, 1);
  const units = unitsOf(db, rule.unitIds);
  const leaders = db.all<StoredLeader>(
    `SELECT person.id, person.nameEn, person.nameHi, ${titleColumns} FROM person ${joinHeld} WHERE person.id IN (SELECT value FROM json_each(?)) ORDER BY person.nameEn, person.id`,
    rule.fromDay, JSON.stringify(rule.personIds));
  if (leaders.length < new Set(rule.personIds).size) throw new AppError('people.gone');
  const homes = homesOf(db, rule.personIds, units[0]!.levelId, rule.fromDay);
  const away = awayDaysOf(db, rule.personIds, rule);
  const days = daysBetween(rule.fromDay, rule.toDay) + 1;

  const reader = areaReader(db);
  const places = units.map(({ id, lat, lon }) => ({ rings: reader.areaOf(id).rings, lat, lon }));
  const neighbours = neighboursOf(places);
  const homePoints = leaders.map(({ id }) => {
    const home = homes.get(id);
    return rule.nearHome && home && home.lat !== null && home.lon !== null ? { lat: home.lat, lon: home.lon } : null;
  });
  // Units and homes on one plane, or they could not be compared.
  const points = onPlane([...places.map(middleOfPlace), ...homePoints]);
  const numbers = new Map(units.map(({ id }, at) => [id, at]));
  const of = shareOut({
    units: units.map((unit, at) => ({ point: points[at]!, neighbours: neighbours[at]!, weight: rule.balance === 'booths' ? unit.booths : unit.electors })),
    leaders: leaders.map(({ id }, at) => {
      const own = numbers.get(homes.get(id)?.ownUnitId ?? '');
      return { home: points[units.length + at]!, presence: Math.max(0, 1 - (away.get(id) ?? 0) / days), barred: new Set(rule.avoidOwn && own !== undefined ? [own] : []) };
    }),
    perLeader: rule.perLeader, balance: rule.balance === 'count' ? 'count' : 'weight', seed: rule.seed,
  });
  progress('charges.share', 1, 1);
  const within = withinEach(db, units.map((unit) => unit.path));
  return {
    lines: units.map(({ id, path, nameEn, nameHi, electors, booths }, at): ShareLine => ({
      unitId: id, nameEn, nameHi, ...within.get(path)!, electors, booths, personId: leaders[of[at]!]?.id ?? null, neighbours: neighbours[at]!,
    })),
    leaders: leaders.map((leader) => ({ ...leader, awayDays: away.get(leader.id) ?? 0, ownUnitId: homes.get(leader.id)?.ownUnitId ?? null })),
  };
}
