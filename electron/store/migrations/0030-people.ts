// Posts become dated rows of their own, phones several; committees have a template per level; merged people keep what moved.

/** The posts a file begins with: id, English, Hindi, rank (10 is the highest). They are data of the file from then on. */
const kinds: readonly (readonly [id: string, nameEn: string, nameHi: string])[] = [
  ['stateInCharge', 'State in-charge', 'प्रदेश प्रभारी'],
  ['coInCharge', 'Co-in-charge', 'सह प्रभारी'],
  ['statePresident', 'State president', 'प्रदेश अध्यक्ष'],
  ['workingPresident', 'Working president', 'कार्यकारी अध्यक्ष'],
  ['districtInCharge', 'District in-charge', 'जिला प्रभारी'],
  ['districtPresident', 'District president', 'जिलाध्यक्ष'],
  ['blockPresident', 'Block president', 'प्रखंड अध्यक्ष'],
  ['townPresident', 'Town president', 'नगर अध्यक्ष'],
  ['mandalPresident', 'Mandal president', 'मंडल अध्यक्ष'],
  ['panchayatPresident', 'Panchayat president', 'पंचायत अध्यक्ष'],
  ['wardPresident', 'Ward president', 'वार्ड अध्यक्ष'],
  ['boothPresident', 'Booth president', 'बूथ अध्यक्ष'],
  ['vicePresident', 'Vice-president', 'उपाध्यक्ष'],
  ['generalSecretary', 'General secretary', 'महासचिव'],
  ['treasurer', 'Treasurer', 'कोषाध्यक्ष'],
  ['spokesperson', 'Spokesperson', 'प्रवक्ता'],
  ['districtCoordinator', 'District coordinator', 'जिला समन्वयक'],
  ['membershipInCharge', 'Membership in-charge', 'सदस्यता प्रभारी'],
  ['convener', 'Convener', 'संयोजक'],
  ['observer', 'Observer', 'पर्यवेक्षक'],
  ['secretary', 'Secretary', 'सचिव'],
  ['boothAgent', 'Booth level agent (BLA-2)', 'बीएलए-2'],
  ['electedRepresentative', 'Elected representative', 'जनप्रतिनिधि'],
  ['officeBearer', 'Office-bearer', 'पदाधिकारी'],
  ['seniorLeader', 'Senior leader', 'वरीय नेता'],
  ['worker', 'Worker', 'कार्यकर्ता'],
];

/** Seats of a committee a file begins with: level, post, how many. */
const seats: readonly (readonly [levelId: string, postKindId: string, seats: number])[] = [
  ['district', 'districtPresident', 1], ['district', 'vicePresident', 4], ['district', 'generalSecretary', 8], ['district', 'treasurer', 1], ['district', 'spokesperson', 1],
  ['block', 'blockPresident', 1], ['block', 'vicePresident', 3], ['block', 'generalSecretary', 6], ['block', 'treasurer', 1],
  ['town', 'townPresident', 1], ['town', 'vicePresident', 3], ['town', 'generalSecretary', 6], ['town', 'treasurer', 1],
  ['mandal', 'mandalPresident', 1], ['mandal', 'vicePresident', 2], ['mandal', 'generalSecretary', 4],
  ['panchayat', 'panchayatPresident', 1], ['panchayat', 'vicePresident', 2], ['panchayat', 'generalSecretary', 9],
  ['ward', 'wardPresident', 1], ['ward', 'vicePresident', 2], ['ward', 'generalSecretary', 4],
  ['booth', 'boothPresident', 1], ['booth', 'boothAgent', 1],
];

const text = (value: string): string => `'${value.replaceAll(`'`, `''`)}'`;

/** Writes the usual committees for those levels the file has. Run once the levels are there. */
export const seedCommittees = `INSERT INTO committeeSeat (levelId, postKindId, seats, ordinal)
  SELECT column1, column2, column3, column4 FROM (VALUES ${seats.map(([level, kind, count], at) => `(${text(level)}, ${text(kind)}, ${count}, ${at + 1})`).join(', ')})
  WHERE column1 IN (SELECT id FROM level)`;

export const people = `
CREATE TABLE postKind (id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT NOT NULL, rank INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO postKind VALUES ${kinds.map(([id, en, hi], at) => `(${text(id)}, ${text(en)}, ${text(hi)}, ${(at + 1) * 10})`).join(', ')};

-- A title of its own only where it says more than the kind. Days are both counted; null is since ever, until further notice.
CREATE TABLE post (
  id TEXT PRIMARY KEY, personId TEXT NOT NULL REFERENCES person(id), postKindId TEXT REFERENCES postKind(id),
  titleEn TEXT NOT NULL DEFAULT '', titleHi TEXT, unitId TEXT REFERENCES unit(id), fromDay TEXT, toDay TEXT,
  orderBy TEXT NOT NULL DEFAULT '', orderDay TEXT, CHECK (toDay >= fromDay), CHECK (postKindId IS NOT NULL OR titleEn <> '')
) STRICT, WITHOUT ROWID;
INSERT INTO post (id, personId, postKindId, titleEn, titleHi, unitId)
  SELECT 'post-' || person.id, person.id, postKind.id, CASE WHEN postKind.id IS NULL THEN COALESCE(NULLIF(person.titleEn, ''), 'Office-bearer') ELSE '' END,
    CASE WHEN postKind.id IS NULL THEN person.titleHi END, person.unitId
  FROM person LEFT JOIN postKind ON postKind.nameEn = person.titleEn AND (person.titleHi IS NULL OR postKind.nameHi = person.titleHi)
  WHERE (person.titleEn <> '' OR person.unitId IS NOT NULL) AND NOT (person.titleEn = 'Veteran leader' AND person.unitId IS NULL);
CREATE INDEX postByPerson ON post (personId, fromDay, toDay);
CREATE INDEX postByUnit ON post (unitId, postKindId, fromDay, toDay, personId);
CREATE INDEX postByKind ON post (postKindId);
CREATE INDEX postByFromDay ON post (fromDay, unitId, postKindId) WHERE fromDay IS NOT NULL;
CREATE INDEX postByToDay ON post (toDay, unitId, postKindId) WHERE toDay IS NOT NULL;
-- What a post is called and how high it stands: its own title, else its kind's.
CREATE VIEW postTitled AS
  SELECT post.id, post.personId, post.postKindId, CASE WHEN post.titleEn <> '' THEN post.titleEn ELSE postKind.nameEn END AS titleEn,
    CASE WHEN post.titleEn <> '' THEN post.titleHi ELSE postKind.nameHi END AS titleHi, post.unitId, post.fromDay, post.toDay,
    post.orderBy, post.orderDay, COALESCE(postKind.rank, 100000) AS rank
  FROM post LEFT JOIN postKind ON postKind.id = post.postKindId;

CREATE TABLE personPhone (
  personId TEXT NOT NULL REFERENCES person(id), ordinal INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('mobile', 'whatsapp', 'office')),
  number TEXT NOT NULL, PRIMARY KEY (personId, ordinal)
) STRICT, WITHOUT ROWID;
INSERT INTO personPhone (personId, ordinal, kind, number) SELECT id, 1, 'mobile', phone FROM person WHERE phone IS NOT NULL AND phone <> '';

