import { dimensionIds, refuseUnknownDimensions } from './known-choices.ts';
import type { Targets, Wave } from './wave.ts';
import { staleWave, unknownWave } from './wave-refusals.ts';
import type { WavesDeps } from './waves-deps.ts';

export interface SetTargetsCommand {
  readonly id: string;
  readonly revision: number;
  readonly targets: Targets;
}

/** Puts the targets of a wave in place of those it had, in whatever state it is. */
export async function setTargets(
  deps: Pick<WavesDeps, 'store' | 'questionnaires'>,
  { id, revision, targets }: SetTargetsCommand,
): Promise<Wave> {
  const wave = await deps.store.find(id);
  if (wave === null) throw unknownWave();
  refuseUnknownDimensions(dimensionIds(deps.questionnaires, wave.questionnaire), Object.keys(targets));
  const changed = await deps.store.setTargets({ id, revision }, targets);
  if (changed === null) throw staleWave((await deps.store.find(id)) ?? wave);
  return changed;
}
