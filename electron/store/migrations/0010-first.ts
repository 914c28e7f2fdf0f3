// The first shape of the file.
export const first = `
CREATE TABLE workspace (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE level (
  id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT NOT NULL, pluralEn TEXT NOT NULL, pluralHi TEXT NOT NULL,
  ordinal INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE levelUnder (
  levelId TEXT NOT NULL REFERENCES level(id), parentLevelId TEXT NOT NULL REFERENCES level(id),
  PRIMARY KEY (levelId, parentLevelId)
) STRICT, WITHOUT ROWID;

CREATE TABLE constituency (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('assembly', 'lokSabha')), number INTEGER NOT NULL,
  nameEn TEXT NOT NULL, nameHi TEXT, reservation TEXT NOT NULL, parentId TEXT REFERENCES constituency(id), electors INTEGER,
  UNIQUE (kind, number)
) STRICT, WITHOUT ROWID;

-- path is the chain of four-character sibling keys from the top: a unit's subtree is one range of it.
CREATE TABLE unit (
  id TEXT PRIMARY KEY, parentId TEXT REFERENCES unit(id), levelId TEXT NOT NULL REFERENCES level(id),
  path TEXT NOT NULL UNIQUE, nameEn TEXT NOT NULL, nameHi TEXT, code TEXT, placeEn TEXT, placeHi TEXT,
  lat REAL, lon REAL, electors INTEGER, constituencyId TEXT REFERENCES constituency(id), partNumber TEXT,
  demonstration INTEGER NOT NULL DEFAULT 0, closedDay TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX unitByParent ON unit (parentId, levelId);
CREATE INDEX unitByLevel ON unit (levelId, path);
CREATE INDEX unitByCode ON unit (code) WHERE code IS NOT NULL;
CREATE INDEX unitByPart ON unit (constituencyId, partNumber) WHERE constituencyId IS NOT NULL;

-- Other spellings a unit is found by, such as the official directory's.
CREATE TABLE unitAlias (unitId TEXT NOT NULL REFERENCES unit(id) ON DELETE CASCADE, name TEXT NOT NULL, PRIMARY KEY (unitId, name)) STRICT, WITHOUT ROWID;

CREATE TABLE outline (unitId TEXT PRIMARY KEY REFERENCES unit(id) ON DELETE CASCADE, rings TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT, titleEn TEXT NOT NULL, titleHi TEXT,
  unitId TEXT REFERENCES unit(id), phone TEXT, veteran INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX personByUnit ON person (unitId);
CREATE TABLE dayAway (
  id TEXT PRIMARY KEY, personId TEXT NOT NULL REFERENCES person(id), fromDay TEXT NOT NULL, toDay TEXT NOT NULL,
  reason TEXT NOT NULL, CHECK (toDay >= fromDay)
) STRICT, WITHOUT ROWID;
CREATE INDEX dayAwayByPerson ON dayAway (personId, fromDay);
CREATE TABLE responsibility (
  id TEXT PRIMARY KEY, personId TEXT NOT NULL REFERENCES person(id), unitId TEXT NOT NULL REFERENCES unit(id),
  fromDay TEXT NOT NULL, toDay TEXT NOT NULL, CHECK (toDay >= fromDay)
) STRICT, WITHOUT ROWID;
CREATE INDEX responsibilityByPerson ON responsibility (personId);
CREATE INDEX responsibilityByUnit ON responsibility (unitId);

CREATE TABLE metric (
  id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT, kind TEXT NOT NULL CHECK (kind IN ('sum', 'onePerUnit', 'share')),
  countLevelId TEXT REFERENCES level(id), ofMetricId TEXT REFERENCES metric(id)
) STRICT, WITHOUT ROWID;
CREATE TABLE programme (
  id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT, fromDay TEXT NOT NULL, toDay TEXT NOT NULL, CHECK (toDay >= fromDay)
) STRICT, WITHOUT ROWID;
CREATE TABLE phase (
  programmeId TEXT NOT NULL REFERENCES programme(id), levelId TEXT NOT NULL REFERENCES level(id),
  fromDay TEXT NOT NULL, toDay TEXT NOT NULL, PRIMARY KEY (programmeId, levelId), CHECK (toDay >= fromDay)
) STRICT, WITHOUT ROWID;
CREATE TABLE programmeMetric (
  programmeId TEXT NOT NULL REFERENCES programme(id), metricId TEXT NOT NULL REFERENCES metric(id), ordinal INTEGER NOT NULL,
  PRIMARY KEY (programmeId, metricId)
) STRICT, WITHOUT ROWID;

-- A target without a value still carries a due day, a leader or a lock.
CREATE TABLE target (
  programmeId TEXT NOT NULL REFERENCES programme(id), metricId TEXT NOT NULL REFERENCES metric(id),
  unitId TEXT NOT NULL REFERENCES unit(id), value INTEGER CHECK (value >= 0), dueDay TEXT, personId TEXT REFERENCES person(id),
  basis TEXT, locked INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (programmeId, metricId, unitId)
) STRICT, WITHOUT ROWID;
CREATE INDEX targetByUnit ON target (unitId);
CREATE INDEX targetByPerson ON target (personId) WHERE personId IS NOT NULL;
CREATE TABLE report (
  id TEXT PRIMARY KEY, programmeId TEXT NOT NULL REFERENCES programme(id), metricId TEXT NOT NULL REFERENCES metric(id),
  unitId TEXT NOT NULL REFERENCES unit(id), day TEXT NOT NULL, value INTEGER NOT NULL CHECK (value >= 0),
  source TEXT NOT NULL CHECK (source IN ('phone', 'sheet', 'meeting', 'own')), toldBy TEXT NOT NULL, note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reportByCell ON report (programmeId, metricId, unitId, day);
CREATE INDEX reportByUnit ON report (unitId);

CREATE TABLE tour (
  id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT, personId TEXT NOT NULL REFERENCES person(id),
  fromDay TEXT NOT NULL, toDay TEXT NOT NULL, firstUnitId TEXT REFERENCES unit(id), lastUnitId TEXT REFERENCES unit(id),
  meetingMinutes INTEGER NOT NULL, dutyFrom INTEGER NOT NULL, dutyTo INTEGER NOT NULL,
  roadFactor REAL NOT NULL, speedKmPerHour REAL NOT NULL, CHECK (toDay >= fromDay), CHECK (dutyTo > dutyFrom)
) STRICT, WITHOUT ROWID;
-- day is null until the stop is planned (or where the plan leaves it out).
CREATE TABLE tourStop (
  id TEXT PRIMARY KEY, tourId TEXT NOT NULL REFERENCES tour(id), unitId TEXT NOT NULL REFERENCES unit(id),
  day TEXT, beginMinute INTEGER, minutes INTEGER NOT NULL, pinned INTEGER NOT NULL DEFAULT 0, UNIQUE (tourId, unitId)
) STRICT, WITHOUT ROWID;
CREATE INDEX tourStopByDay ON tourStop (day);
CREATE INDEX tourStopByUnit ON tourStop (unitId);
CREATE TABLE travelCorrection (
  fromUnitId TEXT NOT NULL REFERENCES unit(id), toUnitId TEXT NOT NULL REFERENCES unit(id),
  distanceKm REAL NOT NULL, travelMinutes INTEGER, PRIMARY KEY (fromUnitId, toUnitId)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting (
  id TEXT PRIMARY KEY, titleEn TEXT NOT NULL, titleHi TEXT, day TEXT NOT NULL, beginMinute INTEGER NOT NULL,
  minutes INTEGER NOT NULL, unitId TEXT REFERENCES unit(id), placeEn TEXT, placeHi TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX meetingByDay ON meeting (day);
CREATE TABLE meetingPerson (
  meetingId TEXT NOT NULL REFERENCES meeting(id), personId TEXT NOT NULL REFERENCES person(id), PRIMARY KEY (meetingId, personId)
) STRICT, WITHOUT ROWID;
CREATE INDEX meetingPersonByPerson ON meetingPerson (personId);

-- History. An undo is a step too; it holds no rows of its own: it is step ofSeq the other way round.
CREATE TABLE step (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, actor TEXT NOT NULL, call TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')), ofSeq INTEGER REFERENCES step(seq),
  summary TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')), changes INTEGER NOT NULL
) STRICT;
CREATE INDEX stepByState ON step (kind, state, seq);
CREATE TABLE stepShape (id INTEGER PRIMARY KEY, tableName TEXT NOT NULL, columns TEXT NOT NULL, keyColumns TEXT NOT NULL) STRICT;
CREATE TABLE stepChange (
  ord INTEGER PRIMARY KEY, stepSeq INTEGER NOT NULL, shapeId INTEGER NOT NULL REFERENCES stepShape(id), before TEXT, after TEXT
) STRICT;
CREATE INDEX stepChangeByStep ON stepChange (stepSeq);

-- Derived: made anew from the tables above whenever they change, never a truth of their own.
CREATE TABLE tally (unitId TEXT NOT NULL, levelId TEXT NOT NULL, units INTEGER NOT NULL, PRIMARY KEY (unitId, levelId)) STRICT, WITHOUT ROWID;
CREATE TABLE unitSum (unitId TEXT PRIMARY KEY, electors INTEGER NOT NULL, children INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE rollup (
  programmeId TEXT NOT NULL, metricId TEXT NOT NULL, unitId TEXT NOT NULL, below INTEGER, achieved INTEGER,
  achievedBelow INTEGER, lastReportDay TEXT, PRIMARY KEY (programmeId, metricId, unitId)
) STRICT, WITHOUT ROWID;
CREATE TABLE searchKey (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, refId TEXT NOT NULL, weight INTEGER NOT NULL, keys TEXT NOT NULL, UNIQUE (kind, refId)
) STRICT;
CREATE VIRTUAL TABLE searchText USING fts5 (keys, content='searchKey', content_rowid='id', tokenize='unicode61', prefix='1 2 3');
CREATE TRIGGER searchKeyAdd AFTER INSERT ON searchKey BEGIN INSERT INTO searchText(rowid, keys) VALUES (NEW.id, NEW.keys); END;
CREATE TRIGGER searchKeyDrop AFTER DELETE ON searchKey BEGIN INSERT INTO searchText(searchText, rowid, keys) VALUES ('delete', OLD.id, OLD.keys); END;
`;
