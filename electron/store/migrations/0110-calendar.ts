// The calendar: appointments that must not move, meetings that come again, busy times of a leader's own calendar, what was sent out.
export const calendar = `
-- What a meeting that comes again is by its rule; a meeting of its own that differs was changed by hand. weekdays: one bit a day, Monday first.
-- monthDay and nth: -1 is the last. Exactly one of untilDay and times is there.
CREATE TABLE meetingSeries (
  id TEXT PRIMARY KEY, fromDay TEXT NOT NULL, freq TEXT NOT NULL CHECK (freq IN ('daily', 'weekly', 'monthly')), every INTEGER NOT NULL,
  weekdays INTEGER NOT NULL DEFAULT 0, monthDay INTEGER, nth INTEGER, untilDay TEXT, times INTEGER,
  titleEn TEXT NOT NULL, titleHi TEXT, beginMinute INTEGER NOT NULL, minutes INTEGER NOT NULL, unitId TEXT REFERENCES unit(id),
  placeEn TEXT, placeHi TEXT, pinned INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

ALTER TABLE meeting ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
ALTER TABLE meeting ADD COLUMN state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'cancelled'));
ALTER TABLE meeting ADD COLUMN seriesId TEXT REFERENCES meetingSeries(id);
-- The day the rule gave it, wherever it stands now.
ALTER TABLE meeting ADD COLUMN seriesDay TEXT;
CREATE INDEX meetingBySeries ON meeting (seriesId, seriesDay) WHERE seriesId IS NOT NULL;

-- Read from a leader's own calendar. One row a day; title only where the person wanted it kept.
CREATE TABLE busyTime (
  id TEXT PRIMARY KEY, personId TEXT NOT NULL REFERENCES person(id), uid TEXT NOT NULL, day TEXT NOT NULL,
  beginMinute INTEGER NOT NULL, minutes INTEGER NOT NULL, title TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX busyTimeByDay ON busyTime (day, personId);
CREATE INDEX busyTimeByPerson ON busyTime (personId, uid, day);
-- How new what is known of an entry is: an older file never takes a newer one back, nor brings back what was called off.
CREATE TABLE busySource (
  personId TEXT NOT NULL REFERENCES person(id), uid TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (personId, uid)
) STRICT, WITHOUT ROWID;

-- How the calendar judges: 'check.<kind>' warn or refuse, dutyFrom and dutyTo in minutes.
CREATE TABLE calendarSetting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Outside the history, for what has left the house is not undone: the number under which an entry went out, and to whose calendars.
CREATE TABLE calendarSent (
  uid TEXT NOT NULL, occurrence TEXT NOT NULL, sequence INTEGER NOT NULL, content TEXT NOT NULL, stamp TEXT NOT NULL, day TEXT NOT NULL,
  PRIMARY KEY (uid, occurrence)
) STRICT, WITHOUT ROWID;
CREATE TABLE calendarSentTo (scope TEXT NOT NULL, uid TEXT NOT NULL, occurrence TEXT NOT NULL, PRIMARY KEY (scope, uid, occurrence)) STRICT, WITHOUT ROWID;

-- Only what stands in the days asked for is read, with what is asked of it.
DROP INDEX meetingByDay;
CREATE INDEX meetingByDay ON meeting (day, beginMinute);
CREATE INDEX dayAwayByEnd ON dayAway (toDay);
CREATE INDEX programmeByEnd ON programme (toDay);
CREATE INDEX phaseByEnd ON phase (toDay);
`;
