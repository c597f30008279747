import { signs } from '../../../reports/numbers/signs.ts';
import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import { t } from '../../i18n/i18n.ts';

/** What the sign of a secret number means here, and how many offices it hides. */
export function SecretNote({ results }: { results: ResultsResponse }) {
  const hidden = results.offices.filter(({ score }) => score?.status === 'suppressed').length;
  const people = t('count.people', { count: results.wave.minGroup ?? 0 });
  return (
    <p class="small secret-note">
      {hidden === 0
        ? t('secret.nothing', { people })
        : `${signs.suppressed.sign} ${t('secret.note', { count: hidden, people })}`}
    </p>
  );
}
