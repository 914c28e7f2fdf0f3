// What follows from the kind of a metric, for both sides.
import type { MetricKind } from '../model/programme.ts';

/** A target of these kinds is a total that is divided; of the others it is the same everywhere (`share`) or counted from the tree (`onePerUnit`). */
export const isDivided = (kind: MetricKind): boolean => kind !== 'share' && kind !== 'onePerUnit';
