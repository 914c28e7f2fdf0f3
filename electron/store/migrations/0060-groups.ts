// Second classifications beside the tree: classes, which unit is said to stand in which, and the sums kept of every class.
export const groups = `
CREATE TABLE classification (id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT, ordinal INTEGER NOT NULL) STRICT, WITHOUT ROWID;
-- Their classes are the seats (constituency); who stands in them is unit.constituencyId.
INSERT INTO classification VALUES ('assembly', 'Assembly constituency', 'विधानसभा क्षेत्र', 1), ('lokSabha', 'Lok Sabha constituency', 'लोकसभा क्षेत्र', 2);

CREATE TABLE class (
  id TEXT PRIMARY KEY, classificationId TEXT NOT NULL REFERENCES classification(id), parentId TEXT REFERENCES class(id),
  nameEn TEXT NOT NULL, nameHi TEXT, code TEXT, number INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX classByClassification ON class (classificationId, number);
CREATE INDEX classByCode ON class (classificationId, code) WHERE code IS NOT NULL;

-- What is said of a unit holds for everything below it, until something else is said there. classId null: said to stand in none.
CREATE TABLE unitClass (
  unitId TEXT NOT NULL REFERENCES unit(id) ON DELETE CASCADE, classificationId TEXT NOT NULL REFERENCES classification(id),
  classId TEXT REFERENCES class(id), PRIMARY KEY (unitId, classificationId)
) STRICT, WITHOUT ROWID;
CREATE INDEX unitClassByClass ON unitClass (classId);
CREATE INDEX unitClassByClassification ON unitClass (classificationId);

CREATE VIEW everyClass AS
  SELECT id, classificationId, parentId, nameEn, nameHi, code, number FROM class
  UNION ALL SELECT id, kind, parentId, nameEn, nameHi, NULL, number FROM constituency;

-- Derived. Parts: whole = 1, the largest units that stand in a class with everything below them; whole = 0, units it cuts.
-- 'none:' and the classification's id is the class of those that stand in none. region: the first two keys of the path.
CREATE TABLE classPart (
  classId TEXT NOT NULL, path TEXT NOT NULL, unitId TEXT NOT NULL, whole INTEGER NOT NULL, classificationId TEXT NOT NULL, PRIMARY KEY (classId, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX classPartByPlace ON classPart (classificationId, path, classId, whole, unitId);
CREATE TABLE classTally (
  classificationId TEXT NOT NULL, region TEXT NOT NULL, classId TEXT NOT NULL, levelId TEXT NOT NULL, units INTEGER NOT NULL, partly INTEGER NOT NULL,
  PRIMARY KEY (classificationId, region, classId, levelId)
) STRICT, WITHOUT ROWID;
CREATE TABLE classSum (
  classificationId TEXT NOT NULL, region TEXT NOT NULL, classId TEXT NOT NULL, electors INTEGER NOT NULL, PRIMARY KEY (classificationId, region, classId)
) STRICT, WITHOUT ROWID;
CREATE TABLE classRollup (
  programmeId TEXT NOT NULL, metricId TEXT NOT NULL, classificationId TEXT NOT NULL, region TEXT NOT NULL, classId TEXT NOT NULL,
  target INTEGER, achieved INTEGER, lastReportDay TEXT, undivided INTEGER NOT NULL, PRIMARY KEY (programmeId, metricId, classificationId, region, classId)
) STRICT, WITHOUT ROWID;

-- Where people stand: the path of the open unit of the post they hold, so that a class finds its people without asking each one.
ALTER TABLE personOrder ADD COLUMN path TEXT;
CREATE INDEX personOrderByPlace ON personOrder (path, personId);
`;
