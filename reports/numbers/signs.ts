import type { Language, Text } from '../../surveys/plan/plan.ts';
import type { ScoreStatus } from '../../surveys/scoring/score.ts';
import { formatPoints } from './format-number.ts';

/** A number to be shown with its unit of doubt; null: the office has not submitted. */
export interface ShownScore {
  /** Points 0–100; null: no value, `status` says why. */
  readonly value: number | null;
  readonly status: ScoreStatus;
}

/** The signs of tables in German official statistics, and what each one means. */
export const signs = {
  provisional: {
    sign: '( )',
    text: { de: 'vorläufig, unter 80 % beantwortet', en: 'provisional, less than 80% answered' },
  },
  insufficient: { sign: '/', text: { de: 'zu wenig Angaben', en: 'too few answers' } },
  notApplicable: { sign: 'x', text: { de: 'trifft nicht zu', en: 'does not apply' } },
  suppressed: { sign: '·', text: { de: 'geheim gehalten (kleine Gruppe)', en: 'kept secret (small group)' } },
  toCome: { sign: '…', text: { de: 'steht noch aus', en: 'still to come' } },
} as const satisfies Record<string, { sign: string; text: Text }>;

function withoutValue(status: ScoreStatus): string {
  if (status === 'notApplicable') return signs.notApplicable.sign;
  if (status === 'suppressed') return signs.suppressed.sign;
  return signs.insufficient.sign;
}

/**
 * What stands in a cell: "46,4", "(46,4)" provisional, "/" too few answers, "x" does not apply, "·" kept
 * secret, "…" still to come. Never 0 for a missing value.
 *
 * @param score points 0–100 with status; null: nothing submitted yet
 */
export function scoreCell(score: ShownScore | null, language: Language): string {
  if (score === null) return signs.toCome.sign;
  if (score.value === null) return withoutValue(score.status);
  const points = formatPoints(score.value, language);
  return score.status === 'provisional' ? `(${points})` : points;
}

/**
 * The same for those who hear the page: "46,4, vorläufig", "zu wenig Angaben".
 *
 * @param score points 0–100 with status; null: nothing submitted yet
 */
export function scoreWords(score: ShownScore | null, language: Language): string {
  if (score === null) return signs.toCome.text[language];
  if (score.value === null) {
    if (score.status === 'notApplicable') return signs.notApplicable.text[language];
    if (score.status === 'suppressed') return signs.suppressed.text[language];
    return signs.insufficient.text[language];
  }
  const points = formatPoints(score.value, language);
  const provisional = language === 'de' ? 'vorläufig' : 'provisional';
  return score.status === 'provisional' ? `${points}, ${provisional}` : points;
}
