// What an order must leave where it is when it is taken back: what did not come to its day by the order's own line.
export const kept = `
-- Where taking the order back puts one thing, other than its line says: it stood on the new day before, or came there from another day than the rest.
-- itemId: the programme of a due day, or the responsibility; metricId and unitId of the target.
CREATE TABLE orderKept (
  orderId TEXT NOT NULL REFERENCES programmeOrder(id), kind TEXT NOT NULL CHECK (kind IN ('dueDay', 'responsibility')), itemId TEXT NOT NULL,
  metricId TEXT NOT NULL DEFAULT '', unitId TEXT NOT NULL DEFAULT '', day TEXT NOT NULL, PRIMARY KEY (orderId, kind, itemId, metricId, unitId)
) STRICT, WITHOUT ROWID;
`;
