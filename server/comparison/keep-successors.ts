import type { CompareQuery, SuccessorsResponse } from './comparison.wire.ts';
import type { ComparisonDeps } from './comparison-deps.ts';
import { readSuccessors } from './successor-file.ts';
import { wavePair } from './wave-pair.ts';

/** Keeps what became of reorganised offices between two waves, all rows or none. */
export async function keepSuccessors(
  deps: ComparisonDeps,
  pair: CompareQuery,
  file: Uint8Array,
): Promise<SuccessorsResponse> {
  const { from, to } = await wavePair(deps, pair);
  const codes = (wave: typeof from.wave) => wave.offices.map(({ code }) => code);
  const successors = readSuccessors(file, { from: codes(from.wave), to: codes(to.wave) });
  await deps.store.keep(pair, successors);
  return { successors: [...successors] };
}
