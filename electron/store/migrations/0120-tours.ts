// A tour's rules, its days' own rules, what is wanted of a stop, several leaders, and other versions of one tour.
export const tours = `
-- A version is a whole tour of its own beside the one it was copied from; it never stands on the calendar. A tour that does not
-- either is a draft: nobody's time is taken. Tours made before were on the calendar.
ALTER TABLE tour ADD COLUMN versionOf TEXT REFERENCES tour(id);
ALTER TABLE tour ADD COLUMN versionNumber INTEGER NOT NULL DEFAULT 1;
ALTER TABLE tour ADD COLUMN versionNote TEXT NOT NULL DEFAULT '';
ALTER TABLE tour ADD COLUMN onCalendar INTEGER NOT NULL DEFAULT 1;
-- Nobody drives between these minutes of the day (from the evening to the next morning); null: driving at any hour.
ALTER TABLE tour ADD COLUMN darkFrom INTEGER;
ALTER TABLE tour ADD COLUMN darkUntil INTEGER;
ALTER TABLE tour ADD COLUMN maxDrivingMinutes INTEGER;
ALTER TABLE tour ADD COLUMN fewestDays INTEGER NOT NULL DEFAULT 0;
-- 1: where the days do not hold otherwise, the leader drives on in the evening to where the next day begins.
ALTER TABLE tour ADD COLUMN driveOn INTEGER NOT NULL DEFAULT 0;
-- Length of a meeting that is wanted, not a must (in a block, say).
ALTER TABLE tour ADD COLUMN wantedMinutes INTEGER NOT NULL DEFAULT 60;
CREATE INDEX tourByVersionOf ON tour (versionOf) WHERE versionOf IS NOT NULL;

ALTER TABLE tourStop ADD COLUMN must INTEGER NOT NULL DEFAULT 1;
-- What a wanted stop is worth beside the others.
ALTER TABLE tourStop ADD COLUMN worth INTEGER NOT NULL DEFAULT 1;
-- 1: minutes is this stop's own length, not the tour's.
ALTER TABLE tourStop ADD COLUMN ownLength INTEGER NOT NULL DEFAULT 0;
-- The meeting may begin within these minutes of the day and on these days only; null: whenever.
ALTER TABLE tourStop ADD COLUMN beginFrom INTEGER;
ALTER TABLE tourStop ADD COLUMN beginTo INTEGER;
ALTER TABLE tourStop ADD COLUMN onlyFromDay TEXT;
ALTER TABLE tourStop ADD COLUMN onlyToDay TEXT;
-- 1: the hand has put it on its day; the hour may still change. (pinned: day and hour are fixed.)
ALTER TABLE tourStop ADD COLUMN dayPinned INTEGER NOT NULL DEFAULT 0;
-- Who of several leaders comes; null: the tour's own.
ALTER TABLE tourStop ADD COLUMN personId TEXT REFERENCES person(id);

-- Leaders who share the places of a tour with its own.
CREATE TABLE tourLeader (
  tourId TEXT NOT NULL REFERENCES tour(id), personId TEXT NOT NULL REFERENCES person(id), PRIMARY KEY (tourId, personId)
) STRICT, WITHOUT ROWID;
CREATE INDEX tourLeaderByPerson ON tourLeader (personId);
-- A day that differs from the rest: null is the tour's own hour; locked: nothing on it moves when the rest is planned.
CREATE TABLE tourDay (
  tourId TEXT NOT NULL REFERENCES tour(id), day TEXT NOT NULL, dutyFrom INTEGER, dutyTo INTEGER,
  locked INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (tourId, day)
) STRICT, WITHOUT ROWID;
-- Parts of a day kept free, for every leader.
CREATE TABLE tourReserved (
  id TEXT PRIMARY KEY, tourId TEXT NOT NULL REFERENCES tour(id), day TEXT NOT NULL, fromMinute INTEGER NOT NULL,
  toMinute INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '', CHECK (toMinute > fromMinute)
) STRICT, WITHOUT ROWID;
CREATE INDEX tourReservedByTour ON tourReserved (tourId, day);
-- The only units where a night is possible; none: everywhere.
CREATE TABLE tourNight (
  tourId TEXT NOT NULL REFERENCES tour(id), unitId TEXT NOT NULL REFERENCES unit(id), PRIMARY KEY (tourId, unitId)
) STRICT, WITHOUT ROWID;
CREATE INDEX tourNightByUnit ON tourNight (unitId);
`;
