import type { Answers } from '../../surveys/answers/answer.ts';
import type { Plan } from '../../surveys/plan/plan.ts';
import type { Scorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { Rules } from '../../surveys/scoring/rules.ts';
import type { Submission } from '../responses/response.ts';
import type { AskedOffice, StartedWave } from '../waves/wave.ts';
import type { ScoringDeps } from './figures-deps.ts';
import type { MakeFigures } from './figures-threads.ts';
import type { OfficeFiguresRecord } from './office-figures.ts';
import { questionnaireOf, scorerOf } from './wave-rules.ts';
import { waveSeed } from './wave-seed.ts';

/** A wave under one version of the rules. */
export interface Scoring {
  readonly wave: StartedWave;
  readonly plan: Plan;
  readonly rules: Rules;
  readonly scorer: Scorer;
}

export function scoringOf(deps: Pick<ScoringDeps, 'catalog'>, wave: StartedWave, rules: Rules): Scoring {
  const entry = questionnaireOf(deps, wave);
  return { wave, plan: entry.plan, rules, scorer: scorerOf(entry, rules) };
}

/** Figures of the one response of an office. */
export function officialRecord(
  { wave, rules, scorer }: Scoring,
  officeId: string,
  { answers, tags, at }: Submission,
): OfficeFiguresRecord {
  return {
    waveId: wave.id,
    officeId,
    rules: rules.version,
    submittedAt: at,
    responses: 1,
    chance: null,
    figures: scorer.figuresOfResponse(answers, { tags }),
  };
}

/** Computes where it is called. */
export function makeHere({ scorer }: Scoring): MakeFigures {
  return async (responses, people) => scorer.figuresOfOffice(responses, people);
}

/** Figures of the many responses of an office, after the wave has closed. Their intervals follow from the wave's seed. */
export async function severalRecord(
  { wave, rules }: Scoring,
  { office, responses }: { readonly office: AskedOffice; readonly responses: readonly Answers[] },
  make: MakeFigures,
): Promise<OfficeFiguresRecord> {
  const seed = waveSeed(wave.id);
  const { officeId, code, fields: tags } = office;
  return {
    waveId: wave.id,
    officeId,
    rules: rules.version,
    submittedAt: wave.closedAt ?? wave.openedAt,
    responses: responses.length,
    chance: { seed, generator: rules.generatorName },
    figures: responses.length === 0 ? null : await make(responses, { tags, seed, office: code }),
  };
}
