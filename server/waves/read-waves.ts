import type { Office } from '../offices/office.ts';
import { daysLeft } from './deadline.ts';
import { isAnonymous } from './is-anonymous.ts';
import { returnCountsOf } from './return-counts.ts';
import type { DraftWave, Several, StartedWave, Wave } from './wave.ts';
import { checkWave } from './wave-checks.ts';
import { unknownWave } from './wave-refusals.ts';
import type { ReturnCounts, WaveCheck, WaveResponse } from './waves.wire.ts';
import type { WavesDeps } from './waves-deps.ts';

export async function checksOf(
  deps: WavesDeps,
  wave: DraftWave,
  offices: readonly Office[],
): Promise<WaveCheck[]> {
  const { city, contact } = await deps.readCity();
  return checkWave({
    wave,
    city,
    contact,
    offices,
    questionnaireKnown: deps.questionnaires.find(wave.questionnaire) !== null,
    mailTransport: deps.mailTransport,
    now: deps.now(),
    timeZone: deps.timeZone,
  });
}

/** Of a draft: what opening would make. */
function draftCounts(wave: DraftWave, offices: readonly Office[]): ReturnCounts {
  const selected = new Set(wave.officeIds);
  const asked = offices.filter(({ id }) => selected.has(id));
  const invitations = asked.reduce((sum, { contacts }) => sum + contacts.length, 0);
  return { offices: asked.length, invitations, sent: 0, refused: 0, seen: 0, started: 0, submitted: 0 };
}

async function startedCounts(deps: WavesDeps, wave: StartedWave): Promise<ReturnCounts> {
  const [invitations, mails, responses] = await Promise.all([
    deps.listInvitations(wave.id),
    deps.mailStates(wave.id),
    deps.responseStates(wave.id),
  ]);
  const anonymous = isAnonymous(wave);
  return returnCountsOf({ offices: wave.offices.length, anonymous, invitations, mails, responses });
}

async function stateOf(deps: WavesDeps, wave: Wave) {
  if (wave.state !== 'draft') {
    return {
      openedAt: wave.openedAt.toISOString(),
      closedAt: wave.closedAt?.toISOString() ?? null,
      officeIds: wave.offices.map(({ officeId }) => officeId),
      counts: await startedCounts(deps, wave),
      checks: [],
    };
  }
  const offices = await deps.listOffices();
  return {
    openedAt: null,
    closedAt: null,
    officeIds: [...wave.officeIds],
    counts: draftCounts(wave, offices),
    checks: await checksOf(deps, wave, offices),
  };
}

function saidSeveral(several: Several | null): WaveResponse['several'] {
  if (several === null) return null;
  const { consent } = several;
  return { ...several, consent: consent === null ? null : { ...consent, at: consent.at.toISOString() } };
}

/** The wave as the console sees it. */
export async function describeWave(deps: WavesDeps, wave: Wave): Promise<WaveResponse> {
  const { id, title, questionnaire, mode, several, targets, language, deadline, state, revision } = wave;
  const known = deps.questionnaires.find(questionnaire);
  return {
    id,
    title,
    questionnaire: { ...questionnaire },
    questionnaireTitle: known?.summary.title ?? { de: questionnaire.id, en: questionnaire.id },
    mode,
    several: saidSeveral(several),
    targets: { ...targets },
    language,
    deadline,
    state,
    revision,
    createdAt: wave.createdAt.toISOString(),
    ...(await stateOf(deps, wave)),
    daysLeft: daysLeft(deadline, deps.now(), deps.timeZone),
  };
}

/** @throws Refusal `unknown` */
export async function knownWave(deps: Pick<WavesDeps, 'store'>, id: string): Promise<Wave> {
  const wave = await deps.store.find(id);
  if (wave === null) throw unknownWave();
  return wave;
}

export async function readWave(deps: WavesDeps, id: string): Promise<WaveResponse> {
  return describeWave(deps, await knownWave(deps, id));
}

/** Newest first. */
export async function listWaves(deps: WavesDeps): Promise<WaveResponse[]> {
  const waves = await deps.store.list();
  return Promise.all(waves.map((wave) => describeWave(deps, wave)));
}
