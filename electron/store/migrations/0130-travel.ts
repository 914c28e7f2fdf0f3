// The user's own roads: where a figure came from, whether it holds for the way back, and whether its kilometres are known at all.
export const travel = `
ALTER TABLE travelCorrection ADD COLUMN origin TEXT NOT NULL DEFAULT 'typed' CHECK (origin IN ('typed', 'imported'));
-- 0: this direction only; the way back is estimated unless it has a line of its own.
ALTER TABLE travelCorrection ADD COLUMN bothWays INTEGER NOT NULL DEFAULT 1;
-- 1: only the time was given; the kilometres were estimated then and say nothing about other roads.
ALTER TABLE travelCorrection ADD COLUMN distanceEstimated INTEGER NOT NULL DEFAULT 0;
CREATE INDEX travelCorrectionTo ON travelCorrection (toUnitId);
`;
