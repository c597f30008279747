import type { CityScore } from '../../../surveys/scoring/score.ts';
import { t } from '../../i18n/i18n.ts';

/** How many offices stand behind the city's number. */
export function fullCoverage(score: CityScore): string {
  return t('gauge.mean', { answered: score.answered, offices: score.offices });
}
