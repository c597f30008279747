import { refuseUnknownOffices, refuseUnknownQuestionnaire } from './known-choices.ts';
import type { Wave } from './wave.ts';
import { notADraft, staleWave, unknownWave } from './wave-refusals.ts';
import type { UpdateWaveRequest } from './waves.wire.ts';
import type { WavesDeps } from './waves-deps.ts';
import type { DraftFields } from './waves-store.ts';

type ChangeDeps = Pick<WavesDeps, 'store' | 'questionnaires' | 'listOffices'>;

function sentFields({ title, questionnaire, officeIds, deadline, language }: UpdateWaveRequest): DraftFields {
  return {
    ...(title !== undefined && { title }),
    ...(questionnaire !== undefined && { questionnaire }),
    ...(officeIds !== undefined && { officeIds }),
    ...(deadline !== undefined && { deadline }),
    ...(language !== undefined && { language }),
  };
}

/** Changes the sent fields of a draft, if it is still at the sent revision. */
export async function changeWave(deps: ChangeDeps, id: string, change: UpdateWaveRequest): Promise<Wave> {
  const wave = await deps.store.find(id);
  if (wave === null) throw unknownWave();
  if (wave.state !== 'draft') throw notADraft(wave);
  const fields = sentFields(change);
  if (fields.questionnaire) refuseUnknownQuestionnaire(deps.questionnaires, fields.questionnaire);
  if (fields.officeIds) refuseUnknownOffices(await deps.listOffices(), fields.officeIds);
  const changed = await deps.store.changeDraft({ id, revision: change.revision }, fields);
  if (changed === null) throw staleWave((await deps.store.find(id)) ?? wave);
  return changed;
}
