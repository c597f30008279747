import type { CompareResponse } from '../../../server/comparison/comparison.wire.ts';
import { t } from '../../i18n/i18n.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { csvOf } from './successors-csv.ts';

/** Everything the comparison was made of as files, and the command that computes the same numbers from them. */
export function ComputeAgain({ compared }: { compared: CompareResponse }) {
  const { from, to, successors } = compared;
  return (
    <Panel title={t('again.title')}>
      <p class="text">{t('again.text')}</p>
      <div class="buttons compute-again">
        {[from, to].map(({ id, title }) => (
          <ButtonLink key={id} kind="secondary" href={`/api/waves/${id}/wave.json`} download="">
            {t('again.file', { wave: title })}
          </ButtonLink>
        ))}
        {successors.length === 0 ? null : (
          <ButtonLink
            kind="secondary"
            href={`data:text/csv;charset=utf-8,${encodeURIComponent(csvOf(successors))}`}
            download="nachfolge.csv"
          >
            {t('again.successors')}
          </ButtonLink>
        )}
      </div>
      <p>
        <code>{commandOf(compared)}</code>
      </p>
      <p class="small">{t('again.names')}</p>
    </Panel>
  );
}

function commandOf({ from, to, successors }: CompareResponse): string {
  const groups = [from.minGroup, to.minGroup].filter((size) => size !== null);
  return [
    'npx pegel compare --from frueher.json --to neuer.json',
    ...(successors.length === 0 ? [] : ['--successors nachfolge.csv']),
    ...(groups.length === 0 ? [] : [`--anonymity ${Math.max(...groups)}`]),
    '--json',
  ].join(' ');
}