CREATE TABLE committeeSeat (
  levelId TEXT NOT NULL REFERENCES level(id), postKindId TEXT NOT NULL REFERENCES postKind(id), seats INTEGER NOT NULL CHECK (seats > 0),
  ordinal INTEGER NOT NULL, PRIMARY KEY (levelId, postKindId)
) STRICT, WITHOUT ROWID;
${seedCommittees};

-- Derived: seats filled and people beyond the seats, of all committees of a level at and below a unit, on committeeDay.
CREATE TABLE committeeSum (
  unitId TEXT NOT NULL, levelId TEXT NOT NULL, postKindId TEXT NOT NULL, filled INTEGER NOT NULL, over INTEGER NOT NULL,
  PRIMARY KEY (unitId, levelId, postKindId)
) STRICT, WITHOUT ROWID;
-- Derived: seats of one post all filled, at one unit; without a post ('') where the whole committee is complete.
CREATE TABLE committeeFull (
  levelId TEXT NOT NULL, postKindId TEXT NOT NULL, path TEXT NOT NULL, unitId TEXT NOT NULL, PRIMARY KEY (levelId, postKindId, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX committeeFullByUnit ON committeeFull (unitId);
-- Derived: the order of people in lists (by the level of the post held, then by name), on committeeDay.
CREATE TABLE personOrder (personId TEXT PRIMARY KEY, veteran INTEGER NOT NULL, ordinal INTEGER NOT NULL, nameEn TEXT NOT NULL, nameHi TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX personOrderEn ON personOrder (veteran, ordinal, nameEn COLLATE NOCASE, personId);
CREATE INDEX personOrderHi ON personOrder (veteran, ordinal, nameHi COLLATE NOCASE, personId);
-- Derived: the day the tables above are for.
CREATE TABLE committeeDay (day TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- A merge keeps which rows went over to the person kept, and which of them lay there already, so that it can be taken apart at any time.
CREATE TABLE personMerge (
  id TEXT PRIMARY KEY, keptId TEXT NOT NULL, goneId TEXT NOT NULL, day TEXT NOT NULL, fieldsBefore TEXT NOT NULL, fieldsAfter TEXT NOT NULL, apartDay TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX personMergeByKept ON personMerge (keptId);
CREATE INDEX personMergeByGone ON personMerge (goneId);
CREATE TABLE personMergeRow (
  mergeId TEXT NOT NULL REFERENCES personMerge(id), ordinal INTEGER NOT NULL, tableName TEXT NOT NULL, columnName TEXT NOT NULL,
  rowKey TEXT NOT NULL, wholeRow TEXT, PRIMARY KEY (mergeId, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE notSamePerson (
  personId TEXT NOT NULL REFERENCES person(id), otherId TEXT NOT NULL REFERENCES person(id), PRIMARY KEY (personId, otherId), CHECK (personId < otherId)
) STRICT, WITHOUT ROWID;

-- The old columns are gone, so steps that hold a person's row with them can no longer be laid over the file, nor any before them.
UPDATE step SET state = 'dropped' WHERE kind = 'do' AND seq <= COALESCE((SELECT MAX(stepSeq) FROM stepChange JOIN stepShape ON stepShape.id = shapeId WHERE tableName = 'person'), 0);
DROP INDEX personByUnit;
ALTER TABLE person DROP COLUMN titleEn;
ALTER TABLE person DROP COLUMN titleHi;
ALTER TABLE person DROP COLUMN unitId;
ALTER TABLE person DROP COLUMN phone;
ALTER TABLE person ADD COLUMN mergedIntoId TEXT REFERENCES person(id);
CREATE INDEX personByMerge ON person (mergedIntoId) WHERE mergedIntoId IS NOT NULL;
`;
