// The history's rows, packed: a step of 2,20,000 rows takes a few megabytes and not ninety.
export const store = `
-- rows: how many changes the piece holds; shapes: the shapes they belong to, so that a reader can pass a piece over.
CREATE TABLE stepChunk (
  stepSeq INTEGER NOT NULL, ord INTEGER NOT NULL, rows INTEGER NOT NULL, shapes TEXT NOT NULL, data BLOB NOT NULL,
  PRIMARY KEY (stepSeq, ord)
) STRICT;
CREATE INDEX stepByCall ON step (call, seq);
`;
