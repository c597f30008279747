import { Refusal } from '../refusal.ts';
import type { StartedWave, Wave } from '../waves/wave.ts';
import { unknownWave } from '../waves/wave-refusals.ts';

function notOpened(title: string): Refusal {
  return new Refusal('conflict', {
    de: `„${title}“ ist noch ein Entwurf. Ergebnisse gibt es, sobald die Erhebung geöffnet ist.`,
    en: `“${title}” is still a draft. There are results once the wave is open.`,
  });
}

export interface FindWave {
  findWave(id: string): Promise<Wave | null>;
}

/** The one gate of all results: the wave exists and was opened. */
export async function startedWave(deps: FindWave, waveId: string): Promise<StartedWave> {
  const wave = await deps.findWave(waveId);
  if (wave === null) throw unknownWave();
  if (wave.state === 'draft') throw notOpened(wave.title);
  return wave;
}
