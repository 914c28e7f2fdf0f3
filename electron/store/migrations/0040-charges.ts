// Responsibilities: for one programme or all, as in-charge or co-in-charge, by whose order; and where they lie, derived for quick lists.
export const charges = `
ALTER TABLE responsibility ADD COLUMN programmeId TEXT REFERENCES programme(id);
ALTER TABLE responsibility ADD COLUMN kind TEXT NOT NULL DEFAULT 'inCharge' CHECK (kind IN ('inCharge', 'coInCharge'));
ALTER TABLE responsibility ADD COLUMN orderBy TEXT NOT NULL DEFAULT '';
ALTER TABLE responsibility ADD COLUMN orderDay TEXT;
CREATE INDEX responsibilityByProgramme ON responsibility (programmeId) WHERE programmeId IS NOT NULL;

-- Open units of one level in the order of the tree, without reading the units themselves.
CREATE INDEX unitOpenByLevel ON unit (levelId, path) WHERE closedDay IS NULL;

-- Derived: every responsibility for an open unit beside the unit's level, path and electors, so that "who has what on which day"
-- is one range of one index at any level.
CREATE TABLE chargePlace (
  responsibilityId TEXT PRIMARY KEY, levelId TEXT NOT NULL, path TEXT NOT NULL, unitId TEXT NOT NULL, personId TEXT NOT NULL,
  programmeId TEXT, kind TEXT NOT NULL, fromDay TEXT NOT NULL, toDay TEXT NOT NULL, electors INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX chargePlaceByPath ON chargePlace (levelId, path, fromDay, toDay, programmeId, personId, kind);
CREATE INDEX chargePlaceByEnd ON chargePlace (levelId, toDay, path);
CREATE INDEX chargePlaceByPerson ON chargePlace (levelId, personId, path, fromDay, toDay, programmeId, electors);
CREATE INDEX chargePlaceByUnit ON chargePlace (unitId);
INSERT INTO chargePlace
  SELECT responsibility.id, unit.levelId, unit.path, unit.id, responsibility.personId, NULL, 'inCharge', responsibility.fromDay, responsibility.toDay,
    COALESCE(NULLIF(unitSum.electors, 0), unit.electors, 0)
  FROM responsibility JOIN unit ON unit.id = responsibility.unitId LEFT JOIN unitSum ON unitSum.unitId = unit.id WHERE unit.closedDay IS NULL;
`;
