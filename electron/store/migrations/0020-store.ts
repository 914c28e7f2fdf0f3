// The history's rows, packed: a step of 2,20,000 rows takes a few megabytes and not ninety.
export const store = `
-- rows: how many changes the piece holds; shapes: the shapes they belong to, so that a reader can pass a piece over.
CREATE TABLE stepChunk (
  stepSeq INTEGER NOT NULL, ord INTEGER NOT NULL, rows INTEGER NOT NULL, shapes TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (stepSeq, ord)
) STRICT;
-- Steps that brought units in: a laptop's ids rise, so the units of one lie between its lowest and its highest id.
CREATE TABLE stepImport (stepSeq INTEGER PRIMARY KEY, firstId TEXT NOT NULL, lastId TEXT NOT NULL) STRICT;
CREATE INDEX stepByCall ON step (call, seq);
`;
