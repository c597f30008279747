import { scoreCell, scoreWords } from '../../../../reports/numbers/signs.ts';
import type { ExplainResponse } from '../../../../server/explanations/explanations.wire.ts';
import type { ScoreStatus } from '../../../../surveys/scoring/score.ts';
import { language, say, t } from '../../../i18n/i18n.ts';
import { points } from '../../numbers.ts';
import { OriginParts } from './origin-parts.tsx';
import { Formula, OriginSteps } from './origin-steps.tsx';

const statuses: readonly ScoreStatus[] = [
  'scored',
  'provisional',
  'insufficient',
  'notApplicable',
  'suppressed',
];

function statusOf(status: string): ScoreStatus {
  return statuses.find((known) => known === status) ?? 'insufficient';
}

/** The question every number answers: "Woher kommt „Daten: 16,7“?" */
export function originTitle({ of, value }: ExplainResponse): string {
  const name = of.dimension === null ? t('word.index') : say(of.title);
  return value === null
    ? t('explain.noValue', { name })
    : t('explain.title', { name, points: points(value) });
}

/** Sentence, parts and steps of one number; the formulas are folded. */
export function NumberOrigin({ waveId, origin }: { waveId: string; origin: ExplainResponse }) {
  return (
    <div class="origin">
      <div class="origin__answer">
        <Value origin={origin} />
        <p class="origin__sentence">{say(origin.sentence)}</p>
      </div>
      {origin.parts.length === 0 ? null : <OriginParts waveId={waveId} origin={origin} />}
      <Formula name={t('explain.formula')} step={origin.formula} />
      <OriginSteps steps={origin.steps} />
      <Versions origin={origin} />
    </div>
  );
}

function Value({ origin }: { origin: ExplainResponse }) {
  const shown = { value: origin.value, status: statusOf(origin.status) };
  return (
    <p class="origin__value">
      <span aria-hidden="true">{scoreCell(shown, language())}</span>
      <span class="visually-hidden">{scoreWords(shown, language())}</span>
    </p>
  );
}

function Versions({ origin }: { origin: ExplainResponse }) {
  const { counts, rules, questionnaire, parts } = origin;
  const responses = t('explain.responses', { count: counts.responses });
  const secret = parts.some((part) => part.state === 'suppressed');
  return (
    <p class="small">
      {secret
        ? `${responses}.`
        : t('explain.counts', {
            responses,
            counted: counts.counted,
            all: counts.counted + counts.notCounted,
          })}{' '}
      {t('explain.versions', { rules, questionnaire: questionnaire.id, version: questionnaire.version })}{' '}
      <a href="/methode">{t('explain.method')}</a>
    </p>
  );
}
