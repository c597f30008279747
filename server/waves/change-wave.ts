import { dimensionIds, refuseUnknownOffices, refuseUnknownQuestionnaire } from './known-choices.ts';
import type { DraftWave, Targets, Wave } from './wave.ts';
import { modeFields } from './wave-mode.ts';
import { notADraft, staleWave, unknownWave } from './wave-refusals.ts';
import type { UpdateWaveRequest } from './waves.wire.ts';
import type { WavesDeps } from './waves-deps.ts';
import type { DraftFields } from './waves-store.ts';

type ChangeDeps = Pick<WavesDeps, 'store' | 'now' | 'questionnaires' | 'listOffices'>;

export interface ChangeCommand extends UpdateWaveRequest {
  readonly id: string;
  /** Name of the officer. */
  readonly by: string;
}

function sentFields({ title, questionnaire, officeIds, deadline, language }: UpdateWaveRequest): DraftFields {
  return {
    ...(title !== undefined && { title }),
    ...(questionnaire !== undefined && { questionnaire }),
    ...(officeIds !== undefined && { officeIds }),
    ...(deadline !== undefined && { deadline }),
    ...(language !== undefined && { language }),
  };
}

/** Another questionnaire keeps the targets of the dimensions it has. */
function keptTargets(targets: Targets, dimensions: readonly string[]): Targets {
  return Object.fromEntries(Object.entries(targets).filter(([id]) => dimensions.includes(id)));
}

function changedFields(deps: ChangeDeps, wave: DraftWave, change: ChangeCommand): DraftFields {
  const { mode, several, by } = change;
  const { questionnaire } = change;
  return {
    ...sentFields(change),
    ...modeFields(wave, { mode, several }, { by, at: deps.now() }),
    ...(questionnaire && {
      targets: keptTargets(wave.targets, dimensionIds(deps.questionnaires, questionnaire)),
    }),
  };
}

/** Changes the sent fields of a draft, if it is still at the sent revision. */
export async function changeWave(deps: ChangeDeps, change: ChangeCommand): Promise<Wave> {
  const { id, revision } = change;
  const wave = await deps.store.find(id);
  if (wave === null) throw unknownWave();
  if (wave.state !== 'draft') throw notADraft(wave);
  if (wave.revision !== revision) throw staleWave(wave);
  const fields = changedFields(deps, wave, change);
  if (fields.questionnaire) refuseUnknownQuestionnaire(deps.questionnaires, fields.questionnaire);
  if (fields.officeIds) refuseUnknownOffices(await deps.listOffices(), fields.officeIds);
  const changed = await deps.store.changeDraft({ id, revision }, fields);
  if (changed === null) throw staleWave((await deps.store.find(id)) ?? wave);
  return changed;
}
