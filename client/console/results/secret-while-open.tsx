import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReturnView } from './return-view.tsx';

/** Why there are no scores while many people are still answering; the return is all there is. */
export function SecretWhileOpen({ results }: { results: ResultsResponse }) {
  return (
    <div class="stack">
      <Panel title={t('secret.title')}>
        <p class="text">{t('secret.why')}</p>
        <p class="text">
          {t('secret.when', { people: t('count.people', { count: results.wave.minGroup ?? 0 }) })}
        </p>
      </Panel>
      <ReturnView results={results} />
    </div>
  );
}
