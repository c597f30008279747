import type { ResultsResponse } from '../../../server/results/results.wire.ts';
import { say, t } from '../../i18n/i18n.ts';
import { useLoad } from '../load.ts';
import { Page, WhenLoaded } from '../page.tsx';
import { hrefWith, usePlace, useQuery } from '../router.ts';
import { HeatmapView } from './heatmap-view.tsx';
import { ProjectsView } from './projects-view.tsx';
import { ReturnView } from './return-view.tsx';
import { WaveChooser } from './wave-chooser.tsx';

const views = ['uebersicht', 'ruecklauf', 'projekte'] as const;
type View = (typeof views)[number];

export function ResultsPage({ id }: { id: string }) {
  const { loaded, reload } = useLoad<ResultsResponse>(`/api/waves/${id}/results`);
  const [chosen] = useQuery('ansicht', 'uebersicht');
  const view = views.find((one) => one === chosen) ?? 'uebersicht';
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
          <Tabs current={view} />
          {view === 'uebersicht' ? <HeatmapView results={results} /> : null}
          {view === 'ruecklauf' ? <ReturnView results={results} /> : null}
          {view === 'projekte' ? <ProjectsView waveId={id} /> : null}
        </Page>
      )}
    </WhenLoaded>
  );
}

function Tabs({ current }: { current: View }) {
  const place = usePlace();
  const hrefOf = (view: View) =>
    hrefWith({ path: place.path, query: new URLSearchParams() }, { ansicht: view });
  return (
    <nav class="tabs" aria-label={t('results.views')}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <a href={hrefOf(view)} aria-current={view === current ? 'page' : undefined}>
              {t(`view.${view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
