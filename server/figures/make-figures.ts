import type { Answers } from '../../surveys/answers/answer.ts';
import type { Scorer } from '../../surveys/scoring/2026.1/scorer.ts';
import type { Rules } from '../../surveys/scoring/rules.ts';
import type { Submission } from '../responses/response.ts';
import type { AskedOffice, StartedWave } from '../waves/wave.ts';
import type { ScoringDeps } from './figures-deps.ts';
import type { OfficeFiguresRecord } from './office-figures.ts';
import { questionnaireOf, scorerOf } from './wave-rules.ts';
import { waveSeed } from './wave-seed.ts';

/** A wave under one version of the rules. */
export interface Scoring {
  readonly wave: StartedWave;
  readonly rules: Rules;
  readonly scorer: Scorer;
}

export function scoringOf(deps: Pick<ScoringDeps, 'catalog'>, wave: StartedWave, rules: Rules): Scoring {
  return { wave, rules, scorer: scorerOf(questionnaireOf(deps, wave), rules) };
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

/** Figures of the many responses of an office, after the wave has closed. Their intervals follow from the wave's seed. */
export function severalRecord(
  { wave, rules, scorer }: Scoring,
  { officeId, code, fields }: AskedOffice,
  responses: readonly Answers[],
): OfficeFiguresRecord {
  const seed = waveSeed(wave.id);
  const figures =
    responses.length === 0 ? null : scorer.figuresOfOffice(responses, { tags: fields, seed, office: code });
  return {
    waveId: wave.id,
    officeId,
    rules: rules.version,
    submittedAt: wave.closedAt ?? wave.openedAt,
    responses: responses.length,
    chance: { seed, generator: rules.generatorName },
    figures,
  };
}
