import { Refusal } from '../refusal.ts';
import { refuseUnknownOffices, refuseUnknownQuestionnaire } from './known-choices.ts';
import type { DraftWave } from './wave.ts';
import type { CreateWaveRequest } from './waves.wire.ts';
import type { WavesDeps } from './waves-deps.ts';

type DraftDeps = Pick<WavesDeps, 'store' | 'now' | 'newId' | 'questionnaires' | 'listOffices'>;

function refuseSeveral(mode: CreateWaveRequest['mode']): void {
  if (mode === 'official') return;
  const detail = {
    de: 'Die Befragungsart „mehrere Personen je Amt“ (several) gibt es in dieser Version noch nicht. Möglich ist „official“: Jedes Amt antwortet einmal.',
    en: 'The mode “several” is not available in this version yet. Available is “official”: every office answers once.',
  };
  throw new Refusal('not-available', detail, {
    errors: [{ pointer: '#/mode', detail, allowed: ['official'] }],
  });
}

/** Writes a new draft. */
export async function draftWave(deps: DraftDeps, { mode, ...fields }: CreateWaveRequest): Promise<DraftWave> {
  refuseSeveral(mode);
  refuseUnknownQuestionnaire(deps.questionnaires, fields.questionnaire);
  refuseUnknownOffices(await deps.listOffices(), fields.officeIds);
  const wave: DraftWave = {
    ...fields,
    id: deps.newId(),
    mode: 'official',
    state: 'draft',
    createdAt: deps.now(),
    revision: 0,
  };
  await deps.store.insertDraft(wave);
  return wave;
}
