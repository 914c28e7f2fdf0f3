// What happened on the road: who was really visited when, and what was promised there.
export const road = `
-- What became of a stop. It stands for itself: it stays true when the stop is planned elsewhere or its tour is deleted.
CREATE TABLE visit (
  id TEXT PRIMARY KEY, stopId TEXT UNIQUE REFERENCES tourStop(id) ON DELETE SET NULL,
  unitId TEXT NOT NULL REFERENCES unit(id), personId TEXT NOT NULL REFERENCES person(id), day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('arrived', 'held', 'skipped')),
  arrivedMinute INTEGER, heldFrom INTEGER, heldTo INTEGER, attendance INTEGER CHECK (attendance >= 0), note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
-- Everything the last visit of a unit is found by, and by whom it was.
CREATE INDEX visitByUnit ON visit (unitId, state, day, personId);
CREATE INDEX visitByDay ON visit (day);
CREATE INDEX visitByPerson ON visit (personId);
CREATE INDEX meetingByUnit ON meeting (unitId, day) WHERE unitId IS NOT NULL;

-- Where units of a level lie, for what is near a road: read without looking at the units themselves.
CREATE INDEX unitByPoint ON unit (levelId, lat, lon, closedDay) WHERE lat IS NOT NULL AND closedDay IS NULL;

-- promise: what the leader promised the unit. task: what the unit took on itself to do. Open until it has a doneDay.
CREATE TABLE promise (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('promise', 'task')),
  unitId TEXT NOT NULL REFERENCES unit(id), personId TEXT NOT NULL REFERENCES person(id), madeDay TEXT NOT NULL,
  visitId TEXT REFERENCES visit(id) ON DELETE SET NULL, meetingId TEXT REFERENCES meeting(id) ON DELETE SET NULL,
  text TEXT NOT NULL, who TEXT NOT NULL DEFAULT '', dueDay TEXT, doneDay TEXT, doneNote TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;
CREATE INDEX promiseByUnit ON promise (unitId, doneDay, dueDay);
CREATE INDEX promiseByPerson ON promise (personId);
CREATE INDEX promiseByVisit ON promise (visitId) WHERE visitId IS NOT NULL;
CREATE INDEX promiseByMeeting ON promise (meetingId) WHERE meetingId IS NOT NULL;
`;
