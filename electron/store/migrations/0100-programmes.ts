// Programmes get a place, a leader and a state; links between what has days; orders that move days, with every earlier day; blackout days.
export const programmes = `
-- unitId null: the whole state. state is what somebody said; 'byDays' follows from the days.
ALTER TABLE programme ADD COLUMN unitId TEXT REFERENCES unit(id);
ALTER TABLE programme ADD COLUMN personId TEXT REFERENCES person(id);
ALTER TABLE programme ADD COLUMN state TEXT NOT NULL DEFAULT 'byDays' CHECK (state IN ('byDays', 'running', 'done', 'postponed', 'untilFurtherNotice', 'cancelled'));
ALTER TABLE phase ADD COLUMN state TEXT NOT NULL DEFAULT 'byDays' CHECK (state IN ('byDays', 'done', 'untilFurtherNotice', 'cancelled'));
CREATE INDEX programmeByUnit ON programme (unitId) WHERE unitId IS NOT NULL;
CREATE INDEX programmeByPerson ON programme (personId) WHERE personId IS NOT NULL;
CREATE INDEX programmeByDays ON programme (fromDay, toDay);

-- Units taking part, each with all below it; no row: all at and below the programme's own unit.
CREATE TABLE programmeUnit (
  programmeId TEXT NOT NULL REFERENCES programme(id), unitId TEXT NOT NULL REFERENCES unit(id), PRIMARY KEY (programmeId, unitId)
) STRICT, WITHOUT ROWID;
CREATE INDEX programmeUnitByUnit ON programmeUnit (unitId);
-- A unit has held its part of the programme: what is postponed until further notice is what is not here.
CREATE TABLE programmeHeld (
  programmeId TEXT NOT NULL REFERENCES programme(id), unitId TEXT NOT NULL REFERENCES unit(id), day TEXT NOT NULL,
  PRIMARY KEY (programmeId, unitId)
) STRICT, WITHOUT ROWID;
CREATE INDEX programmeHeldByUnit ON programmeHeld (unitId);

-- Either end is a programme, a tour or a meeting. days: at least so many after (startsAfter), before (mustEndBefore).
CREATE TABLE programmeLink (
  id TEXT PRIMARY KEY, fromKind TEXT NOT NULL CHECK (fromKind IN ('programme', 'tour', 'meeting')), fromId TEXT NOT NULL,
  toKind TEXT NOT NULL CHECK (toKind IN ('programme', 'tour', 'meeting')), toId TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('startsAfter', 'keepsGap', 'mustNotOverlap', 'mustEndBefore')),
  days INTEGER NOT NULL DEFAULT 0 CHECK (days BETWEEN 0 AND 1000), note TEXT NOT NULL DEFAULT '',
  CHECK (fromKind <> toKind OR fromId <> toId), UNIQUE (fromKind, fromId, toKind, toId, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX programmeLinkByTo ON programmeLink (toKind, toId);

-- An order and the days of its programme before and after it. detail: the decision as it was given.
CREATE TABLE programmeOrder (
  id TEXT PRIMARY KEY, programmeId TEXT NOT NULL REFERENCES programme(id),
  kind TEXT NOT NULL CHECK (kind IN ('extension', 'advance', 'postponement', 'untilFurtherNotice', 'cancellation')),
  orderBy TEXT NOT NULL, orderDay TEXT NOT NULL, reason TEXT NOT NULL,
  oldFromDay TEXT NOT NULL, oldToDay TEXT NOT NULL, newFromDay TEXT NOT NULL, newToDay TEXT NOT NULL, detail TEXT NOT NULL,
  -- The day the order was taken back; its lines stay.
  takenBackDay TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX programmeOrderByProgramme ON programmeOrder (programmeId, orderDay);
CREATE INDEX programmeOrderByDay ON programmeOrder (orderDay);
-- What the order did: moved, stays (and why), conflict. linkKind and linkDays are the link as it was then, by which the line follows what byKind and byId name.
CREATE TABLE orderLine (
  orderId TEXT NOT NULL REFERENCES programmeOrder(id), ordinal INTEGER NOT NULL, role TEXT NOT NULL CHECK (role IN ('moved', 'stays', 'conflict')),
  kind TEXT NOT NULL CHECK (kind IN ('programme', 'phase', 'tour', 'meeting', 'dueDay', 'responsibility', 'link')), itemId TEXT NOT NULL, levelId TEXT,
  nameEn TEXT NOT NULL, nameHi TEXT, oldFromDay TEXT NOT NULL, oldToDay TEXT NOT NULL, newFromDay TEXT NOT NULL, newToDay TEXT NOT NULL,
  linkKind TEXT, linkDays INTEGER, byKind TEXT, byId TEXT, byNameEn TEXT, byNameHi TEXT, code TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '{}',
  PRIMARY KEY (orderId, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX orderLineByItem ON orderLine (itemId, kind);

CREATE TABLE blackout (
  id TEXT PRIMARY KEY, nameEn TEXT NOT NULL, nameHi TEXT, kind TEXT NOT NULL CHECK (kind IN ('festival', 'modelCode', 'exam', 'other')),
  fromDay TEXT NOT NULL, toDay TEXT NOT NULL, unitId TEXT REFERENCES unit(id), CHECK (toDay >= fromDay)
) STRICT, WITHOUT ROWID;
CREATE INDEX blackoutByDays ON blackout (toDay, fromDay);
CREATE INDEX blackoutByUnit ON blackout (unitId) WHERE unitId IS NOT NULL;

CREATE INDEX targetByDue ON target (programmeId, dueDay) WHERE dueDay IS NOT NULL;
CREATE INDEX responsibilityByEnd ON responsibility (programmeId, toDay) WHERE programmeId IS NOT NULL;
CREATE INDEX responsibilityOfAllByEnd ON responsibility (toDay, unitId) WHERE programmeId IS NULL;
`;
