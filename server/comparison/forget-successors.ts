import type { CompareQuery } from './comparison.wire.ts';
import type { ComparisonDeps } from './comparison-deps.ts';
import { wavePair } from './wave-pair.ts';

/** Forgets it; doing it twice changes nothing. */
export async function forgetSuccessors(deps: ComparisonDeps, pair: CompareQuery): Promise<void> {
  await wavePair(deps, pair);
  await deps.store.forget(pair);
}
