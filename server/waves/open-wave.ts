import { Refusal } from '../refusal.ts';
import { checksOf } from './read-waves.ts';
import type { DraftWave, StartedWave, Wave } from './wave.ts';
import { alreadyOpened, staleWave, unknownWave } from './wave-refusals.ts';
import { snapshotOf } from './wave-snapshot.ts';
import type { WaveCheck } from './waves.wire.ts';
import type { WavesDeps } from './waves-deps.ts';
import type { WaveAt } from './waves-store.ts';

const pointers: Readonly<Record<string, string>> = {
  offices: '#/officeIds',
  'removed-offices': '#/officeIds',
  contacts: '#/officeIds',
  deadline: '#/deadline',
  questionnaire: '#/questionnaire',
};

function refuseErrors(checks: readonly WaveCheck[]): void {
  const errors = checks.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new Refusal(
    'conflict',
    {
      de: 'Die Erhebung lässt sich so noch nicht öffnen. Was fehlt, steht in der Prüfliste.',
      en: 'The wave cannot be opened like this yet. What is missing stands in the check list.',
    },
    {
      errors: errors.map(({ kind, detail }) => ({ pointer: pointers[kind] ?? '#', detail })),
      facts: { checks },
    },
  );
}

function refuseUnlessDraft(wave: Wave | null, revision: number): asserts wave is DraftWave {
  if (wave === null) throw unknownWave();
  if (wave.state !== 'draft') throw alreadyOpened(wave);
  if (wave.revision !== revision) throw staleWave(wave);
}

/**
 * Opens a draft: one guarded write that keeps who is asked, then the invitations and the owed mails. Whatever the
 * second step leaves undone is made good by the job `healInvitations`.
 */
export async function openWave(deps: WavesDeps, at: WaveAt): Promise<StartedWave> {
  const wave = await deps.store.find(at.id);
  refuseUnlessDraft(wave, at.revision);
  const offices = await deps.listOffices();
  refuseErrors(await checksOf(deps, wave, offices));
  const rules = deps.questionnaires.find(wave.questionnaire)?.rules.version;
  if (rules === undefined) throw staleWave(wave);
  const opened = await deps.store.open(at, { ...snapshotOf(wave.officeIds, offices), rules }, deps.now());
  if (opened === null) {
    const now = await deps.store.find(at.id);
    refuseUnlessDraft(now, at.revision);
    throw staleWave(now);
  }
  await deps.oweInvitations(opened);
  deps.wake();
  return opened;
}
