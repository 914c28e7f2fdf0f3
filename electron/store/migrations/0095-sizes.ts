// Indexes that answer a state's 1,62,000 booths a page at a time, in any order the lists offer.
const sortKey = (name: string): string => {
  const stem = `rtrim(${name}, '0123456789')`;
  return `printf('%06d', COALESCE(CAST(partNumber AS INTEGER), 0)) || lower(${stem}) || printf('%012d', CAST(substr(${name}, length(${stem}) + 1) AS INTEGER))`;
};

export const sizes = `
DROP INDEX unitByLevel;
CREATE INDEX unitByLevel ON unit (levelId, path, closedDay);
-- The same expressions as byName in unitRows.ts; a test of query plans holds them together.
CREATE INDEX unitByNameEn ON unit (levelId, closedDay, ${sortKey('nameEn')}, path);
CREATE INDEX unitByNameHi ON unit (levelId, closedDay, ${sortKey('COALESCE(nameHi, nameEn)')}, path);
CREATE INDEX unitByElectors ON unit (levelId, closedDay, electors DESC, path);
`;
