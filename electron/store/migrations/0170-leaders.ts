// What each of several leaders brings along, roads estimated as the file says, the dark by the sun, and blackout days kept clear.
export const leaders = `
-- 0: the tour's roads are estimated as everything in the file; 1: by the tour's own factor and speed.
ALTER TABLE tour ADD COLUMN ownRoads INTEGER NOT NULL DEFAULT 1;
-- Nobody chose the figures every tour began with: where the file has none of its own either, both are the same.
UPDATE tour SET ownRoads = 0 WHERE roadFactor = 1.25 AND speedKmPerHour = 40
  AND NOT EXISTS (SELECT 1 FROM workspace WHERE key IN ('roadFactor', 'speedKmPerHour'));
-- 1: nobody drives between sunset and sunrise of each day, whatever darkFrom and darkUntil say.
ALTER TABLE tour ADD COLUMN darkBySun INTEGER NOT NULL DEFAULT 0;
-- 1: estimated roads take longer in the dark. Plans made before keep the hours they were made with.
ALTER TABLE tour ADD COLUMN slowInDark INTEGER NOT NULL DEFAULT 0;
-- The kinds of blackout days on which the planner puts nothing, with spaces between. Plans made before are only warned of.
ALTER TABLE tour ADD COLUMN avoidBlackouts TEXT NOT NULL DEFAULT '';

-- Where a leader who shares the places begins and ends, and his hours; null: open, and as the tour's.
ALTER TABLE tourLeader ADD COLUMN firstUnitId TEXT REFERENCES unit(id);
ALTER TABLE tourLeader ADD COLUMN lastUnitId TEXT REFERENCES unit(id);
ALTER TABLE tourLeader ADD COLUMN dutyFrom INTEGER;
ALTER TABLE tourLeader ADD COLUMN dutyTo INTEGER;
CREATE INDEX tourLeaderByFirst ON tourLeader (firstUnitId) WHERE firstUnitId IS NOT NULL;
CREATE INDEX tourLeaderByLast ON tourLeader (lastUnitId) WHERE lastUnitId IS NOT NULL;
-- The only units where this leader can spend a night; none: those of the tour.
CREATE TABLE tourLeaderNight (
  tourId TEXT NOT NULL REFERENCES tour(id), personId TEXT NOT NULL REFERENCES person(id), unitId TEXT NOT NULL REFERENCES unit(id),
  PRIMARY KEY (tourId, personId, unitId)
) STRICT, WITHOUT ROWID;
CREATE INDEX tourLeaderNightByUnit ON tourLeaderNight (unitId);
CREATE INDEX tourLeaderNightByPerson ON tourLeaderNight (personId);
`;
