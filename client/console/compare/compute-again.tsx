import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';

/** Both waves as files, and the command that computes the same numbers from them. */
export function ComputeAgain({ compared: { from, to } }: { compared: CompareResponse }) {
  return (
    <Panel title={t('again.title')}>
      <p class="text">{t('again.text')}</p>
      <div class="buttons compute-again">
        {[from, to].map(({ id, title }) => (
          <ButtonLink key={id} kind="secondary" href={`/api/waves/${id}/wave.json`} download="">
            {t('again.file', { wave: title })}
          </ButtonLink>
        ))}
      </div>
      <p>
        <code>npx pegel compare --from wave-1.json --to wave-2.json --json</code>
      </p>
    </Panel>
  );
}
