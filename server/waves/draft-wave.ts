import { refuseUnknownOffices, refuseUnknownQuestionnaire } from './known-choices.ts';
import type { DraftWave } from './wave.ts';
import { modeFields } from './wave-mode.ts';
import type { CreateWaveRequest } from './waves.wire.ts';
import type { WavesDeps } from './waves-deps.ts';

type DraftDeps = Pick<WavesDeps, 'store' | 'now' | 'newId' | 'questionnaires' | 'listOffices'>;

export interface DraftCommand extends CreateWaveRequest {
  /** Name of the officer. */
  readonly by: string;
}

/** Writes a new draft. */
export async function draftWave(
  deps: DraftDeps,
  { mode, several, by, ...fields }: DraftCommand,
): Promise<DraftWave> {
  const at = deps.now();
  const modeAndPromise = modeFields({ mode, several: null }, { mode, several }, { by, at });
  refuseUnknownQuestionnaire(deps.questionnaires, fields.questionnaire);
  refuseUnknownOffices(await deps.listOffices(), fields.officeIds);
  const wave: DraftWave = {
    ...fields,
    ...modeAndPromise,
    id: deps.newId(),
    targets: {},
    state: 'draft',
    createdAt: at,
    revision: 0,
  };
  await deps.store.insertDraft(wave);
  return wave;
}
