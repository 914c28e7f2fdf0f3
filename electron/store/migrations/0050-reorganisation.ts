// Reorganisation as a dated act: what was decided, from which day, and how units and targets were before.
export const reorganisation = `
-- The first day a unit exists (null: since ever); closedDay is the first day it no longer does.
ALTER TABLE unit ADD COLUMN openedDay TEXT;

-- One row an act. detail is what was chosen in the wizard, as JSON, so that the list can say it again.
CREATE TABLE reorganisation (
  id TEXT PRIMARY KEY, day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('split', 'merge', 'move', 'rename', 'renumber', 'close', 'import')),
  orderBy TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reorganisationByDay ON reorganisation (day);

-- The units an act changed, each with the part it had in it: the act as the history of the unit tells it.
CREATE TABLE reorganisationUnit (
  reorganisationId TEXT NOT NULL REFERENCES reorganisation(id), unitId TEXT NOT NULL REFERENCES unit(id),
  role TEXT NOT NULL CHECK (role IN ('divided', 'new', 'into', 'merged', 'moved', 'from', 'to', 'renamed', 'renumbered', 'closed')),
  PRIMARY KEY (reorganisationId, unitId, role)
) STRICT, WITHOUT ROWID;
CREATE INDEX reorganisationUnitByUnit ON reorganisationUnit (unitId);

-- A unit as it was until (excluding) a day; the unit's own row is the truth from the last such day on.
CREATE TABLE unitVersion (
  unitId TEXT NOT NULL REFERENCES unit(id), untilDay TEXT NOT NULL, parentId TEXT REFERENCES unit(id),
  levelId TEXT NOT NULL REFERENCES level(id), nameEn TEXT NOT NULL, nameHi TEXT, code TEXT,
  constituencyId TEXT REFERENCES constituency(id), partNumber TEXT, electors INTEGER, PRIMARY KEY (unitId, untilDay)
) STRICT, WITHOUT ROWID;
CREATE INDEX unitVersionByParent ON unitVersion (parentId) WHERE parentId IS NOT NULL;
CREATE INDEX unitVersionByPart ON unitVersion (constituencyId, partNumber) WHERE constituencyId IS NOT NULL;

-- A target as it was until (excluding) a day. A row without a value says that there was none.
CREATE TABLE targetVersion (
  programmeId TEXT NOT NULL REFERENCES programme(id), metricId TEXT NOT NULL REFERENCES metric(id),
  unitId TEXT NOT NULL REFERENCES unit(id), untilDay TEXT NOT NULL, value INTEGER, dueDay TEXT,
  personId TEXT REFERENCES person(id), PRIMARY KEY (programmeId, metricId, unitId, untilDay)
) STRICT, WITHOUT ROWID;
CREATE INDEX targetVersionByUnit ON targetVersion (unitId);
CREATE INDEX targetVersionByPerson ON targetVersion (personId) WHERE personId IS NOT NULL;

-- An outline that is no longer true from a day on; kept, because nothing that was ever used is thrown away.
CREATE TABLE outlineVersion (
  unitId TEXT NOT NULL REFERENCES unit(id), untilDay TEXT NOT NULL, rings TEXT NOT NULL, PRIMARY KEY (unitId, untilDay)
) STRICT, WITHOUT ROWID;

-- Progress that nobody told, but that an act carried from one unit to another.
ALTER TABLE report ADD COLUMN reorganisationId TEXT REFERENCES reorganisation(id);
CREATE INDEX reportByReorganisation ON report (reorganisationId) WHERE reorganisationId IS NOT NULL;
`;
