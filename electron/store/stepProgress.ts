// How a long step says how far it is.

/** `stage` has words in `jobs.json`. It may throw (the user cancels), which stops the step and leaves the file as it was. */
export type StepProgress = (stage: string, done: number, total: number) => void;

export const unwatched: StepProgress = () => undefined;
