// Hindi names the app proposed, and a search index of our own in place of the full-text tables.
export const names = `
-- 1 while the Hindi name was written by the app and nobody has confirmed it.
ALTER TABLE unit ADD COLUMN nameHiProposed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX unitWithoutHindi ON unit (levelId, path) WHERE nameHi IS NULL AND closedDay IS NULL;
CREATE INDEX unitProposed ON unit (levelId, path) WHERE nameHiProposed = 1 AND closedDay IS NULL;

DROP TRIGGER searchKeyAdd;
DROP TRIGGER searchKeyDrop;
DROP TABLE searchText;
DROP TABLE searchKey;

-- Derived. Places to be found are numbered group by group (a level, the seats, the people), inside along the path.
CREATE TABLE searchGroup (firstNumber INTEGER PRIMARY KEY, endNumber INTEGER NOT NULL, kind TEXT NOT NULL, weight INTEGER NOT NULL) STRICT;
-- A page of places: their ids in the order of their numbers, a line each.
CREATE TABLE searchPlaces (firstNumber INTEGER PRIMARY KEY, groupNumber INTEGER NOT NULL, firstPath TEXT NOT NULL, ids TEXT NOT NULL) STRICT;
CREATE INDEX searchPlacesByPath ON searchPlaces (groupNumber, firstPath);
-- A page of the dictionary: words, a line each, and for each of them the places that have it.
CREATE TABLE searchWords (firstWord TEXT PRIMARY KEY, words TEXT NOT NULL, places BLOB NOT NULL) STRICT, WITHOUT ROWID;
-- What has changed since the pages were written: it counts instead of what they say.
CREATE TABLE searchFresh (refId TEXT PRIMARY KEY, kind TEXT NOT NULL, weight INTEGER NOT NULL, words TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
