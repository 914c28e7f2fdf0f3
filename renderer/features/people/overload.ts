// When one person answers for more than one person can.

const mostCharges = 3;

export const isOverloaded = (charges: number): boolean => charges > mostCharges;
