// What can be said of a level of a programme beyond held, stopped and cancelled: begun before its days, postponed by an order of its own.
export const phases = `
-- Null: state says it. While this says something, state is 'byDays'.
ALTER TABLE phase ADD COLUMN said TEXT CHECK (said IN ('running', 'postponed'));
`;
