import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { useQuery } from '../router.ts';
import { ComputingScores } from './computing-scores.tsx';
import { HeatmapView } from './heatmap-view.tsx';
import { ProjectsView } from './projects-view.tsx';
import { OriginDialog } from './provenance/origin-dialog.tsx';
import { RankingView } from './ranking/ranking-view.tsx';
import { ResultsTabs, type ResultsView, readView } from './results-tabs.tsx';
import { ReturnView } from './return-view.tsx';
import { SecretWhileOpen } from './secret-while-open.tsx';
import { TargetsView } from './targets/targets-view.tsx';
import { WaveChooser } from './wave-chooser.tsx';

export function ResultsPage({ id }: { id: string }) {
  const { loaded, reload } = useLoad<ResultsResponse>(`/api/waves/${id}/results`);
  const [chosen] = useQuery('ansicht', 'uebersicht');
  const view = readView(chosen);
  return (
    <WhenLoaded loaded={loaded} reload={reload}>
      {(results) => (
        <Page
          name={t('nav.results')}
          crumbs={[{ label: t('nav.results'), href: '/ergebnisse' }, { label: results.wave.title }]}
          heading={say(results.finding.heading)}
          lead={say(results.finding.lead)}
          actions={<WaveChooser current={results.wave.id} />}
        >
          <ResultsTabs results={results} current={view} />
          {results.progress === null ? null : (
            <ComputingScores progress={results.progress} load={{ loaded, reload }} />
          )}
          <View view={view} results={results} reload={reload} />
          <OriginDialog waveId={id} />
        </Page>
      )}
    </WhenLoaded>
  );
}

interface ViewProps {
  readonly view: ResultsView;
  readonly results: ResultsResponse;
  readonly reload: () => void;
}

function View({ view, results, reload }: ViewProps) {
  const { wave } = results;
  if (view === 'ruecklauf' || results.progress !== null) return <ReturnView results={results} />;
  if (wave.mode === 'several' && wave.state === 'open') return <SecretWhileOpen results={results} />;
  if (view === 'rangfolge') return <RankingView results={results} />;
  if (view === 'ziele') return <TargetsView results={results} changed={reload} />;
  if (view === 'projekte') return <ProjectsView waveId={wave.id} />;
  return <HeatmapView results={results} />;
}
