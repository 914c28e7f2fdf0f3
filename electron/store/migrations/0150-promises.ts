// Targets as promises (set by whom, issued, revised), what a figure told is worth, and the sheets that came back.
export const promises = `
-- What a count means beyond how it adds up (kind): repeated every week or month, rupees (rate for each of ofMetricId), the last value alone.
ALTER TABLE metric ADD COLUMN form TEXT CHECK (form IN ('repeated', 'money', 'last'));
ALTER TABLE metric ADD COLUMN wordEn TEXT NOT NULL DEFAULT '';
ALTER TABLE metric ADD COLUMN wordHi TEXT;
ALTER TABLE metric ADD COLUMN direction TEXT NOT NULL DEFAULT 'up' CHECK (direction IN ('up', 'down'));
ALTER TABLE metric ADD COLUMN every TEXT CHECK (every IN ('week', 'month'));
ALTER TABLE metric ADD COLUMN rate INTEGER CHECK (rate > 0);
-- At which levels it is counted; none: at all.
CREATE TABLE metricLevel (
  metricId TEXT NOT NULL REFERENCES metric(id) ON DELETE CASCADE, levelId TEXT NOT NULL REFERENCES level(id), PRIMARY KEY (metricId, levelId)
) STRICT, WITHOUT ROWID;
CREATE INDEX metricLevelByLevel ON metricLevel (levelId);

-- An issued target is a promise: from revision 1 on it changes only with a reason, and what it was is kept.
ALTER TABLE target ADD COLUMN state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'closed'));
ALTER TABLE target ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE target ADD COLUMN issuedDay TEXT;
ALTER TABLE target ADD COLUMN fromDay TEXT;
ALTER TABLE target ADD COLUMN author TEXT NOT NULL DEFAULT '';
CREATE TABLE targetRevision (
  programmeId TEXT NOT NULL REFERENCES programme(id), metricId TEXT NOT NULL REFERENCES metric(id), unitId TEXT NOT NULL REFERENCES unit(id),
  revision INTEGER NOT NULL, value INTEGER, fromDay TEXT, dueDay TEXT, personId TEXT REFERENCES person(id), basis TEXT, author TEXT NOT NULL,
  issuedDay TEXT, untilDay TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (programmeId, metricId, unitId, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX targetRevisionByUnit ON targetRevision (unitId);
CREATE INDEX targetRevisionByPerson ON targetRevision (personId) WHERE personId IS NOT NULL;

-- A filled sheet that came back; the fingerprint of its content says when it comes twice.
CREATE TABLE receivedSheet (
  id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, fileName TEXT NOT NULL, receivedDay TEXT NOT NULL, figures INTEGER NOT NULL,
  programmeId TEXT NOT NULL REFERENCES programme(id), metricId TEXT NOT NULL REFERENCES metric(id), unitId TEXT NOT NULL REFERENCES unit(id),
  revision INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX receivedSheetByUnit ON receivedSheet (unitId);

-- value is always the whole achieved up to that day; dayValue is what was told for that day alone, where it was told so.
ALTER TABLE report ADD COLUMN dayValue INTEGER CHECK (dayValue >= 0);
ALTER TABLE report ADD COLUMN state TEXT NOT NULL DEFAULT 'reported' CHECK (state IN ('reported', 'confirmed', 'doubted'));
ALTER TABLE report ADD COLUMN notedBy TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN toldDay TEXT;
ALTER TABLE report ADD COLUMN sheetId TEXT REFERENCES receivedSheet(id);
CREATE INDEX reportBySheet ON report (sheetId) WHERE sheetId IS NOT NULL;
-- What stood before a correction.
CREATE TABLE reportVersion (
  reportId TEXT NOT NULL REFERENCES report(id) ON DELETE CASCADE, number INTEGER NOT NULL, value INTEGER NOT NULL, dayValue INTEGER,
  untilDay TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (reportId, number)
) STRICT, WITHOUT ROWID;
`;
