// The class of those that stand in none of a classification's classes: every list by class adds up to the whole with it.

export const noneOf = (classificationId: string): string => `none:${classificationId}`;
export const isNone = (classId: string): boolean => classId.startsWith('none:');
