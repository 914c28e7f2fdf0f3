// What an order must leave where it is when it is taken back: what did not come to its day by the order's own line.
export const kept = `
-- Where taking the order back puts one due day or one responsibility, other than its line says: it stood on the new day before, or came there from
-- another day than the rest. It goes with what it speaks of.
CREATE TABLE keptDueDay (
  orderId TEXT NOT NULL REFERENCES programmeOrder(id), programmeId TEXT NOT NULL, metricId TEXT NOT NULL, unitId TEXT NOT NULL REFERENCES unit(id) ON DELETE CASCADE,
  day TEXT NOT NULL, PRIMARY KEY (orderId, programmeId, metricId, unitId)
) STRICT, WITHOUT ROWID;
CREATE INDEX keptDueDayByUnit ON keptDueDay (unitId);
CREATE TABLE keptCharge (
  orderId TEXT NOT NULL REFERENCES programmeOrder(id), responsibilityId TEXT NOT NULL REFERENCES responsibility(id) ON DELETE CASCADE, day TEXT NOT NULL,
  PRIMARY KEY (orderId, responsibilityId)
) STRICT, WITHOUT ROWID;
CREATE INDEX keptChargeByResponsibility ON keptCharge (responsibilityId);
`;
