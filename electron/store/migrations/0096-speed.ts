// Lists of names and of earlier imports answered from what is kept, without looking at the units themselves.
export const speed = `
-- The columns of their own conditions stand in them: without, every one of 1,62,000 units had to be looked up to be counted.
DROP INDEX unitWithoutHindi;
DROP INDEX unitProposed;
CREATE INDEX unitWithoutHindi ON unit (levelId, path, nameHi, closedDay) WHERE nameHi IS NULL AND closedDay IS NULL;
CREATE INDEX unitProposed ON unit (levelId, path, nameHiProposed, closedDay) WHERE nameHiProposed = 1 AND closedDay IS NULL;

-- Derived: how many of the units an import brought are there; null: not counted yet.
ALTER TABLE stepImport ADD COLUMN there INTEGER;
`;
