import { notADraft, unknownWave } from './wave-refusals.ts';
import type { WavesStore } from './waves-store.ts';

/** Deletes a draft; a wave that was opened stays. */
export async function deleteDraft({ store }: { store: WavesStore }, id: string): Promise<void> {
  if (await store.deleteDraft(id)) return;
  const wave = await store.find(id);
  throw wave === null ? unknownWave() : notADraft(wave);
}
