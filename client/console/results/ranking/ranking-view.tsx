import type { RankingResponse } from '../../../../server/ranking/ranking.wire.ts';
import type { ResultsResponse } from '../../../../server/results/results.wire.ts';
import { compareText } from '../../../i18n/dates.ts';
import { say, t } from '../../../i18n/i18n.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Empty, Panel } from '../../../ui/panel.tsx';
import { readSorting, writeSorting } from '../../../ui/sorting.ts';
import { Table } from '../../../ui/table.tsx';
import { type Load, useEvery, useLoad } from '../../load.ts';
import { whole } from '../../numbers.ts';
import { WhenLoaded } from '../../page.tsx';
import { useQuery } from '../../router.ts';
import { rankingColumns } from './ranking-columns.tsx';

const secondsBetweenLooks = 1;

/** How firm the order of the offices is when the dimensions weigh differently. */
export function RankingView({ results }: { results: ResultsResponse }) {
  const scored = results.offices.filter((office) => (office.score?.index ?? null) !== null);
  if (scored.length < 2) return <Empty title={t('ranking.emptyTitle')} text={t('ranking.emptyText')} />;
  return <Ranking results={results} />;
}

function Ranking({ results }: { results: ResultsResponse }) {
  const load = useLoad<RankingResponse>(`/api/waves/${results.wave.id}/results/ranking`);
  return (
    <WhenLoaded loaded={load.loaded} reload={load.reload}>
      {(ranking) =>
        ranking.state === 'computing' ? (
          <Computing load={load} ranking={ranking} />
        ) : (
          <Ready results={results} ranking={ranking} />
        )
      }
    </WhenLoaded>
  );
}

function Computing({ load, ranking }: { load: Load<RankingResponse>; ranking: RankingResponse }) {
  useEvery(load, secondsBetweenLooks);
  const words = t('ranking.progress', { done: whole(ranking.done), draws: whole(ranking.draws) });
  return (
    <Panel title={t('ranking.computing')}>
      <Bar size="thick" value={ranking.done} max={ranking.draws} label={words} />
      <p role="status">{words}</p>
      <p class="small">{t('ranking.leave')}</p>
    </Panel>
  );
}

function Ready({ results, ranking }: { results: ResultsResponse; ranking: RankingResponse }) {
  const [order, setOrder] = useQuery('sortiert', 'platz');
  const { finding, offices } = ranking;
  return (
    <div class="stack">
      <div>
        <h2 class="section-title">{finding === null ? t('ranking.title') : say(finding.heading)}</h2>
        <p class="text">{finding === null ? '' : say(finding.lead)}</p>
        <p class="text">{t('ranking.meaning')}</p>
        <p class="text small">{t('ranking.notPublic')}</p>
      </div>
      <Table
        caption={t('ranking.title')}
        columns={rankingColumns(results.wave.id, offices)}
        rows={offices}
        rowKey={(office) => office.officeId}
        sorting={readSorting(order)}
        sort={(sorting) => setOrder(writeSorting(sorting))}
        compareText={compareText}
      />
      <p class="small">
        {t('ranking.legend')}{' '}
        {t('ranking.made', {
          draws: whole(ranking.draws),
          seed: ranking.seed,
          generator: ranking.generator,
          rules: results.wave.rules,
        })}{' '}
        <a href="/methode?abschnitt=9">{t('explain.section', { section: '9' })}</a>
      </p>
    </div>
  );
}
